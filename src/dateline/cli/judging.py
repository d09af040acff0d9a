"""Commands by which people decide: what is one event, what a cell says, what does not belong; and what that changed."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import AsOfOption, ChronicleArgument, Format, FormatOption, Shape, ShapeOption, opened
from dateline.cli.output import say, write, write_rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.executors import Compared, Why
    from dateline.records import Decision

KINDS = ("same", "different", "actor-same", "actor-different", "edit", "add", "reject", "undo")
IN_A_FILE = "somebody has the chronicle open: the words leave its log when the last one closes it"
ON_A_SERVER = (
    "the words have left the chronicle, but not yet the files of the database: somebody uses it, or you do not own its "
    "tables; let its owner run VACUUM (FULL, ANALYZE)"
)
ByOption = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides.", show_default="your login")]


def judge(
    chronicle: ChronicleArgument,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="same, different, actor-same … or: log, replay.")],
    given: Annotated[list[str] | None, typer.Argument(metavar="[WHAT]...", help="Ids, names, or a file.")] = None,
    by: ByOption = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")] = "",
    cell: Annotated[list[str] | None, typer.Option("--cell", metavar="NAME=VALUE", help="A cell (add).")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="CITATION", help="A source of your own.")] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="The day of that source.")] = None,
) -> None:
    """Decide: what is one event, what a cell says, what is missing or wrong. It is kept, and always wins."""
    from dateline import executors
    from dateline.errors import UsageError

    what = given or []
    if kind == "log":
        _write_log(chronicle)
        return
    if kind == "replay":
        if not what:
            raise UsageError("replay takes files of decisions, as `judge CHRONICLE log` writes them")
        new = executors.replay(chronicle, [d for name in what for d in _read_log(Path(name))])
        say(f"{new} decisions added")
        return
    if kind not in KINDS:
        raise UsageError(f"there is no kind {kind}: give one of {', '.join(KINDS)}, log or replay")
    if kind != "add" and (cell or source or date):
        raise UsageError("--cell, --source and --date go with add only")
    fields: dict[str, str] = {}
    if kind == "edit":
        if len(what) != 3:
            raise UsageError("edit takes ID CELL VALUE")
        what, fields = what[:1], {"cell": what[1], "value": what[2]}
    if kind == "add":
        what, fields = [], _added(what, cell or [], source, date)
    made = executors.decide(chronicle, kind, by or getpass.getuser(), what, note=note, **fields)  # type: ignore[arg-type]
    say(f"decision {made.id}; `dateline judge {chronicle} undo {made.id}` takes it back")


def _added(what: list[str], cells: list[str], source: str | None, date: str | None) -> dict[str, str]:
    """What is told of an event that is added: its words, where they stand, and its cells."""
    from dateline.errors import UsageError

    if len(what) != (1 if source else 2) or (date and not source):
        raise UsageError("add takes PAGE QUOTE, or with --source CITATION --date DATE the words of it")
    where = {"source": source, "day": date or ""} if source else {"page": what[0]}
    return dict(map(_parted, cells)) | where | {"quote": what[-1]}


def why(
    chronicle: ChronicleArgument,
    one: Annotated[str, typer.Argument(metavar="ID", help="An entry, or ID:N for its Nth report.")],
    other: Annotated[str, typer.Argument(metavar="ID", help="Another, or the same with another N.")],
    format: ShapeOption = Shape.text,
) -> None:
    """Why two reports are one event, or are not: feature by feature."""
    from dateline import executors
    from dateline.exports import encoded

    found = executors.why(chronicle, one, other)
    if format is Shape.json:
        write([encoded(found), "\n"])
        return
    from rich.text import Text

    from dateline.cli.tables import table
    from dateline.cli.terminal import printable
    from dateline.cli.widths import Column

    columns = (Column("Compared", share=2), Column("One", share=3), Column("Other", share=3), Column("Fits"))
    rows = [(f.name, f.one or "–", f.other or "–", _fits(f)) for f in found.features]
    write_rendered(
        Text(f"One:   {printable(found.one)}\nOther: {printable(found.other)}"),
        table(columns, rows),
        Text("\n".join(map(printable, _reasons(found)))),
    )


def _fits(feature: "Compared") -> str:
    """Whether a feature fits, as it counts: where it only may let in, no is no objection."""
    if feature.counts == "must":
        return "yes" if feature.fits else "no"
    if feature.counts == "may":
        return "lets in" if feature.fits else "–"
    return "alike" if feature.fits and feature.one and feature.other else "–" if feature.fits else "differs"


def _reasons(found: "Why") -> "Iterator[str]":
    yield f"These reports stand in {'one entry' if found.together else 'two entries'}: {found.rule}."
    yield f"Of 100 pairs as much alike {round(100 * found.score)} are one event (score {found.score:.2f})."
    yield f"{found.met[:1].upper()}{found.met[1:]}."
    if found.decided:
        yield f"{found.decided[:1].upper()}{found.decided[1:]}."
    elif found.together and not found.fit:
        yield "Another report joins them, or one points back to the other."
    elif not found.together and found.fit:
        yield f"They fit, but {found.stands_between}."


def changes(
    chronicle: ChronicleArgument,
    since: Annotated[str, typer.Option("--since", metavar="RUN|DATE", help="After a run, or from a day on.")] = "0",
    as_of: AsOfOption = None,
    format: FormatOption = Format.table,
) -> None:
    """What is new, merged, split, gone, closed or disputed since a run or a day."""
    from dateline.cli.output import write_rows
    from dateline.cli.tables import table
    from dateline.cli.widths import Column
    from dateline.views import ChangeRow

    with opened(chronicle, as_of) as view:
        rows = view.changes(since)
    columns = (Column("Run"), Column("What"), Column("Event", share=6), Column("More", share=2), Column("Id"))
    cells = [
        (str(row.run), row.kind, row.event, row.detail or ", ".join(o[:6] for o in row.others) or "–", row.entry[:6])
        for row in rows
    ]
    write_rows(format, ChangeRow, rows, lambda: [table(columns, cells)])


def remove(
    chronicle: ChronicleArgument,
    name: Annotated[str, typer.Argument(metavar="PAGE|SOURCE", help="A page's id or address, or an outlet.")],
    by: ByOption = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")] = "",
    restore: Annotated[bool, typer.Option("--restore", help="Let a page that was taken out be read again.")] = False,
) -> None:
    """Take a page or a source out for good: its text and all that stands on it. A tombstone is left."""
    from dateline import executors

    if restore:
        found = executors.restore(chronicle, name)
        say(f"{len(found)} may be read again")
        return
    found, scrubbed = executors.remove(chronicle, name, by or getpass.getuser(), note)
    say(f"{len(found)} taken out: {', '.join(found)}; `dateline remove {chronicle} ID --restore` lets one in again")
    if not scrubbed:
        say(ON_A_SERVER if "://" in chronicle else IN_A_FILE)


def _write_log(location: str) -> None:
    import msgspec

    from dateline.views import View

    with View(location) as view:
        write(msgspec.json.encode(decision).decode() + "\n" for decision in view.decisions())


def _read_log(path: Path) -> "list[Decision]":
    import msgspec

    from dateline.errors import UsageError
    from dateline.records import Decision

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [msgspec.json.decode(line, type=Decision) for line in lines if line.strip()]
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as decisions, a JSON object a line: {error}") from error


def _parted(text: str) -> tuple[str, str]:
    from dateline.errors import UsageError
    from dateline.merging import ADDED

    name, equals, value = (part.strip() for part in text.partition("="))
    if not equals:
        raise UsageError(f"{text}: give a cell as NAME=VALUE")
    if name not in ADDED:
        raise UsageError(f"there is no cell {name}: give one of {', '.join(ADDED)}")
    return name, value
