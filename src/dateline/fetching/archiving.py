"""What was fetched, kept as WARC: a chronicle can be made of it again without the network."""

import datetime
import gzip
import io
from pathlib import Path
from types import TracebackType
from typing import Self

from fastwarc.warc import WarcRecord, WarcRecordType

from dateline import __version__
from dateline.errors import DatelineError
from dateline.fetching.downloading import Answer

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_CHANGED = frozenset({"content-encoding", "transfer-encoding", "content-length"})
"""Headers of the way the content was packed; it is kept unpacked, and they under another name, as web archives do."""


class Archive:
    """A WARC file that is added to, a member of gzip for each record where its name ends in .gz."""

    def __init__(self, path: str | Path) -> None:
        """Raises DatelineError where the file cannot be written."""
        self._path = Path(path)
        try:
            # Unbuffered: each record is one write, so that a run that is killed leaves whole records.
            self._file = self._path.open("ab", buffering=0)
        except (OSError, ValueError) as error:
            raise self._failed(error) from error
        if not self._file.tell():
            words = f"software: dateline/{__version__}\r\nformat: WARC File Format 1.1\r\n"
            headers = {"Content-Type": "application/warc-fields"}
            self._write(_record(WarcRecordType.warcinfo, _now(), headers, words.encode()))

    def keep(self, answer: Answer) -> None:
        """Add an answer with its content."""
        self._write(
            _record(WarcRecordType.response, answer.moment or _now(), _named(answer), _head(answer) + answer.content)
        )

    def keep_unchanged(self, answer: Answer) -> None:
        """Add that a page was asked for and had not changed."""
        headers = _named(answer) | {"WARC-Profile": NOT_MODIFIED}
        self._write(_record(WarcRecordType.revisit, answer.moment or _now(), headers, _head(answer)))

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _write(self, record: bytes) -> None:
        content = gzip.compress(record, mtime=0) if self._path.name.endswith(".gz") else record
        before = self._file.tell()
        try:
            if self._file.write(content) != len(content):
                raise OSError("the disk is full")
        except OSError as error:
            self._file.truncate(before)
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> DatelineError:
        return DatelineError(f"the archive {self._path} cannot be written: {error}")


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)


def _record(kind: WarcRecordType, moment: datetime.datetime, headers: dict[str, str], content: bytes) -> bytes:
    record = WarcRecord()
    record.init_headers(record_type=kind)
    record.record_date = moment
    for name, value in headers.items():
        record.headers[name] = value
    record.set_bytes_content(content)
    written = io.BytesIO()
    record.write(written, checksum_data=True)
    return written.getvalue()


def _named(answer: Answer) -> dict[str, str]:
    address = {"WARC-IP-Address": answer.address} if answer.address else {}
    return {"WARC-Target-URI": answer.url, "Content-Type": "application/http; msgtype=response"} | address


def _head(answer: Answer) -> bytes:
    """Status and headers as they were received, those of the packing renamed."""
    lines = [f"HTTP/1.1 {answer.status} {'OK' if answer.status == 200 else 'Not Modified'}"]
    for name, value in answer.headers:
        lines.append(f"{'X-Archive-Orig-' if name.lower() in _CHANGED else ''}{name}: {value}")
    lines.append(f"Content-Length: {len(answer.content)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")
