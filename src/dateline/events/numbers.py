"""Numbers as news writes them: "at least 12", "$3.5 million", "dozens", "10 to 15", "two hundred and fifty"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import msgspec

from dateline.languages import load
from dateline.records import Bound, QuantityKind, Span

HIGHEST = 1e15
"""Beyond this a run of digits is no number of anything."""


class PeopleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell what became of those who are counted."""

    verbs: frozenset[str]
    suffered: frozenset[str]
    nouns: frozenset[str]
    states: frozenset[str]


class QuantityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """`quantities.yaml` of one language."""

    numerals: dict[str, float]
    scales: dict[str, float]
    short_scales: frozenset[str]
    several: dict[str, float]
    bounds: dict[Bound, tuple[str, ...]]
    behind: dict[str, Bound]
    between: tuple[str, ...]
    currencies: dict[str, str]
    money: dict[str, str]
    dollars: dict[str, str]
    units: dict[QuantityKind, dict[str, str]]
    square: frozenset[str]
    time_units: frozenset[str]
    sentencing: frozenset[str]
    people: dict[QuantityKind, PeopleWords]
    anybody: frozenset[str]

    @cached_property
    def bound_of(self) -> dict[str, Bound]:
        """The bound that words before a number give it."""
        return {phrase: bound for bound, phrases in self.bounds.items() for phrase in phrases}

    @cached_property
    def unit_of(self) -> dict[str, tuple[QuantityKind, str]]:
        """Kind and unit of a word."""
        return {word: (kind, unit) for kind, words in self.units.items() for word, unit in words.items()}

    @cached_property
    def state_of(self) -> dict[str, QuantityKind]:
        """What became of those before a word: "12 dead"."""
        return {word: kind for kind, words in self.people.items() for word in words.states}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A number with what limits it. Every part is bounded, so that it runs in linear time."""
        words = [*self.numerals, *(s for s in self.scales if s not in self.short_scales)]
        spelled = (
            rf"(?:an? )?(?:{_either(words)})(?:(?:-| |(?<=hundred) and |(?<=thousand) and )(?:{_either(words)})){{0,6}}"
        )
        scale = rf"(?:[ -]?(?:{_either(self.scales)})\b){{0,2}}"
        figure = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,15}})(?:\.\d{{1,6}})?(?![\d,.]*\d){scale}"
        one = rf"(?:{figure}|half an? (?:{_either(self.scales)})|{spelled})"
        joint = rf"(?:-|–|\b(?(range)and|(?:{_either(self.between)}))\b)"
        unit = _either(word for word in self.unit_of if word.isalpha())
        return re.compile(
            rf"(?<![\w.,/:–-])(?:(?P<bound>{_either(self.bound_of)})\s)?(?P<range>between\s)?"
            rf"(?:(?P<currency>{_either(self.currencies)})\s?)?"
            rf"(?:(?P<several>{_either(self.several)})|(?P<low>{one})"
            rf"(?:\s?{joint}\s?(?:{_either(self.currencies)})?(?P<high>{one}))?)"
            rf"(?:(?![\w/:])|(?=(?:{unit})\b))(?:\s(?P<behind>{_either(self.behind)})\b)?",
            re.IGNORECASE,
        )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def quantity_words(language: str = "en") -> QuantityWords:
    """The words of a language."""
    words: QuantityWords = load(language, "quantities", QuantityWords)
    return words


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text. `figure` is where the number itself stands, `span` the same with what limits it."""

    low: float | None
    high: float | None
    bound: Bound
    currency: str | None
    span: Span
    figure: Span


def numbers(text: str, start: int, end: int, words: QuantityWords) -> Iterator[Number]:
    """The numbers in a part of a text, in order."""
    for match in words.pattern.finditer(text, start, end):
        number = _number(match, words)
        if number is not None:
            yield number


def _number(match: re.Match[str], words: QuantityWords) -> Number | None:
    several = match["several"]
    low = words.several[several.lower()] if several else value_of(match["low"], words)
    high = None if several else value_of(match["high"], words) if match["high"] else low
    if low is None or low > HIGHEST or (high is not None and (high < low or high > HIGHEST)):
        return None
    if high is not None and match["high"] and high > low:
        low = _same_scale(low, match["low"], match["high"], words)
    bound = _bound(match, words)
    part = "several" if several else "high" if match["high"] else "low"
    first = match.start("several" if several else "low")
    return Number(
        low=low,
        high=high,
        bound=bound,
        currency=_currency(match["currency"], words),
        span=Span(match.start(), match.end()),
        figure=Span(first, match.end(part)),
    )


def _same_scale(low: float, first: str, second: str, words: QuantityWords) -> float:
    """ "3 to 5 million": the scale behind the second number holds for the first."""
    scale = next((s for s in words.scales if second.lower().endswith(s)), None)
    if scale is None or any(c.isalpha() for c in first) or low >= words.scales[scale]:
        return low
    return low * words.scales[scale]


def _bound(match: re.Match[str], words: QuantityWords) -> Bound:
    if match["bound"]:
        return words.bound_of[match["bound"].lower()]
    if match["behind"]:
        return words.behind[match["behind"].lower()]
    return "at_least" if match["several"] else "exactly"


def _currency(sign: str | None, words: QuantityWords) -> str | None:
    return next((code for s, code in words.currencies.items() if s.lower() == sign.lower()), None) if sign else None


def value_of(number: str, words: QuantityWords) -> float | None:
    """ "1.5 million" is 1500000, "two hundred and five" is 205, "half a million" is 500000; None where it is none."""
    parts = re.findall(r"\d+(?:\.\d+)?|[a-z]+", number.lower().replace(",", ""))
    whole, open_part = 0.0, None
    for part in parts:
        if part[0].isdigit():
            open_part = float(part)
        elif part == "half":
            open_part = 0.5
        elif part in words.numerals:
            open_part = (open_part or 0.0) + words.numerals[part]
        elif part in words.scales:
            scale = words.scales[part]
            open_part = (1.0 if open_part is None else open_part) * scale
            if scale >= words.scales["thousand"]:
                whole, open_part = whole + open_part, None
    found = whole + (open_part or 0.0)
    return found if found > 0 else None
