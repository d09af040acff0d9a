"""The task `gold`, with readers that stand in for the real one."""

import datetime
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DataError, UsageError
from dateline.evaluation.gold.errors import explain
from dateline.evaluation.gold.layout import GoldEvent, GoldPage, load_gold
from dateline.evaluation.gold.matching import Anchored, locate, match_page, overlap
from dateline.evaluation.gold.scoring import score_gold
from dateline.records import (
    Argument,
    Article,
    Block,
    Chronicle,
    Entry,
    EventDate,
    EventMention,
    Interval,
    LineLabel,
    Link,
    Page,
    Reading,
    Rejection,
    Report,
    Sentence,
    Span,
    Speaker,
    Timestamp,
)

PAGE = """ date 2031-05-04 Minister opens the bridge
Mara Voss opened the new bridge at Ostrel on Saturday, the agency Relay said.
The Union promised a second bridge in June.
The bridge was opened again.
Subscribe now
"""
EVENTS = [
    {
        "id": "E1", "page": "one.txt", "quote": "opened the new bridge", "line": 2, "plover": "COOPERATE",
        "actors": ["Mara Voss"], "recipients": [], "place": "the town of Ostrel", "start": "2031-05-03",
        "end": "2031-05-03", "status": "happened", "said_by": ["Relay"], "same_as": "X", "what": "Bridge opened",
    },
    {
        "id": "E2", "page": "one.txt", "quote": "promised a second bridge in June", "line": 3, "plover": None,
        "actors": ["Union"], "recipients": [], "place": None, "start": "2031-06-01", "end": "2031-06-30",
        "status": "promised", "said_by": [], "same_as": None,
    },
    {
        "id": "E3", "page": "one.txt", "quote": "The bridge was opened", "line": 4, "plover": None,
        "actors": ["Mara Voss"], "recipients": [], "place": None, "start": None, "end": None, "status": "happened",
        "said_by": [], "same_as": "X",
    },
]  # fmt: skip
LINES = {"page": "one.txt", "body_lines": [[2, 4]], "furniture_from": 5}


@pytest.fixture
def gold_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text(PAGE)
    (folder / "small.events.jsonl").write_text("\n".join(json.dumps(e) for e in EVENTS))
    (folder / "small.pages.jsonl").write_text(json.dumps(LINES))
    (folder / "aliases.json").write_text(json.dumps({"Mara Voss": ["Voss", "Minister Voss"]}))
    return folder


def article_of(page: Page) -> Article:
    rows = page.text.split("\n")[1:4]
    text = "\n\n".join(rows)
    blocks = tuple(Block("body", Span(text.index(r), text.index(r) + len(r)), n) for n, r in enumerate(rows, 2))
    labels = tuple(LineLabel(n, "body") for n in (2, 3, 4))
    stamp = Timestamp(day=datetime.date(2031, 5, 4))
    return Article(page_id=page.id, title="", text=text, blocks=blocks, published=stamp, lines=labels)


def event_of(article: Article, words: str, **fields: object) -> EventMention:
    span = Span(article.text.index(words), article.text.index(words) + len(words))
    date = EventDate(interval=Interval(None, None), basis="assumed", rule="none")
    defaults: dict[str, object] = {
        "id": words, "page_id": article.page_id, "span": span, "sentence": span, "trigger": span, "lemma": "",
        "words": words, "date": date,
    }  # fmt: skip
    return EventMention(**(defaults | fields))  # type: ignore[arg-type]


def reading_of(page: Page, events: Callable[[Article], list[EventMention]]) -> Reading:
    article = article_of(page)
    sentences = tuple(Sentence(block.span, i) for i, block in enumerate(article.blocks))
    found = tuple(events(article))
    return Reading(page_id=page.id, reader="1", article=article, sentences=sentences, events=found)


