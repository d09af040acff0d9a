"""What is told of two reports is what decides of them."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dateline.merging import Candidate, explain, likelihood, meet, shared_keys
from dateline.merging.comparison import same_event
from dateline.merging.shelf import MemoryShelf
from dateline.merging.updating import update

Make = Callable[..., Any]
RANDOM = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))

people = st.lists(st.sampled_from(["Elena Varga", "Tomas Lindqvist", "Norway"]), max_size=2, unique=True).map(tuple)
events = st.fixed_dictionaries(
    {
        "lemma": st.sampled_from(["visit", "meet", "attack"]),
        "family": st.sampled_from(["journey", "meeting", "attack"]),
        "type": st.sampled_from(["CONSULT", "ASSAULT", None]),
        "actors": people,
        "recipients": people,
        "places": st.sampled_from([(), ("Oslo",), ("Lima",)]),
        "days": st.sampled_from([(), ("2024-04-08",), ("2024-04-09",), ("2024-04-01", "2024-04-30")]),
        "alleged": st.booleans(),
        "headline": st.booleans(),
        "sentence": st.sampled_from([None, "Heavy seas sank the ageing ferry Selkie near the lighthouse of Varn."]),
    }
)


def reports(page: Make, told: Make, one: dict[str, Any], other: dict[str, Any], pages: str) -> list[Candidate]:
    """Two reports, of one page or of two."""
    made = [page("a", "2024-04-09", told(**one), told(**other))] if pages == "a" else []
    made = made or [page("a", "2024-04-09", told(**one)), page("b", "2024-04-10", told(**other))]
    shelf = MemoryShelf()
    update(shelf, made)
    return [candidate for _, candidate in sorted(shelf.reports().items())]


@given(events, events, st.sampled_from(["a", "ab"]))
@RANDOM
def test_the_features_that_must_fit_are_those_that_decide(
    page: Make, told: Make, one: dict[str, Any], other: dict[str, Any], pages: str
) -> None:
    a, b = reports(page, told, one, other, pages)
    found = explain(a, b)
    assert found.same == same_event(a, b)
    failed = [f.name for f in found.features if f.counts == "must" and not f.fits]
    let_in = [f.name for f in found.features if f.counts == "may" and f.fits]
    if not found.same:
        assert failed
    elif failed and pages == "ab":
        assert let_in


@given(events, events)
@RANDOM
def test_the_score_is_the_same_either_way_and_higher_where_the_rules_fit(
    page: Make, told: Make, one: dict[str, Any], other: dict[str, Any]
) -> None:
    a, b = reports(page, told, one, other, "ab")
    assert 0 < likelihood(a, b) < 1
    assert likelihood(a, b) == likelihood(b, a)
    assert explain(a, b).same == explain(b, a).same


@given(events)
@RANDOM
def test_two_like_reports_score_higher_than_two_of_other_kinds(page: Make, told: Make, one: dict[str, Any]) -> None:
    assume(one["family"] != "meeting")
    a, b = reports(page, told, one, one, "ab")
    c, d = reports(page, told, one, {**one, "family": "meeting", "lemma": "meet", "type": None}, "ab")
    assert likelihood(c, d) < likelihood(a, b)


@given(events, events)
@RANDOM
def test_reports_that_meet_share_a_key(page: Make, told: Make, one: dict[str, Any], other: dict[str, Any]) -> None:
    made = [page("a", "2024-04-09", told(**one)), page("b", "2024-04-10", told(**other))]
    shelf = MemoryShelf()
    update(shelf, made)
    a, b = (candidate for _, candidate in sorted(shelf.reports().items()))
    assert bool(shared_keys(a, b)) == meet(shelf, a, b)
