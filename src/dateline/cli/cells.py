"""Rows in the words of a person: what stands in each column."""

from collections.abc import Iterable
from textwrap import shorten

from dateline.records import ExpectationState, Flag
from dateline.views import (
    NOTHING,
    OUTCOMES,
    ActorRow,
    ClaimRow,
    CopyRow,
    EntryRow,
    ExpectationRow,
    HitRow,
    StatementRow,
    listed,
    says,
    sentence,
    turns,
)

UNNAMED = "unnamed"
SHORTEST_ID = 6
LONGEST_SENTENCE = 180
"""Letters of a sentence in a table; `show` and `--format json` have all of it."""
UNDER_FRAME = "↳ "

FLAGS: dict[Flag, str] = {
    "paywall": "only its first words are shown: a paywall",
    "repeated": "stands on the page more than once",
}
"""What there is to say of an article, in words."""
READ_LANGUAGE = "en"


def id_length(ids: Iterable[str]) -> int:
    """How much of the ids tells them apart, at least six characters."""
    listed = list(ids)
    return next(n for n in range(SHORTEST_ID, 65) if len({id[:n] for id in listed}) == len(set(listed)))


def event(row: EntryRow) -> str:
    """What happened, marked where it stands under its frame."""
    words = sentence(row.event)
    return "  " * (row.depth - 1) + UNDER_FRAME + words if row.depth else words


def status(row: EntryRow, id_length: int) -> str:
    """The status, of what was to come the outcome, on which cells the reports differ, and which a person set."""
    words = turns(row)
    words = f"{words}; {outcome(row.expectation, row.outcome, id_length)}" if row.expectation else words
    words = f"{words}; disputed: {', '.join(row.disputed)}" if row.disputed else words
    return f"{words}; set by hand: {', '.join(row.edited)}" if row.edited else words


def outcome(state: ExpectationState, closed_by: str | None, id_length: int) -> str:
    """What became of an expectation, with the entry that closed it."""
    return f"{OUTCOMES[state]}: see {closed_by[:id_length]}" if closed_by else OUTCOMES[state]


def date(row: EntryRow, frame: EntryRow | None) -> str:
    """The date; without the year where the frame, a line above, has said it."""
    days = [row.earliest, row.latest, *((frame.earliest, frame.latest) if frame else (None,))]
    years = {day.year if day else None for day in days}
    return row.date if None in years or len(years) > 1 else row.date.replace(f" {years.pop()}", "", 1)


def entry_cells(row: EntryRow, frame: EntryRow | None, labels: dict[str, str], id_length: int) -> list[str]:
    """Date, event, place, status, who says, sources, id; `frame` is the row that this one stands under."""
    return [
        date(row, frame),
        event(row),
        listed(row.places),
        status(row, id_length),
        says(row.said_by),
        ", ".join(labels[page] for page in row.pages),
        row.id[:id_length],
    ]


def actor_cells(row: ActorRow) -> list[str]:
    """Name, kind, country, entries, statements, also known as."""
    return [row.name, row.kind, row.country or NOTHING, str(row.entries), str(row.statements), listed(row.names)]


def statement_cells(row: StatementRow) -> list[str]:
    """Published, speaker with those through whom it came, cue, content, source."""
    through = f" (through {', '.join(row.through)})" if row.through else ""
    to = f" to {', '.join(row.addressees)}" if row.addressees else ""
    return [
        row.published.isoformat(),
        f"{', '.join(row.speakers) or UNNAMED}{through}",
        f"{row.cue}{to}",
        row.content,
        row.source,
    ]


def claim_cells(row: ClaimRow, id_length: int) -> list[str]:
    """Days, claim, its sides with how it went from year to year, sources, id."""
    days = [day.isoformat() for day in dict.fromkeys((row.first, row.last))]
    history = f" ({' → '.join(row.history)})" if row.history else ""
    sources = ", ".join(dict.fromkeys(row.sources))
    return [" ".join(days), row.claim, "; ".join(row.sides) + history, sources, row.id[:id_length]]


def expectation_cells(row: ExpectationRow, id_length: int) -> list[str]:
    """Due with the dates of before, event, kind, outcome, who says, id of the entry; both with their sentences."""
    before = f" (before: {', then '.join(row.moved_from)})" if row.moved_from else ""
    became = f"{outcome(row.state, row.outcome, id_length)}{_quoted(row.shown_by)}"
    event = f"{row.event}{_quoted(row.said)}"
    return [f"{row.due}{before}", event, row.kind, became, says(row.said_by), row.entry[:id_length]]


def _quoted(sentence: str) -> str:
    return f": “{shorten(sentence, LONGEST_SENTENCE, placeholder=' …')}”" if sentence else ""


def copy_cells(row: CopyRow, id_length: int) -> list[str]:
    """Published, story, origin, outlet, what was changed, page; the story is named where its first copy stands."""
    headline = row.title if row.first or row.retitled else "same headline"
    return [
        row.published.isoformat(),
        headline if row.first else f"{UNDER_FRAME}{headline}",
        row.origin if row.first else "",
        row.outlet,
        "first copy" if row.first else changed(row),
        row.page[:id_length],
    ]


def changed(row: CopyRow) -> str:
    """What a copy made of the story's first copy."""
    counts = ((row.left_out, "left out"), (row.added, "added"))
    said = [f"{count} {'sentence' if count == 1 else 'sentences'} {what}" for count, what in counts if count]
    return ", ".join(said) or "nothing"


def hit_cells(row: HitRow) -> list[str]:
    """Date, kind, text, source, id."""
    return [row.date or NOTHING, row.kind, row.text, row.source, row.id[:SHORTEST_ID]]
