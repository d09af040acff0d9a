"""Data on standard output, words about it on standard error."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dateline.cli.options import Format
from dateline.cli.terminal import harmless, printable
from dateline.errors import UsageError

if TYPE_CHECKING:
    import msgspec
    from rich.console import Console, RenderableType

PIPE_WIDTH = 80
"""Columns of a table that goes elsewhere than to a terminal, where COLUMNS does not say."""


def write(pieces: Iterable[str]) -> None:
    """Data to standard output as UTF-8, cleaned where that is a terminal. A reader who goes away ends the command."""
    _send(map(harmless, pieces) if sys.stdout.isatty() else pieces)


def _send(pieces: Iterable[str]) -> None:
    try:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # What is still buffered would fail once more when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def write_file(pieces: Iterable[str], path: Path) -> None:
    """Text to a file as UTF-8, whole or not at all. Raises UsageError where it cannot be written."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8", errors="replace", newline="") as file:
            file.writelines(pieces)
        unfinished.replace(path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


def say(message: str) -> None:
    """One line to standard error."""
    print(f"dateline: {printable(message)}", file=sys.stderr)


def line_width() -> int:
    """How many columns a line has."""
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns


def console() -> "Console":
    """A console that records: plain where standard output is no terminal."""
    import io

    from rich.console import Console

    terminal = sys.stdout.isatty()
    return Console(
        file=io.StringIO(),
        width=line_width(),
        force_terminal=terminal,
        color_system="auto" if terminal else None,
        highlight=False,
        emoji=False,
        markup=False,
    )


def write_rendered(*parts: "RenderableType") -> None:
    """Tables and text as they look on this terminal."""
    recorder = console()
    with recorder.capture() as captured:
        for part in parts:
            recorder.print(part)
    _send(line.rstrip(" ") + "\n" for line in captured.get().splitlines())


def write_rows(
    form: Format,
    kind: "type[msgspec.Struct]",
    rows: "Sequence[msgspec.Struct]",
    table: "Callable[[], Sequence[RenderableType]]",
) -> None:
    """Rows in the form asked for; `table` renders them for people."""
    from dateline.exports import as_csv, as_json, as_jsonl

    match form:
        case Format.csv:
            write(as_csv(kind, rows))
        case Format.json:
            write(as_json(rows))
        case Format.jsonl:
            write(as_jsonl(rows))
        case Format.table:
            write_rendered(*table())


def write_list[R: "msgspec.Struct"](
    form: Format, kind: type[R], rows: "Sequence[R]", table: "Callable[[Sequence[R]], RenderableType]", nothing: str
) -> None:
    """Rows in the form asked for; where there are none, a person is told so."""
    if rows or form is not Format.table:
        write_rows(form, kind, rows, lambda: [table(rows)])
    else:
        say(nothing)
