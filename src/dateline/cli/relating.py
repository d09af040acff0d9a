"""The command that lists what the pages point to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.options import AsOfOption, ChronicleArgument, Format, FormatOption, LimitOption, filtered, opened
from dateline.cli.output import write, write_list

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.views import RelatedRow

FETCH = "to fetch"
FILTERS_OF_RELATED = ("actor", "since", "until", "source")
"""The shared filters that an item can fit: it has no place, type, status or speaker."""


def _related(
    chronicle: ChronicleArgument,
    typed: dict[str, str | None],
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Only pages to fetch: they name an actor of the chronicle.")
    ] = False,
    addresses: Annotated[
        bool, typer.Option("--addresses", help="Their addresses only, one a line, as read --urls takes them.")
    ] = False,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format: FormatOption = Format.table,
) -> None:
    """What the pages' lists of other articles point to."""
    from dateline.views import RelatedRow, filters

    given: dict[str, Any] = dict(typed)
    wanted = filters(**given)
    with opened(chronicle, as_of) as view:
        rows = view.related(wanted, to_fetch=fetch, limit=limit)
    if addresses:
        write(f"{address}\n" for address in dict.fromkeys(row.url for row in rows) if address)
    else:
        write_list(format, RelatedRow, rows, related_table, "no related item fits")


_related.__name__ = "related"
related = filtered(_related, FILTERS_OF_RELATED)


def related_table(rows: "Sequence[RelatedRow]") -> "Table":
    """Related items, with what they say of their age and whether they are to be fetched."""
    from dateline.cli.tables import table
    from dateline.cli.widths import Column

    columns = (
        Column("Appeared"),
        Column("Headline", share=5),
        Column("Section", share=2),
        Column("Names", share=2),
        Column("Page", share=2),
        Column("Fetch"),
    )
    return table(columns, map(related_cells, rows))


def related_cells(row: "RelatedRow") -> list[str]:
    """Appeared, headline with label and length, sections, actors named, page, whether to fetch."""
    from dateline.views import NOTHING, listed

    label = f"{row.label}: " if row.label else ""
    length = f" ({row.duration // 60}:{row.duration % 60:02})" if row.duration is not None else ""
    return [
        appeared(row) or NOTHING,
        f"{label}{row.headline}{length}",
        listed(row.sections),
        listed(row.actors),
        row.source,
        FETCH if row.fetch else "",
    ]


def appeared(row: "RelatedRow") -> str:
    """The days on which it appeared; empty where the page does not say."""
    days = [day.isoformat() for day in (row.earliest, row.latest) if day]
    return " – ".join(dict.fromkeys(days))
