"""Addresses among the sources of a run: fetched, read, remembered, and made again of the archive.

The reader is a small stand-in; `tests/cli/test_fetching.py` has the real one.
"""

from __future__ import annotations

import datetime
import io
import os
import signal
import typing
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

import dateline.pipeline
from dateline.executors import Fetching, RunSummary, read_sources
from dateline.fetching import FetchSettings
from dateline.pages import ReadOptions
from dateline.records import Article, Page, Reading, Timestamp
from dateline.store import open_store

if typing.TYPE_CHECKING:
    from tests.fetching.conftest import Site

TODAY = datetime.date(2031, 5, 5)
STORY = (
    " date 2031-05-03 Norvik opens its ferry line\n"
    "Ada Lund, the transport minister, opened a ferry line in Norvik on Friday, the city council said on Saturday.\n"
    "The two towns had waited for it for more than four years, and hundreds came to see the first boat leave.\n"
)


def stand_in(page: Page, today: datetime.date) -> Reading:
    """The whole page is its article."""
    published = Timestamp(day=page.header_date or today)
    article = Article(page_id=page.id, title=page.text.strip()[-20:], text=page.text, blocks=(), published=published)
    return Reading(page_id=page.id, reader=dateline.pipeline.READER, article=article)


@pytest.fixture(autouse=True)
def without_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dateline.pipeline, "read_page", stand_in)


@pytest.fixture
def reads(tmp_path: Path, quick: FetchSettings) -> typing.Callable[..., RunSummary]:
    def read(
        *sources: str, into: str = "chronicle.db", read_options: ReadOptions | None = None, **options: typing.Any
    ) -> RunSummary:
        fetching = Fetching(settings=quick, **options)
        chronicle = str(tmp_path / into)
        return read_sources(list(sources), chronicle, today=TODAY, fetching=fetching, options=read_options)

    return read


def story(site: Site, path: str, **headers: str) -> str:
    return site.put(path, body=f"{STORY}It was the {path[1:]} boat.\n", Content_Type="text/plain", **headers)


def pages(path: Path) -> dict[str, str | None]:
    with open_store(str(path), read_only=True) as store:
        return {reading.page_id: reading.article.title for reading in store.reader().readings()}


