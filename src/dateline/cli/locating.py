"""The command that lists places."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.cli.options import AsOfOption, ChronicleArgument, Format, FormatOption, LimitOption, filtered, opened
from dateline.cli.output import write_list

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.views import PlaceRow

FILTERS_OF_PLACES = ("place", "source")
"""The shared filters that a place can fit."""


def _places(
    chronicle: ChronicleArgument,
    typed: dict[str, str | None],
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Where on earth the places of the pages are, and how that was reached."""
    from dateline.views import PlaceRow, filters

    with opened(chronicle, as_of) as view:
        rows = view.places(filters(**typed, statuses=(), types=()), limit)
    write_list(format, PlaceRow, rows, place_table, "no place fits")


_places.__name__ = "places"
places = filtered(_places, FILTERS_OF_PLACES)


def place_table(rows: "Sequence[PlaceRow]") -> "Table":
    """Places with their points and reasons."""
    from dateline.cli.tables import table
    from dateline.cli.widths import Column

    columns = (
        Column("Name", share=2),
        Column("Place", share=3),
        Column("Point", share=1),
        Column("As a"),
        Column("Why", share=4),
        Column("Pages"),
    )
    return table(columns, map(place_cells, rows))


def place_cells(row: "PlaceRow") -> list[str]:
    """Name, what it was resolved to with its id, point, precision, reason, pages."""
    where = ", ".join(part for part in (row.place, row.region, row.country) if part)
    id = f" [{row.geonames}]" if row.geonames else ""
    point = f"{row.latitude:.2f}, {row.longitude:.2f}" if row.latitude is not None else "–"
    return [row.name, f"{where}{id}" or "not resolved", point, row.precision or "–", row.reason, str(row.pages)]