def right_events(article: Article) -> list[EventMention]:
    def argument(role: str, words: str, name: str) -> Argument:
        start = article.text.index(words)
        return Argument(role=role, name=name, span=Span(start, start + len(words)))  # type: ignore[arg-type]

    def dated(first: str, last: str) -> EventDate:
        interval = Interval(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
        return EventDate(interval=interval, basis="relative", rule="expression")

    relay = Link(speakers=(Speaker(name="relay", span=Span(0, 1)),))
    return [
        event_of(
            article,
            "opened the new bridge",
            type="COOPERATE",
            arguments=(
                argument("actor", "Mara Voss", "Voss"),
                argument("place", "Ostrel", "The town of Ostrel, North"),
            ),
            date=dated("2031-05-03", "2031-05-03"),
            chain=(relay,),
        ),
        event_of(
            article,
            "promised a second bridge in June",
            arguments=(argument("actor", "Union", "union"),),
            date=dated("2031-06-01", "2031-06-30"),
            realis="future",
            outlook="promised",
        ),
        event_of(article, "The bridge was opened", arguments=(argument("recipient", "The bridge", "Mara Voss"),)),
    ]


def entry(*ids: str) -> Entry:
    reports = tuple(Report(page_id="p", event_id=i, span=Span(0, 1), sentence=Span(0, 1)) for i in ids)
    return Entry(
        id=ids[0], words="", type=None, mode=None, actors=(), recipients=(), places=(), interval=Interval(None, None),
        value=None, basis="assumed", status="happened", said_by=(), reports=reports,
    )  # fmt: skip


def merge_bridges(readings: Sequence[Reading]) -> Chronicle:
    del readings
    return Chronicle(entries=(entry("opened the new bridge", "The bridge was opened"),))


def merge_nothing(readings: Sequence[Reading]) -> Chronicle:
    return Chronicle(entries=tuple(entry(e.id) for r in readings for e in r.events))


def merge_all(readings: Sequence[Reading]) -> Chronicle:
    return Chronicle(entries=(entry(*(e.id for r in readings for e in r.events)),))


def test_a_reader_that_is_right_in_everything_scores_one_everywhere_but_for_furniture_it_says_nothing_of(
    gold_folder: Path,
) -> None:
    scored = score_gold(load_gold(gold_folder, None), lambda page: reading_of(page, right_events), merge_bridges)
    assert scored.scores == {
        "found": 1, "date": 1, "type": 1, "actors": 1, "place": 1, "status": 1, "said_by": 1, "merge": 1,
        "lines": 0.75, "extra_per_page": 0,
    }  # fmt: skip


def test_a_page_that_is_rejected_finds_nothing_and_scores_nothing(gold_folder: Path) -> None:
    rejection = Rejection(location="one.txt", reason="no_article", detail="nothing there")
    scored = score_gold(load_gold(gold_folder, None), lambda _: rejection, merge_nothing)
    assert set(scored.scores.values()) == {0.0}
    assert "rejected, no_article: nothing there" in list(explain(scored))


def test_an_event_that_matches_no_annotated_one_is_extra(gold_folder: Path) -> None:
    def events(article: Article) -> list[EventMention]:
        return [*right_events(article), event_of(article, "Relay said")]

    scored = score_gold(load_gold(gold_folder, None), lambda page: reading_of(page, events), merge_bridges)
    assert scored.scores["extra_per_page"] == 1
    assert any(line.startswith("  + «Relay said»") for line in explain(scored))


def test_an_event_not_found_is_a_missed_pair_of_the_merge(gold_folder: Path) -> None:
    scored = score_gold(
        load_gold(gold_folder, None), lambda page: reading_of(page, lambda a: right_events(a)[:2]), merge_nothing
    )
    assert scored.scores["merge"] == 0
    assert scored.scores["found"] == pytest.approx(2 / 3)
    assert any("missed E1 = E3 (not found: E3)" in line for line in explain(scored))


def test_events_merged_that_are_not_one_cost_precision_of_the_merge(gold_folder: Path) -> None:
    scored = score_gold(load_gold(gold_folder, None), lambda page: reading_of(page, right_events), merge_all)
    assert scored.scores["merge"] == pytest.approx(0.5)  # one of three pairs is right
    assert any("wrongly merged E1 = E2" in line for line in explain(scored))


def test_each_wrong_cell_is_shown_with_both_sides(gold_folder: Path) -> None:
    def events(article: Article) -> list[EventMention]:
        return [event_of(article, "opened the new bridge", type="AID", realis="future", outlook="planned")]

    scored = score_gold(load_gold(gold_folder, None), lambda page: reading_of(page, events), merge_nothing)
    assert scored.scores["status"] == scored.scores["date"] == scored.scores["actors"] == scored.scores["said_by"] == 0
    text = "\n".join(explain(scored))
    assert "x type     gold COOPERATE   |   reader AID" in text
    assert "x said_by  gold Relay   |   reader -" in text


def test_a_half_open_interval_is_not_an_undated_event(gold_folder: Path) -> None:
    half = EventDate(interval=Interval(None, datetime.date(2031, 5, 4)), basis="assumed", rule="before_publication")

    def events(article: Article) -> list[EventMention]:
        return [event_of(article, "The bridge was opened", date=half)]

    scored = score_gold(load_gold(gold_folder, None), lambda page: reading_of(page, events), merge_nothing)
    assert scored.scores["date"] == 0


def test_a_page_without_annotated_lines_has_no_score_for_them(gold_folder: Path) -> None:
    (gold_folder / "small.pages.jsonl").unlink()
    scored = score_gold(load_gold(gold_folder, None), lambda page: reading_of(page, right_events), merge_bridges)
    assert "lines" not in scored.scores


def test_a_quote_that_occurs_twice_is_found_on_its_line() -> None:
    page = Page(id="p", location="", name="", media="text/plain", content=PAGE.encode())
    article = article_of(page)
    block = article.block_at(locate(article, "bridge", 4).start)  # type: ignore[union-attr]
    assert block is not None
    assert block.line == 4
    assert locate(article, "no such words", 4) is None


def test_matching_takes_the_highest_overlap_first_and_then_the_order_of_the_text() -> None:
    page = Page(id="p", location="", name="", media="text/plain", content=PAGE.encode())
    article = article_of(page)
    near = event_of(article, "opened the new bridge at")
    exact = event_of(article, "opened the new bridge")
    reading = msgspec.structs.replace(reading_of(page, lambda _: []), events=(near, exact))
    gold = msgspec.convert(EVENTS[0], GoldEvent)
    matches = match_page([Anchored(gold, exact.span)], reading)
    assert [m.event for m in matches] == [exact]
    assert overlap(near.span, exact.span) == pytest.approx(21 / 24)


def test_evidence_that_shares_less_than_a_fifth_is_no_match() -> None:
    page = Page(id="p", location="", name="", media="text/plain", content=PAGE.encode())
    article = article_of(page)
    reading = reading_of(page, lambda a: [event_of(a, "Mara")])
    assert match_page([Anchored(msgspec.convert(EVENTS[0], GoldEvent), article.blocks[0].span)], reading) == []


def test_lines_are_single_numbers_or_inclusive_ranges() -> None:
    page = GoldPage(page="one.txt", body_lines=[[2, 3]], caption_lines=[4], furniture_from=6)  # type: ignore[list-item]
    page = msgspec.convert(msgspec.to_builtins(page), GoldPage)
    assert [page.kind_of(n) for n in range(1, 8)] == [None, "body", "body", "caption", None, "furniture", "furniture"]


def test_pages_that_are_not_there_are_told_with_the_way_out(gold_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--pages"):
        load_gold(gold_folder, tmp_path / "nowhere")
    with pytest.raises(UsageError, match=r"lacks the page one\.txt"):
        load_gold(gold_folder, gold_folder)


def test_a_record_that_does_not_fit_is_told_with_its_line(gold_folder: Path) -> None:
    (gold_folder / "small.events.jsonl").write_text(json.dumps(EVENTS[0]) + '\n{"id": 3}')
    with pytest.raises(DataError, match="line 2"):
        load_gold(gold_folder, None)


SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 40))


