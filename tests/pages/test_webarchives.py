"""WARC: a record a page."""

import datetime
import gzip
import random
from types import SimpleNamespace

import pytest

from dateline.pages import PAGE_LIMIT
from dateline.records import Page, Rejection


def _places(found: list[Page | Rejection]) -> list[str]:
    return [item.location.rsplit("/", 1)[-1] for item in found]


@pytest.mark.parametrize("packed", [True, False])
def test_each_response_of_html_is_a_page_with_its_url_and_day_of_capture(
    loads, archives: SimpleNamespace, packed: bool
) -> None:
    found = loads("any.bin", archives.warc(3, packed=packed))
    assert _places(found) == ["any.bin#1", "any.bin#3", "any.bin#5"]
    page = found[1]
    assert isinstance(page, Page)
    assert (page.url, page.media) == ("https://harbour.example/2", "text/html")
    assert page.text == archives.story(2)
    assert page.captured == datetime.datetime(2024, 2, 5, 10, tzinfo=datetime.UTC)
    assert page.header_date is None


def test_declared_encodings_and_packed_contents_are_undone(loads, archives: SimpleNamespace) -> None:
    body = gzip.compress("<html><p>Łódź żółw</p>".encode("iso-8859-2"))
    record = archives.response(
        "https://a.example/", body, "text/html; charset=iso-8859-2", more="Content-Encoding: gzip\r\n"
    )
    (page,) = loads("a.warc", record)
    assert isinstance(page, Page)
    assert page.text == "<html><p>Łódź żółw</p>"


def test_errors_are_rejected_and_redirects_and_other_records_left_out(loads, archives: SimpleNamespace) -> None:
    records = [
        archives.record("warcinfo", "x", b"software: x\r\n", "application/warc-fields"),
        archives.response("https://a.example/gone", b"<html>Gone</html>", status="404 Not Found"),
        archives.response("https://a.example/old", b"<html>Moved</html>", status="301 Moved"),
        archives.record("conversion", "https://a.example/text", b"Plain words.", "text/plain"),
        archives.record("resource", "urn:text:https://a.example", b"Plain words.", "text/plain"),
    ]
    found = loads("a.warc", b"".join(records))
    assert _places(found) == ["a.warc#2", "a.warc#4"]
    assert isinstance(found[0], Rejection)
    assert (found[0].reason, "404" in found[0].detail) == ("no_article", True)
    assert isinstance(found[1], Page)


def test_a_record_that_unpacks_to_too_much_is_rejected_and_the_next_is_read(loads, archives: SimpleNamespace) -> None:
    bomb = archives.response(
        "https://a.example/", gzip.compress(b" " * (2 * PAGE_LIMIT)), more="Content-Encoding: gzip\r\n"
    )
    found = loads("a.warc", bomb + archives.warc(1, packed=False))
    assert isinstance(found[0], Rejection)
    assert found[0].reason == "too_large"
    assert isinstance(found[1], Page)


def test_a_gzip_bomb_of_a_warc_is_left(loads, archives: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.pages.limits.UNPACKED_LEAST", 1_000_000)
    endless = archives.record("response", "https://a.example/", bytes(200_000_000), "application/http")
    (found,) = loads("a.warc.gz", gzip.compress(endless, 1))[-1:]
    assert isinstance(found, Rejection)
    assert found.reason == "too_large"


def test_a_cut_off_file_gives_what_is_whole_and_says_so(loads, archives: SimpleNamespace) -> None:
    packed = archives.warc(3)
    found = loads("a.warc.gz", packed[: len(packed) * 3 // 4])
    assert [type(item) for item in found] == [Page, Page, Rejection]
    assert found[-1].location.endswith("a.warc.gz")


def test_no_damage_raises(loads, archives: SimpleNamespace) -> None:
    whole = archives.warc(3, packed=False)
    chance = random.Random(1)
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        assert loads("a.warc", bytes(damaged))
