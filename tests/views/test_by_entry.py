"""Lists that are asked for by their entries: in memory as in the database."""

from collections.abc import Iterator
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.views.test_columns import FILTERS, STATUSES

from dateline.store import Filters
from dateline.views import View

STATES = (*STATUSES, "open", "due", "lapsed", "fulfilled", "planned", "said", "accused")


@pytest.fixture(scope="module")
def views(readme_example: Any) -> Iterator[tuple[View, View]]:
    """The sample with its columns in memory, and without."""
    with View(str(readme_example.chronicle)) as warm, View(str(readme_example.chronicle)) as cold:
        assert len(warm.columns)
        yield warm, cold


@given(filters=FILTERS, status=st.none() | st.sampled_from(STATES))
@settings(max_examples=120, deadline=None)
def test_they_are_those_of_the_database_in_its_order(
    views: tuple[View, View], filters: Filters, status: str | None
) -> None:
    warm, cold = views
    filters = msgspec.structs.replace(filters, status=status)
    assert list(warm.statements(filters)) == list(cold.statements(filters))
    assert list(warm.expectations(filters)) == list(cold.expectations(filters))
    kinds: tuple[Literal["statements", "expectations"], ...] = ("statements", "expectations")
    for kind in kinds:
        assert warm.how_many(kind, filters) == cold.how_many(kind, filters)


def test_pages_of_them_make_up_the_whole(views: tuple[View, View]) -> None:
    for view in views:
        whole = [row.id for row in view.statements(Filters(status="happened"))]
        found: list[str] = []
        while some := [row.id for row in view.statements(Filters(status="happened"), 7, found[-1] if found else None)]:
            found += some
        assert len(found) > 14
        assert found == whole


def test_what_is_gone_as_a_cursor_leads_to_the_first_page(views: tuple[View, View]) -> None:
    warm, _ = views
    first = next(warm.expectations(Filters(type="CONSULT")))
    assert next(warm.expectations(Filters(type="CONSULT"), after="gone")) == first
