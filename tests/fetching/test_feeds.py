"""Addresses of a feed's entries, of every common kind of feed and of hostile ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.fetching.feeds import feed_links, is_feed

HOME = "https://news.example/feed"
RSS = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>https://news.example/</link>
<atom:link rel="self" href="https://news.example/feed"/>
<item><title>One</title><guid>https://news.example/1?from=guid</guid><link> https://news.example/1 </link></item>
<item><title>Two</title><link>/2</link><atom:link rel="replies" href="/2/comments"/></item>
<item><title>Three</title><guid isPermaLink="true">https://news.example/3</guid></item>
<item><title>Four</title><guid isPermaLink="false">4711</guid></item>
<item><title>One again</title><link>https://news.example/1</link></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://news.example/"/>
<entry><link rel="enclosure" href="/a.mp3"/><link rel="alternate" href="/a"/><link href="/other"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="/within">x</a></div></content></entry>
<entry><link href="b"/></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><link>https://news.example/</link></channel><item><link>https://news.example/1</link></item></rdf:RDF>"""


@pytest.mark.parametrize(
    ("content", "paths"), [(RSS, ["/1", "/2", "/3"]), (ATOM, ["/a", "/b"]), (RDF, ["/1"])], ids=["rss", "atom", "rdf"]
)
def test_entries_are_found_in_their_order(content: bytes, paths: list[str]) -> None:
    assert is_feed(content)
    assert feed_links(content, HOME) == [f"https://news.example{path}" for path in paths]


def test_a_page_that_speaks_of_feeds_is_none() -> None:
    pages = [b"<!DOCTYPE html><html><rss ></rss></html>", b"Feeds begin with <rss version='2.0'>", b"", b"<feeder>"]
    assert [is_feed(page) for page in pages] == [False] * 4


def test_of_a_damaged_feed_the_entries_before_the_damage_are_found() -> None:
    assert feed_links(RSS[: RSS.index(b"Three")], HOME) == ["https://news.example/1", "https://news.example/2"]


def test_declared_entities_end_the_feed_before_they_are_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]><rss><item><link>&l9;</link></item></rss>'
    assert feed_links(bomb.encode(), HOME) == []


def test_nothing_outside_is_loaded() -> None:
    outside = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><link>&x;</link></item></rss>'
    assert feed_links(outside, HOME) == []


def test_deep_nesting_ends_the_feed() -> None:
    deep = b"<rss>" + b"<a>" * 200_000
    assert feed_links(deep + b"<item><link>/1</link></item>", HOME) == []


@settings(deadline=None)
@given(
    st.binary(max_size=300)
    | st.lists(st.sampled_from([b"<rss>", b"<item>", b"</item>", b"<link>", b"</link>", b"x", b"&#0;"])).map(b"".join)
)
def test_no_content_breaks_the_finding_of_links(content: bytes) -> None:
    is_feed(content)
    feed_links(content, HOME)
