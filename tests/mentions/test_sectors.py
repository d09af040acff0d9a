"""PLOVER sectors of titles, descriptions and names."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.mentions.sectors import sector_of_body, sector_of_roles, sector_of_title, sector_words
from dateline.records import Role, Span

HERE = Span(0, 1)


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("Defense Minister", "GOV"),
        ("President", "GOV"),
        ("company president", "BUS"),
        ("president of the Harbour Bank", "BUS"),
        ("Lt. Gen.", "MIL"),
        ("director general", None),
        ("police chief", "COP"),
        ("chief of the army", "MIL"),
        ("opposition leader", "OPP"),
        ("leader of the Farmers' Party", "PTY"),
        ("ministers of education", "GOV"),
        ("state news agency", "JRN"),
        ("intelligence agency", "SPY"),
        ("heavy users of digital media", None),
        ("foreign officials and experts", "GOV"),
        ("armed men", "UAF"),
        ("striking miners", "LAB"),
        ("friend", None),
    ],
)
def test_a_title_tells_a_sector(title: str, sector: str | None) -> None:
    assert sector_of_title(title) == sector


def test_a_leader_is_of_the_government_where_a_country_has_one() -> None:
    assert sector_of_title("leader") is None
    assert sector_of_title("leader", of_country=True) == "GOV"


def test_who_held_an_office_once_is_of_the_elites_unless_a_present_role_says_more() -> None:
    past, present = Role("former president", HERE), Role("senator", Span(5, 9))
    assert sector_of_roles([past]) == ("ELI", past)
    assert sector_of_roles([past, present]) == ("LEG", present)
    assert sector_of_roles([Role("friend", HERE)]) is None


def test_a_body_is_known_by_its_name_or_by_what_its_name_says() -> None:
    assert sector_of_body("UN") == "IGO"
    assert sector_of_body("Port Authority Bulletin", ("BBC",)) == "JRN"
    assert sector_of_body("Norwegian Ministry of Fisheries") == "GOV"
    assert sector_of_body("Skagen Airlines") == "BUS"
    assert sector_of_body("Skagen") is None


def test_no_word_stands_for_two_sectors() -> None:
    for table in (sector_words().plain, sector_words().otherwise, sector_words().named):
        listed = [word for words in table.values() for word in words]
        assert sorted(listed) == sorted(set(listed))


def test_country_and_sector_of_an_entity_name_the_words_that_tell_them(read: Callable[..., Any]) -> None:
    page = read("Danish Prime Minister Lars Holm met the Norwegian fishery ministry and Peter Aas.", "It was late.")
    text = page.article.text
    holm, ministry, aas = (page.entity(n) for n in ("Lars Holm", "Norwegian fishery ministry", "Peter Aas"))
    assert (holm.country, holm.country_span.of(text)) == ("DK", "Danish")
    assert (holm.sector, holm.sector_span.of(text)) == ("GOV", "Prime Minister")
    assert holm.roles[0].country == "DK"
    assert (ministry.country, ministry.sector) == ("NO", "GOV")
    assert ministry.sector_span.of(text) == "the Norwegian fishery ministry"
    assert (aas.country, aas.country_span, aas.sector, aas.sector_span) == (None, None, None, None)


def test_a_role_beside_the_name_is_kept(read: Callable[..., Any]) -> None:
    page = read("The harbour's chief executive, Marit Lunde, closed the gate.")
    (role,) = page.entity("Marit Lunde").roles
    assert (role.title, page.entity("Marit Lunde").sector) == ("harbour's chief executive", "BUS")
