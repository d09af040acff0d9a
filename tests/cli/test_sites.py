"""`dateline syndication` and `dateline diff` over a chronicle of four outlets."""

import csv
import datetime
import io
import json

import pytest

from dateline.records import Article, Block, Page, Reading, Span, Timestamp
from dateline.store import open_store
from dateline.syndication import syndicates, version_chains
from dateline.views import CopyRow

VOTE = "The harbour board of Ostrel voted on Tuesday to close the old ferry line after ninety years of service."
COST = "Its chair told members that repairs to both piers would cost more than the town earns in two summers."
CROWD = "Fishermen who use the northern pier gathered outside the hall and asked for a delay until the spring tides."
LATER = "The board will meet again in March to decide who may buy the boats and what becomes of the ticket house."
DENIAL = "Its chair denied on Wednesday that repairs to both piers would cost more than the town earns.\x1b[31m"
ADDRESS = "https://echo.example/ferry"


def page(
    id: str, *paragraphs: str, title: str = "Ostrel closes its ferry line", day: int = 6, **fields: str
) -> Reading:
    text = "\n\n".join([title, *paragraphs])
    starts = [text.index(part) for part in (title, *paragraphs)]
    blocks = [
        Block("body" if s else "headline", Span(s, s + len(p)))
        for s, p in zip(starts, (title, *paragraphs), strict=True)
    ]
    published = Timestamp(day=datetime.date(2031, 5, day))
    article = Article(page_id=id, title=title, text=text, blocks=tuple(blocks), published=published, **fields)
    return Reading(page_id=id, reader="test", article=article)


READINGS = (
    page("aaaa01", VOTE, COST, CROWD, LATER, publisher="Varn Post", agency="NPA"),
    page("bbbb02", VOTE, COST, publisher="Norvik Times", title="Ferry to end"),
    page("cccc03", VOTE, COST, CROWD, LATER, publisher="Ostrel Echo", url=ADDRESS, day=7),
    page("cccc04", VOTE, DENIAL, CROWD, LATER, publisher="Ostrel Echo", url=ADDRESS, day=8),
    page("dddd05", "A choir sang in the rain.", publisher="Varn Post", title="Library opens"),
)


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("ferry") / "ferry.db")
    with open_store(path, create=True) as store, store.writer() as writer:
        for reading in reversed(READINGS):
            article = reading.article
            content = article.text.encode()
            given = {"location": f"{reading.page_id}.txt", "name": "x.txt", "media": "text/plain", "url": article.url}
            writer.add_pages([Page(id=reading.page_id, content=content, **given)])
        writer.add_readings(READINGS)
        groups = [*syndicates(READINGS), *version_chains(READINGS)]
        writer.merging().write_groups(groups, [reading.page_id for reading in READINGS])
    return path


def test_copies_are_listed_with_what_each_changed(dateline, ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    lines = dateline("syndication", ferry).out.splitlines()[2:]
    assert len(lines) == 4
    assert "NPA" in lines[0]
    assert "first copy" in lines[0]
    assert "↳ Ferry to end" in lines[1]
    assert "2 sentences left out" in lines[1]
    assert "same headline" in lines[2]
    assert "1 sentence left out, 1 sentence added" in lines[3]


def test_copies_come_as_rows_too(dateline, ferry: str) -> None:
    rows = list(csv.DictReader(io.StringIO(dateline("syndication", ferry, "-f", "csv").out)))
    assert list(rows[0]) == list(CopyRow.__struct_fields__)
    assert [row["page"] for row in rows] == ["aaaa01", "bbbb02", "cccc03", "cccc04"]
    assert {row["origin"] for row in rows} == {"NPA"}
    assert len(dateline("syndication", ferry, "-f", "jsonl", "--limit", "2").out.splitlines()) == 2


def test_the_versions_of_a_page_are_compared_by_any_of_its_names(dateline, ferry: str) -> None:
    shown = dateline("diff", ferry, "cccc04")
    assert shown.code == 0
    assert "\x1b" not in shown.out
    words = " ".join(shown.out.split())
    assert f"- {COST}" in words
    assert "+ Its chair denied on Wednesday" in words
    assert VOTE not in words
    assert words.index("7 May 2031") < words.index("8 May 2031")
    for name in (ADDRESS, "cccc03.txt", "cccc03"):
        assert dateline("diff", ferry, name).out == shown.out


def test_two_pages_are_compared_where_two_are_named(dateline, ferry: str) -> None:
    (found,) = json.loads(dateline("diff", ferry, "aaaa", "bbbb", "--format", "json").out)
    assert (found["before"]["page"], found["after"]["page"]) == ("aaaa01", "bbbb02")
    kinds = [(change["kind"], change["block"]) for change in found["changes"]]
    assert kinds[-2:] == [("removed", "body")] * 2
    assert "The sentences are the same." in dateline("diff", ferry, "aaaa", "cccc03").out


def test_one_version_alone_and_unknown_pages_are_told(dateline, ferry: str) -> None:
    alone = dateline("diff", ferry, "dddd05")
    assert (alone.code, alone.out) == (0, "")
    assert "one version only" in alone.err
    unknown = dateline("diff", ferry, "eeee")
    assert unknown.code == 2
    assert "no page" in unknown.err
    assert "several pages" in dateline("diff", ferry, "cccc").err


def test_a_chronicle_without_copies_says_so(dateline, chronicle: str) -> None:
    ran = dateline("syndication", chronicle)
    assert (ran.code, ran.out) == (0, "")
    assert "no story is carried by several pages" in ran.err


def test_a_terminal_gets_colours(ferry: str) -> None:
    from dateline.cli.sites import shown
    from dateline.views import View

    with View(ferry) as view:
        styles = {str(text.style) for text in shown(view.diff("cccc04"))}
    assert {"red", "green"} <= styles
