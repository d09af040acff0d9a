"""People by name, with their short names, titles and roles."""

from collections.abc import Callable
from typing import Any

import pytest

ReadFunction = Callable[..., Any]


def test_a_surname_stands_for_the_full_name_of_the_page(read: ReadFunction) -> None:
    page = read("Ingrid Solheim opened the bridge on Monday.", "Solheim thanked the workers.")
    assert page.behind("Solheim") == "Ingrid Solheim"


def test_a_name_that_begins_with_the_surname_is_shortened_to_its_first_word(read: ReadFunction) -> None:
    page = read("President Park Min Jae arrived on Monday.", "Park was met by his ministers.")
    assert page.behind("Park") == "Park Min Jae"


def test_a_title_is_cut_off_the_name_and_kept_as_a_role(read: ReadFunction) -> None:
    page = read("Defense Minister Peter Holm met reporters on Monday.")
    holm = page.entity("Peter Holm")
    assert [role.title for role in holm.roles] == ["Defense Minister"]
    assert holm.roles[0].span.of(page.article.text) == "Defense Minister"


def test_a_nationality_before_a_title_gives_the_country(read: ReadFunction) -> None:
    page = read("Danish Prime Minister Lars Holm visited the port.")
    assert page.entity("Lars Holm").country == "DK"


def test_an_abbreviated_title_is_no_part_of_the_name(read: ReadFunction) -> None:
    page = read("Lt. Gen. Peter Holm and Gov. Anna Berg were present at the ceremony.")
    assert page.names("person") == ["Peter Holm", "Anna Berg"]


def test_a_title_with_of_is_a_role(read: ReadFunction) -> None:
    page = read("Norway's Minister of Natural Resources Peter Holm was present at the opening.")
    holm = page.entity("Peter Holm")
    assert [role.title for role in holm.roles] == ["Minister of Natural Resources"]
    assert holm.country == "NO"


def test_a_description_after_the_name_is_a_role_and_a_mention(read: ReadFunction) -> None:
    page = read("Holm, the Vestland governor, said the road would open.", "Oslo welcomed Peter Holm.")
    assert page.behind("the Vestland governor") == "Peter Holm"
    assert "Vestland governor" in [role.title for role in page.entity("Peter Holm").roles]


def test_the_holder_of_a_role_is_meant_by_the_role(read: ReadFunction) -> None:
    page = read("Finnish President Antti Laine arrived on Monday.", "The president said he was tired.")
    assert page.behind("The president") == "Antti Laine"


def test_a_leader_may_be_the_president_of_that_country(read: ReadFunction) -> None:
    page = read(
        "Finnish President Antti Laine met Danish Prime Minister Lars Holm.", "The Finnish leader left on Friday."
    )
    assert page.behind("The Finnish leader") == "Antti Laine"


def test_two_people_of_one_surname_are_kept_apart(read: ReadFunction) -> None:
    page = read("Anna Berg beat Peter Holm.", "Mrs. Berg thanked Thomas Berg.", "Mr. Berg wept.")
    assert page.behind("Berg", 0) == "Anna Berg"
    assert page.behind("Berg", 1) == "Thomas Berg"


def test_a_ship_named_after_a_person_is_not_a_person(read: ReadFunction) -> None:
    page = read("They inspected the Admiral Holberg frigate in the harbor of Bergen.")
    assert page.names("person") == []


def test_a_possessive_is_cut_off_the_name(read: ReadFunction) -> None:
    page = read("Anna Berg’s visit ended on Friday.")
    assert page.names("person") == ["Anna Berg"]


def test_a_pope_keeps_his_title(read: ReadFunction) -> None:
    page = read("Pope Francis prayed for peace on Sunday.", "Francis then blessed the crowd.")
    assert page.names("person") == ["Pope Francis"]


def test_a_headline_in_title_case_makes_no_names_of_common_words(read: ReadFunction) -> None:
    page = read(
        "Ingrid Solheim opened the bridge in Bergen on Monday.", title="Solheim Seeks More Money For Bridge Repair"
    )
    assert page.names("person") == ["Ingrid Solheim"]


def test_a_surname_of_two_is_the_one_just_named_or_the_one_named_most(read: ReadFunction) -> None:
    page = read(
        "Anna Berg won on Monday. Anna Berg then spoke. Her brother Thomas Berg was there. Berg clapped.",
        "The mayor congratulated her on Tuesday.",
        "The vote was close.",
        "In the end Berg had 200 votes more.",
    )
    assert page.behind("Berg", 0) == "Thomas Berg"
    assert page.behind("Berg", 1) == "Anna Berg"


