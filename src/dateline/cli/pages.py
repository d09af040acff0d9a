"""The command that lists the pages of a chronicle."""

from collections.abc import Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from dateline.cli.options import AsOfOption, ChronicleArgument, Format, FormatOption, LimitOption, filtered, opened
from dateline.cli.output import write_list

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.views import PageRow

LONGEST_NOTE = 60
"""Letters of a note in the table; `--format json` has all of it."""
FILTERS_OF_PAGES = ("since", "until", "source")


def _pages(
    chronicle: ChronicleArgument,
    typed: dict[str, str | None],
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format: FormatOption = Format.table,
) -> None:
    """The pages that were read, and what each says of itself."""
    from dateline.views import PageRow, filters

    given: dict[str, Any] = dict(typed)
    wanted = filters(**given)
    with opened(chronicle, as_of) as view:
        rows = view.pages(wanted, limit)
    write_list(format, PageRow, rows, page_table, "no page fits")


_pages.__name__ = "pages"
pages = filtered(_pages, FILTERS_OF_PAGES)


def page_table(rows: "Sequence[PageRow]") -> "Table":
    """Pages in order of publication, with as much of each id as tells them apart."""
    from dateline.cli.cells import id_length
    from dateline.cli.tables import table
    from dateline.cli.widths import Column

    columns = (
        Column("Published", share=1, least=10),
        Column("Headline", share=5),
        Column("Outlet", share=2),
        Column("By", share=2),
        Column("Remarks", share=3),
        Column("Page", style="dim"),
    )
    length = id_length(row.page for row in rows)
    return table(columns, (page_cells(row, length) for row in rows))


def page_cells(row: "PageRow", id_length: int) -> list[str]:
    """Published, headline, outlet, who wrote it, what there is to say of it, id."""
    from dateline.views import NOTHING, listed

    time = f" {row.time}{f' {row.zone}' if row.zone else ''}" if row.time else ""
    by = tuple(name for name in (row.byline, *(f"with {name}" for name in row.contributors)) if name)
    return [
        f"{row.published}{time}",
        row.title,
        row.outlet,
        listed(by),
        "; ".join(remarks(row)) or NOTHING,
        row.page[:id_length],
    ]


def remarks(row: "PageRow") -> list[str]:
    """What is not as usual: another language, flags, notes, an update, a date that comes from elsewhere."""
    from dateline.cli.cells import FLAGS, READ_LANGUAGE

    found = [f"unread: language {row.language}"] if row.language != READ_LANGUAGE else []
    found += [FLAGS[flag] for flag in row.flags]
    found += [f"updated {row.updated.replace('T', ' ')}"] if row.updated else []
    found += [f"dated by {row.basis}"] if row.basis in ("url", "option") else []
    return [*found, *(shorten(note, LONGEST_NOTE, placeholder=" …") for note in row.notes)]
