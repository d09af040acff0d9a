"""Pages as browsers save them."""

import datetime

from dateline.pages import make_page
from dateline.records import Page, Rejection

MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://harbour.example/news/1
Subject: A bridge
Date: Mon, 5 Feb 2024 12:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----b----"


------b----
Content-Type: text/html
Content-ID: <frame-2@x>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://frame.example/

<html>frame</html>
------b----
Content-Type: text/html; charset=iso-8859-2
Content-Transfer-Encoding: quoted-printable
Content-Location: https://harbour.example/news/1

<html><p>=A3=F3d=BC has a bridge=
 of its own.</p></html>
------b----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://harbour.example/1.png

iVBORw0KGgo=
------b------
"""


def test_the_page_of_an_mhtml_file_is_that_of_its_address(loads) -> None:
    (page,) = loads("any.txt", MHTML.replace("\n", "\r\n").encode())
    assert isinstance(page, Page)
    assert page.text == "<html><p>Łódź has a bridge of its own.</p></html>"
    assert page.url == "https://harbour.example/news/1"
    assert page.captured == datetime.datetime(2024, 2, 5, 10, tzinfo=datetime.UTC)
    assert page.header_date is None


def test_an_mhtml_file_without_html_is_rejected(loads) -> None:
    (found,) = loads("a.mht", MHTML.split("------b----\n", 1)[0].encode())
    assert isinstance(found, Rejection)
    assert found.reason == "no_article"


def test_many_parts_and_deep_ones_are_rejected(loads) -> None:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    assert isinstance(loads("a.mhtml", (head + "--b\n\nx\n" * 20_000).encode())[0], Rejection)
    deep = "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(5000))
    assert isinstance(loads("a.mhtml", head.replace("=b", "=b0").encode() + deep.encode())[0], Rejection)


def test_the_html_may_stand_within_alternative_forms_and_pictures_may_be_large(loads) -> None:
    inner = "Content-Type: multipart/alternative; boundary=i\n\n--i\nContent-Type: text/plain\n\nNo.\n--i\n"
    html = "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+QSBi\ncmlkZ2UuPC9wPg==\n--i--\n"
    picture = "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + "QUJD\n" * 1_000_000
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
    (page,) = loads("a.mht", (head + inner + html + picture + "--b--\n").encode())
    assert isinstance(page, Page)
    assert page.text == "<p>A bridge.</p>"


def test_the_address_that_singlefile_and_browsers_write_is_the_pages() -> None:
    marks = (
        "<!--\n Page saved with SingleFile \n url: https://harbour.example/1 \n saved date: Mon Feb 05 2024 -->",
        "<!-- saved from url=(0027)https://harbour.example/1 -->",
    )
    for mark in marks:
        page = make_page(f"<!DOCTYPE html> <html>{mark}<p>Words</p></html>".encode(), "a.html")
        assert isinstance(page, Page)
        assert (page.url, page.media) == ("https://harbour.example/1", "text/html")
