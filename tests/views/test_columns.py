"""Columns in memory select what the database selects, and count what they select."""

import calendar
import datetime
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.store import EVERYTHING, Filters
from dateline.views import Browsing, Folding, View
from dateline.views.columns import SORTS

NAMES = ("Brandvik", "brandvik shipping", "kvale", "Iceland", "US", "an", "Nobody", "bergen ", "%", "the")
STATUSES = ("happened", "planned", "promised", "denied", "alleged", "not_happened")
DAYS = st.dates(datetime.date(2025, 8, 1), datetime.date(2025, 12, 31))

FILTERS = st.builds(
    Filters,
    actor=st.none() | st.sampled_from(NAMES),
    place=st.none() | st.sampled_from((*NAMES, "Bergen", "Reykjavik")),
    said_by=st.none() | st.sampled_from(NAMES),
    type=st.none() | st.sampled_from(("CONSULT", "AID", "consult", "NOTHING")),
    status=st.none() | st.sampled_from(STATUSES),
    source=st.none() | st.sampled_from(("Harbour Post", "ledger", "meridian news agency", "x")),
    since=st.none() | DAYS,
    until=st.none() | DAYS,
)


@pytest.fixture(scope="module")
def sample(readme_example: Any) -> Iterator[View]:
    """The built-in sample."""
    with View(str(readme_example.chronicle)) as view:
        yield view


@given(filters=FILTERS)
@settings(max_examples=80, deadline=None)
def test_they_select_what_the_database_selects(sample: View, filters: Filters) -> None:
    in_memory = {row.id for row in sample.browse(Browsing(filters=filters, folding=None, limit=1000)).rows}
    assert in_memory == {row.id for row in sample.chronology(filters, None).rows}


def test_without_filters_rows_are_those_of_the_chronology_in_its_order(sample: View) -> None:
    assert sample.browse(Browsing(folding=None, limit=1000)).rows == sample.chronology(folding=None).rows
    folded = sample.browse(Browsing(limit=1000))
    assert folded.rows == sample.chronology().rows
    assert folded.folded == sample.chronology().folded


def test_pages_make_up_the_whole_list_without_gap_or_double(sample: View) -> None:
    for sort in SORTS:
        whole = sample.browse(Browsing(folding=None, limit=1000, sort=sort))
        rows, after = [], None
        while True:
            page = sample.browse(Browsing(folding=None, limit=7, sort=sort, after=after))
            assert page.first == len(rows) + 1
            rows += page.rows
            if page.after is None:
                break
            after = page.after
        assert [row.id for row in rows] == [row.id for row in whole.rows]


def test_the_page_before_leads_back(sample: View) -> None:
    first = sample.browse(Browsing(limit=5))
    second = sample.browse(Browsing(limit=5, after=first.after))
    third = sample.browse(Browsing(limit=5, after=second.after))
    assert first.before is None
    assert sample.browse(Browsing(limit=5, before=second.before)) == first
    assert sample.browse(Browsing(limit=5, before=third.before)) == second


@given(filters=FILTERS)
@settings(max_examples=30, deadline=None)
def test_a_facet_counts_what_choosing_it_gives(sample: View, filters: Filters) -> None:
    facets = sample.browse(Browsing(filters=filters, folding=None, limit=1)).facets
    for field in ("status", "type"):
        for one in getattr(facets, field):
            if getattr(filters, field) is None:
                chosen = msgspec.structs.replace(filters, **{field: one.value})
                assert sample.browse(Browsing(filters=chosen, folding=None, limit=1)).total == one.count
    for one in facets.years:
        if filters.since is None and filters.until is None:
            year = msgspec.structs.replace(
                filters, since=datetime.date(one.year, 1, 1), until=datetime.date(one.year, 12, 31)
            )
            assert sample.browse(Browsing(filters=year, folding=None, limit=1)).total >= one.count


@given(filters=FILTERS)
@settings(max_examples=15, deadline=None)
def test_the_months_of_a_year_count_what_choosing_one_gives(sample: View, filters: Filters) -> None:
    of_year = msgspec.structs.replace(filters, since=datetime.date(2025, 1, 1), until=datetime.date(2025, 12, 31))
    whole = sample.browse(Browsing(filters=of_year, folding=None, limit=1))
    assert bool(whole.facets.months) == bool(whole.total)
    for one in whole.facets.months:
        first = datetime.date.fromisoformat(f"{one.month}-01")
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        month = msgspec.structs.replace(filters, since=first, until=last)
        assert whole.total >= sample.browse(Browsing(filters=month, folding=None, limit=1)).total >= one.count > 0


def test_months_are_those_of_the_year_that_is_chosen(sample: View) -> None:
    assert sample.browse(Browsing(folding=None, limit=1)).facets.months == ()
    chosen = Filters(since=datetime.date(2025, 1, 1), until=datetime.date(2025, 12, 31))
    months = sample.browse(Browsing(filters=chosen, folding=None, limit=1)).facets.months
    assert [one.month for one in months] == sorted({one.month for one in months})
    assert {one.month[:4] for one in months} == {"2025"}
    assert len(months) > 3


def test_words_restrict_the_list(sample: View) -> None:
    hits = {hit.id for hit in sample.search("salt", limit=1000) if hit.kind == "entry"}
    assert hits
    assert {row.id for row in sample.browse(Browsing(words="salt", folding=None, limit=1000)).rows} == hits


def test_what_is_near_an_entry_is_at_most_so_many_days_away(sample: View) -> None:
    dated = next(row for row in sample.chronology(EVERYTHING, None).rows if row.earliest and row.latest)
    near = sample.browse(Browsing(near=dated.id, days=3, folding=None, limit=1000)).rows
    assert dated.id in {row.id for row in near}
    for row in near:
        assert row.latest is None or row.latest >= dated.earliest - datetime.timedelta(days=3)
        assert row.earliest is None or row.earliest <= dated.latest + datetime.timedelta(days=3)


def test_a_frame_stays_for_the_sake_of_what_is_shown_of_it(sample: View) -> None:
    strict = sample.browse(Browsing(folding=Folding(below=0.6), limit=1000)).rows
    ids = {row.id for row in strict}
    assert all(row.frame in ids for row in strict if row.depth)
