"""Commands that print lists."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import (
    FILTERS,
    SPEECH,
    AsOfOption,
    ChronicleArgument,
    Format,
    FormatOption,
    LimitOption,
    filtered,
    opened,
)
from dateline.cli.output import say, write_list, write_rows

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dateline.views import Chronology, Filters, Folding, View

Typed = dict[str, str | None]
"""What was typed for each shared filter."""


@filtered
def chronology(
    chronicle: ChronicleArgument,
    typed: Typed,
    all: Annotated[bool, typer.Option("--all", "-a", help="Unfold colour and old background.")] = False,
    fold_below: Annotated[
        float | None,
        typer.Option(min=0, max=1, metavar="S", help="Fold what has less salience than this.", show_default="0.3"),
    ] = None,
    background_days: Annotated[
        int | None,
        typer.Option(
            min=0, metavar="N", help="Fold what ended so many days before its first report.", show_default="365"
        ),
    ] = None,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format: FormatOption = Format.table,
) -> None:
    """What happened, in order of time."""
    from dateline.views import EntryRow

    folding = _folding(fold_below, background_days)
    with opened(chronicle, as_of) as view:
        found = view.chronology(_filters(view, typed), None if all else folding, limit)
    write_rows(format, EntryRow, found.rows, lambda: _chronology_parts(found, folding))
    if format is not Format.table and found.folded:
        say(f"{found.folded} entries are folded; --all gives everything")


@filtered
def search(
    chronicle: ChronicleArgument,
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words, "words in a row", beginnings*.')],
    typed: Typed,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Entries, statements, pages and related items that hold all the words, newest first."""
    from dateline.cli import tables
    from dateline.views import FOUND_AT_MOST, HitRow

    with opened(chronicle, as_of) as view:
        rows = view.search(query, _filters(view, typed), limit or FOUND_AT_MOST)
    write_list(format, HitRow, rows, tables.hit_table, "nothing holds all of these words")


@filtered
def actors(
    chronicle: ChronicleArgument,
    typed: Typed,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Who takes part, the busiest first."""
    from dateline.cli import tables
    from dateline.views import ActorRow

    with opened(chronicle, as_of) as view:
        rows = view.actors(_filters(view, typed), limit)
    write_list(format, ActorRow, rows, tables.actor_table, "no actor fits")


@partial(filtered, names=(*FILTERS, *SPEECH))
def statements(
    chronicle: ChronicleArgument,
    typed: Typed,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Who said what, and through whom it came."""
    from dateline.cli import tables
    from dateline.views import STANCES, STATUSES, StatementRow

    about = typed.pop("about") or ""
    with opened(chronicle, as_of) as view:
        rows = list(view.statements(_filters(view, typed, (*STATUSES, *STANCES)), limit, about=about))
    write_list(format, StatementRow, rows, tables.statement_table, "no statement fits")


@filtered
def claims(
    chronicle: ChronicleArgument,
    typed: Typed,
    side: Annotated[
        str | None, typer.Option("--side", metavar="SIDE", help="Has a voice that alleges, denies ...")
    ] = None,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format: FormatOption = Format.table,
) -> None:
    """What is alleged, denied, confirmed or taken back, and by whom."""
    from dateline.cli import tables
    from dateline.views import STANCES, STATUSES, ClaimRow
    from dateline.views import side as known

    with opened(chronicle, as_of) as view:
        rows = view.claims(_filters(view, typed, (*STATUSES, *STANCES)), known(side), limit)
    write_list(format, ClaimRow, rows, tables.claim_table, "no claim fits")


@filtered
def expectations(
    chronicle: ChronicleArgument,
    typed: Typed,
    due: Annotated[bool, typer.Option("--due", help="Past their time; your pages do not tell.")] = False,
    open: Annotated[bool, typer.Option("--open", help="Still to come, or without a due time.")] = False,
    lapsed: Annotated[bool, typer.Option("--lapsed", help="Past their time, with no outcome.")] = False,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Plans, promises and forecasts, and what became of them."""
    from dateline.cli import tables
    from dateline.views import STATES, STATUSES, ExpectationRow

    wanted = {name for name, given in (("due", due), ("open", open), ("lapsed", lapsed)) if given}
    with opened(chronicle, as_of) as view:
        found = view.expectations(_filters(view, typed, (*STATUSES, *STATES)), None if wanted else limit)
        rows = [row for row in found if not wanted or row.state in wanted][:limit]
    write_list(format, ExpectationRow, rows, tables.expectation_table, "no expectation fits")


def _filters(view: "View", typed: Typed, statuses: Sequence[str] | None = None) -> "Filters":
    from dateline.views import STATUSES, filters

    types = view.types() if typed["type"] else ()
    return filters(**typed, statuses=statuses or STATUSES, types=types)


def _folding(below: float | None, background_days: int | None) -> "Folding":
    from dateline.views import Folding

    given = {"below": below, "background_days": background_days}
    return Folding(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]


def _chronology_parts(found: "Chronology", folding: "Folding") -> list["RenderableType"]:
    from dateline.cli import tables
    from dateline.views import labels

    if not found.rows:
        say("all that fit are folded; --all shows them" if found.folded else "no entry fits")
        return []
    marks = labels(source.page for source in found.sources)
    parts: list[RenderableType] = [tables.entry_table(found.rows, marks), "", tables.legend(found, marks)]
    return [*parts, "", tables.folded_note(found, folding)] if found.folded else parts
