"""People and bodies that are described, not named."""

from collections.abc import Callable
from typing import Any

ReadFunction = Callable[..., Any]


def test_unnamed_people_are_a_group_in_lower_case(read: ReadFunction) -> None:
    page = read("Observers said the ship had left.")
    assert page.names("group") == ["observers"]


def test_partners_without_modifiers_are_one_group(read: ReadFunction) -> None:
    page = read("Foreign officials and experts have said the deal could fail.")
    assert page.names("group") == ["foreign officials and experts"]


def test_a_group_keeps_where_it_is_from(read: ReadFunction) -> None:
    page = read("A delegation from Norway's Far North would visit Sweden.", "The delegation will stay for a week.")
    assert page.names("group")[0].startswith("delegation from Norway's")
    assert page.behind("The delegation") == page.names("group")[0]


def test_described_media_keep_their_words(read: ReadFunction) -> None:
    page = read("According to Norwegian state media, the ship has left.", "Sweden's state media denied it.")
    assert page.names("organization") == ["Norwegian state media", "Sweden's state media"]
    assert page.entity("Sweden's state media").country == "SE"


def test_a_count_is_no_part_of_a_group(read: ReadFunction) -> None:
    page = read("Dozens of protesters blocked the road.")
    assert page.names("group") == ["protesters"]
    assert page.behind("Dozens of protesters") == "protesters"


def test_an_administration_is_a_body_of_its_own(read: ReadFunction) -> None:
    page = read("Anna Berg lost.", "The Berg administration said it would appeal.")
    assert "Berg administration" in page.names("organization")
    assert page.behind("it") == "Berg administration"


def test_the_company_is_the_one_last_spoken_of(read: ReadFunction) -> None:
    page = read("Volvo cut 300 jobs on Monday.", "The company said sales had fallen.")
    assert page.behind("The company") == "Volvo"


def test_somebody_announced_without_a_name_is_joined_with_the_name(read: ReadFunction) -> None:
    page = read(
        "A Norwegian minister met Danish officials on Monday.",
        "The visit by Ingrid Solheim, who leads the finance ministry, came after a storm.",
    )
    assert page.behind("A Norwegian minister") == "Ingrid Solheim"


def test_a_source_of_energy_is_nobody(read: ReadFunction) -> None:
    page = read("Wind is a source of energy for the island.")
    assert page.names("group") == []


def test_an_epithet_stands_for_the_last_subject(read: ReadFunction) -> None:
    page = read("Ingrid Solheim won on Monday.", "The former Bergen mayor thanked her voters.")
    assert page.behind("The former Bergen mayor") == "Ingrid Solheim"


def test_somebody_of_an_age_is_somebody(read: ReadFunction) -> None:
    page = read("A 46-year-old was arrested on Monday.", "A 31-year-old driver fled.")
    assert page.names("group") == ["46-year-old", "driver"]


def test_officials_of_two_countries_are_of_neither_alone(read: ReadFunction) -> None:
    page = read("U.S. and South Korean officials said the launch failed.")
    assert page.entity("U.S. and South Korean officials").country is None
