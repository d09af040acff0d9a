"""The network of co-actors: laid out the same each time, with everybody apart from everybody else."""

import itertools
import math

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.views import CoActor, Dossier
from dateline.views.dossier import Tie
from dateline.web.network import WIDTH, Network, network


def dossier(others: int, ties: list[tuple[int, int, int]]) -> Dossier:
    co_actors = tuple(CoActor(id=None, name=f"n{n}", kind="person", entries=others - n) for n in range(others))
    return Dossier(
        id="a", name="A", kind="person", names=(), described=(), country=None, country_name=None, country_told=None,
        sector=None, sector_told=None, pages=1, roles=(), entries=(), statements=(), co_actors=co_actors,
        ties=tuple(Tie(one=f"n{a}", other=f"n{b}", entries=entries) for a, b, entries in ties), tied=min(others, 24),
    )  # fmt: skip


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    others = draw(st.integers(1, 30))
    pairs = list(itertools.combinations(range(min(others, 24)), 2))
    ties = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=40)) if pairs else []
    return dossier(others, [(a, b, draw(st.integers(1, 9))) for a, b in ties])


def drawn(found: Dossier) -> Network:
    made = network(found)
    assert made
    return made


@settings(max_examples=25, deadline=None)
@given(dossiers())
def test_every_node_is_within_the_drawing_and_apart_from_the_others(found: Dossier) -> None:
    made = drawn(found)
    assert all(0 < node.x < WIDTH and 0 < node.y < made.height for node in made.nodes)
    assert all(math.hypot(a.x - b.x, a.y - b.y) > 8 for a, b in itertools.combinations(made.nodes, 2))
    assert made == network(found)


def test_the_actor_is_in_the_middle_and_tied_to_all_that_are_drawn() -> None:
    made = drawn(dossier(30, [(0, 1, 3)]))
    assert (made.nodes[0].name, made.nodes[0].x, made.nodes[0].y) == ("A", WIDTH / 2, made.height / 2)
    assert len(made.nodes) == 25
    assert [(line.a, line.b) for line in made.lines] == [*((0, n) for n in range(1, 25)), (1, 2)]


def test_more_entries_in_common_are_drawn_larger_and_thicker() -> None:
    made = drawn(dossier(9, []))
    assert made.nodes[1].radius > made.nodes[9].radius
    assert made.lines[0].width > made.lines[8].width


def test_who_acts_alone_has_no_network() -> None:
    assert network(dossier(0, [])) is None
