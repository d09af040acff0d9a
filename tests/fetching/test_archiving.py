"""What was fetched, kept as WARC."""

from __future__ import annotations

import gzip
import typing
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from dateline.errors import DatelineError
from dateline.fetching import Capture, FetchSettings, open_fetcher

if typing.TYPE_CHECKING:
    from tests.fetching.conftest import Site


class Kept(typing.NamedTuple):
    kind: str
    address: str | None
    status: int | None
    content: bytes


def kept(path: Path) -> list[Kept]:
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, parse_http=True, verify_digests=True):
            status = record.http_headers.status_code if record.http_headers else None
            content = record.reader.read()
            found.append(Kept(str(record.record_type), record.headers.get("WARC-Target-URI"), status, content))
    return found


def fetch(settings: FetchSettings, archive: Path, *addresses: str, known: dict[str, Capture] | None = None) -> None:
    with open_fetcher(settings, archive=str(archive)) as fetcher:
        list(fetcher.pages(addresses, known))


@pytest.mark.parametrize("name", ["kept.warc.gz", "kept.warc"])
def test_pages_are_kept_unpacked_with_their_address(
    site: Site, quick: FetchSettings, tmp_path: Path, name: str
) -> None:
    content = b"<html><p>Ada Lund came to Norvik.</p></html>"
    address = site.put("/a", body=gzip.compress(content), Content_Encoding="gzip")
    fetch(quick, tmp_path / name, address, f"{site.address}/gone")
    info, page = kept(tmp_path / name)
    assert info.kind == "warcinfo"
    assert page == Kept("response", address, 200, content)


def test_an_archive_is_added_to(site: Site, quick: FetchSettings, tmp_path: Path) -> None:
    archive = tmp_path / "kept.warc.gz"
    fetch(quick, archive, site.put("/a"))
    fetch(quick, archive, site.put("/b"))
    assert [found.kind for found in kept(archive)] == ["warcinfo", "response", "response"]


def test_that_a_page_had_not_changed_is_kept(site: Site, quick: FetchSettings, tmp_path: Path) -> None:
    address = site.put("/a", 304, body=b"")
    fetch(quick, tmp_path / "kept.warc", address, known={address: Capture(page="0", etag='"one"')})
    assert kept(tmp_path / "kept.warc")[1] == Kept("revisit", address, 304, b"")


def test_what_was_fetched_before_a_stop_is_kept_whole(site: Site, quick: FetchSettings, tmp_path: Path) -> None:
    archive = tmp_path / "kept.warc.gz"
    with open_fetcher(quick, archive=str(archive)) as fetcher:
        next(fetcher.pages([site.put("/a"), site.put("/b")]))
        assert [found.address for found in kept(archive)] == [None, f"{site.address}/a"]


def test_an_archive_that_cannot_be_written_is_said_before_anything_is_fetched(
    site: Site, quick: FetchSettings, tmp_path: Path
) -> None:
    with pytest.raises(DatelineError, match="cannot be written"):
        fetch(quick, tmp_path / "nowhere" / "kept.warc", site.put("/a"))
    assert site.asked == []
