"""Tables as text: JSON Lines and CSV, a row a page."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from dateline.pages.columns import check_columns, find_columns, row_page
from dateline.pages.inputs import Found, Input, ReadOptions
from dateline.pages.limits import PAGE_LIMIT, UnreadableError
from dateline.pages.recognition import find_encoding
from dateline.pages.streams import CHUNK, with_head
from dateline.records import Page, Rejection

LINE_LIMIT = 2 * PAGE_LIMIT
"""Bytes of a line of JSON, whose escapes take more room than the page."""
DELIMITERS = ",;\t|"


def read_jsonl(item: Input, options: ReadOptions) -> Iterator[Found]:
    """An object a line; locations are `FILE:LINE`, counted from 1."""
    number = 0
    while line := item.file.readline(LINE_LIMIT + 1):
        number += 1
        location = f"{item.location}:{number}"
        if len(line) > LINE_LIMIT:
            _skip_line(item.file, line)
            yield Rejection(location=location, reason="too_large", detail="a line longer than any page")
        elif line.strip():
            yield _json_page(line, location, options)


def _skip_line(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(CHUNK)


def _json_page(line: bytes, location: str, options: ReadOptions) -> Page | Rejection:
    try:
        row = _json(line)
        if not isinstance(row, dict):
            raise ValueError("it is no object")
        return row_page(row, check_columns(row, options), location)
    except UnreadableError as error:
        return Rejection(location=location, reason=error.reason, detail=str(error))
    except (ValueError, RecursionError) as error:
        return Rejection(location=location, reason="failed", detail=f"this line is not JSON: {error}"[:300])


def _json(line: bytes) -> Any:
    line = line.removeprefix(b"\xef\xbb\xbf")
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        # Slower, and takes what Python and JavaScript write: lone surrogates, NaN, control characters.
        return json.loads(line.decode("utf-8", "replace"), strict=False)


def read_csv(item: Input, options: ReadOptions) -> Iterator[Found]:
    """A row a page, columns by the first row; locations are `FILE:LINE`, the line the row begins at, counted from 1."""
    head, file = with_head(item.file)
    encoding = find_encoding(head[: head.rfind(b"\n") + 1] or head)
    if encoding is None:
        raise UnreadableError("binary", "its bytes are not text in any known encoding")
    encoding = "utf-8-sig" if encoding == "utf-8" else encoding
    text = io.TextIOWrapper(file, encoding, "replace", newline="")
    csv.field_size_limit(PAGE_LIMIT)
    rows = csv.reader(text, delimiter=find_delimiter(head.decode(encoding, "replace")) or ",")
    names = next(rows, [])
    columns = check_columns(names, options)
    while True:
        location = f"{item.location}:{rows.line_num + 1}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            if "field larger" in str(error):
                yield Rejection(location=location, reason="too_large", detail="a cell larger than any page")
            else:
                yield Rejection(location=location, reason="failed", detail=f"this row is not CSV: {error}")
            continue
        if cells:
            yield row_page(dict(zip(names, cells, strict=False)), columns, location)


def find_delimiter(head: str) -> str | None:
    """What parts the cells of the first line, by which it has most of them; None where it has only one."""
    line = head.lstrip("\ufeff").split("\n", 1)[0].rstrip("\r")
    counts = {delimiter: len(_cells(line, delimiter)) for delimiter in DELIMITERS}
    best = max(counts, key=lambda delimiter: counts[delimiter])
    return best if counts[best] > 1 else None


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line[:CHUNK]], delimiter=delimiter), [])
    except csv.Error:
        return []


def looks_like_csv(head: str, options: ReadOptions) -> bool:
    """Whether the first line names a column of text or HTML beside others."""
    delimiter = find_delimiter(head)
    names = _cells(head.lstrip("\ufeff").split("\n", 1)[0].rstrip("\r"), delimiter) if delimiter else []
    found = find_columns(names, options)
    return ("text" in found or "html" in found) and len(found) > 1 and all(len(name) < 60 for name in names)


def looks_like_jsonl(head: bytes) -> bool:
    """Whether the first line is a JSON object, or the beginning of a long one."""
    line, newline, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not newline and len(line) > CHUNK // 2:
        return line[1:].lstrip().startswith(b'"')
    try:
        return isinstance(_json(line), dict)
    except (ValueError, RecursionError):
        return False
