"""How likely each meaning of each name of a page is, given what the others may mean.

The names of a page are settled together, as in collective entity linking: each meaning starts with what speaks for it
alone, and in each round gains by the meanings of the other names that lie in the same region or country or close by,
each counted by how likely it is so far. Three rounds suffice.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.gazetteer import Spot, distance_km
from dateline.places.names import holds, says_county

ROUNDS = 3
SHARPNESS = 1.6
"""Turns differences of weight into odds."""
UNLIKELY = 0.01
"""What is less likely lends nothing to others."""
WIDE, STATE, AREA, COUNTY, NAMED_COUNTY = 8.0, 6.3, 6.5, 3.6, 6.5
"""Weights of countries and continents, states, our own areas, counties; a city has the logarithm of its people."""
ALTERNATE, OTHER_STATE, CAPITAL = -2.0, -1.0, 0.7
"""What it costs to be called by another name, and what it gains to be a capital."""
NAMED_AFTER = 1.0
"""What a region that is called like a city in it loses to that."""
CONTAINED = 7.0
"""The page says what holds it."""
TOLD, SAME_REGION, SAME_COUNTRY, NEARBY = 1.2, 2.5, 2.5, 1.6
"""Its state is named by its short form; all other names lie in its region; in its country; each other name close by."""
MOST_NEARBY = 3.0
NEAR_KM = 120.0
"""Distance over which the pull of another place falls to a third."""
CELL = 2.0
"""Degrees of the grid that finds what is near."""

Cell = tuple[int, int]
Meanings = Mapping[str, tuple[Spot, ...]]


class Shares:
    """What the likely meanings of all names amount to, by region, by country and on the grid."""

    def __init__(self, meanings: Meanings, likely: Mapping[str, Sequence[float]]) -> None:
        self.regions: dict[int, float] = defaultdict(float)
        self.countries: dict[str, float] = defaultdict(float)
        self._of_name: dict[tuple[str, int | str], float] = defaultdict(float)
        self._grid: dict[Cell, list[tuple[str, Spot, float]]] = defaultdict(list)
        self.names = sum(1 for found in meanings.values() if found)
        for name, found in meanings.items():
            for spot, share in zip(found, likely[name], strict=True):
                if share >= UNLIKELY:
                    self._count(name, spot, share)

    def _count(self, name: str, spot: Spot, share: float) -> None:
        if spot.region:
            self.regions[spot.region] += share
            self._of_name[name, spot.region] += share
        if spot.country:
            self.countries[spot.country] += share
            self._of_name[name, spot.country] += share
        if spot.kind in ("city", "county"):
            self._grid[_cell(spot)].append((name, spot, share))

    def of_region(self, spot: Spot, name: str) -> float:
        """Share of the other names in its region, from 0 to 1."""
        return (self.regions[spot.region] - self._of_name[name, spot.region]) / max(1, self.names - 1)

    def of_country(self, spot: Spot, name: str) -> float:
        """Share of the other names in its country, from 0 to 1."""
        return (self.countries[spot.country] - self._of_name[name, spot.country]) / max(1, self.names - 1)

    def pulls(self, spot: Spot, name: str) -> dict[str, float]:
        """The other names with a likely meaning near a place, each with how near and likely it is, from 0 to 1."""
        found: dict[str, float] = {}
        for other, place, share in self._around(spot):
            if other != name:
                pull = share * math.exp(-distance_km(spot, place) / NEAR_KM)
                found[other] = max(found.get(other, 0.0), pull)
        return found

    def _around(self, spot: Spot) -> Iterator[tuple[str, Spot, float]]:
        row, column = _cell(spot)
        for y in (row - 1, row, row + 1):
            for x in (column - 1, column, column + 1):
                yield from self._grid.get((y, x), ())


def settle(
    meanings: Meanings, told: Mapping[str, Spot], regions: Mapping[int, str]
) -> tuple[dict[str, list[float]], Shares]:
    """How likely each meaning of each name is (they sum to 1), and what that rests on.

    `told` are what the page says holds a name, `regions` the states that it names by their short forms.
    """
    alone = {
        name: [
            weight(spot, name, told.get(name)) + TOLD * _is_told(spot, regions) + _namesake(spot, found)
            for spot in found
        ]
        for name, found in meanings.items()
    }
    likely = {name: _odds(weights) for name, weights in alone.items()}
    for _ in range(ROUNDS):
        shares = Shares(meanings, likely)
        likely = {
            name: _odds([own + together(spot, name, shares) for spot, own in zip(found, alone[name], strict=True)])
            for name, found in meanings.items()
        }
    return likely, Shares(meanings, likely)


def _namesake(spot: Spot, others: Sequence[Spot]) -> float:
    """A region with the very name of a city in it: the city is meant where nothing else is said."""
    if spot.kind == "region" and any(c.kind == "city" and c.own and holds(spot, c) for c in others):
        return -NAMED_AFTER
    if spot.kind == "city" and spot.own and any(r.kind == "region" and holds(r, spot) for r in others):
        return NAMED_AFTER
    return 0.0


def _is_told(spot: Spot, regions: Mapping[int, str]) -> bool:
    return spot.region in regions and spot.kind != "region"


def together(spot: Spot, name: str, shares: Shares) -> float:
    """What the other names of a page add to the weight of one meaning of a name."""
    added = 0.0
    if spot.region:
        added += SAME_REGION * min(1.0, 2 * shares.of_region(spot, name))
    if spot.country and spot.kind != "country":
        added += SAME_COUNTRY * min(1.0, shares.of_country(spot, name))
    if spot.kind in ("city", "county"):
        added += NEARBY * min(MOST_NEARBY, sum(shares.pulls(spot, name).values()))
    return added


def weight(spot: Spot, name: str, container: Spot | None = None) -> float:
    """What speaks for one meaning of a name by itself."""
    return _size(spot, name) + CONTAINED * (container is not None and holds(container, spot))


def _size(spot: Spot, name: str) -> float:
    match spot.kind:
        case "country" | "continent":
            return WIDE
        case "area" | "water" | "site":
            return AREA
        case "region":
            return STATE + OTHER_STATE * (not spot.own)
        case "county":
            named = NAMED_COUNTY + 0.3 * math.log10(spot.population + 100)
            return named if says_county(name) else COUNTY - 2 * (not spot.own)
    return math.log10(spot.population + 100) + ALTERNATE * (not spot.own) + CAPITAL * spot.capital


def _odds(weights: Sequence[float]) -> list[float]:
    top = max(weights, default=0.0)
    raised = [math.exp(SHARPNESS * (w - top)) for w in weights]
    total = sum(raised)
    return [r / total for r in raised]


def _cell(spot: Spot) -> Cell:
    return int(spot.latitude // CELL), int(spot.longitude // CELL)
