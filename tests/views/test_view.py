"""One open chronicle shows what an analyst looks for, each cell with its source."""

import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.errors import ChronicleError, UsageError
from dateline.views import Filters, Folding, View


def events(view: View, filters: Filters = Filters(), **more: object) -> list[str]:  # noqa: B008 (frozen)
    return [row.event for row in view.chronology(filters, **more).rows]


def test_colour_and_old_background_are_folded_and_counted(view: View) -> None:
    shown = view.chronology()
    assert shown.folded == 2
    assert not {"a choir sings", "Apr 2017"} & {text for row in shown.rows for text in (row.event, row.date)}


def test_nothing_is_folded_when_all_is_asked_for(view: View) -> None:
    shown = view.chronology(folding=None)
    assert shown.folded == 0
    assert len(shown.rows) == 8


def test_the_thresholds_of_folding_can_be_set(view: View) -> None:
    assert "a choir sings" in events(view, folding=Folding(below=0))
    assert view.chronology(folding=Folding(background_days=10_000)).folded == 1
    assert view.chronology(folding=Folding(below=1)).rows == ()


def test_a_folded_frame_is_kept_for_the_sake_of_what_is_shown_in_it(view: View) -> None:
    assert events(view, folding=Folding(below=0.92)) == ["Ada Lund visits Norvik", "Ada Lund meets Per Holt"]


def test_what_is_filtered_out_is_not_shown_for_the_sake_of_its_parts(view: View) -> None:
    assert events(view, Filters(actor="Per Holt"), folding=None) == ["Ada Lund meets Per Holt"] * 2


def test_sub_events_stand_under_their_frame(view: View) -> None:
    depths = {row.event: row.depth for row in view.chronology(folding=None).rows}
    assert depths["a choir sings"] == 1
    assert depths["Ada Lund visits Norvik"] == 0


@pytest.mark.parametrize(
    ("event", "date"),
    [
        ("Ada Lund visits Norvik", "12–16 May 2021"),
        ("a choir sings", "12–16 May 2021, day not given"),
        ("two trial sailings fail", '"In recent months", before 16 May 2021'),
        ("Ada Lund opens a ferry line", "due Aug 2021"),
        ("the port takes bribes", "no date"),
    ],
)
def test_a_date_is_as_exact_as_the_pages_are(view: View, event: str, date: str) -> None:
    assert {row.event: row.date for row in view.chronology(folding=None).rows}[event] == date


def test_a_promise_shows_what_became_of_it(view: View, story: SimpleNamespace) -> None:
    row = next(row for row in view.chronology().rows if row.status == "promised")
    assert (row.expectation, row.outcome) == ("fulfilled", story.OPENING_ID)


def test_sources_are_cited_by_outlet_agency_and_day(view: View) -> None:
    assert [source.cited for source in view.chronology().sources] == [
        "Harbour Times (CW), 16 May 2021",
        "page of 2 Sep 2021 (CW)",
    ]


def test_a_limit_takes_the_first(view: View) -> None:
    assert len(view.chronology(limit=2).rows) == 2


def test_an_entry_shows_every_sentence_and_how_its_date_was_reached(view: View) -> None:
    shown = view.show("11ab")
    assert [report.quote for report in shown.reports] == ["ended a five-day visit to Norvik", "Lund's visit"]
    assert shown.reports[0].dating == "'five-day', measured from Sunday 16 May 2021"
    assert shown.reports[0].quote in shown.reports[0].sentence
    assert [part.event for part in shown.parts] == ["a choir sings", "Ada Lund meets Per Holt"]


def test_the_quote_of_a_report_is_its_span_of_the_article(view: View, story: SimpleNamespace) -> None:
    for entry in view.entries():
        for report in entry.reports:
            assert report.span.of(story.ARTICLES[report.source.page].text) == report.quote


def test_the_ladder_goes_from_the_outermost_speaker_inwards(view: View, story: SimpleNamespace) -> None:
    rungs = view.show(story.BRIBES_ID).reports[0].ladder
    assert [rung.words for rung in rungs] == [
        "Norvik News Agency: “reported”",
        "fishermen: “allege” (as possible)",
    ]


def test_a_part_names_its_frame_and_a_promise_its_outcome(view: View, story: SimpleNamespace) -> None:
    frame, outcome = view.show(story.FORT_ID).frame, view.show(story.FERRY_ID).outcome
    assert frame is not None
    assert frame.id == story.TRIP_ID
    assert outcome is not None
    assert outcome.id == story.OPENING_ID


def test_an_unknown_id_says_where_ids_are_shown(view: View) -> None:
    with pytest.raises(UsageError, match="dateline chronology"):
        view.show("ffff")


def test_actors_are_counted_the_busiest_first(view: View) -> None:
    lund, holt = view.actors()
    assert (lund.name, lund.entries, lund.statements, lund.names) == ("Ada Lund", 4, 1, ("Lund", "the minister"))
    assert (holt.first, holt.last) == (datetime.date(2017, 4, 1), datetime.date(2021, 5, 14))


def test_a_statement_names_speaker_addressee_and_those_it_came_through(view: View) -> None:
    (row,) = view.statements()
    assert (row.speakers, row.addressees, row.through) == (("Ada Lund",), ("reporters",), ("Norvik News Agency",))
    assert row.content == "The line is safe,"


def test_an_expectation_stands_with_its_outcome(view: View) -> None:
    (row,) = view.expectations()
    assert (row.due, row.state, row.outcome_event) == ("Aug 2021", "fulfilled", "the ferry line opens")


def test_search_finds_entries_and_pages_within_the_filters(view: View) -> None:
    assert {hit.kind for hit in view.search("ferry")} == {"entry", "page"}
    assert {hit.kind for hit in view.search("safe")} >= {"statement"}
    found = view.search("ferry", Filters(since=datetime.date(2021, 8, 15)))
    assert "the ferry line opens" in [hit.text.split(" · ")[0] for hit in found]
    assert view.search("ferry", Filters(actor="nobody")) == []


def test_contents_count_rejections_by_reason_and_name_them(view: View) -> None:
    contents = view.contents()
    assert (contents.pages, contents.entries, contents.expectations) == (2, 8, 1)
    assert [(r.reason, r.count, r.rejected[0][0]) for r in contents.rejections] == [
        ("binary", 1, "pages/photo.jpg"),
        ("empty", 1, "pages/empty.txt"),
    ]


def test_what_is_not_there_is_no_chronicle(tmp_path: Path) -> None:
    with pytest.raises(ChronicleError, match="no such chronicle"):
        View(str(tmp_path / "none.db"))
