"""Archives: zip and tar, member by member. Nothing is ever unpacked to a path that an archive names."""

import io
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from typing import IO

from dateline.pages.inputs import Found, Input, Reader, ReadOptions
from dateline.pages.limits import MEMBERS, UNPACKED_LEAST, UnreadableError
from dateline.pages.sources import is_file_name
from dateline.pages.streams import Counted, buffered, seekable
from dateline.records import Rejection, RejectionReason

WACZ = "datapackage.json"
WACZ_DATA = "archive/"
WORD = "word/document.xml"
OFFICE = "[Content_Types].xml"


def read_zip(item: Input, options: ReadOptions) -> Iterator[Found]:
    """Members of a zip as files of their own, at `a.zip!/name`; of a WACZ only its WARCs; a DOCX is one page.

    Members that are not named like pages or collections are left alone, unless none is.
    """
    try:
        archive = zipfile.ZipFile(seekable(item.file, max(UNPACKED_LEAST, item.budget.size)))
    except (zipfile.BadZipFile, struct.error) as error:
        raise UnreadableError("failed", f"damaged zip: {error}") from None
    with archive:
        special = _special_reader(set(archive.namelist()))
        if special is not None:
            yield from special(item, options)
            return
        members = [info for info in archive.infolist()[:MEMBERS] if not info.is_dir()]
        wanted = _wanted([info.filename for info in members])
        for info in members:
            if info.filename in wanted:
                yield from _zip_member(archive, info, item)
        if len(archive.infolist()) > MEMBERS:
            raise _too_many()


def is_docx(content: bytes) -> bool:
    """Whether the bytes of a zip are those of a DOCX."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return WORD in archive.namelist()
    except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError):
        return False


def _special_reader(names: set[str]) -> Reader | None:
    """How a zip is read that is no mere collection of files."""
    if WORD in names:
        from dateline.pages.documents import read_docx

        return read_docx
    if OFFICE in names:
        raise UnreadableError("unsupported", "an office document that is no DOCX")
    return None


def _wanted(names: list[str]) -> set[str]:
    if WACZ in names:
        return {name for name in names if name.startswith(WACZ_DATA)}
    shown = [name for name in names if _is_shown(name)]
    return {name for name in shown if is_file_name(_parts(name)[-1])} or set(shown)


def _is_shown(name: str) -> bool:
    return not any(part.startswith((".", "__MACOSX")) for part in _parts(name) if part != "..")


def _parts(name: str) -> list[str]:
    return name.replace("\\", "/").split("/")


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, item: Input) -> Iterator[Found]:
    try:
        if info.flag_bits & 1:
            raise UnreadableError("unsupported", "encrypted: it needs a password")
        with archive.open(info) as file:
            yield _member(item, info.filename, file)
    except UnreadableError as error:
        yield _rejection(item, info.filename, error.reason, str(error))
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        yield _rejection(item, info.filename, "failed", f"damaged zip: {error}"[:300])


def read_tar(item: Input, _: ReadOptions) -> Iterator[Found]:
    """Members of a tar as files of their own, at `a.tar.gz!/name`, in one pass; links and devices are left alone.

    Members that are not named like pages or collections are left alone.
    """
    try:
        with closing(tarfile.open(fileobj=item.file, mode="r|")) as archive:
            for number, info in enumerate(archive, start=1):
                archive.members = []  # type: ignore[attr-defined]  # it keeps all it met
                if number > MEMBERS:
                    raise _too_many()
                name = info.name
                wanted = info.isreg() and _is_shown(name) and is_file_name(_parts(name)[-1])
                file = archive.extractfile(info) if wanted else None
                if file is not None:
                    yield from _tar_member(item, name, file)
    except tarfile.TarError as error:
        raise UnreadableError("failed", f"damaged tar: {error}"[:300]) from None


def _tar_member(item: Input, name: str, file: IO[bytes]) -> Iterator[Found]:
    try:
        yield _member(item, name, file)
    except UnreadableError as error:
        yield _rejection(item, name, error.reason, str(error))


def _member(item: Input, name: str, file: IO[bytes]) -> Input:
    parts = _parts(name)
    if ".." in parts or not parts[0] or ":" in parts[0]:
        raise UnreadableError("unsupported", "its name leads out of the archive")
    counted = buffered(Counted(file, item.budget))
    return Input(counted, _location(item, name), parts[-1], item.budget, item.depth + 1)


def _location(item: Input, name: str) -> str:
    return f"{item.location}!/" + "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def _rejection(item: Input, name: str, reason: RejectionReason, detail: str) -> Rejection:
    return Rejection(location=_location(item, name), reason=reason, detail=detail)


def _too_many() -> UnreadableError:
    return UnreadableError("too_large", f"more than {MEMBERS:,} members; the rest is left")