@given(SPANS, SPANS)
def test_overlap_is_symmetric_a_share_and_whole_only_for_equal_spans(one: Span, other: Span) -> None:
    assert overlap(one, other) == overlap(other, one)
    assert 0 <= overlap(one, other) <= 1
    assert (overlap(one, other) == 1) == (one == other)
    assert (overlap(one, other) > 0) == one.overlaps(other)


@given(st.lists(SPANS, max_size=6, unique=True), st.lists(SPANS, max_size=6, unique=True), st.randoms())
def test_matching_is_one_to_one_and_does_not_depend_on_the_order_of_events(
    quotes: list[Span], evidence: list[Span], order: Random
) -> None:
    article = article_of(Page(id="p", location="", name="", media="text/plain", content=PAGE.encode()))
    events = [msgspec.structs.replace(event_of(article, "M"), id=str(n), span=s) for n, s in enumerate(evidence)]
    gold = [Anchored(msgspec.convert(EVENTS[0] | {"id": str(n)}, GoldEvent), s) for n, s in enumerate(quotes)]

    def pairs(events: list[EventMention]) -> list[tuple[str, str]]:
        reading = Reading(page_id="p", reader="1", article=article, events=tuple(events))
        return [(m.gold.id, m.event.id) for m in match_page(gold, reading)]

    matched = pairs(events)
    assert len({g for g, _ in matched}) == len({e for _, e in matched}) == len(matched)
    order.shuffle(events)
    assert pairs(events) == matched


def test_the_development_gold_is_as_documented(development_data: Callable[..., Path]) -> None:
    gold = load_gold(development_data("gold"), development_data("seeds"))
    assert gold.pages is not None
    assert gold.aliases
    for event in gold.events:
        line = (gold.folder / event.page).read_text("utf-8").split("\n")[event.line - 1]
        assert event.quote in line, event.id