def test_a_name_in_capitals_is_the_name_that_the_page_writes_calmly(read: ReadFunction) -> None:
    page = read("INGRID SOLHEIM: We will build it.", "Ingrid Solheim spoke on the radio.")
    assert page.names("person") == ["Ingrid Solheim"]


def test_an_employer_before_a_title_stays_whole(read: ReadFunction) -> None:
    page = read("American Airlines spokesman Peter Holm apologized.")
    assert [role.title for role in page.entity("Peter Holm").roles] == ["American Airlines spokesman"]


def test_a_country_s_president_may_be_named_only_later(read: ReadFunction) -> None:
    page = read("Finland's president called it a crime.", "“It is a crime,” President Antti Laine said.")
    assert page.behind("Finland's president") == "Antti Laine"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("South Korean President Park Min Jae met Lee Seo-yeon.", ["Park Min Jae", "Lee Seo-yeon"]),
        ("Kim So Yeon and Lee In Young agreed on Monday.", ["Kim So Yeon", "Lee In Young"]),
        ("Foreign Minister Qin Weidong greeted Gao Yun, a writer.", ["Qin Weidong", "Gao Yun"]),
        ("Prince Faisal bin Turki al-Harbi and Nasser al-Din al-Tikriti spoke.", None),
        ("President Nguyen Van Hai met Prime Minister Tran Thi Lan.", ["Nguyen Van Hai", "Tran Thi Lan"]),
        ("Governor Lucía Peña Márquez and José Luis Rodríguez Vega spoke.", None),
        ("The leader Daw Khin Than Nu was freed with Ko Win Htut.", ["Khin Than Nu", "Ko Win Htut"]),
        ("President Sutanto met Vice President Boediarto.", ["Sutanto", "Boediarto"]),
        ("Jan van der Meer and Wouter de Boer met Ursula von der Heide.", None),
    ],
)
def test_names_of_many_peoples_stay_whole(read: ReadFunction, text: str, names: list[str] | None) -> None:
    found = read(text).names("person")
    whole = {
        "Prince": ["Faisal bin Turki al-Harbi", "Nasser al-Din al-Tikriti"],
        "Governor": ["Lucía Peña Márquez", "José Luis Rodríguez Vega"],
        "Jan": ["Jan van der Meer", "Wouter de Boer", "Ursula von der Heide"],
    }
    assert found == (names or whole[text.split()[0]])


def test_a_surname_of_several_words_or_with_an_article_stands_for_the_full_name(read: ReadFunction) -> None:
    page = read("Wouter de Boer and Abdul Rahman al-Masri, a judge, left.", "De Boer cried. Al-Masri was tired.")
    assert page.names("person") == ["Wouter de Boer", "Abdul Rahman al-Masri"]


def test_a_nickname_within_a_name_is_left_out_of_it_and_stands_for_it(read: ReadFunction) -> None:
    page = read('Joaquín "El Lobo" Márquez fled on Monday.', "El Lobo was seen in the port.")
    assert page.behind("El Lobo") == "Joaquín Márquez"
    assert page.names("person") == ["Joaquín Márquez"]


def test_what_bears_a_persons_name_is_not_the_person(read: ReadFunction) -> None:
    page = read("The Gerald Ford class carrier came.", "They met at Cape Anders Berg and on Martin Luther King Drive.")
    assert page.names("person") == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The harbour's chief executive, Marit Lunde, closed the gate.", "Marit Lunde", "person"),
        ("He leads the religious party Habayit Halevi.", "Habayit Halevi", "organization"),
        ("Arran Voss, a militant group, said so.", "Arran Voss", "organization"),
    ],
)
def test_what_stands_beside_a_name_tells_a_person_from_a_body(
    read: ReadFunction, text: str, name: str, kind: str
) -> None:
    assert read(text).entity(name).kind == kind


def test_a_capitalised_verb_at_the_head_of_a_sentence_is_nobody(read: ReadFunction) -> None:
    assert read("Felt tired and went home.", "He slept.").names("person") == []


def test_two_bodies_that_are_named_alone_too_are_not_one(read: ReadFunction) -> None:
    page = read("Facebook and Google refused.", "Google said so on Monday.")
    assert page.names("organization") == ["Facebook", "Google"]


