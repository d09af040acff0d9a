"""Bytes on their way out of files and archives, never more of them in memory than were asked for."""

import io
import tempfile
import zlib
from typing import IO, Any, BinaryIO, cast

from dateline.pages.limits import PAGE_LIMIT, Budget, UnreadableError

GZIP_MAGIC = b"\x1f\x8b"
CHUNK = 1 << 16
HEAD = 1 << 16
"""Bytes at the beginning that a kind of file is recognised by."""


class _Unpacking(io.RawIOBase):
    """A stream that can only be read onwards."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._error: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._error is not None:
            raise self._error
        try:
            data = self._next(len(buffer))
        except Exception as error:
            self._error = error
            raise
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes:
        raise NotImplementedError


class Gunzipped(_Unpacking):
    """The unpacked bytes of a gzip file, of several members one after the other too.

    Reading raises zlib.error where it is damaged and EOFError where it ends too early; what follows the last member is
    left.
    """

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        super().__init__(budget)
        self._file = file
        self._packed = b""
        self._unpacker: Any = _gunzip()

    def _next(self, size: int) -> bytes:
        while self._unpacker is not None:
            self._packed = self._packed or self._file.read(CHUNK)
            ended = not self._packed
            data: bytes = self._unpacker.decompress(self._packed, size)
            if self._unpacker.eof:
                self._next_member(self._unpacker.unused_data)
            else:
                self._packed = self._unpacker.unconsumed_tail
            if data:
                return data
            if ended and self._unpacker is not None:
                raise EOFError("it ends too early")
        return b""

    def _next_member(self, rest: bytes) -> None:
        self._packed = rest if len(rest) >= len(GZIP_MAGIC) else rest + self._file.read(CHUNK)
        self._unpacker = _gunzip() if self._packed.startswith(GZIP_MAGIC) else None


class Counted(_Unpacking):
    """A member of an archive, its bytes taken off the budget."""

    def __init__(self, file: IO[bytes], budget: Budget) -> None:
        super().__init__(budget)
        self._file = file

    def _next(self, size: int) -> bytes:
        return self._file.read(size)


class _Chained(io.RawIOBase):
    """The bytes read already and then the rest."""

    def __init__(self, head: bytes, rest: Any) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head[: len(buffer)] or self._rest.read1(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def _gunzip() -> Any:
    return zlib.decompressobj(zlib.MAX_WBITS | 16)


def buffered(raw: io.RawIOBase) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(raw, CHUNK))


def with_head(file: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first `HEAD` bytes of a file that stands at its beginning, and the file as if they had not been read."""
    if file.seekable():
        head = file.read(HEAD)
        file.seek(0)
        return head, file
    head = _first_bytes(file)
    return head, buffered(_Chained(head, file))


def _first_bytes(file: Any) -> bytes:
    """As many as there are before any damage, which shows again when more are read."""
    head = b""
    try:
        while len(head) < HEAD and (data := file.read1(HEAD - len(head))):
            head += data
    except (EOFError, zlib.error):
        if not head:
            raise
    return head


def seekable(file: BinaryIO, limit: int) -> BinaryIO:
    """The file, or a copy of it (beyond `PAGE_LIMIT` on disk) where it can only be read onwards.

    Raises UnreadableError (`too_large`) where it has more bytes than the limit.
    """
    if file.seekable():
        if file.seek(0, io.SEEK_END) > limit:
            raise _over(limit)
        file.seek(0)
        return file
    return spooled(file, limit)


def spooled(file: BinaryIO, limit: int | None = None) -> BinaryIO:
    """A copy of what can be read only once; large ones are on disk."""
    copy = tempfile.SpooledTemporaryFile(max_size=PAGE_LIMIT)  # noqa: SIM115  (closed with the last reference)
    size = 0
    while chunk := file.read(CHUNK):
        size += len(chunk)
        if limit is not None and size > limit:
            raise _over(limit)
        copy.write(chunk)
    copy.seek(0)
    return cast(BinaryIO, copy)


def _over(limit: int) -> UnreadableError:
    return UnreadableError("too_large", f"more than {limit // 1_000_000} MB, the limit for a file of this kind")
