"""Captures of one page with different texts."""

import pytest

from dateline.syndication import version_chains
from dateline.syndication.versions import plain_address

ADDRESS = "https://www.post.example/news/ferry"


def pages_of(chains) -> list[tuple[str, ...]]:
    return [chain.pages for chain in chains]


def test_one_address_with_two_texts_is_two_versions_whatever_came_first(reading, dispatch) -> None:
    old = reading("z", url=ADDRESS)
    new = reading("a", *dispatch[:3], url=f"{ADDRESS}/?utm_source=mail#top", updated="2031-05-09")
    assert pages_of(version_chains([old, new])) == [("z", "a")]
    assert version_chains([new, old]) == version_chains([old, new])


def test_two_captures_of_one_text_are_one_version(reading, dispatch) -> None:
    captures = [reading(id, url=ADDRESS) for id in "ab"]
    assert version_chains(captures) == ()
    changed = reading("c", *dispatch[:3], url=ADDRESS, day="2031-05-07")
    assert pages_of(version_chains([*captures, changed])) == [("a", "c")]


def test_without_an_address_outlet_and_headline_within_days_make_the_page(reading, dispatch) -> None:
    first = reading("a", publisher="Varn Post")
    soon = reading("b", *dispatch[:3], publisher="Varn Post", title="Ostrel Closes Its Ferry Line", day="2031-05-08")
    weekly = reading("c", *dispatch[1:], publisher="Varn Post", day="2031-05-15")
    elsewhere = reading("d", *dispatch[1:], publisher="Ostrel Echo")
    assert pages_of(version_chains([elsewhere, weekly, soon, first])) == [("a", "b")]


def test_pages_of_no_known_outlet_are_not_versions(reading, dispatch) -> None:
    assert version_chains([reading("a"), reading("b", *dispatch[:2])]) == ()


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("http://WWW.Post.example/a/?b=2&a=1&fbclid=xyz", "post.example/a?a=1&b=2"),
        ("https://post.example", "post.example?"),
        ("ferry.html", None),
        ("http://[broken", None),
    ],
)
def test_an_address_is_compared_without_what_may_differ(given: str, plain: str | None) -> None:
    assert plain_address(given) == plain
