"""Which place of the world a name stands for: what contains it, what else the page speaks of, its size.

A name keeps one meaning throughout a page ("one sense per discourse", Gale, Church and Yarowsky 1992), but where the
page says at one spot that another place holds it.
"""

from collections.abc import Sequence

import msgspec

from dateline.gazetteer import Spot, place_of_code, place_of_id
from dateline.places.containers import Container, container_of, regions_told
from dateline.places.names import holds, nowhere, plain, spots
from dateline.places.settling import settle, weight
from dateline.records import PlaceReason, Span

SAME_PULL = 0.05
"""A pull from which another name counts as near."""


class Resolved(msgspec.Struct, frozen=True):
    """The place that a name stands for, and why; `via` is the other name that decided."""

    spot: Spot | None
    reason: PlaceReason
    via: str | None = None
    via_span: Span | None = None


def resolve_places(text: str, spans: Sequence[Span]) -> tuple[Resolved, ...]:
    """What each span of a text names."""
    page = Names(text, spans)
    return tuple(page.at(span) for span in spans)


class Names:
    """The names of a page, settled together."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text = text
        self._names = {span: plain(span.of(text)) for span in spans}
        self._spots = {name: spots(name) for name in self._names.values()}
        self._containers = {span: container_of(text, span, self._spots[name]) for span, name in self._names.items()}
        self._drop_what_is_nowhere()
        self._told: dict[str, Container] = {}
        for span, container in self._containers.items():
            if container is not None:
                self._told.setdefault(self._names[span], container)
        self._short = regions_told(text)
        told = {name: container.spot for name, container in self._told.items()}
        self._likely, self._shares = settle(self._spots, told, self._short)
        self._chosen = {name: self._choose(name) for name in self._spots}

    def _drop_what_is_nowhere(self) -> None:
        held = {self._names[span] for span, container in self._containers.items() if container is not None}
        self._spots.update({name: () for name in self._spots if name in nowhere() and name not in held})

    def at(self, span: Span) -> Resolved:
        """What the name at a span stands for."""
        name, container = self._names[span], self._containers[span]
        if container is not None and container.spot is not self._told[name].spot:
            inside = [spot for spot in self._spots[name] if holds(container.spot, spot)]
            return _contained(max(inside, key=lambda spot: weight(spot, name)), container, self._text)
        return self._chosen[name]

    def _choose(self, name: str) -> Resolved:
        found, likely = self._spots[name], self._likely[name]
        if not found:
            return Resolved(None, "unknown")
        spot = found[max(range(len(found)), key=lambda i: (likely[i], -i))]
        container = self._told.get(name)
        if container is not None and holds(container.spot, spot):
            return _contained(spot, container, self._text)
        if spot.kind not in ("city", "county"):
            return Resolved(spot, "known")
        if len(found) == 1:
            return Resolved(spot, "only")
        if spot is max(found, key=lambda other: weight(other, name)):
            return Resolved(spot, "populous")
        return self._by_company(spot, name)

    def _by_company(self, spot: Spot, name: str) -> Resolved:
        """Why a less likely meaning won: a name close by, else what the page speaks of most."""
        pulls = self._shares.pulls(spot, name)
        nearest = max(pulls, key=lambda other: (pulls[other], other), default=None)
        if nearest is not None and pulls[nearest] >= SAME_PULL:
            span = next(s for s, n in self._names.items() if n == nearest)
            return Resolved(spot, "beside", span.of(self._text), span)
        if spot.region in self._short or self._shares.of_region(spot, name) > 0:
            region = place_of_id(spot.region)
            return Resolved(spot, "focus", region.name if region else None)
        country = place_of_code(spot.country)
        return Resolved(spot, "focus", country.name if country else None)


def _contained(spot: Spot, container: Container, text: str) -> Resolved:
    return Resolved(spot, "contained", container.span.of(text), container.span)
