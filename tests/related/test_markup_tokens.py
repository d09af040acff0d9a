"""Links around an HTML article become related items; its own words and what a page may do to hurt do not."""

import datetime

import pytest

from dateline.records import Article, Block, Page, RelatedItem, Span, Timestamp
from dateline.related import find_related

BODY = "The ferry sails again. The ramp was rebuilt in nine weeks."
TITLE = "Ferry sails again"
TEXT = f"{TITLE}\n\n{BODY}"

LISTS = """
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Ferry sails again</h1>
<p>The ferry sails again. <a href="/ramp">The ramp was rebuilt in nine weeks.</a></p></article>
<aside><h2>Most read</h2><ul>
<li><a href="/otters">Otters return to the mill stream</a><p>They were seen at dawn.</p><time>3h ago</time></li>
<li><a href="https://varn.example/roses"><span>2:17</span> <b>Roses are late this year</b></a></li>
<li><a href="javascript:alert(1)">Click for a prize that is yours</a></li>
</ul></aside>
<section><h3>More from Harbour</h3>
<div><a href="/otters"><img src="o.jpg"></a><a href="/otters">Otters return to the mill stream</a></div></section>
<footer><p>The Varn Post is owned by its readers.</p></footer>
"""


def find(markup: str, url: str | None = "https://varn.example/news/ferry") -> tuple[RelatedItem, ...]:
    page = Page(id="p", location="p.html", name="p.html", media="text/html", content=markup.encode(), url=url)
    article = Article(
        page_id="p",
        title=TITLE,
        text=TEXT,
        blocks=(Block("headline", Span(0, len(TITLE))), Block("body", Span(len(TITLE) + 2, len(TEXT)))),
        published=Timestamp(day=datetime.date(2031, 5, 3), time="10:00"),
    )
    return find_related(page, article)


def test_links_with_their_teasers_ages_lengths_and_sections() -> None:
    otters, roses = find(LISTS)
    assert (otters.headline, otters.url) == ("Otters return to the mill stream", "https://varn.example/otters")
    assert (otters.teaser, otters.sections) == ("They were seen at dawn.", ("Most read", "More from Harbour"))
    assert otters.age
    assert otters.age.words == "3h ago"
    assert (roses.headline, roses.duration, roses.url) == (
        "Roses are late this year",
        137,
        "https://varn.example/roses",
    )
    assert otters.lines == ()


def test_nothing_of_the_article_and_no_script_becomes_an_item() -> None:
    assert not {"ramp", "prize"} & {word for item in find(LISTS) for word in item.headline.split()}


def test_entries_of_menus_are_none_and_what_stands_there_at_length_or_with_an_age_is() -> None:
    links = (
        '<li><a href="/a">Global Varn Twitter Accounts Overview</a></li>'
        '<li><a href="/b">Otters return to the mill stream after ninety years</a></li>'
        '<li><a href="/c">Roses late this year</a> <time>3h ago</time></li>'
    )
    for place in ("nav", "footer", "header"):
        found = find(f"<{place}><h2>Top stories</h2><ul>{links}</ul></{place}>")
        assert [item.url and item.url[-1] for item in found] == ["b", "c"]
    item = "<ul><li><a href='/a'>Otters return to the stream</a></li></ul>"
    assert len(find(f"<article><header><h2>Most read</h2>{item}</header></article>")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Click to share on Facebook (Opens in new window)",
        "Manage my digital account today",
        "Letters to the Editor",
        "Try 1 month for $1",
        "Place a Classified Ad in Varn",
        "River Varn discount code",
        "Varn Harbour Works | Paid Program",
    ],
)
def test_what_sells_or_shares_is_none(words: str) -> None:
    assert find(f"<aside><h2>Most read</h2><ul><li><a href='/x'>{words}</a></li></ul></aside>") == ()


def test_a_link_to_the_page_itself_is_none() -> None:
    assert find("<aside><h2>Most read</h2><a href='/news/ferry'>Ferry sails again after long winter</a></aside>") == ()


def test_an_address_stays_as_it_is_where_the_page_has_none() -> None:
    assert {item.url for item in find(LISTS, url=None)} == {"/otters", "https://varn.example/roses"}


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<",
        "<p>" * 5000,
        "<div>" * 100_000 + "<a href='/a'>Otters return to the mill stream</a>",
        "<a href='http://[broken'>Otters return to the mill stream</a>",
        "<ul>" + "<li><a href='/a'>" * 20_000,
        "<a " + "x=y " * 50_000 + ">Otters return</a>",
        "<h2>" + "Most read " * 50_000,
        "<!--" + "-" * 100_000,
        "\x00<a href='/a\x00'>Otters\x00 return to the mill stream</a>",
        "<svg><script>alert(1)</script><a href='/x'>Otters return to the mill stream</a></svg>",
    ],
)
def test_hostile_markup_gives_text_or_nothing(markup: str) -> None:
    for item in find(markup):
        assert "<" not in item.headline
        assert item.url is None or not item.url.lower().startswith(("javascript:", "data:"))


def test_a_page_of_nothing_but_links_gives_a_bounded_number() -> None:
    links = "".join(f"<li><a href='/{n}'>Otters return to mill stream number {n}</a></li>" for n in range(2000))
    assert len(find(f"<h2>Most read</h2><ul>{links}</ul>")) == 500
