"""Reading benchmark files: what is missing or broken is told with the file's name and the way out."""

import gzip
import zlib
from pathlib import Path
from typing import Any

import msgspec

from dateline.errors import DataError, UsageError


def existing(path: Path) -> Path:
    """The path itself; UsageError where nothing is there."""
    if not path.exists():
        raise UsageError(f"{path} does not exist: give the folder of the data set, or the one file in it")
    return path


def one_file(path: Path, pattern: str) -> Path:
    """The path where it is a file, else the only file of the folder that fits the pattern; UsageError where not one."""
    if existing(path).is_file():
        return path
    found = sorted(path.glob(pattern))
    if len(found) != 1:
        what = "no file" if not found else f"{len(found)} files"
        raise UsageError(f"{path} holds {what} named {pattern}: name the one to evaluate on")
    return found[0]


def decode[T](path: Path, kind: type[T] | Any) -> T:
    """A JSON file as a record; DataError where it is missing or does not fit."""
    try:
        data: T = msgspec.json.decode(path.read_bytes(), type=kind)
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error.strerror}") from error
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise DataError(f"{path}: {error}") from error
    return data


def decode_lines[T](path: Path, kind: type[T]) -> list[T]:
    """A file of one JSON record a line, blank lines left out; DataError names the line that does not fit."""
    records = []
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            records.append(msgspec.json.decode(line, type=kind))
        except (msgspec.ValidationError, msgspec.DecodeError) as error:
            raise DataError(f"{path}, line {number}: {error}") from error
    return records


def truth_folder(path: Path) -> Path:
    """The folder that holds `ground-truth.json`; the path may name either. UsageError without one."""
    folder = path if path.is_dir() else path.parent
    if not (folder / "ground-truth.json").is_file():
        raise UsageError(f"{folder} holds no ground-truth.json")
    return folder


def stored_html(folder: Path, name: str) -> bytes:
    """The page `html/NAME.html.gz` or `html/NAME.html`; UsageError without one, DataError where it is damaged."""
    packed, plain = folder / "html" / f"{name}.html.gz", folder / "html" / f"{name}.html"
    try:
        if packed.is_file():
            return gzip.decompress(packed.read_bytes())
        if plain.is_file():
            return plain.read_bytes()
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(f"{packed} cannot be read: {error}") from error
    raise UsageError(f"{folder / 'html'} lacks {name}.html.gz")
