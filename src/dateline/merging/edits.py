"""Cells that a person set, over those of the reader, which never overwrites them."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any, get_args

import msgspec

from dateline.errors import UsageError
from dateline.records import Edit, Entry, Interval, Status

CELLS = ("words", "date", "type", "actors", "recipients", "places", "status")
"""Cells that can be set. Names stand with semicolons between; a date is a day, or two with a slash between."""


def edited(entry: Entry, edits: Sequence[Edit]) -> Entry:
    """The entry with the cells that people set, the last decision on each; `reader` says what the reader says now."""
    last = {edit.cell: edit for edit in sorted(edits, key=lambda edit: (edit.at, edit.decision))}
    kept = []
    for cell, edit in sorted(last.items()):
        kept.append(msgspec.structs.replace(edit, reader=cell_text(entry, cell)))
        entry = msgspec.structs.replace(entry, **parsed(cell, edit.value))
    return msgspec.structs.replace(entry, edits=tuple(kept)) if kept else entry


def cell_text(entry: Entry, cell: str) -> str:
    """A cell as a person would write it."""
    if cell == "date":
        days = [day.isoformat() if day else "" for day in (entry.interval.earliest, entry.interval.latest)]
        return "" if entry.interval.is_open else days[0] if days[0] == days[1] else "/".join(days)
    value = getattr(entry, cell)
    return "; ".join(value) if isinstance(value, tuple) else value or ""


def parsed(cell: str, value: str) -> dict[str, Any]:
    """The fields of an entry that a written cell means. Raises UsageError where it means nothing."""
    parsers: dict[str, Callable[[str], dict[str, Any]]] = {
        "date": _date,
        "status": _status,
        "words": lambda text: {"words": _some(text)},
        "type": lambda text: {"type": text.strip().upper() or None},
    }
    if cell in parsers:
        return parsers[cell](value)
    if cell in CELLS:
        return {cell: tuple(name for part in value.split(";") if (name := part.strip()))}
    raise UsageError(f"there is no cell {cell}: give one of {', '.join(CELLS)}")


def _some(text: str) -> str:
    if not text.strip():
        raise UsageError("the words of an entry cannot be empty")
    return " ".join(text.split())


def _date(text: str) -> dict[str, Any]:
    try:
        days = [datetime.date.fromisoformat(day) if day else None for day in text.strip().split("/")]
        if len(days) > 2:
            raise ValueError
        interval = Interval(days[0], days[-1])
    except ValueError as error:
        raise UsageError(f"{text} is no date: give YYYY-MM-DD, or two with a slash between") from error
    return {"interval": interval, "basis": "stated", "value": text.strip() if interval.is_day else None}


def _status(text: str) -> dict[str, Any]:
    code = "_".join(text.strip().lower().replace("-", " ").split())
    if code not in get_args(Status):
        raise UsageError(f"there is no status {text}: give one of {', '.join(get_args(Status))}")
    return {"status": code}
