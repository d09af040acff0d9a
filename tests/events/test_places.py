"""Where an event was, which part a place plays in it, and how the event came to it."""

import datetime

import pytest

from dateline.pages import make_page
from dateline.pipeline import read_page
from dateline.records import EventMention, EventPlace, Page, Reading


def places(told, lemma: str, nth: int = 0) -> list[tuple[str, str, str]]:
    return [(p.name, p.part, p.basis) for p in told.event(lemma, nth).places]


def test_a_journey_leads_from_one_place_to_another(read) -> None:
    told = read("Minister Ada Lund travelled from Bergen to Oslo on Friday.")
    assert places(told, "travel") == [("Bergen", "from", "attached"), ("Oslo", "to", "attached")]


def test_a_country_that_is_left_is_a_place_of_the_journey_but_not_where_it_was(read) -> None:
    told = read("Minister Ada Lund flew from Norway to Stockholm on Friday.")
    assert places(told, "fly") == [("Norway", "from", "attached"), ("Stockholm", "to", "attached")]
    assert told.names("fly", "place") == {"Stockholm"}


def test_what_is_done_in_a_place_is_at_it(read) -> None:
    told = read("Police arrested two men in Bergen on Friday.")
    assert places(told, "arrest") == [("Bergen", "at", "attached")]


def test_what_happens_at_a_meeting_happens_where_it_is_held(read) -> None:
    told = read(
        "Minister Ada Lund met President Jan Falk in Oslo on Friday. "
        "During the meeting, Lund thanked Falk for the help."
    )
    assert places(told, "thank") == [("Oslo", "at", "frame")]


def test_an_invitation_right_after_what_was_said_at_a_meeting_was_made_there(read) -> None:
    told = read(
        "Minister Ada Lund met President Jan Falk in Oslo on Friday. "
        "During the meeting with Falk, Lund offered her full support. Lund invited Falk to visit Denmark."
    )
    assert places(told, "invite") == [("Oslo", "at", "frame")]


def test_a_journey_was_to_where_the_traveller_comes_home_from(read) -> None:
    told = read("President Jan Falk returned home from Denmark on Friday, ending a three-day trip.")
    assert places(told, "trip") == [("Denmark", "at", "return")]


def test_a_visit_was_to_the_country_in_which_its_parts_were(read) -> None:
    told = read(
        "President Jan Falk met Minister Ada Lund in Oslo on Saturday. "
        "Falk told Lund at the meeting concluding his three-day visit that he would help."
    )
    assert places(told, "visit") == [("Norway", "at", "parts")]


def dispatch(sentence: str) -> EventMention:
    """The arrest of a dispatch from Oslo, of two paragraphs."""
    further = "They had been looked for by many for a long time, a spokesman of the force told reporters. " * 3
    text = f" date 2024-04-13 Two men are in custody\n\nOSLO, Norway (AP) — {sentence}\n\n{further}\n\n{further}\n"
    page = make_page(text.encode(), "page.txt")
    assert isinstance(page, Page)
    reading = read_page(page, datetime.date(2024, 5, 1))
    assert isinstance(reading, Reading)
    return next(event for event in reading.events if event.lemma == "arrest" and event.sentence.start > 30)


def test_the_first_sentence_of_a_dispatch_happens_where_it_is_from() -> None:
    arrest = dispatch("Police arrested two men on Friday.")
    assert [(p.name, p.part, p.basis) for p in arrest.places] == [("OSLO", "at", "dateline")]
    assert arrest.names("place") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Police arrested two men in Bergen on Friday.",
        "Soldiers from Denmark arrested two men on Friday.",
        "Police said that soldiers arrested two men on Friday.",
    ],
)
def test_the_dateline_is_not_taken_where_another_place_or_voice_comes_in(sentence: str) -> None:
    assert "dateline" not in [p.basis for p in dispatch(sentence).places]


def test_an_event_without_any_word_of_a_place_has_none(read) -> None:
    assert read("Police arrested two men on Friday.").event("arrest").places == ()


def test_places_stand_on_words_of_the_page(read) -> None:
    told = read("Minister Ada Lund travelled from Bergen to Oslo on Friday.")
    found: tuple[EventPlace, ...] = told.event("travel").places
    assert [p.span.of(told.text) for p in found] == ["Bergen", "Oslo"]
