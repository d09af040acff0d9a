"""Tables for a terminal of any width, down to 80 columns."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.box import Box
from rich.table import Table
from rich.text import Text

from dateline.cli.cells import actor_cells, entry_cells, expectation_cells, hit_cells, id_length, statement_cells
from dateline.cli.terminal import printable
from dateline.views import ActorRow, Chronology, EntryRow, ExpectationRow, Folding, HitRow, StatementRow

RULED = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
"""A line under the header, nothing else."""


class Column(NamedTuple):
    """A column: its head, and its share of the width; a share of 0 takes what it needs, at most `most` columns."""

    head: str
    share: int = 0
    most: int | None = None
    least: int = 4
    style: str = ""


ENTRY_COLUMNS = (
    Column("Date", most=14),
    Column("Event", share=3, least=18),
    Column("Place", share=1, least=9),
    Column("Status", share=1, least=9),
    Column("Who says", share=1, least=9),
    Column("Sources", most=7),
    Column("Id", style="dim"),
)
ACTOR_COLUMNS = (
    Column("Name", share=2, least=16),
    Column("Kind"),
    Column("Country"),
    Column("Entries"),
    Column("Says"),
    Column("Also", share=3, least=12),
)
STATEMENT_COLUMNS = (
    Column("Published"),
    Column("Who", share=2, least=12),
    Column("Cue", share=1, least=8),
    Column("What", share=5, least=20),
    Column("Source", share=2, least=10),
)
EXPECTATION_COLUMNS = (
    Column("Due", most=14),
    Column("Event", share=3, least=18),
    Column("Kind"),
    Column("Outcome", share=2, least=10),
    Column("Who says", share=1, least=9),
    Column("Id", style="dim"),
)
HIT_COLUMNS = (
    Column("Date", most=12),
    Column("Kind"),
    Column("Words", share=5, least=20),
    Column("Source", share=2, least=12),
    Column("Id", style="dim"),
)


def entry_table(rows: Sequence[EntryRow], labels: dict[str, str]) -> Table:
    """The chronology's columns, with as much of each id as tells them apart."""
    length = id_length(row.id for row in rows)
    return table(ENTRY_COLUMNS, (entry_cells(row, labels, length) for row in rows))


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


def expectation_table(rows: Sequence[ExpectationRow]) -> Table:
    """Expectations."""
    length = id_length(row.entry for row in rows)
    return table(EXPECTATION_COLUMNS, (expectation_cells(row, length) for row in rows))


def hit_table(rows: Iterable[HitRow]) -> Table:
    """Hits of a search."""
    return table(HIT_COLUMNS, map(hit_cells, rows))


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Table:
    """A table of plain text, over the whole width; every cell is stripped of what a terminal obeys."""
    made = Table(box=RULED, expand=True, padding=(0, 1, 0, 0), show_edge=False, header_style="bold", pad_edge=False)
    for column in columns:
        made.add_column(
            column.head,
            ratio=column.share or None,
            min_width=column.least,
            max_width=column.most,
            style=column.style,
            overflow="fold",
        )
    for row in rows:
        made.add_row(*(Text(printable(cell), overflow="fold") for cell in row))
    return made
