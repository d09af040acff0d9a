"""Statements and claims among the rows of the chronology."""

from collections.abc import Iterator
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from dateline.store import Filters
from dateline.views import Browsing, View, filters

ALL = ("event", "expectation", "statement", "claim")


@pytest.fixture(scope="module")
def sample(readme_example: Any) -> Iterator[View]:
    """The built-in sample."""
    with View(str(readme_example.chronicle)) as view:
        yield view


def test_a_statement_stands_on_the_day_of_its_page_between_the_events(view: View, story: SimpleNamespace) -> None:
    rows = view.browse(Browsing(kinds=ALL, folding=None)).rows
    kinds = [row.kind for row in rows]
    assert kinds.count("statement") == 1
    statement = rows[kinds.index("statement")]
    assert (statement.date, statement.said_by) == ("16 May 2021", ("Ada Lund", "Norvik News Agency"))
    assert statement.event == "Ada Lund told: The line is safe,"
    before = rows[: kinds.index("statement")]
    assert {story.TRIP_ID, story.FORT_ID, story.CHOIR_ID, story.TRIAL_ID} <= {row.id for row in before}
    assert story.OPENING_ID not in {row.id for row in before}


def test_expectations_are_rows_of_their_own_kind(view: View, story: SimpleNamespace) -> None:
    ahead = view.browse(Browsing(kinds=("expectation",), folding=None)).rows
    rest = view.browse(Browsing(kinds=("event",), folding=None)).rows
    assert [row.id for row in ahead] == [story.FERRY_ID]
    assert {row.id for row in ahead + rest} == {entry.id for entry in story.ENTRIES}


@pytest.mark.parametrize("sort", ["time", "newest", "salience"])
@pytest.mark.parametrize("kinds", [ALL, ("statement",), ("claim",), ("event", "claim")])
def test_pages_make_up_the_whole_table_and_lead_back(sample: View, sort: Any, kinds: Any) -> None:
    whole = sample.browse(Browsing(kinds=kinds, sort=sort, limit=1000))
    assert whole.total == len(whole.rows)
    assert {row.kind for row in whole.rows} == {kind for kind in kinds if kind != "expectation"} | (
        {"expectation"} if "expectation" in kinds else set()
    )
    pages, after = [], None
    while True:
        page = sample.browse(Browsing(kinds=kinds, sort=sort, limit=23, after=after))
        assert page.first == 1 + sum(len(one.rows) for one in pages)
        pages.append(page)
        if page.after is None:
            break
        after = page.after
    assert [row.id for page in pages for row in page.rows] == [row.id for row in whole.rows]
    for earlier, page in pairwise(pages):
        back = sample.browse(Browsing(kinds=kinds, sort=sort, limit=23, before=page.before))
        assert back.rows == earlier.rows
    assert pages[0].before is None


def test_in_order_of_time_no_row_is_earlier_than_the_one_before_it(sample: View) -> None:
    rows = sample.browse(Browsing(kinds=ALL, limit=1000)).rows
    days = [row.earliest or row.latest for row in rows if not row.depth and (row.earliest or row.latest)]
    assert days == sorted(days)


def test_filters_and_words_hold_for_statements_too(sample: View) -> None:
    asked = Browsing(kinds=("statement",), filters=Filters(said_by="Liv Brandvik"), limit=1000)
    rows = sample.browse(asked).rows
    assert {row.id for row in rows} == {row.id for row in sample.statements(Filters(said_by="Liv Brandvik"))}
    found = sample.browse(msgspec.structs.replace(asked, words="weather")).rows
    assert all("weather" in row.event for row in found)
    assert len(found) < len(rows)


def test_what_is_marked_is_entries_only(sample: View) -> None:
    rows = sample.browse(Browsing(kinds=ALL, mark="single", folding=None, limit=1000)).rows
    assert rows
    assert {row.kind for row in rows} <= {"event", "expectation"}
    assert all(row.origins == 1 for row in rows)


def test_near_an_entry_the_days_count_for_statements(view: View, story: SimpleNamespace) -> None:
    near = Browsing(kinds=ALL, near=story.TRIP_ID, folding=None)
    assert "statement" in {row.kind for row in view.browse(near).rows}
    far = msgspec.structs.replace(near, near=story.OPENING_ID)
    assert "statement" not in {row.kind for row in view.browse(far).rows}
    assert filters() == far.filters
