"""Pages are cited by who published them."""

import datetime

import pytest

from dateline.views import Source, labels
from dateline.views.chains import names
from dateline.views.citations import site


@pytest.mark.parametrize(
    ("publisher", "agency", "url", "cited"),
    [
        ("Harbour Times", "CW", None, "Harbour Times (CW), 16 May 2021"),
        ("CW", "CW", None, "CW, 16 May 2021"),
        (None, None, "https://www.harbour.example/a", "harbour.example, 16 May 2021"),
        (None, "CW", None, "page of 16 May 2021 (CW)"),
        (None, None, "http://[broken", "page of 16 May 2021"),
    ],
)
def test_a_page_is_cited_as_exactly_as_it_is_known(
    publisher: str | None, agency: str | None, url: str | None, cited: str
) -> None:
    source = Source(
        page="p", title="t", location="l", published=datetime.date(2021, 5, 16),
        publisher=publisher, agency=agency, url=url,
    )  # fmt: skip
    assert source.cited == cited


def test_labels_follow_the_order_of_first_mention() -> None:
    assert labels(["b", "a", "b"]) == {"b": "S1", "a": "S2"}


def test_names_are_listed_as_people_write_them() -> None:
    assert [names(()), names(("A",)), names(("A", "B")), names(("A", "B", "C"))] == ["", "A", "A and B", "A, B and C"]


def test_an_address_without_a_host_has_no_site() -> None:
    assert site("file:///tmp/a.html") is None
