"""The map of the world: the land as dots where people live, and on it the places of a chronicle."""

import math
from collections.abc import Iterable
from functools import cache

import msgspec

from dateline.gazetteer import peopled
from dateline.views import PlaceRow
from dateline.web.drawing import Shape

WIDTH, HEIGHT = 1000, 440
NORTH, SOUTH = 78.0, -56.0
"""Degrees of latitude at the edges: few places of the news lie beyond."""
LARGEST, SMALLEST = 16.0, 3.5


class WorldMap(msgspec.Struct, frozen=True, kw_only=True):
    """The land as one path of dots, and a round mark for each place that is resolved to a point."""

    land: str
    marks: tuple[Shape, ...]


def world_map(rows: Iterable[PlaceRow]) -> WorldMap:
    """The map of the rows that have a point; the area of a mark grows with entries, or pages where there are none."""
    placed = [row for row in rows if row.latitude is not None and row.longitude is not None]
    most = max((_weight(row) for row in placed), default=1)
    marks = sorted((_mark(row, most) for row in placed), key=lambda mark: -mark.width)
    return WorldMap(land=_land(), marks=tuple(marks))


def _mark(row: PlaceRow, most: int) -> Shape:
    x, y = _point(row.latitude or 0.0, row.longitude or 0.0)
    size = max(LARGEST * math.sqrt(_weight(row) / most), SMALLEST)
    where = ", ".join(part for part in (row.place, row.region, row.country) if part)
    return Shape(
        x=x,
        y=y,
        width=round(size, 1),
        height=round(size, 1),
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
def _land() -> str:
    """A dot for each square degree; `M x y h 0` with round ends is the shortest way to draw one."""
    points = (_point(latitude + 0.5, longitude + 0.5) for latitude, longitude in peopled())
    return "".join(f"M{x:g} {y:g}h0" for x, y in points)


def _point(latitude: float, longitude: float) -> tuple[float, float]:
    """Plate carree: every degree has the same size."""
    y = HEIGHT * (NORTH - min(max(latitude, SOUTH), NORTH)) / (NORTH - SOUTH)
    return round(WIDTH * (longitude + 180) / 360, 1), round(y, 1)