def test_addresses_and_files_are_read_together(reads: typing.Any, site: Site, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text(STORY)
    summary = reads(str(tmp_path / "file.txt"), story(site, "/first"), addresses=(story(site, "/second"),))
    assert (summary.found, summary.read, summary.rejected) == (3, 3, {})


def test_what_cannot_be_fetched_is_counted_and_the_rest_goes_on(reads: typing.Any, site: Site) -> None:
    site.put("/robots.txt", body="User-agent: *\nDisallow: /closed\n")
    summary = reads(f"{site.address}/gone", story(site, "/first"), story(site, "/closed"), "http://127.0.0.1:1/")
    assert (summary.found, summary.read) == (4, 1)
    assert summary.rejected == {"missing": 1, "not_allowed": 1, "unreachable": 1}


def test_a_page_that_has_not_changed_is_not_fetched_again(reads: typing.Any, site: Site) -> None:
    address = story(site, "/first", ETag='"one"')
    assert reads(address).read == 1
    site.put("/first", 304, body=b"")
    again = reads(address)
    assert (again.found, again.read, again.skipped, again.merged) == (1, 0, 1, False)
    assert site.asked[-1][1]["if-none-match"] == '"one"'


def test_another_chronicle_gets_the_page_whole(reads: typing.Any, site: Site) -> None:
    address = story(site, "/first", ETag='"one"')
    reads(address)
    assert reads(address, into="other.db").read == 1
    assert "if-none-match" not in site.asked[-1][1]


def test_a_chronicle_is_made_again_of_the_archive(reads: typing.Any, site: Site, tmp_path: Path) -> None:
    archive = tmp_path / "kept.warc.gz"
    site.put("/old", 302, Location="/third")
    story(site, "/third")
    feed = f"<rss><item><link>{story(site, '/second')}</link></item></rss>"
    summary = reads(story(site, "/first"), f"{site.address}/old", site.put("/feed", body=feed), archive=str(archive))
    assert summary.read == 3
    asked = len(site.asked)
    assert reads(str(archive), into="again.db").read == 3
    assert pages(tmp_path / "again.db") == pages(tmp_path / "chronicle.db")
    assert len(site.asked) == asked


PDF = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>
endobj
4 0 obj
<< /Length 46 >>
stream
BT /F1 12 Tf (Ada Lund opened a ferry line.) Tj ET
endstream
endobj
5 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
endobj
trailer << /Root 1 0 R /Size 6 >>
startxref
0
%%EOF"""


def docx() -> bytes:
    from docx import Document

    document, file = Document(), io.BytesIO()
    document.add_paragraph("Ada Lund opened a bridge.")
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["application/pdf", "application/octet-stream"])
def test_reports_are_read_as_of_files_and_again_of_the_archive(
    reads: typing.Any, site: Site, tmp_path: Path, kind: str
) -> None:
    addresses = [site.put("/a", body=PDF, Content_Type=kind), site.put("/b", body=docx(), Content_Type=kind)]
    refused = site.put("/c", body=b"PK\x05\x06" + bytes(18), Content_Type="application/zip")
    options = ReadOptions(date=datetime.date(2031, 5, 1))
    archive = str(tmp_path / "kept.warc.gz")
    summary = reads(*addresses, refused, archive=archive, read_options=options)
    assert (summary.read, summary.rejected) == (2, {"unsupported": 1})
    found = pages(tmp_path / "chronicle.db")
    assert sorted(title[-12:] for title in found.values() if title) == [" ferry line.", "ed a bridge."]
    reads(archive, into="again.db", read_options=options)
    assert pages(tmp_path / "again.db") == found


def test_the_given_day_is_that_of_fetched_pages_that_have_none(reads: typing.Any, site: Site, tmp_path: Path) -> None:
    bare = site.put("/bare", body="Ada Lund opened a ferry line in Norvik.", Content_Type="text/plain")
    reads(story(site, "/dated"), bare, read_options=ReadOptions(date=datetime.date(2031, 5, 1)))
    with open_store(str(tmp_path / "chronicle.db"), read_only=True) as store:
        days = {page.location: page.published for page in store.reader().pages()}
    assert days == {f"{site.address}/dated": "2031-05-03", bare: "2031-05-01"}


def test_two_addresses_of_one_page_are_one_page(reads: typing.Any, site: Site) -> None:
    site.put("/old", 302, Location="/first")
    summary = reads(story(site, "/first"), f"{site.address}/old")
    assert (summary.read, summary.skipped) == (1, 1)


def test_after_ctrl_c_what_was_fetched_is_kept(reads: typing.Any, site: Site, tmp_path: Path) -> None:
    second = story(site, "/second")
    answer = site.answers["/second"]

    def interrupted(handler: BaseHTTPRequestHandler) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        answer(handler)

    site.put_answer("/second", interrupted)
    archive = tmp_path / "kept.warc.gz"
    with pytest.raises(KeyboardInterrupt):
        reads(story(site, "/first"), second, story(site, "/third"), archive=str(archive))
    assert len(pages(tmp_path / "chronicle.db")) == 1
    assert "/third" not in site.paths()
    site.put_answer("/second", answer)
    assert reads(story(site, "/first"), second, story(site, "/third")).read == 2


def test_passwords_are_not_kept_in_the_history(reads: typing.Any, site: Site, tmp_path: Path) -> None:
    reads("http://me:secret@127.0.0.1:1/", story(site, "/first"))
    assert b"secret" not in (tmp_path / "chronicle.db").read_bytes()


def test_a_page_that_fails_in_the_reader_rejects_only_itself(
    reads: typing.Any, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_page(page: Page, today: datetime.date) -> Reading:
        if (page.url or "").endswith("/bad"):
            raise ValueError("no")
        return stand_in(page, today)

    monkeypatch.setattr(dateline.pipeline, "read_page", read_page)
    summary = reads(story(site, "/bad"), story(site, "/second"))
    assert (summary.read, summary.rejected) == (1, {"failed": 1})
