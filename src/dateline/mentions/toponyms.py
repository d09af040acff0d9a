"""Which place of the world a name stands for: population, what contains it, what else the page speaks of.

A name keeps one meaning throughout a page ("one sense per discourse", Gale, Church and Yarowsky 1992). Containment and
nearness are the evidence; population decides where they are silent.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.mentions.geography import Atlas, Place, atlas, region_data
from dateline.records import Span

EARTH_KM = 6371.0088
NEAR_KM = 150.0
"""Distance over which the pull of another place falls to a third."""
CONTAINED, SPOKEN_OF, IN_COUNTRY, NEIGHBOUR, WIDE = 6.0, 2.0, 0.6, 2.0, 7.5
"""What evidence adds to the tenth logarithm of a population: "Paris, Texas"; its state is named; its country is; each
place nearby; being a country, state or continent."""
CONTAINER = re.compile(r"\s?,\s?|\s?\(\s?")
COMPASS = re.compile(r"^(?:north|south|east|west|central|northern|southern|eastern|western|downtown|upstate)\s+")
ABBREVIATED = (("st. ", "saint "), ("ft. ", "fort "), ("mt. ", "mount "), ("phila.", "philadelphia"))


def distance_km(a: Place, b: Place) -> float:
    """Great-circle distance of two places in kilometres (haversine)."""
    one, two = math.radians(a.latitude), math.radians(b.latitude)
    turn = math.radians(b.longitude - a.longitude)
    half = math.sin((two - one) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(turn / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def resolve_places(text: str, spans: Sequence[Span]) -> tuple[Place | None, ...]:
    """The place that each span of a text names; None where the tables know none.

    The tables are loaded on the first call, which takes seconds. A county of the United States has no id there: it is
    put where the page's places of its state are.
    """
    page = _Page(text, spans, atlas())
    return tuple(page.place_of(span) for span in spans)


class _Page:
    """The names of a page, and what the page says of where it plays."""

    def __init__(self, text: str, spans: Sequence[Span], world: Atlas) -> None:
        self._text = text
        self._world = world
        self._names = {span: _plain(span.of(text)) for span in spans}
        self._containers = {span: self._container(span) for span in spans}
        self._candidates = {name: _places_named(name, world) for name in self._names.values()}
        self._regions: dict[str, float] = dict(Counter(place.region for place in self._wide() if place.region))
        self._count_counties()
        self._countries = Counter(place.country for place in self._wide() if place.country)
        self._told: dict[str, Place] = {}
        for span, container in self._containers.items():
            if container is not None:
                self._told.setdefault(self._names[span], container)
        self._chosen = {name: self._choose(name) for name in dict.fromkeys(self._names.values())}

    def _count_counties(self) -> None:
        """A county speaks for each state that has one of its name, the more the fewer they are."""
        for name in dict.fromkeys(self._names.values()):
            states = self._world.counties.get(name, ())
            for region in states:
                self._regions[region] = self._regions.get(region, 0.0) + 2 / len(states)

    def place_of(self, span: Span) -> Place | None:
        name, container = self._names[span], self._containers[span]
        if container is not None and container is not self._told[name]:
            return self._best(name, container)
        return self._chosen[name] or self._county(name)

    def _wide(self) -> Iterator[Place]:
        """Every state and country that a name or a short form of the page may stand for."""
        for name in self._names.values():
            yield from (place for place in self._candidates[name] if place.kind in ("region", "country"))
        for word in re.findall(r"(?<!\w)[A-Z][\w.]*[.\w]", self._text):
            if word in self._world.short:
                yield self._world.short[word]
        yield from (place for place in self._containers.values() if place is not None)

    def _container(self, span: Span) -> Place | None:
        """The state or country behind a comma: "Paris, Texas"."""
        sign = CONTAINER.match(self._text, span.end)
        if sign is None:
            return None
        words = re.match(r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}", self._text[sign.end() : sign.end() + 40])
        parts = words[0].split(" ") if words else []
        for count in range(len(parts), 0, -1):
            name = " ".join(parts[:count])
            if name in self._world.short:
                return self._world.short[name]
            wide = [p for p in self._world.named.get(name.rstrip(".").lower(), ()) if p.kind in ("region", "country")]
            if wide:
                return wide[0]
        return None

    def _choose(self, name: str) -> Place | None:
        return self._best(name, self._told.get(name))

    def _best(self, name: str, container: Place | None) -> Place | None:
        scored = [(self._score(place, name, container), -(place.id or 0), place) for place in self._candidates[name]]
        return max(scored, key=lambda s: s[:2])[2] if scored else None

    def _score(self, place: Place, name: str, container: Place | None) -> float:
        if place.kind != "city":
            home = self._countries[place.country] > 1 or (self._regions_beside(place) and place.kind == "region")
            return WIDE + IN_COUNTRY * home - CONTAINED * (container is not None)
        score = math.log10(place.population + 100)
        score += CONTAINED * (container is not None and _contains(container, place))
        score += SPOKEN_OF * min(2, self._regions.get(place.region, 0.0)) + IN_COUNTRY * (
            self._countries[place.country] > 0
        )
        return score + NEIGHBOUR * min(
            3.0, sum(self._pulls(place, other) for other in self._candidates if other != name)
        )

    def _regions_beside(self, place: Place) -> bool:
        """Whether the page speaks of another state of the same country."""
        return any(r != place.region and r.partition(".")[0] == place.country for r in self._regions)

    def _pulls(self, place: Place, other: str) -> float:
        """How near the nearest city of another name is, from 0 to 1."""
        cities = (p for p in self._candidates[other] if p.kind == "city" and p.country == place.country)
        flat = (p for p in cities if abs(p.latitude - place.latitude) < 3)  # further ones pull less than a hundredth
        return max((math.exp(-distance_km(place, p) / NEAR_KM) for p in flat), default=0.0)

    def _county(self, name: str) -> Place | None:
        """A county of the state that the page speaks of most, near the page's places there."""
        regions = self._world.counties.get(name, ())
        known = [self._world.regions[r] for r in regions if r in self._world.regions]
        if not known:
            return None
        told = self._told.get(name)
        cities = [p for p in self._chosen.values() if p is not None and p.kind == "city"]
        state = max(
            known,
            key=lambda r: (
                told is r,
                self._regions[r.region] + sum(c.region == r.region for c in cities),
                r.population,
            ),
        )
        seat = self._named_like(name, state)
        near = seat or max((c for c in cities if c.region == state.region), key=lambda c: c.population, default=state)
        return Place(
            id=None,
            name=name.title(),
            latitude=near.latitude,
            longitude=near.longitude,
            kind="county",
            country=state.country,
            region=state.region,
        )

    def _named_like(self, county: str, state: Place) -> Place | None:
        """The largest city of the county's name in its state, where the page names it too."""
        bare = county.rsplit(" ", 1)[0]
        chosen = self._chosen.get(bare)
        return chosen if chosen is not None and chosen.region == state.region else None


def _contains(container: Place, place: Place) -> bool:
    same_country = container.country == place.country
    return same_country if container.kind == "country" else container.region == place.region


def _plain(name: str) -> str:
    plain = " ".join(name.lower().removesuffix("'s").removesuffix("’s").split())
    for short, full in ABBREVIATED:
        if plain.startswith(short):
            plain = full + plain.removeprefix(short)
    return plain.removeprefix("the ")


def _places_named(name: str, world: Atlas) -> list[Place]:
    """Places of a name, most populous first, each once; a direction before it counts where the whole name is none."""
    counties = tuple(f" {word.lower()}" for word in region_data().counties)
    if name.endswith(counties) and name in world.counties:
        return []
    short = {form.lower(): place for form, place in world.short.items()}
    found = [short[name]] if name in short else world.named.get(name) or world.named.get(COMPASS.sub("", name), [])
    ordered = sorted(found, key=lambda p: (-p.population, p.id or 0))
    return list({place.id: place for place in ordered}.values())
