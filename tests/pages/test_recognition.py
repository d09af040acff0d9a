"""What some bytes are."""

import codecs
import datetime
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.pages import make_page, read_header
from dateline.records import Page, Rejection

HTML = "<!DOCTYPE html><html><head><title>T</title></head><body><p>Words.</p></body></html>"
ACCENTED = "Le café fermé rouvrira après les fêtes, a déclaré le maire à la télévision. " * 8


def _page(content: bytes, name: str = "a.txt") -> Page:
    page = make_page(content, name)
    assert isinstance(page, Page)
    return page


def _reason(content: bytes) -> str:
    found = make_page(content, "a.txt")
    assert isinstance(found, Rejection)
    return found.reason


def test_the_header_line_gives_day_and_headline_and_stays_in_the_content() -> None:
    page = _page(b" date 2024-02-03 Council opens a bridge\nThe council opened it.\n")
    assert page.header_date == datetime.date(2024, 2, 3)
    assert page.header_title == "Council opens a bridge"
    assert page.text.startswith(" date 2024-02-03")


@pytest.mark.parametrize("line", ["date 2024-02-30 No such day", "dated 2024-02-03 X", "x date 2024-02-03 X", ""])
def test_other_first_lines_are_no_header(line: str) -> None:
    assert read_header(line) == (None, None)


def test_a_header_may_lack_the_blank_or_the_headline() -> None:
    assert read_header("date 2024-02-03") == (datetime.date(2024, 2, 3), None)


def test_html_is_recognised_by_its_content() -> None:
    assert _page(HTML.encode(), "a.txt").media == "text/html"
    assert _page(b" date 2024-02-03 T\n" + HTML.encode(), "a.txt").media == "text/html"
    assert _page(b"Plain words only.", "a.html").media == "text/plain"
    assert _page(b"<p>One paragraph.</p>", "a.html").media == "text/html"
    assert _page(b"If a < b and c > d then <p> is a tag.", "a.txt").media == "text/plain"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE),
     ("utf-32-le", codecs.BOM_UTF32_LE), ("utf-8", b""), ("utf-16-le", b""), ("utf-16-be", b""), ("cp1252", b"")],
)  # fmt: skip
def test_text_is_read_in_the_encoding_it_is_written_in(encoding: str, mark: bytes) -> None:
    assert _page(mark + ACCENTED.encode(encoding)).text == ACCENTED


def test_html_says_its_own_encoding() -> None:
    content = f'<html><head><meta charset="iso-8859-2"></head><body>{"Łódź żółw " * 9}</body></html>'
    assert _page(content.encode("iso-8859-2")).text == content


def test_a_wrong_declaration_does_no_harm() -> None:
    content = f'<html><meta charset="utf-16"><body>{ACCENTED}</body></html>'
    assert _page(content.encode("cp1252")).text == content
    _page(content.replace("utf-16", "rot13").encode("cp1252"))


def test_a_few_damaged_places_leave_the_rest_readable() -> None:
    text = _page(ACCENTED.encode() + b"\xff" + ACCENTED.encode()).text
    assert text == ACCENTED + "\ufffd" + ACCENTED


def test_empty_binary_and_unknown_content_is_rejected() -> None:
    assert _reason(b"") == "empty"
    assert _reason(b" \n\t ") == "empty"
    assert _reason(random.Random(1).randbytes(4000)) == "binary"
    assert _reason(b"\x89PNG\r\n\x1a\n" + bytes(99)) == "binary"
    assert _reason(b"%PDF-1.7 words") == "unsupported"
    assert _reason(b"PK\x03\x04 words") == "unsupported"


def test_a_url_is_part_of_the_id() -> None:
    first, second = (make_page(b"Words.", "a", url=url) for url in ("https://a.example/1", "https://a.example/2"))
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert first.id != second.id


@given(st.binary(max_size=300))
def test_any_bytes_become_a_page_that_can_be_read_or_a_rejection(content: bytes) -> None:
    found = make_page(content, "a.html")
    assert found == make_page(content, "a.html")
    assert isinstance(found, Rejection) or isinstance(found.text, str)
