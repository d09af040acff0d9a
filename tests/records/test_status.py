"""Status, line by line of the table in `dateline.records.status`, and that earlier lines win."""

import datetime
import itertools
from typing import Any, get_args

import pytest

from dateline.records import EventDate, EventMention, Interval, Link, Outlook, Realis, Span, Speaker, Status, status_of

DAY = EventDate(interval=Interval.day(datetime.date(2021, 5, 1)), basis="stated", rule="expression")
SPEAKER = Speaker(name="Ilse Braun", span=Span(0, 5))
SAYS = Link(speakers=(SPEAKER,))
DENIES = Link(speakers=(SPEAKER,), stance="denies", commitment="denied")
ALLEGES = Link(speakers=(SPEAKER,), stance="alleges")


def event(**known: Any) -> EventMention:
    """An event of which only what is given is special."""
    span = Span(0, 4)
    return EventMention(
        id="e", page_id="p", span=span, sentence=span, trigger=span, lemma="sail", words="", date=DAY, **known
    )


def test_what_a_link_of_the_chain_denies_is_denied() -> None:
    assert status_of(event(chain=(DENIES,))) == "denied"
    assert status_of(event(chain=(SAYS, DENIES))) == "denied"
    assert status_of(event(chain=(DENIES, SAYS))) == "denied"


def test_what_is_negated_in_somebodys_words_is_denied() -> None:
    assert status_of(event(polarity="negative", chain=(SAYS,))) == "denied"


def test_what_the_page_itself_negates_has_not_happened() -> None:
    assert status_of(event(polarity="negative")) == "not_happened"


def test_what_the_page_marks_as_alleged_is_alleged() -> None:
    assert status_of(event(alleged=True)) == "alleged"


def test_what_a_link_of_the_chain_alleges_is_alleged() -> None:
    assert status_of(event(chain=(ALLEGES,))) == "alleged"
    assert status_of(event(chain=(SAYS, ALLEGES))) == "alleged"


@pytest.mark.parametrize("outlook", get_args(Outlook))
def test_what_is_to_come_has_the_status_of_its_outlook(outlook: Outlook) -> None:
    assert status_of(event(realis="future", outlook=outlook)) == outlook


def test_what_is_to_come_with_nothing_said_of_who_set_it_is_expected() -> None:
    assert status_of(event(realis="future")) == "expected"


def test_what_is_hypothetical_is_possible() -> None:
    assert status_of(event(realis="hypothetical")) == "possible"


def test_what_is_under_way_is_ongoing() -> None:
    assert status_of(event(realis="ongoing")) == "ongoing"


def test_what_is_past_happened_in_the_pages_voice_and_in_somebodys() -> None:
    assert status_of(event()) == "happened"
    assert status_of(event(chain=(SAYS,))) == "happened"


@pytest.mark.parametrize("realis", get_args(Realis))
def test_denial_comes_before_negation_then_allegation_then_time(realis: Realis) -> None:
    everything: dict[str, Any] = {"alleged": True, "realis": realis, "outlook": "planned"}
    assert status_of(event(polarity="negative", chain=(DENIES, ALLEGES), **everything)) == "denied"
    assert status_of(event(polarity="negative", **everything)) == "not_happened"
    assert status_of(event(**everything)) == "alleged"


def test_an_outlook_counts_only_for_what_is_to_come() -> None:
    assert status_of(event(realis="past", outlook="planned")) == "happened"
    assert status_of(event(realis="hypothetical", outlook="promised")) == "possible"


def test_a_negated_plan_is_no_plan() -> None:
    assert status_of(event(polarity="negative", realis="future", outlook="planned")) == "not_happened"


def test_every_combination_has_a_status_and_every_status_a_combination() -> None:
    found = {
        status_of(event(polarity=polarity, alleged=alleged, realis=realis, outlook=outlook, chain=chain))
        for polarity, alleged, realis, outlook, chain in itertools.product(
            ("positive", "negative"),
            (False, True),
            get_args(Realis),
            (None, *get_args(Outlook)),
            ((), (SAYS,), (DENIES,), (ALLEGES,)),
        )
    }
    assert found == set(get_args(Status))
