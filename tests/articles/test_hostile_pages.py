"""Pages made to hurt become articles of plain words, or rejections with a reason; nothing of them is ever run."""

import datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles import find_article
from dateline.pages import make_page
from dateline.records import Article, Page, Rejection
from dateline.related import find_related

TODAY = datetime.date(2031, 6, 1)
RUN = "<img src=x onerror=alert(1)>"
BREAK = '" onload="alert(2)" x="'
HANDLERS = f"""<html onload="alert(1)"><head><title>Mayor {RUN} opens bridge</title>
<meta property="og:site_name" content="Post{BREAK}"><meta name="author" content="<script>alert(3)</script>Ann Holt">
<meta property="article:published_time" content="2031-05-06T10:00:00Z"><script>alert(4)</script></head>
<body onload="alert(5)"><article><h1 onclick="alert(6)">Mayor <svg onload=alert(7)></svg>opens bridge</h1>
<p onmouseover="alert(8)">The mayor of Ostrel, Ada Holt, opened a bridge<script>alert(9)</script> on Friday after ten
years of work on it, and hundreds of people came.</p><p>“It will stand for a hundred years,” Holt told reporters after
the ceremony in the harbour.<iframe src="javascript:alert(1)"></iframe></p></article>
<ul><li><a href="javascript:alert(1)" onclick=alert(1)>Fishermen wait for the tide in the harbour</a></li>
<li><a href="data:text/html,alert(1)">Another headline of some words that is here</a></li>
<li><a href="/otters" onfocus="alert(1)">Otters return to the mill<style>alert(1)</style> stream at dawn</a></li></ul>
</body></html>"""


def page(markup: str) -> Page:
    made = make_page(markup.encode("utf-8", "replace"), "a.html", media="text/html", url="https://a.example/1")
    assert isinstance(made, Page)
    return made


def test_script_and_handlers_in_every_field_leave_plain_words() -> None:
    received = page(HANDLERS)
    article = find_article(received, TODAY)
    assert isinstance(article, Article)
    related = find_related(received, article)
    assert [(item.headline, item.url) for item in related] == [
        ("Otters return to the mill stream at dawn", "https://a.example/otters")
    ]
    assert article.published.day == datetime.date(2031, 5, 6)
    said = msgspec.json.encode([article, related]).decode()
    # What stands as text in a title or an attribute is words; what stood as markup is gone.
    for number in range(4, 10):
        assert f"alert({number})" not in said
    assert "javascript:" not in said


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='a'><span></span></div>" * 30_000,
        "<div>" * 200_000 + "words" + "</div>" * 10,
        "<table><tr><td>" * 50_000,
        "<p " + " ".join(f"a{n}=''" for n in range(50_000)) + ">",
        "<!--" * 200_000,
        "<" * 500_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">' + '{"a":' * 50_000 + "</script><p>words</p>",
        "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><html><p>&b;&b;&b;</p>",
        "<style>" + "a{}" * 200_000 + "</style>",
    ],
    ids=[
        "no text",
        "deep",
        "deep tables",
        "attributes",
        "comments",
        "brackets",
        "arrays",
        "objects",
        "laughs",
        "style",
    ],
)
def test_a_megabyte_without_an_article_is_rejected_with_a_reason(markup: str) -> None:
    found = find_article(page(f"<html><body>{markup}"), TODAY)
    assert isinstance(found, Rejection)
    assert found.reason in ("no_article", "no_date", "error_page", "index")
    assert found.detail


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<article>", "</article>", "<h1>", "</h1>", "<a href='/x'>", "<a href='http://['>", "</a>",
        "<nav>", "</header>", "<header>", "<time datetime='2031-05-06'>", "<li>", "<table>", "<svg>", "<math>",
        "<template>",
        "&#0;", "&amp", "<!--", "-->", "<![CDATA[", "<?xml", "\x00", "\ud800", "<script>", "</script>", "<title>",
        RUN,
        "The board of Ostrel voted on Tuesday to close the old ferry line after ninety years. ", "3 hours ago", "2:17",
        "Posted 5:04 PM, May 6, 2031", "OSTREL (NPA) — ", "Most read", "\u202e", "“", "\n\n",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60), st.booleans())
def test_any_mixture_of_markup_and_words_is_read_or_rejected(pieces: list[str], marked: bool) -> None:
    content = " ".join(pieces).encode("utf-8", "replace")
    made = make_page(content, "a", media="text/html" if marked else "text/plain", header_date=TODAY)
    if isinstance(made, Rejection):
        return
    article = find_article(made, TODAY)
    if isinstance(article, Rejection):
        assert article.detail
        assert not article.detail.startswith(("AttributeError", "IndexError", "KeyError", "TypeError", "ValueError"))
        return
    assert all(0 <= block.span.start < block.span.end <= len(article.text) for block in article.blocks)
    assert find_related(made, article) == find_related(made, article)