def test_two_capitals_that_hold_talks_are_their_governments(read: ReadFunction) -> None:
    page = read("Oslo and Copenhagen held talks on Monday.")
    assert page.names("country") == ["Norway", "Denmark"]


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Vik, known as The Otter, was arrested on Monday. The Otter denied it.",
        'Jonas Vik, nicknamed "the Otter", was arrested on Monday. Police say the Otter fled.',
        "Jonas Vik, who is better known as Otter, sang on Monday. Otter left early.",
    ],
)
def test_a_nickname_told_after_a_name_stands_for_it(read: ReadFunction, text: str) -> None:
    page = read(text)
    assert page.names("person") == ["Jonas Vik"]
    assert page.behind("Otter", 1) == "Jonas Vik"


@pytest.mark.parametrize("lead", ["", "Russia's ", "Deputy "])
def test_a_long_title_with_of_leaves_the_name_whole(read: ReadFunction, lead: str) -> None:
    page = read(f"{lead}Minister of Natural Resources and Ecology Ivan Lebedev flew to Oslo on Monday.")
    assert page.names("person") == ["Ivan Lebedev"]
    assert "Minister of Natural Resources and Ecology" in page.entity("Ivan Lebedev").roles[0].title
    assert page.names("organization") == []


def test_a_list_with_others_holds_only_who_is_named(read: ReadFunction) -> None:
    page = read("The U.S., South Korea and others have condemned the launch.")
    assert [entity.name for entity in page.entities] == ["United States", "South Korea"]


def test_a_list_with_a_rank_of_two_words_holds_whole_names(read: ReadFunction) -> None:
    page = read("The talks were attended by Erik Moe and Lt. Gen. Karsten Lie Holm.")
    assert page.names("person") == ["Erik Moe", "Karsten Lie Holm"]


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("Pedro Sáez Ortega left Madrid. Sáez said no more.", "Pedro Sáez Ortega", "Sáez"),
        ("Luis de la Fuente y Vega, a judge, spoke. De la Fuente left.", "Luis de la Fuente y Vega", "De la Fuente"),
        ("Crown Prince Faisal bin Turki spoke. Prince Faisal left.", "Faisal bin Turki", "Prince Faisal"),
        ("Guðrún Sigurðardóttir spoke. Per Lie, an aide to Sigurdardottir, left.", "Guðrún Sigurðardóttir", None),
        ("Han Seo-jun, the mayor of Busan, resigned. Han left.", "Han Seo-jun", "Han"),
        ("Gen. Kim Myung-soo briefed reporters. Kim left.", "Kim Myung-soo", "Kim"),
        ("Daw Khin Mar Aye was freed. Khin Mar Aye was well.", "Khin Mar Aye", "Khin Mar Aye"),
        ("Minister Sergey Lavrukhin came. Sergei Lavrukhin left.", "Sergey Lavrukhin", "Sergei Lavrukhin"),
    ],
)
def test_what_a_person_is_called_for_short_is_one_with_the_whole_name(
    read: ReadFunction, text: str, name: str, short: str | None
) -> None:
    page = read(text)
    assert page.behind(short or "Sigurdardottir") == name


def test_a_title_of_several_is_the_role_of_each(read: ReadFunction) -> None:
    page = read("Prime Ministers Nils Dahl and Aino Laine signed the accord in Oslo.")
    assert [page.entity(name).roles[0].title for name in ("Nils Dahl", "Aino Laine")] == ["Prime Minister"] * 2


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("President Aleksander Brzoza of Poland left.", "Aleksander Brzoza", "PL"),
        ("Iran's Mohammad-Reza Tavakoli left.", "Mohammad-Reza Tavakoli", "IR"),
    ],
)
def test_a_country_beside_a_full_name_is_the_person_s(read: ReadFunction, text: str, name: str, country: str) -> None:
    assert read(text).entity(name).country == country


@pytest.mark.parametrize(
    "text",
    [
        "The aircraft carrier Charles Renard followed.",
        "The ferry Marta Vance sank off Malta.",
        "Hurricane Ida Mae hit the coast.",
        "The Rodriguez family left the town.",
    ],
)
def test_ships_storms_and_families_are_no_people(read: ReadFunction, text: str) -> None:
    assert read(text).names("person") == []


def test_father_and_son_of_one_name_are_two(read: ReadFunction) -> None:
    page = read("Robert Hanley won. Bobby Hanley, his son, cheered.")
    assert page.names("person") == ["Robert Hanley", "Bobby Hanley"]
    assert page.behind("his") == "Robert Hanley"


def test_who_held_an_office_may_be_called_by_another_word_for_it(read: ReadFunction) -> None:
    page = read("Former Prime Minister Alan Tate spoke on Monday.", "The ex-premier did not apologise.")
    assert page.behind("The ex-premier") == "Alan Tate"
