"""What the page itself says holds a place: "Paris, Texas", "Gorno (Norway)", "Gorno, a town in eastern Norway"."""

import re

import msgspec

from dateline.gazetteer import Spot
from dateline.places.names import holds, plain, short_forms, spots
from dateline.records import Span

WORD = r"[^\W\d_a-z][\w.'’-]*"
NAME = re.compile(rf"{WORD}(?: (?:(?:of|and|the) )?{WORD}){{0,3}}")
BEHIND = (
    re.compile(r"\s?[,(]\s?"),
    re.compile(r",? in (?:the )?(?:[a-z-]+ )?"),
    re.compile(r", (?:an?|the) (?:[\w-]+ ){1,4}?(?:in|of|on) (?:the )?(?:[a-z-]+ )?"),
)
"""What may stand between a name and what holds it; linear: each part is bounded."""
BEFORE = re.compile(rf"({WORD}(?: {WORD}){{0,2}})(?:'s|’s) (?:[a-z-]+ ){{0,3}}(?:of )?$")
REACH = 70
WIDER = ("region", "country", "county", "area")
SHORT = re.compile(r"(?<!\w)[A-Z][\w.]*[.\w]")


class Container(msgspec.Struct, frozen=True):
    """What holds a place, and the words that say so."""

    spot: Spot
    span: Span


def container_of(text: str, span: Span, candidates: tuple[Spot, ...]) -> Container | None:
    """What the words around a name put it in; only what really holds one of its candidates, which lists do not."""
    if not candidates:
        return None
    found = _behind(text, span, candidates) or _owner(text, span, candidates)
    return None if found is not None and _is_listed(text, span, found.span) else found


def _is_listed(text: str, span: Span, container: Span) -> bool:
    """ "Texas, Florida, Georgia and Ohio": what has a comma on both sides, and more behind, is a member of a list."""
    before, after = text[max(0, span.start - 2) : span.start], text[container.end : container.end + 5]
    return before == ", " and container.start > span.end and after.startswith((", ", " and "))


def _behind(text: str, span: Span, candidates: tuple[Spot, ...]) -> Container | None:
    signs = (sign for pattern in BEHIND if (sign := pattern.match(text, span.end, span.end + REACH)))
    return next((found for sign in signs if (found := _named_at(text, sign.end(), candidates))), None)


def _owner(text: str, span: Span, candidates: tuple[Spot, ...]) -> Container | None:
    """ "Norway's coastal town of Gorno"."""
    start = max(0, span.start - REACH)
    found = BEFORE.search(text[start : span.start])
    return _named_at(text, start + found.start(1), candidates) if found else None


def _named_at(text: str, start: int, candidates: tuple[Spot, ...]) -> Container | None:
    words = NAME.match(text, start, start + REACH)
    if words is None:
        return None
    end = words.end()
    while end > start:
        spot = _wider(text[start:end], candidates)
        if spot is not None:
            return Container(spot, Span(start, start + len(text[start:end].rstrip(",'’-"))))
        end = text.rfind(" ", start, end)
    return None


def _wider(words: str, candidates: tuple[Spot, ...]) -> Spot | None:
    short = short_forms().get(words) or short_forms().get(words.rstrip(".,"))
    found = (short,) if short else spots(plain(words))
    return next((s for s in found if s.kind in WIDER and any(holds(s, c) for c in candidates)), None)


def regions_told(text: str) -> dict[int, str]:
    """Ids of the states and provinces that a page names by their short forms ("Ind."), with these."""
    return {short_forms()[w].region: w for w in SHORT.findall(text) if w in short_forms()}
