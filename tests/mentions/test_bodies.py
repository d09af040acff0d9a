"""Organisations, countries and places."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.mentions.bodies import body_name, spelled_out

ReadFunction = Callable[..., Any]


def test_an_adjective_is_a_mention_of_its_country(read: ReadFunction) -> None:
    page = read("The Norwegian navy sent two ships.")
    mention = next(m for m in page.mentions if page.words(m) == "Norwegian")
    assert (mention.form, page.by_id[mention.entity].name) == ("adjective", "Norway")


def test_a_country_has_one_name_however_the_page_calls_it(read: ReadFunction) -> None:
    page = read("The U.S. denied it. The United States said so again, and America agreed.")
    assert page.names("country") == ["United States"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Oslo denied the report on Friday.", "country"),
        ("The talks with Oslo failed on Friday.", "country"),
        ("The minister arrived in Oslo on Friday.", "place"),
        ("A storm hit Oslo on Friday.", "place"),
    ],
)
def test_a_capital_is_the_government_only_where_it_acts(read: ReadFunction, text: str, kind: str) -> None:
    page = read(text)
    assert next(m.kind for m in page.mentions if page.words(m) == "Oslo") == kind


def test_the_north_is_the_country_that_the_page_speaks_of(read: ReadFunction) -> None:
    page = read("North Korea fired a rocket.", "It was the third test by the North this year.")
    assert page.behind("North") == "North Korea"


def test_his_country_is_the_country_of_the_person(read: ReadFunction) -> None:
    page = read("Finnish President Antti Laine said his country would help.")
    assert page.behind("his country") == "Finland"


def test_the_government_of_a_country_is_the_country(read: ReadFunction) -> None:
    page = read("The Norwegian government resigned on Monday.")
    assert page.behind("The Norwegian government") == "Norway"


def test_a_named_agency_takes_the_description_before_it(read: ReadFunction) -> None:
    page = read("The train left on Sunday, Norway's state news agency NTB reported.")
    assert page.behind("NTB") == "NTB"
    assert page.names("organization") == ["NTB"]


def test_an_acronym_joins_the_name_whose_initials_it_is() -> None:
    acronyms = spelled_out(["NSC", "Norwegian Seafood Council"])
    assert body_name("NSC", acronyms) == "Norwegian Seafood Council"


def test_a_body_of_the_world_has_one_name(read: ReadFunction) -> None:
    page = read("U.N. Security Council resolutions ban the trade. The United Nations said so.")
    assert page.names("organization") == ["UN Security Council", "UN"]


def test_a_facility_is_a_place_with_its_full_name(read: ReadFunction) -> None:
    page = read("The delegation toured the Hansen Aquarium in Bergen.")
    assert "Hansen Aquarium" in page.names("place")
    assert page.names("person") == []


def test_a_city_has_its_country(read: ReadFunction) -> None:
    page = read("The ship reached Bergen on Monday.")
    assert page.entity("Bergen").country == "NO"


def test_a_surname_is_not_a_country(read: ReadFunction) -> None:
    page = read("Michael Jordan played on Monday.", "Jordan scored twice.")
    assert page.behind("Jordan") == "Michael Jordan"


def test_a_firm_has_one_name_with_and_without_its_legal_form(read: ReadFunction) -> None:
    page = read("Nordic Oil Corp. bought the rig. Nordic Oil said the price was fair. The company paid cash.")
    assert page.names("organization") == ["Nordic Oil"]
    assert page.entity("Nordic Oil").sector == "BUS"
    assert page.behind("The company") == "Nordic Oil"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Kremlin denied the charge.", "Kremlin", "RU"),
        ("Downing Street did not comment.", "Downing Street", "GB"),
        ("The Royal Thai Army denied it.", "Royal Thai Army", "TH"),
        ("Norway's Labour Party lost.", "Labour Party", "NO"),
    ],
)
def test_a_body_has_the_country_that_it_is_of(read: ReadFunction, text: str, name: str, country: str) -> None:
    assert read(text).entity(name).country == country


def test_parties_of_one_name_in_two_countries_are_two(read: ReadFunction) -> None:
    page = read("China's Communist Party met. Vietnam's Communist Party sent a guest.")
    assert page.names("organization") == ["Communist Party", "Vietnamese Communist Party"]


def test_a_short_name_of_a_firm_is_the_firm(read: ReadFunction) -> None:
    page = read("Shares of Helix Pharma AG rose. Helix said sales had doubled.")
    assert page.names("organization") == ["Helix Pharma"]


def test_the_company_is_the_one_that_acts_in_the_sentence(read: ReadFunction) -> None:
    page = read("KCNA said so. KCNA gave no reason.", "Samsonic Electronics Co. will cut jobs, the company said.")
    assert page.behind("the company") == "Samsonic Electronics"


def test_the_carmaker_is_the_firm_before_it(read: ReadFunction) -> None:
    page = read("Aurora Motors will recall cars.", "The carmaker blamed a strike.")
    assert page.behind("The carmaker") == "Aurora Motors"
