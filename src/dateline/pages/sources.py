"""What files a list of sources stands for: files, folders and globs, without opening any; `-` is standard input."""

import glob
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

PAGE_SUFFIXES = (".txt", ".html", ".htm", ".xhtml")
FILE_SUFFIXES = (
    *PAGE_SUFFIXES,
    *(".mhtml", ".mht", ".pdf", ".docx"),
    *(".warc", ".wet", ".wacz", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".rss", ".atom", ".xml"),
    *(".zip", ".tar", ".tgz"),
)
"""What a folder or archive is searched for, with `.gz` too. A file that is named outright is read whatever its name."""
STANDARD_INPUT = "-"


class SourceFile(msgspec.Struct, frozen=True):
    """One file to read, `-` for standard input. `size` is its length in bytes on disk, 0 where it cannot be known."""

    location: str
    size: int = 0

    @property
    def is_there(self) -> bool:
        """Whether there is something at its location."""
        return self.location == STANDARD_INPUT or os.path.exists(self.location)  # noqa: PTH110  (Path's raises)


def list_sources(sources: Sequence[str]) -> list[SourceFile]:
    """The files that the sources stand for, each once: sources in their order, folders and globs sorted by path.

    A source that is not there, or stands for no file, is listed as it was given: `load_page` says what is wrong.
    Folders are searched downwards for `FILE_SUFFIXES`; hidden files and links to folders are left alone.
    """
    found = dict.fromkeys(path for source in sources for path in _files_of(source))
    return [SourceFile(path, _size(path)) for path in found]


def _files_of(source: str) -> Iterable[str]:
    if source == STANDARD_INPUT:
        return [source]
    if os.path.isdir(source):  # noqa: PTH112  (Path.is_dir raises on names that no file can have)
        return _files_under(source) or [source]
    if os.path.exists(source) or not glob.has_magic(source):  # noqa: PTH110
        return [source]
    matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207  (Path.glob takes no absolute pattern)
    return [path for match in matches for path in _files_of(match)] or [source]


def _files_under(folder: str) -> list[str]:
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name).as_posix() for name in names if is_file_name(name)]
    return sorted(found)


def is_file_name(name: str) -> bool:
    """Whether a file without its folder is named like something that is read."""
    return not name.startswith(".") and name.lower().removesuffix(".gz").endswith(FILE_SUFFIXES)


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0
