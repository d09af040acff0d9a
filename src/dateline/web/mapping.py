"""The map of the world: its land, and on it the places of a chronicle.

The land is an image built from world-atlas (see `frontend`); where that is not built, dots where people live show it.
"""

import math
from collections.abc import Iterable
from functools import cache

import msgspec

from dateline.gazetteer import peopled
from dateline.views import PlaceRow

WIDTH, HEIGHT = 1000, 440
NORTH, SOUTH = 78.0, -56.0
"""Degrees of latitude at the edges: few places of the news lie beyond."""
LARGEST, SMALLEST = 16.0, 3.5


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A round mark that leads to its place in the list. `look` is its class: `point`, or `area` for a middle of one."""

    x: float
    y: float
    radius: float
    name: str
    title: str
    href: str
    look: str


class WorldMap(msgspec.Struct, frozen=True, kw_only=True):
    """A round mark for each place that is resolved to a point, the largest first.

    The whole world fills `width` and the height from `top` on, of which the map shows what people live on.
    """

    marks: tuple[Mark, ...]
    width: float = WIDTH
    top: float
    height: float

    def dots(self) -> str:
        """The land as one path of dots."""
        return _dots()


def world_map(rows: Iterable[PlaceRow]) -> WorldMap:
    """The map of the rows that have a point; the area of a mark grows with entries, or pages where there are none."""
    placed = [row for row in rows if row.latitude is not None and row.longitude is not None]
    most = max((_weight(row) for row in placed), default=1)
    marks = sorted((_mark(row, most) for row in placed), key=lambda mark: -mark.radius)
    return WorldMap(marks=tuple(marks), top=_down(90.0), height=_down(-90.0) - _down(90.0))


def _mark(row: PlaceRow, most: int) -> Mark:
    x, y = _point(row.latitude or 0.0, row.longitude or 0.0)
    size = max(LARGEST * math.sqrt(_weight(row) / most), SMALLEST)
    where = ", ".join(part for part in (row.place, row.region, row.country) if part)
    return Mark(
        x=x,
        y=y,
        radius=round(size, 1),
        name=row.place or row.name,
        title=f"{row.name}: {where} ({row.precision}); {row.entries} entries, {row.pages} pages",
        href=f"#{place_anchor(row)}",
        look="point" if row.precision in ("point", "city") else "area",
    )


def place_anchor(row: PlaceRow) -> str:
    """Where the row of a place stands in the list."""
    return f"p-{row.geonames or 0}-{'-'.join(row.name.casefold().split())}"


def _weight(row: PlaceRow) -> int:
    return row.entries or row.pages or 1


@cache
def _dots() -> str:
    """A dot for each square degree; `M x y h 0` with round ends is the shortest way to draw one."""
    points = (_point(latitude + 0.5, longitude + 0.5) for latitude, longitude in peopled())
    return "".join(f"M{x:g} {y:g}h0" for x, y in points)


def _point(latitude: float, longitude: float) -> tuple[float, float]:
    """Every degree of longitude is as wide as any other, every degree of latitude as high."""
    return round(WIDTH * (longitude + 180) / 360, 1), round(_down(min(max(latitude, SOUTH), NORTH)), 1)


def _down(latitude: float) -> float:
    return HEIGHT * (NORTH - latitude) / (NORTH - SOUTH)
