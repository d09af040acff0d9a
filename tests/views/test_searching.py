"""A search with filters finds what the lists with these filters hold."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.views.test_columns import FILTERS

from dateline.store import Filters
from dateline.views import Browsing, View

WORDS = st.sampled_from(("ship", "salt", "captain*", '"oil-recovery vessels"', "the", "iceland port", "nothing"))


@pytest.fixture(scope="module")
def sample(readme_example: Any) -> Iterator[View]:
    with View(str(readme_example.chronicle)) as view:
        yield view


@given(words=WORDS, filters=FILTERS)
@settings(max_examples=10, deadline=None)
def test_what_is_found_fits(sample: View, words: str, filters: Filters) -> None:
    rows = sample.chronology(filters, None).rows
    said = list(sample.statements(filters))
    fitting = {row.id for row in rows} | {row.id for row in said} | {row.id for row in sample.related(filters)}
    fitting |= {page for row in rows for page in row.pages} | {row.page for row in said}
    everything = [hit.id for hit in sample.search(words, limit=10_000)]
    assert [hit.id for hit in sample.search(words, filters, 10_000)] == [id for id in everything if id in fitting]
    assert [hit.id for hit in sample.search(words, filters, 2)] == [id for id in everything if id in fitting][:2]


@given(words=WORDS, filters=FILTERS)
@settings(max_examples=6, deadline=None)
def test_words_narrow_a_chronology_to_what_is_found(sample: View, words: str, filters: Filters) -> None:
    found = {hit.id for hit in sample.search(words, filters, 10_000) if hit.kind == "entry"}
    asked = Browsing(filters=filters, words=words, folding=None, limit=1000)
    assert {row.id for row in sample.browse(asked).rows} == found
