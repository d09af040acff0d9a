"""RSS and Atom: an item a page."""

import datetime

from dateline.records import Page, Rejection

RSS = """<?xml version="1.0" encoding="utf-8"?>
<!-- a feed -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour</title><link>https://harbour.example/</link>
<item><title>A  bridge</title><link>https://harbour.example/1</link><pubDate>Sat, 03 Feb 2024 09:00:00 GMT</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>The council opened a bridge.</p>]]></content:encoded></item>
<item><title>Only a headline</title><link>https://harbour.example/2</link></item>
<item><title>Third</title><description>&lt;p&gt;More words.&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour</title>
<entry><title>A bridge</title><link rel="self" href="https://harbour.example/x.atom"/>
<link href="https://harbour.example/1"/><updated>2024-02-04T00:00:00Z</updated><published>2024-02-03T09:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words of <b>note</b>.</p></div>
</content></entry></feed>"""

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY x SYSTEM "file:///etc/passwd">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)).replace("&a0;", "&a;")
    + "]><rss><channel><item><title>&a11;</title><description>&a11; &x;</description></item></channel></rss>"
)


def test_items_of_rss_are_pages_with_link_day_headline_and_the_feeds_name(loads) -> None:
    first, second, third = loads("any", RSS.encode())
    assert isinstance(first, Page)
    assert (first.text, first.media, first.location[-5:]) == (
        "<p>The council opened a bridge.</p>",
        "text/html",
        "any#1",
    )
    assert (first.url, first.header_title, first.source) == ("https://harbour.example/1", "A bridge", "The Harbour")
    assert first.header_date == datetime.date(2024, 2, 3)
    assert isinstance(second, Rejection)
    assert isinstance(third, Page)
    assert third.text == "<p>More words.</p>"


def test_entries_of_atom_are_pages_with_the_day_of_publication(loads) -> None:
    (page,) = loads("a.xml", ATOM.encode())
    assert isinstance(page, Page)
    assert (page.url, page.header_date) == ("https://harbour.example/1", datetime.date(2024, 2, 3))
    assert "<b>note</b>" in page.text.replace(' xmlns="http://www.w3.org/1999/xhtml"', "")


def test_a_thousand_laughs_and_foreign_files_are_not_let_in(loads) -> None:
    for found in loads("a.rss", LAUGHS.encode()):
        assert not isinstance(found, Page) or (len(found.content) < 1000 and b"root:" not in found.content)


def test_damaged_and_deep_feeds_do_no_harm(loads) -> None:
    assert isinstance(loads("a.rss", RSS[: RSS.index("Third")].encode())[0], Page)
    (found,) = loads("a.rss", b"<rss>" + b"<a>" * 100_000)
    assert isinstance(found, Rejection)
