"""The cells of a matched event, each compared on its own."""

import re
from collections.abc import Callable, Iterable

import msgspec

from dateline.evaluation.gold.layout import GoldEvent
from dateline.evaluation.gold.matching import Match
from dateline.evaluation.measures import set_f1
from dateline.evaluation.plover import QUADS
from dateline.records import EventMention, status_of

WORD = re.compile(r"\w+")
DETERMINERS = ("the ", "a ", "an ")
SAME_STATUS = {"ongoing": "happened", "not_happened": "denied"}


class Names:
    """Canonical names: alternates of `aliases.json` are mapped to theirs, letter case aside."""

    def __init__(self, aliases: dict[str, list[str]]) -> None:
        self._canonical = {_plain(alternate): _plain(name) for name, many in aliases.items() for alternate in many}

    def set_of(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(self._canonical.get(plain, plain) for plain in map(_plain, names))


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _place_words(words: str) -> str:
    """Words of a place's name with a space between any two, without marks and a leading determiner."""
    plain = " ".join(WORD.findall(words.casefold()))
    return next((plain.removeprefix(d) for d in DETERMINERS if plain.startswith(d)), plain)


def date(match: Match, names: Names) -> float:
    """Both ends equal. An end that is open equals only a gold end that is null."""
    del names
    interval = match.event.date.interval
    return float((interval.earliest, interval.latest) == (match.gold.start, match.gold.end))


def plover_type(match: Match, names: Names) -> float:
    """The same PLOVER type, none included; a type of another scheme is none."""
    del names
    kind = match.event.type if match.event.type in QUADS else None
    return float(kind == match.gold.plover)


def actors(match: Match, names: Names) -> float:
    """F1 of actors and recipients as one set of canonical names."""
    gold = names.set_of([*match.gold.actors, *match.gold.recipients])
    return set_f1(gold, names.set_of(match.event.names("actor", "recipient")))


def place(match: Match, names: Names) -> float | None:
    """Whether one of the event's places has the gold's words, or was resolved to a name that is or holds them.

    Letter case, marks and determiners aside. None where the gold gives no place.
    """
    del names
    if match.gold.place is None:
        return None
    wanted = _place_words(match.gold.place)
    places = [argument for argument in match.event.arguments if argument.role == "place"]
    resolved = any(f" {wanted} " in f" {_place_words(p.name)} " for p in places)
    return float(resolved or any(_place_words(p.span.of(match.text)) == wanted for p in places))


def status(match: Match, names: Names) -> float:
    """The derived status; ongoing counts as happened, not_happened as denied."""
    del names
    gold, mine = match.gold.status, status_of(match.event)
    return float(SAME_STATUS.get(gold, gold) == SAME_STATUS.get(mine, mine))


def said_by(match: Match, names: Names) -> float | None:
    """F1 of the set of all speakers of the chain; None where neither the gold nor the reader names one."""
    gold, mine = names.set_of(match.gold.said_by), names.set_of(speakers_of(match.event))
    return set_f1(gold, mine) if gold or mine else None


def speakers_of(event: EventMention) -> list[str]:
    """Names of the speakers of all links, outermost first."""
    return [speaker.name for link in event.chain for speaker in link.speakers]


class Cell(msgspec.Struct, frozen=True):
    """A cell: its score in 0..1 (None: not counted for this event), and both sides in words."""

    name: str
    score: Callable[[Match, Names], float | None]
    gold: Callable[[GoldEvent], str]
    mine: Callable[[EventMention], str]


def _date_in_words(event: EventMention) -> str:
    date, interval = event.date, event.date.interval
    return (
        f"{interval.earliest or '?'}..{interval.latest or '?'} ({date.basis}, {date.rule}, {date.value or 'no value'})"
    )


def _parties(actors: Iterable[str], recipients: Iterable[str]) -> str:
    return f"{', '.join(actors) or '-'} -> {', '.join(recipients) or '-'}"


CELLS = (
    Cell("date", date, lambda gold: f"{gold.start or '?'}..{gold.end or '?'}", _date_in_words),
    Cell("type", plover_type, lambda gold: gold.plover or "-", lambda event: event.type or "-"),
    Cell(
        "actors",
        actors,
        lambda gold: _parties(gold.actors, gold.recipients),
        lambda event: _parties(event.names("actor"), event.names("recipient")),
    ),
    Cell("place", place, lambda gold: gold.place or "-", lambda event: ", ".join(event.names("place")) or "-"),
    Cell("status", status, lambda gold: gold.status, status_of),
    Cell("said_by", said_by, lambda gold: ", ".join(gold.said_by) or "-", lambda e: ", ".join(speakers_of(e)) or "-"),
)
