"""What web pages say, in words."""

import datetime
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from dateline.records import Interval, Side, Status
from dateline.views import (
    DECIDED,
    OUTCOMES,
    SIDE_WORDS,
    EntryRow,
    HitRow,
    SidePair,
    StatementRow,
    VoiceView,
    highlighted,
    in_words,
    listed,
    month,
    says,
    sentence,
    short_day,
    turns,
)

MOST_LETTERS = 220
"""Letters of an event or claim in a table; the whole stands on its own page."""
MARK_WORDS: dict[str, str] = {
    "disputed": "reports differ",
    "assumed": "date assumed",
    "single": "one source",
    "edited": "set by hand",
}

SIGNS: dict[Status, str] = {
    "happened": "●",
    "ongoing": "◐",
    "planned": "○",
    "expected": "○",
    "promised": "○",
    "possible": "◌",
    "alleged": "◇",
    "denied": "⊘",
    "not_happened": "×",
}
"""A sign beside each status, for the eye; the word is always there too."""


def plain(name: str) -> str:
    """A name from the records as words."""
    return name.replace("_", " ")


def counted(number: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def path_part(text: str) -> str:
    """Text as one part of an address."""
    return quote(text, safe="")


def short(text: str, most: int = MOST_LETTERS) -> str:
    """Text cut at the end of a word where it is long, on one line."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{cut} …"


def href(row: EntryRow) -> str:
    """Where a row of the chronology leads: to an entry, to a claim, or to the words of a statement on their page."""
    match row.kind:
        case "claim":
            return f"/claims/{path_part(row.id)}"
        case "statement":
            return f"/pages/{path_part(row.pages[0])}{anchor(row)}"
        case _:
            return f"/entries/{path_part(row.id)}"


def anchor(row: EntryRow) -> str:
    """Where the words of a statement stand on its page; nothing for other rows."""
    return f"#s-{row.id}" if row.kind == "statement" else ""


def hit_href(row: HitRow) -> str:
    """Where something found leads: to itself, or to its words on their page."""
    match row.kind:
        case "entry":
            return f"/entries/{path_part(row.id)}"
        case "page":
            return f"/pages/{path_part(row.id)}"
        case _:
            letter = "s" if row.kind == "statement" else "r"
            return f"/pages/{path_part(row.page or '')}#{letter}-{row.id}"


def by_side(voices: Sequence[VoiceView]) -> list[tuple[Side, list[VoiceView]]]:
    """The voices of each side, in the order in which sides are told."""
    sides = [(side, [voice for voice in voices if voice.position == side]) for side in SIDE_WORDS]
    return [(side, taken) for side, taken in sides if taken]


def speakers(voices: Sequence[VoiceView]) -> list[tuple[str, int, datetime.date]]:
    """Who speaks on a side, how often, and first when; in order of the first time."""
    found: dict[str, tuple[int, datetime.date]] = {}
    for voice in voices:
        for name in voice.speakers or ("unnamed",):
            count, first = found.get(name, (0, voice.published))
            found[name] = (count + 1, first)
    return [(name, count, first) for name, (count, first) in found.items()]


def said_on(row: StatementRow) -> str:
    """When something was said; where no page tells, by the day of the page."""
    when = Interval(row.earliest, row.latest)
    return f"by {short_day(row.published)}" if when.is_open else in_words(when)


def as_set(value: str, cell: str) -> str:
    """A cell as people set it, in words: days as they stand in tables, codes as words."""
    if cell == "date" and value:
        days = [short_day(datetime.date.fromisoformat(day)) if day else "" for day in value.split("/")]
        return " – ".join(days)
    return plain(value) or "nothing"


def month_name(stretch: str) -> str:
    """`Sep 2023` of a month as it stands in addresses; a year as it is."""
    year, _, number = stretch.partition("-")
    return month(datetime.date(int(year), int(number), 1)) if number else year


def compact(moment: str) -> str:
    """A moment as it stands in addresses: without its zone, which is UTC."""
    return moment.removesuffix("+00:00")


def stamp(iso: str) -> str:
    """`10 Sep 2025 11:30` of a day or of a day and time as a page gives them."""
    day, _, time = iso.partition("T")
    return " ".join(filter(None, (short_day(datetime.date.fromisoformat(day)), time)))


def stretches(pairs: Sequence[SidePair]) -> list[tuple[bool, list[SidePair]]]:
    """Runs of pairs that are the same in both texts, and of pairs that are not, each with whether it is the same."""
    return [(same, list(run)) for same, run in groupby(pairs, key=lambda pair: pair.kind == "same")]


FILTERS: dict[str, Callable[..., Any]] = {
    "listed": listed,
    "says": says,
    "sentence": sentence,
    "status": turns,
    "plain": plain,
    "counted": counted,
    "path_part": path_part,
    "highlighted": highlighted,
    "outcome": OUTCOMES.__getitem__,
    "sign": SIGNS.__getitem__,
    "short": short,
    "day": short_day,
    "stamp": stamp,
    "href": href,
    "anchor": anchor,
    "hit_href": hit_href,
    "by_side": by_side,
    "side_words": SIDE_WORDS.__getitem__,
    "speakers": speakers,
    "decided": lambda kind: DECIDED[kind][1],
    "decided_mark": lambda kind: DECIDED[kind][0],
    "mark_words": MARK_WORDS.__getitem__,
    "file_name": lambda location: location.rsplit("/", 1)[-1],
    "said_on": said_on,
    "as_set": as_set,
    "month_name": month_name,
    "compact": compact,
    "stretches": stretches,
}
