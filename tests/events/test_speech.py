"""What a statement adds to the events in it."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., Any]


def test_the_pages_own_voice_has_no_chain(read: Read) -> None:
    assert read("Finland attacked Norway on Monday.").event("attack").chain == ()


def test_an_event_in_a_statement_has_the_chain_of_the_statement(read: Read) -> None:
    told = read("Elena Varga said that Finland had attacked Norway on Monday.")
    assert told.speakers("attack") == [{"Elena Varga"}]
    assert told.event("attack").chain == told.statements[0].chain


def test_a_nested_report_has_a_link_for_each_who_passed_it_on(read: Read) -> None:
    told = read("The Danube News reported on Monday that Elena Varga said Finland had attacked Norway.")
    assert told.speakers("attack") == [{"Danube News"}, {"Elena Varga"}]


def test_an_event_beside_a_statement_is_the_pages_own_word(read: Read) -> None:
    told = read('Finland attacked Norway on Monday. "We will win," Elena Varga said.')
    assert told.event("attack").chain == ()


def test_what_the_speaker_will_give_is_promised(read: Read) -> None:
    told = read("Anna Ruzic said she would help Hungary.")
    assert told.status("help") == "promised"
    assert told.names("help", "actor") == {"Anna Ruzic"}


def test_what_the_speaker_will_do_is_planned(read: Read) -> None:
    assert read("Anna Ruzic said she would visit Hungary in May.").status("visit") == "planned"


def test_what_is_called_illegal_is_an_accusation_by_the_one_who_says_so(read: Read) -> None:
    told = read('"The occupation of the islands by Hungary is illegal," Elena Varga said on Monday.')
    assert told.types()["illegal"] == "ACCUSE"
    assert told.names("illegal", "actor") == {"Elena Varga"}
    assert told.speakers("illegal") == [{"Elena Varga"}]


def test_a_judgement_is_made_on_the_day_it_is_said(read: Read) -> None:
    told = read('"The occupation of the islands by Hungary is illegal," Elena Varga said on Monday.')
    assert told.day("illegal") == "2024-04-08"


def test_we_and_i_are_those_who_speak_of_what_they_will_do(read: Read) -> None:
    told = read('"We will attack Hungary on Monday," Elena Varga told reporters.')
    assert told.names("attack", "actor") == {"Elena Varga"}
    assert told.event("attack").words == "Elena Varga will attack Hungary"
