"""Tables for a terminal of any width, down to 80 columns."""

from collections.abc import Iterable, Sequence

from rich.box import Box
from rich.table import Table
from rich.text import Text

from dateline.cli.cells import (
    actor_cells,
    claim_cells,
    copy_cells,
    entry_cells,
    expectation_cells,
    hit_cells,
    id_length,
    statement_cells,
)
from dateline.cli.output import line_width
from dateline.cli.terminal import printable
from dateline.cli.widths import Column, widths
from dateline.views import (
    ActorRow,
    Chronology,
    ClaimRow,
    CopyRow,
    EntryRow,
    ExpectationRow,
    Folding,
    HitRow,
    StatementRow,
)

RULED = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
"""A line under the header, nothing else."""

GAP = 1
"""Columns of the terminal between two of the table: the box's divider."""


ENTRY_COLUMNS = (
    Column("Date", share=2, least=11),
    Column("Event", share=5),
    Column("Place", share=2),
    Column("Status", share=2),
    Column("Who says", share=2),
    Column("Sources", share=1),
    Column("Id", style="dim"),
)
ACTOR_COLUMNS = (
    Column("Name", share=2),
    Column("Kind"),
    Column("Country"),
    Column("Entries"),
    Column("Statements"),
    Column("Also", share=3),
)
STATEMENT_COLUMNS = (
    Column("Published"),
    Column("Who", share=2),
    Column("Cue", share=1),
    Column("What", share=5),
    Column("Source", share=2),
)
CLAIM_COLUMNS = (
    Column("Reported", least=11),
    Column("Claim", share=5),
    Column("Who says", share=5),
    Column("Sources", share=2),
    Column("Id", style="dim"),
)
EXPECTATION_COLUMNS = (
    Column("Due", share=2, least=11),
    Column("Event", share=5),
    Column("Kind"),
    Column("Outcome", share=4),
    Column("Who says", share=2),
    Column("Id", style="dim"),
)
COPY_COLUMNS = (
    Column("Published"),
    Column("Story", share=4),
    Column("Origin", share=1),
    Column("Outlet", share=2),
    Column("Changed", share=3),
    Column("Page", style="dim"),
)
HIT_COLUMNS = (
    Column("Date"),
    Column("Kind"),
    Column("Words", share=5),
    Column("Source", share=2),
    Column("Id", style="dim"),
)


def entry_table(rows: Sequence[EntryRow], labels: dict[str, str]) -> Table:
    """The chronology's columns, with as much of each id as tells them apart."""
    length = id_length(row.id for row in rows)
    frames = {row.id: row for row in rows}
    cells = (entry_cells(row, frames.get(row.frame or ""), labels, length) for row in rows)
    return table(ENTRY_COLUMNS, cells)


def legend(chronology: Chronology, labels: dict[str, str]) -> Text:
    """Which page each label stands for."""
    return Text("\n".join(f"{labels[s.page]} = {printable(s.cited)}" for s in chronology.sources))


def folded_note(chronology: Chronology, folding: Folding) -> str:
    """How many entries are folded, by which rule, and how to see them."""
    count = f"{chronology.folded} {'entry is' if chronology.folded == 1 else 'entries are'}"
    return (
        f"{count} folded: colour (salience below {folding.below:g}) and background that ended more than "
        f"{folding.background_days} days before its first report. --all shows everything."
    )


def actor_table(rows: Iterable[ActorRow]) -> Table:
    """Actors."""
    return table(ACTOR_COLUMNS, map(actor_cells, rows))


def statement_table(rows: Iterable[StatementRow]) -> Table:
    """Statements."""
    return table(STATEMENT_COLUMNS, map(statement_cells, rows))


def claim_table(rows: Sequence[ClaimRow]) -> Table:
    """Claims with their sides."""
    length = id_length(row.id for row in rows)
    return table(CLAIM_COLUMNS, (claim_cells(row, length) for row in rows))


def expectation_table(rows: Sequence[ExpectationRow]) -> Table:
    """Expectations."""
    length = id_length(row.entry for row in rows)
    return table(EXPECTATION_COLUMNS, (expectation_cells(row, length) for row in rows))


def copy_table(rows: Sequence[CopyRow]) -> Table:
    """Copies of stories, with as much of each page's id as tells them apart."""
    length = id_length(row.page for row in rows)
    return table(COPY_COLUMNS, (copy_cells(row, length) for row in rows))


def hit_table(rows: Iterable[HitRow]) -> Table:
    """Hits of a search."""
    return table(HIT_COLUMNS, map(hit_cells, rows))


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]], width: int | None = None) -> Table:
    """A table of plain text over the whole width; every cell is stripped of what a terminal obeys."""
    cells = [[printable(cell) for cell in row] for row in rows]
    total = (width or line_width()) - GAP * (len(columns) - 1)
    made = Table(box=RULED, padding=0, show_edge=False, header_style="bold", pad_edge=False)
    for column, wide in zip(columns, widths(columns, cells, total), strict=True):
        made.add_column(column.head, width=wide, style=column.style, overflow="fold")
    for row in cells:
        made.add_row(*(Text(cell) for cell in row))
    return made
