"""When an HTML page was published and updated, and how that is known."""

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from dateline.articles.html_dates import address_day, find_html_dates
from dateline.articles.html_facts import read_facts
from dateline.pages import make_page
from dateline.records import Page, Timestamp

TODAY = datetime.date(2024, 6, 1)
Dates = tuple[Timestamp | None, Timestamp | None]


def _tree(head: str = "", body: str = "<p>Words</p>") -> HtmlElement:
    return document_fromstring(f"<html><head><title>A quay</title>{head}</head><body>{body}</body></html>")


def _dates(
    head: str = "", body: str = "<p>Words</p>", posted: tuple[str, ...] = (), url: str | None = None, first: str = ""
) -> Dates:
    page = make_page(f"{first}<html><p>Words</p></html>".encode(), "a.html", url=url)
    assert isinstance(page, Page)
    tree = _tree(head, body)
    return find_html_dates(page, tree, read_facts(tree), list(posted), list(posted), TODAY)


def _linked(**data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **data})}</script>'


def test_json_about_the_article_gives_day_time_zone_and_update() -> None:
    published, updated = _dates(
        _linked(datePublished="2024-05-06T08:15:00+02:00", dateModified="2024-05-07T09:00:00+02:00")
    )
    assert published == Timestamp(day=datetime.date(2024, 5, 6), time="08:15", zone="+02:00", basis="metadata")
    assert updated is not None
    assert updated.iso == "2024-05-07T09:00"


@pytest.mark.parametrize("value", ["Mon, May 06 2024 08:15:41 EDT", "6 May 2024 8:15 am EDT", "2024/05/06 08:15 EDT"])
def test_metadata_need_not_be_iso(value: str) -> None:
    published, _ = _dates(f'<meta name="pubdate" content="{value}">')
    assert published == Timestamp(day=datetime.date(2024, 5, 6), time="08:15", zone="EDT", basis="metadata")


def test_the_address_stands_where_metadata_are_silent_and_the_page_adds_the_time() -> None:
    published, _ = _dates(posted=("Posted May 6, 2024 8:03 am",), url="https://a.example/2024/05/06/quay")
    assert published == Timestamp(day=datetime.date(2024, 5, 6), time="08:03", basis="url")


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://a.example/2024/05/06/quay", "2024-05-06"),
        ("https://a.example/quay-2024-05-06.html", "2024-05-06"),
        ("https://a.example/20240506-quay", "2024-05-06"),
        ("https://a.example/2024/13/06/quay", None),
        ("https://a.example/story/72072159615", None),
        (None, None),
    ],
)
def test_days_in_addresses(address: str | None, day: str | None) -> None:
    found = address_day(address)
    assert (found and found.day.isoformat()) == day


def test_an_element_of_time_in_the_article_is_taken_and_one_in_a_list_is_not() -> None:
    listed = '<ul><li><time datetime="2024-01-02">2 January</time></li></ul>'
    own = '<h1>A quay</h1><time datetime="2024-05-06T08:15Z">6 May</time>'
    published, _ = _dates(body=listed + own)
    assert published == Timestamp(day=datetime.date(2024, 5, 6), time="08:15", zone="Z", basis="page")


def test_the_time_marked_as_published_comes_before_another_and_the_update_is_told_apart() -> None:
    body = (
        '<time datetime="2024-05-01">1 May</time><time class="updated" datetime="2024-05-08">8 May</time>'
        '<time class="published" datetime="2024-05-06">6 May</time>'
    )
    published, updated = _dates(body=body)
    assert published is not None
    assert published.iso == "2024-05-06"
    assert updated is not None
    assert updated.iso == "2024-05-08"


def test_the_header_of_the_page_wins() -> None:
    published, _ = _dates(_linked(datePublished="2024-05-06"), first=" date 2024-05-05 A quay\n")
    assert published == Timestamp(day=datetime.date(2024, 5, 5), basis="header")


def test_a_day_after_today_and_an_update_before_the_publication_are_not_believed() -> None:
    published, updated = _dates(
        _linked(datePublished="2031-05-06", dateModified="2024-05-01"), posted=("Posted May 6, 2024",)
    )
    assert published is not None
    assert published.iso == "2024-05-06"
    assert updated is None


def test_a_year_alone_is_no_day() -> None:
    assert _dates(body="<p>© 2020 The Quay</p>") == (None, None)


def test_hidden_numbers_are_no_date_and_broken_json_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    assert _dates(head, '<img src="/files/2019-03-04/a.png">') == (None, None)


@given(st.recursive(st.none() | st.text(max_size=9), lambda x: st.lists(x) | st.dictionaries(st.text(max_size=9), x)))
def test_whatever_the_json_facts_are_read(data: object) -> None:
    tree = _tree(_linked(author=data, publisher=data, datePublished=data, headline=data, isAccessibleForFree=data))
    assert read_facts(tree) == read_facts(tree)
