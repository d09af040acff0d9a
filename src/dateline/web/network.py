"""The network of those who take part together with an actor, laid out on the server: it prints, and needs no script."""

import math

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.views import Dossier

WIDTH = 1000.0
LOWEST, HIGHER = 200.0, 14.0
"""How high the drawing is at least, and what each node adds."""
MARGIN_X, MARGIN_Y = 90.0, 36.0
LARGEST, SMALLEST = 20.0, 5.0
STEPS = 100
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Points = NDArray[np.float64]


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as a circle; `entries` are those in common with the actor of the dossier, who has none here."""

    x: float
    y: float
    radius: float
    name: str
    id: str | None
    kind: str
    entries: int


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line between the nodes with these numbers, who have `entries` in common."""

    a: int
    b: int
    width: float
    entries: int


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """The actor of a dossier, first of the nodes, and who takes part in the same entries."""

    height: float
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]


def network(found: Dossier) -> Network | None:
    """The network of a dossier: its actor, the co-actors that have ties counted, and the ties; None where nobody is."""
    others = found.co_actors[: found.tied]
    if not others:
        return None
    numbers = {other.name: number for number, other in enumerate(others, start=1)}
    joined = [(0, number, other.entries) for number, other in enumerate(others, start=1)]
    joined += [(numbers[tie.one], numbers[tie.other], tie.entries) for tie in found.ties]
    most = max(entries for _, _, entries in joined)
    height = LOWEST + HIGHER * len(others)
    points = _fitted(_places(len(others) + 1, joined), height)
    names = [(found.name, found.id, found.kind, 0), *((o.name, o.id, o.kind or "", o.entries) for o in others)]
    return Network(
        height=height,
        nodes=tuple(
            Node(
                x=float(x),
                y=float(y),
                radius=round(max(LARGEST * math.sqrt((entries or most) / most), SMALLEST), 1),
                name=name,
                id=id,
                kind=kind,
                entries=entries,
            )
            for (x, y), (name, id, kind, entries) in zip(points, names, strict=True)
        ),
        lines=tuple(
            Line(a=a, b=b, width=round(1 + 3 * math.sqrt(entries / most), 1), entries=entries)
            for a, b, entries in joined
        ),
    )


def _places(size: int, joined: list[tuple[int, int, int]]) -> Points:
    """Where each node is: what has entries in common is drawn together, and nothing stands on anything else.

    Fruchterman and Reingold, Graph Drawing by Force-directed Placement (1991), from a spiral, so that the same network
    always looks the same; the first node stays in the middle.
    """
    turns = np.arange(size)
    points = np.column_stack((np.cos(turns * GOLDEN_ANGLE), np.sin(turns * GOLDEN_ANGLE))) * np.sqrt(turns)[:, None]
    pull = np.zeros((size, size))
    for a, b, entries in joined:
        pull[a, b] = pull[b, a] = 0.4 + 0.6 * math.sqrt(entries)
    for step in range(STEPS):
        apart = points[:, None, :] - points[None, :, :]
        distance = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 0.05)
        force = 1 / distance**2 - pull * distance / 2
        np.fill_diagonal(force, 0)
        moved = (apart / distance[..., None] * force[..., None]).sum(axis=1)
        length = np.maximum(np.hypot(moved[:, 0], moved[:, 1]), 1e-9)
        limit = 0.3 * (1 - step / STEPS)
        points = points + moved / length[:, None] * np.minimum(length, limit)[:, None]
        points = points - points[0]
    return points


def _fitted(points: Points, height: float) -> Points:
    """The same within the drawing, with the first in its middle; wide rather than high, as names are."""
    reach = np.maximum(np.abs(points).max(axis=0), 1e-9)
    scale = np.array([(WIDTH / 2 - MARGIN_X) / reach[0], (height / 2 - MARGIN_Y) / reach[1]])
    placed: Points = np.round(points * scale + np.array([WIDTH / 2, height / 2]), 1)
    return placed
