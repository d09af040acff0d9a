"""A slipped date is a new due time of what was expected, not a new expectation."""

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]
PLAN = "Norway will open the bridge on 8 June, the ministry said."
OPENED = "Norway opened the bridge on 20 June."


@pytest.fixture(scope="module")
def expected(read: Make, merged: Make) -> Make:
    """Merges pages, each a day and its text; gives the expectations, and the sentence that a citation is of."""

    def expected(*told: tuple[str, str]) -> Any:
        pages = {f"p{n}": read(text, id=f"p{n}", day=day) for n, (day, text) in enumerate(told)}
        found = merged(*pages.values())
        found.words_of = lambda citation: citation.span.of(pages[citation.page_id].article.text)
        return found

    return expected


def days(interval: Any) -> tuple[str, str]:
    return str(interval.earliest), str(interval.latest)


@pytest.mark.parametrize(
    "later",
    [
        "The ministry postponed the opening of the bridge to 20 June.",
        "The opening of the bridge has been postponed until 20 June.",
        "Norway pushed back the opening of the bridge to 20 June.",
        "Norway will open the bridge on 20 June, two weeks later than planned.",
        "The bridge will now open on 20 June instead of 8 June.",
        "The ministry postponed the opening of the bridge to 20 June. Norway will open the bridge on 20 June, it said.",
    ],
)
def test_a_postponed_event_is_one_expectation_with_both_dates_and_all_sentences(expected: Make, later: str) -> None:
    found = expected(("2031-05-03", PLAN), ("2031-05-20", later), ("2031-06-21", OPENED))
    one = found.expectation()
    assert (one.state, days(one.due)) == ("fulfilled", ("2031-06-20", "2031-06-20"))
    assert [days(before) for before in one.moved_from] == [("2031-06-08", "2031-06-08")]
    assert found.words_of(one.said) == PLAN
    assert [found.words_of(moved) for moved in one.moved_by] == [later.split(". ")[0].removesuffix(".") + "."]
    assert found.words_of(one.shown_by) == OPENED


def test_a_date_can_slip_twice_and_be_brought_forward(expected: Make) -> None:
    one = expected(
        ("2031-05-03", PLAN),
        ("2031-05-20", "The ministry postponed the opening of the bridge to 20 June."),
        ("2031-06-02", "Norway will open the bridge on 16 June, earlier than planned."),
    ).expectation()
    assert days(one.due)[1] == "2031-06-16"
    assert [days(before)[1] for before in one.moved_from] == ["2031-06-08", "2031-06-20"]
    assert len(one.moved_by) == len(one.moved_to) == 2


def test_what_is_put_off_to_a_month_is_due_in_it(expected: Make) -> None:
    found = expected(
        ("2031-05-03", PLAN),
        ("2031-05-20", "Norway postponed the opening of the bridge until July."),
    )
    [one] = [e for e in found.chronicle.expectations if e.moved_from]
    assert days(one.due) == ("2031-06-09", "2031-07-31")


def test_what_is_delayed_with_no_new_date_is_open_again(expected: Make) -> None:
    told = (("2031-05-03", PLAN), ("2031-05-20", "The opening of the bridge was delayed, the ministry said."))
    one = expected(*told, ("2031-06-30", "Norway counted its bridges.")).expectation()
    assert (one.state, one.due.is_open, len(one.moved_from)) == ("open", True, 1)


@pytest.mark.parametrize(
    "later",
    [
        "The ministry postponed the opening of the tunnel to 20 June.",
        "The ministry postponed the closing of the bridge to 20 June.",
        "Norway will open the tunnel on 20 June, two weeks later than planned.",
        "Chile postponed the opening to 20 June.",
    ],
)
def test_what_is_moved_must_be_what_is_to_come(expected: Make, later: str) -> None:
    found = expected(("2031-05-03", PLAN), ("2031-05-20", later))
    [one] = [e for e in found.chronicle.expectations if found.words_of(e.said) == PLAN]
    assert (one.moved_from, days(one.due)[1]) == ((), "2031-06-08")


def test_what_was_postponed_before_it_was_planned_is_not_moved(expected: Make) -> None:
    earlier = "The ministry postponed the opening of the bridge to 20 June."
    found = expected(("2031-05-01", earlier), ("2031-05-03", PLAN))
    assert [days(e.due)[1] for e in found.chronicle.expectations if found.words_of(e.said) == PLAN] == ["2031-06-08"]


def test_what_is_called_off_is_withdrawn_with_both_sentences(expected: Make) -> None:
    for plan, later in (
        (PLAN, "Norway cancelled the opening of the bridge."),
        ("The prime minister will visit Oslo on 8 June.", "The prime minister called off her visit to Oslo."),
    ):
        found = expected(("2031-05-03", plan), ("2031-05-20", later), ("2031-06-21", "Norway counted its bridges."))
        one = found.expectation()
        assert (one.state, found.words_of(one.said), found.words_of(one.shown_by)) == ("withdrawn", plan, later)


@pytest.mark.parametrize(
    ("later", "state"),
    [
        (("Norway will not open the bridge on 8 June, the ministry said.",), "withdrawn"),
        (("Norway opened part of the bridge on 8 June.",), "partly"),
        (("Norway opened the bridge on 8 June.", "Norway did not open the bridge on 8 June."), "unclear"),
    ],
)
def test_other_ends_have_both_sentences_too(expected: Make, later: tuple[str, ...], state: str) -> None:
    first = "2031-06-01" if state == "withdrawn" else "2031-06-09"
    told = [("2031-05-03", PLAN), (first, later[0]), *(("2031-06-11", text) for text in later[1:])]
    found = expected(*told)
    one = found.expectation()
    assert (one.state, found.words_of(one.said), found.words_of(one.shown_by)) == (state, PLAN, later[0])


def test_a_smaller_number_than_was_promised_is_a_part(expected: Make) -> None:
    promise = "The company promised to pay 100 million dollars to the fishermen by 8 June."

    def state(paid: str) -> str:
        later = f"The company paid {paid} million dollars to the fishermen on 8 June."
        return str(expected(("2031-05-03", promise), ("2031-06-09", later)).expectation().state)

    assert (state("40"), state("100")) == ("partly", "fulfilled")
