"""Which of the words that name events are reported."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


def test_a_headline_event_that_the_body_tells_is_left_out(read: Read) -> None:
    told = read("Finland attacked Norway on Monday.", headline="Finland attacks Norway")
    assert told.lemmas == ["attack"]
    body = told.article.blocks[1].span
    assert body.covers(told.event("attack").span)


def test_a_headline_event_of_another_kind_than_the_bodys_is_reported(read: Read) -> None:
    told = read("Anna Ruzic visited Kenya on Monday.", headline="Slovakia sends aid to Hungary")
    assert told.lemmas == ["send", "visit"]


def test_a_headline_event_that_only_the_headline_tells_is_reported(read: Read) -> None:
    assert read("The weather was fine.", headline="Finland attacks Norway").lemmas == ["attack"]


def test_a_definite_noun_without_a_verb_of_its_own_only_points_back(read: Read) -> None:
    told = read("Elena Varga met Tomas Lindqvist on Monday. She spoke with pleasure about the meeting.")
    assert "meeting" not in told.lemmas


def test_a_noun_that_names_nobody_is_background(read: Read) -> None:
    assert "war" not in read("Elena Varga met Tomas Lindqvist on Monday for talks on the war.").lemmas


def test_an_undated_noun_behind_a_preposition_is_what_the_news_is_about(read: Read) -> None:
    told = read("Elena Varga thanked Kenya for the shelling of Norway by Finland.")
    assert told.lemmas == ["thank"]


def test_what_is_judged_is_not_reported_beside_the_judgement(read: Read) -> None:
    told = read('"The cooperation between Norway and Finland is illegal," Elena Varga said on Monday.')
    assert told.lemmas == ["illegal"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway paid attention to Finland on Monday.",
        "Elena Varga admires the Finns.",
        "Parents can restrict the use of phones in Norway.",
        "Central banks should pay heed to Norway.",
        "The timing of the visit has not been announced.",
        "Medics helped the injured.",
    ],
)
def test_idioms_feelings_abilities_and_what_nobody_did_not_do_are_no_events(
    read: Callable[..., Any], text: str
) -> None:
    assert [event.lemma for event in read(text).events if event.lemma != "help"] == []


def test_a_noun_that_only_leads_to_an_infinitive_is_no_event_beside_it(read: Callable[..., Any]) -> None:
    assert read("Observers condemned Norway's alleged attempts to buy missiles from Finland.").lemmas == [
        "condemn",
        "buy",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Registration closes when the game begins.",
        "A video shows Elena Varga.",
        "Human error allowed the theft.",
        "Norway used force to subdue Marek Dolan.",
        "The singer shot to fame with a song.",
        "He watched a great deal of television.",
    ],
)
def test_what_things_do_purposes_and_figures_of_speech_are_no_events(read: Callable[..., Any], text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "lemma", "type"),
    [
        ("Norway's strike on the radar base killed four soldiers.", "strike", "ASSAULT"),
        ("Norway's teachers began a strike over pay on Monday.", "strike", "PROTEST"),
        ("A ferry struck a bridge pylon near Oslo on Monday.", "strike", "ACCIDENT"),
        ("Elena Varga collapsed on Monday.", "collapse", "HEALTH"),
    ],
)
def test_what_stands_around_a_word_gives_its_sense(read: Callable[..., Any], text: str, lemma: str, type: str) -> None:
    assert read(text).types()[lemma] == type
