"""The types of the rest of the news, modes, habits, and what is only tried or agreed, in sentences."""

from collections.abc import Callable

import pytest
from tests.events.conftest import Told


@pytest.mark.parametrize(
    ("type", "text"),
    [
        ("ACCIDENT", "Two trains collided near Oslo on Monday, killing three passengers."),
        ("ACCIDENT", "A bus plunged off a bridge in Peru on Tuesday."),
        ("ACCIDENT", "A fire broke out in a hotel in Bergen on Friday."),
        ("DISASTER", "A strong earthquake struck central Italy on Wednesday."),
        ("DISASTER", "Floods inundated villages in Bangladesh last week."),
        ("WEATHER", "A typhoon battered the Philippine coast on Sunday."),
        ("WEATHER", "Hurricane Lena made landfall in Cuba on Monday."),
        ("CRIME", "Thieves stole a painting from a museum in Rotterdam on Thursday."),
        ("CRIME", "Three men robbed a bank in Turin on Friday."),
        ("TRIAL", "The former banker pleaded not guilty on Monday."),
        ("TRIAL", "A court in Lima heard the appeal on Tuesday."),
        ("ELECTION", "Voters in Ghana elected a new president on Saturday."),
        ("ELECTION", "Marit Kvale was sworn in as prime minister on Monday."),
        ("BUSINESS", "Norsk Metall acquired a Swedish rival for 200 million euros last year."),
        ("BUSINESS", "Brandvik Shipping will cut 400 jobs next year."),
        ("SPORT", "Bergen United beat Oslo City 2-1 on Saturday."),
        ("SPORT", "Kari Lund won the marathon title on Sunday."),
        ("SCIENCE", "Astronomers discovered a new planet on Monday."),
        ("SCIENCE", "India launched a weather satellite on Tuesday."),
        ("HEALTH", "Peru vaccinated two million children last month."),
        ("HEALTH", "A cholera outbreak hit the capital on Monday."),
    ],
)
def test_the_news_that_plover_leaves_out_has_types_of_its_own(read: Callable[..., Told], type: str, text: str) -> None:
    assert type in {event.type for event in read(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "Cats usually meet their owners at the door.",
        "The company sells boats to fishermen every spring.",
        "Critics often accuse such ministers of corruption.",
        "The harbour master asked whether Norway had attacked the trawler.",
    ],
)
def test_habits_and_what_is_only_supposed_are_no_events(read: Callable[..., Told], text: str) -> None:
    assert {event.type for event in read(text).events} <= {"REQUEST"}


@pytest.mark.parametrize(
    ("lemma", "mode", "text"),
    [
        ("go", "strike", "The bus drivers went on strike on Monday."),
        ("reject", "meet", "Norway rejected talks with Iceland on Monday."),
        ("urge", "yield", "Norway urged Iceland to release the prisoners on Monday."),
        ("arrest", "arrest", "Iceland arrested Marit Kvale on Monday."),
    ],
)
def test_an_event_has_the_mode_of_its_words_or_of_what_it_asks_for(
    read: Callable[..., Told], lemma: str, mode: str, text: str
) -> None:
    assert read(text).event(lemma).mode == mode


def test_what_is_only_tried_is_possible(read: Callable[..., Told]) -> None:
    assert read("Iceland tried to rescue the sailors on Monday.").status("rescue") == "possible"


def test_who_comes_under_attack_undergoes_it(read: Callable[..., Told]) -> None:
    told = read("The Norwegian Coast Guard came under attack from Iceland on Friday.")
    assert "Norwegian Coast Guard" in told.names("come", "recipient")
    assert told.names("come", "actor") == set()


def test_a_country_before_the_goods_gets_them(read: Callable[..., Told]) -> None:
    assert read("Sweden sent Finland ammunition on Monday.").names("send", "recipient") == {"Finland"}


def test_an_agreement_that_is_reached_is_one_event(read: Callable[..., Told]) -> None:
    assert read("Iceland reached an agreement with Norway on Monday.").lemmas == ["reach"]


def test_a_verb_that_no_type_lists_is_news_only_where_it_is_dated(read: Callable[..., Told]) -> None:
    assert read("Marit Kvale polished the bell.").lemmas == []
    assert read("Marit Kvale polished the bell on Monday.").lemmas == ["polish"]
