"""From a file on disk to its pages, or the reason why not. Nothing here raises on account of what a file holds."""

import functools
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.pages.inputs import Input, ReadOptions
from dateline.pages.limits import Budget, UnreadableError
from dateline.pages.opening import read_input
from dateline.pages.sources import STANDARD_INPUT, SourceFile, list_sources
from dateline.pages.streams import spooled
from dateline.records import Page, Rejection

AS_THEY_ARE = ReadOptions()


class Loading:
    """The pages of a file, and a Rejection for each part that is none: at least one of them, always the same ones.

    Parts of a file are found at locations such as `news.warc.gz#12`, `table.jsonl:7` or `a.zip!/b.html`. Of a file
    itself a Rejection is `missing` where it cannot be opened, and else as the readers of its kind say.
    """

    def __init__(self, source: SourceFile, options: ReadOptions = AS_THEY_ARE) -> None:
        self._source = source
        self._options = options
        self._file: BinaryIO | None = None
        self._size = 0

    def __iter__(self) -> Iterator[Page | Rejection]:
        location = self._source.location
        try:
            self._file = _opened(location)
            self._size = self._file.seek(0, os.SEEK_END)
            self._file.seek(0)
        except UnreadableError as error:
            yield Rejection(location=location, reason=error.reason, detail=str(error))
            return
        except (OSError, ValueError) as error:
            yield Rejection(location=location, reason="missing", detail=_what_failed(error))
            return
        try:
            name = location.replace("\\", "/").rsplit("/", 1)[-1]
            yield from read_input(Input(self._file, location, name, Budget(self._size)), self._options)
        finally:
            if location != STANDARD_INPUT:
                self._file.close()

    @property
    def share(self) -> float:
        """How much of the file has been gone through, 0 to 1: for a guess at how many pages are to come."""
        if self._file is None or self._file.closed or not self._size:
            return 1.0
        return min(self._file.tell() / self._size, 1.0)


def load_pages(source: SourceFile, options: ReadOptions = AS_THEY_ARE) -> Iterator[Page | Rejection]:
    """As `Loading`, one after the other."""
    return iter(Loading(source, options))


def find_pages(sources: Sequence[str], options: ReadOptions = AS_THEY_ARE) -> Iterator[Page | Rejection]:
    """Every page of the sources, in the order of `list_sources`, and a Rejection for each that is none."""
    for source in list_sources(sources):
        yield from load_pages(source, options)


def load_page(source: SourceFile) -> Page | Rejection:
    """The page that a file holds; of a file of many the first."""
    return next(load_pages(source))


def _opened(location: str) -> BinaryIO:
    if location == STANDARD_INPUT:
        file = _standard_input()
        file.seek(0)
        return file
    path = Path(location)
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise UnreadableError("empty", "a folder without any file named like a page or a collection of pages")
    if not stat.S_ISREG(mode):
        raise UnreadableError("unsupported", "not a regular file")
    return path.open("rb")


@functools.cache
def _standard_input() -> BinaryIO:
    """All of standard input, on disk where it is long: it may have to be gone through twice."""
    return spooled(sys.stdin.buffer)


def _what_failed(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file, folder, or match for the pattern"
    return str(getattr(error, "strerror", None) or error)
