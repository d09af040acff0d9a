"""Actors kept page by page are those of all pages at once."""

import datetime
from collections.abc import Collection, Iterable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.mentions import asked_keys, name_key
from dateline.merging import MemoryActors, MemoryShelf, actors, make_due, naming, recognise
from dateline.records import (
    Actor,
    Article,
    Block,
    Entity,
    EntityKind,
    Reading,
    Role,
    Sector,
    Span,
    Timestamp,
    content_id,
)

Told = tuple[EntityKind, str, tuple[str, ...], str | None]
"""Kind, name, roles, country."""

NAMES = (
    "Ada Holt", "Holt", "Ada Maria Holt", "Bo Holt", "holt", "Park Min-ho", "Min Ho Park", "Park", "Mohammed al-Qudri",
    "Kudri", "Adá Holt", "World Grain Council", "WGC", "Women Golf Club", "The Harbour", "Harbour", "A" * 300,
)  # fmt: skip
KINDS: tuple[EntityKind, ...] = ("person", "person", "organization", "country", "group")
SECTORS: tuple[Sector | None, ...] = (None, "GOV", "MIL")
ENTITIES = st.tuples(
    st.sampled_from(KINDS),
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(("mayor", "Mayor", "envoy")), max_size=2).map(tuple),
    st.sampled_from((None, "NO", "KE")),
)
PAGES = st.lists(st.tuples(st.integers(0, 9), st.lists(ENTITIES, min_size=1, max_size=4)), min_size=1, max_size=7)


def reading(page: str, day: int, told: Sequence[Told]) -> Reading:
    """A page on which these appear."""
    once = {(kind, name): (roles, country) for kind, name, roles, country in told}
    entities = [
        Entity(
            id=content_id(page, kind, name),
            kind=kind,
            name=name,
            names=(name, *(("WGC",) if name == "World Grain Council" else ())),
            roles=tuple(Role(title, Span(number, number + 1), country) for title in roles),
            country=country,
            country_span=Span(number, number + 2) if country else None,
            sector=SECTORS[len(roles)],
        )
        for number, ((kind, name), (roles, country)) in enumerate(once.items())
    ]
    article = Article(
        page_id=page,
        title="",
        text="about them",
        blocks=(Block("body", Span(0, 10)),),
        published=Timestamp(day=datetime.date(2031, 5, 1) + datetime.timedelta(day)),
    )
    return Reading(page_id=page, reader="t", article=article, entities=tuple(entities))


class Kept:
    """Shelves that pages are put on and taken from."""

    def __init__(self) -> None:
        self.names, self.shelf = MemoryShelf(), MemoryActors()

    def change(self, added: Collection[Reading], removed: Iterable[str] = (), asked: Iterable[str] = ()) -> None:
        gone = list(removed)
        keys = naming.learn(self.names, added, gone) | set(asked)
        recognise(self.shelf, self.names, added, gone, keys)

    def actors(self) -> tuple[Actor, ...]:
        while make_due(self.shelf, self.names, 2):
            pass
        return self.shelf.everything()


@settings(max_examples=40, deadline=None)
@given(PAGES, st.randoms(use_true_random=False))
def test_adding_and_taking_away_pages_in_any_order_gives_the_actors_of_those_that_stay(found, random) -> None:
    readings = [reading(f"p{n}", day, told) for n, (day, told) in enumerate(found)]
    kept, order = Kept(), list(readings)
    random.shuffle(order)
    gone = {r.page_id for r in random.sample(order, k=len(order) // 3)}
    while order:
        some = [order.pop() for _ in range(min(len(order), random.randint(1, 3)))]
        kept.change(some)
        if random.random() < 0.5:
            kept.actors()
    kept.change([], sorted(gone))
    assert kept.actors() == actors(r for r in readings if r.page_id not in gone)


@settings(max_examples=40, deadline=None)
@given(PAGES, st.integers(0, 6), st.lists(ENTITIES, max_size=3))
def test_a_page_that_is_read_anew_takes_the_place_of_what_it_was(found, number, again) -> None:
    readings = [reading(f"p{n}", day, told) for n, (day, told) in enumerate(found)]
    anew = reading(f"p{number % len(readings)}", 4, again)
    kept = Kept()
    kept.change(readings)
    kept.actors()
    kept.change([anew])
    assert kept.actors() == actors([*(r for r in readings if r.page_id != anew.page_id), anew])


@settings(max_examples=40, deadline=None)
@given(PAGES, st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_names_that_are_told_apart_later_are_as_if_they_always_had_been(found, one, other) -> None:
    readings = [reading(f"p{n}", day, told) for n, (day, told) in enumerate(found)]
    kept, a, b = Kept(), name_key(one), name_key(other)
    kept.change(readings)
    kept.actors()
    pairs = {(a, b), (b, a)} if a != b else set()
    kept.names.put("apart", pairs)
    kept.change([], asked={a, b, *asked_keys(one), *asked_keys(other)})
    assert kept.actors() == actors(readings, pairs)


def test_a_page_touches_only_the_actors_that_it_names_and_those_whose_names_it_explains() -> None:
    kept = Kept()
    kept.change(
        [
            reading("p1", 0, [("person", "Holt", (), None), ("person", "Bo Lind", (), None)]),
            reading("p2", 1, [("person", "Cara Dunn", (), None)]),
        ]
    )
    kept.actors()
    kept.change([reading("p3", 2, [("person", "Ada Holt", (), None), ("person", "Bo Lind", (), None)])])
    due = kept.shelf.owners("due", [""])[""]
    names = ("Holt", "Ada Holt", "Bo Lind")
    assert set(due) == {content_id("actor", "person", name.lower()) for name in names}
