"""Entities of many pages into actors."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from dateline.records import Attestation, Reading, Role, Span

Make = Callable[..., Any]


def test_one_name_on_two_pages_is_one_actor_with_the_entities_of_both(page: Make, told: Make, merged: Make) -> None:
    a, b = page("a", "2024-04-10", told()), page("b", "2024-04-11", told())
    (actor,) = merged(a, b).chronicle.actors
    assert actor.name == "Elena Varga"
    assert set(actor.entities) == {a.entities[0].id, b.entities[0].id}


def test_a_short_name_joins_the_only_person_of_that_name(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(page("a", "2024-04-10", told()), page("b", "2024-04-11", told(actors=("Varga",))))
    (actor,) = chronicle.chronicle.actors
    assert actor.name == "Elena Varga"
    assert set(actor.names) == {"Elena Varga", "Varga"}


def test_one_name_of_two_kinds_is_two_actors(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(page("a", "2024-04-10", told(actors=("Norway",)), told(actors=("Norway Lund",))))
    assert {(actor.kind, actor.name) for actor in chronicle.chronicle.actors} == {
        ("country", "Norway"),
        ("person", "Norway Lund"),
    }


def test_the_names_in_entries_are_names_of_actors(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-10", told(recipients=("Kenya",), places=("Nairobi",))),
        page("b", "2024-04-11", told(actors=("Varga",), recipients=("Kenya",))),
    )
    known = {actor.name for actor in chronicle.chronicle.actors}
    assert all({*e.actors, *e.recipients, *e.places} <= known for e in chronicle.entries)


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Park Min Ho", "Park Min-ho"),
        ("Park Min Ho", "Min-ho Park"),
        ("Andriy Horetsky", "Andrii Horetskyy"),
        ("Mohammed al-Qudri", "Muhammad Kudri"),
        ("Joseph Hartwell", "Joe Hartwell"),
        ("Samuel J. Hartwell", "Samuel Hartwell"),
        ("Marta Silva Soto", "Silva Soto"),
        ("Mohammed al-Qudri", "Kudri"),
    ],
)
def test_another_spelling_order_or_short_form_is_the_same_actor(
    page: Make, told: Make, merged: Make, first: str, again: str
) -> None:
    pages = page("a", "2024-04-10", told(actors=(first,))), page("b", "2024-04-11", told(actors=(again,)))
    (actor,) = merged(*pages).chronicle.actors
    assert actor.name == first
    assert set(actor.names) == {first, again}


def test_a_short_name_of_two_people_stays_alone(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-10", told(actors=("George W. Hale",))),
        page("b", "2024-04-11", told(actors=("George H.W. Hale",))),
        page("c", "2024-04-12", told(actors=("George Hale",))),
        page("d", "2024-04-12", told(actors=("Hale",))),
    ).chronicle
    assert [actor.name for actor in chronicle.actors] == ["George H.W. Hale", "George Hale", "George W. Hale", "Hale"]


def test_roles_carry_the_days_on_which_they_were_attested(page: Make, told: Make, merged: Make) -> None:
    def with_role(name: str, day: str, *roles: str, **fields: str) -> Reading:
        made: Reading = page(name, day, told(actors=("Elena Varga",)))
        given = tuple(Role(title, Span(0, 5), "NO") for title in roles)
        (entity,) = made.entities
        return replace(made, entities=(replace(entity, roles=given, **fields),))

    pages = (
        with_role("a", "2023-09-17", "Defence Minister", country="NO", sector="GOV"),
        with_role("b", "2023-09-17", "defence minister"),
        with_role("c", "2024-05-02", "Defence Minister", "former mayor"),
        with_role("d", "2024-06-01", "senator", sector="LEG"),
    )
    (actor,) = merged(*pages).chronicle.actors
    days = {role.title: [str(a.day) for a in role.attested] for role in actor.roles}
    assert days == {
        "Defence Minister": ["2023-09-17", "2024-05-02"],
        "former mayor": ["2024-05-02"],
        "senator": ["2024-06-01"],
    }
    assert actor.roles[0].attested[0] == Attestation(datetime.date(2023, 9, 17), pages[0].page_id, Span(0, 5))
    assert (actor.country, actor.sector) == ("NO", "LEG")


def test_an_acronym_alone_is_the_body_that_another_page_spells_out(page: Make, told: Make, merged: Make) -> None:
    alone = page("a", "2024-04-10", told(actors=("WGC",)))
    spelled = page("b", "2024-04-11", told(actors=("World Grain Council",)))
    for pages in ((alone, spelled), (spelled, alone)):
        chronicle = merged(*pages).chronicle
        assert [actor.name for actor in chronicle.actors] == ["World Grain Council"]
        assert {a for entry in chronicle.entries for a in entry.actors} == {"World Grain Council"}


def test_an_acronym_of_two_bodies_stays_alone(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-10", told(actors=("WGC",))),
        page("b", "2024-04-11", told(actors=("World Grain Council",))),
        page("c", "2024-04-12", told(actors=("Women Golf Club",))),
    ).chronicle
    assert [actor.name for actor in chronicle.actors] == ["WGC", "Women Golf Club", "World Grain Council"]


def test_an_acronym_that_no_page_spells_out_with_it_stays_alone(page: Make, told: Make, merged: Make) -> None:
    spelled = page("b", "2024-04-11", told(actors=("World Grain Council",)))
    without = replace(spelled.entities[0], names=("World Grain Council",))
    chronicle = merged(page("a", "2024-04-10", told(actors=("WGC",))), replace(spelled, entities=(without,))).chronicle
    assert [actor.name for actor in chronicle.actors] == ["WGC", "World Grain Council"]


def test_a_country_does_not_take_the_name_of_a_person_who_is_called_like_it(
    page: Make, told: Make, merged: Make
) -> None:
    chronicle = merged(
        page("a", "2024-04-10", told(actors=("Kenya",), places=("Nairobi",))),
        page("b", "2024-04-12", told(actors=("Ben Kenya",)), told(actors=("Ann Nairobi",))),
    ).chronicle
    first = next(entry for entry in chronicle.entries if entry.reports[0].page_id == "a")
    assert (first.actors, first.places) == (("Kenya",), ("Nairobi",))


def test_an_acronym_never_stands_for_a_person_whose_name_ends_like_it(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-10", told(actors=("WGC",))),
        page("b", "2024-04-12", told(actors=("Han Jong Wgc",))),
    ).chronicle
    assert {(actor.kind, actor.name) for actor in chronicle.actors} == {
        ("organization", "WGC"),
        ("person", "Han Jong Wgc"),
    }
    assert {name for entry in chronicle.entries for name in entry.actors} == {"WGC", "Han Jong Wgc"}


@pytest.mark.parametrize(
    ("alone", "full"), [("Jonas", "Jonas Berg"), ("Kory", "Corey Berg"), ("Mohammed", "Mohammed al-Qudri")]
)
def test_a_given_name_alone_joins_nobody_of_another_page(
    page: Make, told: Make, merged: Make, alone: str, full: str
) -> None:
    pages = page("a", "2024-04-10", told(actors=(alone,))), page("b", "2024-04-11", told(actors=(full,)))
    assert {actor.name for actor in merged(*pages).chronicle.actors} == {alone, full}


@pytest.mark.parametrize(("alone", "full"), [("Min", "Min Jae-won"), ("Zhou", "Zhou Lanping"), ("Berg", "Jonas Berg")])
def test_a_family_name_alone_joins_its_bearer_whether_it_stands_first_or_last(
    page: Make, told: Make, merged: Make, alone: str, full: str
) -> None:
    pages = page("a", "2024-04-10", told(actors=(alone,))), page("b", "2024-04-11", told(actors=(full,)))
    assert [actor.name for actor in merged(*pages).chronicle.actors] == [full]


def test_who_is_only_described_is_somebody_else_on_each_page(page: Make, told: Make, merged: Make) -> None:
    def unnamed(name: str, day: str) -> Reading:
        made: Reading = page(name, day, told(actors=("officials",)), told(actors=("the coalition",)))
        kinds = {"officials": "group", "the coalition": "organization"}
        return replace(made, entities=tuple(replace(e, kind=kinds[e.name]) for e in made.entities))

    pages = unnamed("a", "2024-04-10"), unnamed("b", "2024-04-12")
    actors = merged(*pages).chronicle.actors
    assert sorted((actor.name, actor.page) for actor in actors) == sorted(
        (name, made.page_id) for made in pages for name in ("officials", "the coalition")
    )
    assert len({actor.id for actor in actors}) == 4


def test_a_later_page_shows_a_changed_role_with_its_days(read: Make, merged: Make) -> None:
    pages = (
        read("Defence Minister Elena Varga of Norway met reporters in Oslo.", day="2023-09-17", id="a"),
        read("Norwegian Defence Minister Elena Varga visited Kenya.", day="2023-11-02", id="b"),
        read("Norwegian Prime Minister Elena Varga visited Peru.", day="2024-05-20", id="c"),
    )
    (actor,) = (actor for actor in merged(*pages).chronicle.actors if actor.name == "Elena Varga")
    days = [(role.title, [str(day.day) for day in role.attested]) for role in actor.roles]
    assert days == [("Defence Minister", ["2023-09-17", "2023-11-02"]), ("Prime Minister", ["2024-05-20"])]
