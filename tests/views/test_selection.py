"""What people type is checked before anything is looked up."""

import datetime

import pytest

from dateline.errors import UsageError
from dateline.views import filters
from dateline.views.selection import codebook_types


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-09-17", "2023-09-17", "2023-09-17"),
    ],
)
def test_a_year_or_month_is_all_of_it(typed: str, first: str, last: str) -> None:
    wanted = filters(since=typed, until=typed)
    assert (wanted.since, wanted.until) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("typed", ["2023-13", "2023-02-30", "23", "yesterday", "", "2023-9-1", "0000", "２０２３"])
def test_what_is_no_date_is_refused_with_the_accepted_forms(typed: str) -> None:
    with pytest.raises(UsageError, match="YYYY, YYYY-MM or YYYY-MM-DD"):
        filters(since=typed)


def test_a_time_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UsageError, match="is after"):
        filters(since="2023", until="2022")


@pytest.mark.parametrize("typed", ["not_happened", "not-happened", "Not happened"])
def test_a_status_may_be_written_in_words(typed: str) -> None:
    assert filters(status=typed).status == "not_happened"


def test_an_unknown_status_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"choose from .*happened"):
        filters(status="sure")


def test_types_are_those_of_the_codebook_and_of_the_chronicle() -> None:
    assert filters(type="consult").type == "CONSULT"
    assert filters(type="own", types=["OWN"]).type == "OWN"
    with pytest.raises(UsageError, match="CONSULT"):
        filters(type="NONE")
    assert "NONE" not in codebook_types()
