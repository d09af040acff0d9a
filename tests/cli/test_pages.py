"""`dateline pages`: what each page says of itself; the same in `export`, and at its reports in `show`."""

import datetime
import json
from typing import Any

import pytest

from dateline.records import (
    Article,
    Block,
    Chronicle,
    Entry,
    EventDate,
    EventMention,
    Interval,
    Note,
    Page,
    Reading,
    RelatedItem,
    Report,
    Span,
    TeaserPlace,
    Timestamp,
)
from dateline.store import open_store

WORDS = "Board ends ferry line\n\nThe board closed the ferry line.\n\nFishermen wept at the pier."
SPAN = Span(WORDS.index("Fishermen"), len(WORDS))
CONTENT = b"Board ends ferry line\n\nThe board closed the ferry line.\n\x0c\nFishermen wept at the pier."


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page of two printed pages with all that a page may say of itself, and a French one."""
    article = Article(
        page_id="p1",
        title="Board ends ferry line",
        text=WORDS,
        blocks=(
            Block("headline", Span(0, 21), 1),
            Block("body", Span(23, SPAN.start - 2), 3),
            Block("body", SPAN, 5),
        ),
        published=Timestamp(day=datetime.date(2031, 5, 6), time="17:04", zone="EDT", basis="metadata"),
        updated=Timestamp(day=datetime.date(2031, 5, 7)),
        publisher="Varn Post",
        agency="NPA",
        byline="Ann Holt",
        contributors=("Karl Berg",),
        notes=(Note("correction", "An earlier version\nnamed the wrong pier."),),
        flags=("paywall",),
    )
    french = Article(
        page_id="p2",
        title="Le pont",
        text="Le pont",
        blocks=(),
        published=Timestamp(day=datetime.date(2031, 6, 1)),
        language="fr",
        url="https://pont.example/1",
    )
    related = RelatedItem(id="r1", page_id="p1", headline="Otters return", places=(TeaserPlace(),))
    event = EventMention(
        id="e1", page_id="p1", span=SPAN, sentence=SPAN, trigger=Span(SPAN.start + 10, SPAN.start + 14), lemma="weep",
        words="Fishermen wept", date=EventDate(interval=Interval(None, None), basis="assumed", rule="none"),
    )  # fmt: skip
    report = Report(page_id="p1", event_id="e1", span=SPAN, sentence=SPAN)
    cells: Any = dict.fromkeys(("actors", "recipients", "places", "said_by"), ())
    entry = Entry(
        id="abcdef", words="Fishermen wept", interval=Interval(None, None), reports=(report,), type=None, mode=None,
        value=None, basis="assumed", status="happened", **cells,
    )  # fmt: skip
    location = str(tmp_path_factory.mktemp("pages") / "chronicle.db")
    with open_store(location, create=True) as store, store.writer() as writer:
        writer.add_pages(
            [
                Page(id="p1", location="/a.pdf", name="a.pdf", media="text/plain", content=CONTENT),
                Page(id="p2", location="/b", name="b", media="text/plain", content=b"x", url="https://pont.example/1"),
            ]
        )
        writer.add_readings(
            [
                Reading(page_id="p1", reader="1", article=article, related=(related,), events=(event,)),
                Reading(page_id="p2", reader="1", article=french),
            ]
        )
        writer.replace_chronicle(Chronicle(entries=(entry,)))
    return location


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_row_has_all_that_the_page_says_of_itself(dateline: Any, chronicle: str) -> None:
    first, second = rows(dateline("pages", chronicle, "-f", "jsonl").out)
    assert (first["published"], first["time"], first["zone"], first["basis"]) == (
        "2031-05-06", "17:04", "EDT", "metadata",
    )  # fmt: skip
    assert (first["byline"], first["contributors"], first["flags"]) == ("Ann Holt", ["Karl Berg"], ["paywall"])
    assert first["notes"] == ["correction: An earlier version named the wrong pier."]
    assert (first["related"], second["related"]) == (1, 0)
    assert (second["language"], second["url"]) == ("fr", "https://pont.example/1")


def test_the_table_tells_what_is_not_as_usual(dateline: Any, chronicle: str) -> None:
    code, out, err = dateline("pages", chronicle)
    words = " ".join(out.split())
    assert (code, err) == (0, "")
    for piece in ("with Karl", "paywall", "updated", "correction:", "unread:", "pont.exampl"):
        assert piece in words
    assert max(map(len, out.splitlines())) <= 80


def test_pages_are_chosen_by_day_and_source(dateline: Any, chronicle: str) -> None:
    def found(*options: str) -> list[str]:
        return [row["page"] for row in rows(dateline("pages", chronicle, *options, "-f", "jsonl").out)]

    assert found("--until", "2031-05-06") == found("--source", "npa") == found("--limit", "1") == ["p1"]
    assert found("--since", "2031-05-07") == found("--source", "pont.example") == ["p2"]
    assert dateline("pages", chronicle, "--since", "2032").err.strip() == "dateline: no page fits"


def test_a_report_shows_the_printed_page_and_what_is_said_of_its_article(dateline: Any, chronicle: str) -> None:
    out = " ".join(dateline("show", chronicle, "abc").out.split())
    for piece in ("a.pdf, page 2", "with Karl Berg", "a paywall", "named the wrong pier"):
        assert piece in out
    (report,) = json.loads(dateline("show", chronicle, "abc", "--format", "json").out)["reports"]
    assert (report["page_number"], report["contributors"], report["flags"]) == (2, ["Karl Berg"], ["paywall"])


def test_the_whole_chronicle_and_its_inventory_have_related_items(dateline: Any, chronicle: str) -> None:
    found = rows(dateline("export", chronicle, "jsonl").out)
    assert [(row["headline"], row["page"]) for row in found if row["record"] == "related"] == [("Otters return", "p1")]
    assert next(row for row in found if row["record"] == "page")["contributors"] == ["Karl Berg"]
    assert "Related items 1" in " ".join(dateline("status", chronicle).out.split())
