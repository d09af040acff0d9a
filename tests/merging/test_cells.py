"""The cells of an entry, each by its rule."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from dateline.records import Timestamp

Make = Callable[..., Any]


def test_the_id_derives_from_the_earliest_report(page: Make, told: Make, merged: Make) -> None:
    first, later = page("z", "2024-04-09", told()), page("a", "2024-04-10", told())
    alone = merged(first).holding("z")
    both = merged(later, first).holding("z")
    assert both.id == alone.id
    assert [report.page_id for report in both.reports] == ["z", "a"]
    assert merged(later).holding("a").id != alone.id


def test_of_one_day_the_earlier_hour_comes_first_then_the_page(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-10", told(), time="18:30"),
        page("b", "2024-04-10", told(), time="07:15"),
        page("c", "2024-04-10", told(), time="07:15"),
    )
    assert [report.page_id for report in chronicle.entries[0].reports] == ["b", "c", "a"]


def test_the_days_are_those_that_all_dated_reports_share(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-20", told(days=("2024-04-01", "2024-04-10"))),
        page("b", "2024-04-21", told(days=("2024-04-08", "2024-04-30"))),
    )
    interval = chronicle.entries[0].interval
    assert (str(interval.earliest), str(interval.latest)) == ("2024-04-08", "2024-04-10")


def test_an_exact_report_gives_value_and_basis(page: Make, told: Make, merged: Make) -> None:
    chronicle = merged(
        page("a", "2024-04-20", told(days=("2024-04-01", "2024-04-10"))), page("b", "2024-04-21", told())
    )
    assert (chronicle.entries[0].value, chronicle.entries[0].basis) == ("2024-04-08", "stated")


def test_people_and_places_of_all_reports_come_together_each_once(page: Make, told: Make, merged: Make) -> None:
    entry = merged(
        page("a", "2024-04-10", told(actors=("Elena Varga",), places=("Oslo",))),
        page("b", "2024-04-11", told(actors=("Elena Varga", "Anna Ruzic"), recipients=("Norway",))),
    ).entries[0]
    assert entry.actors == ("Elena Varga", "Anna Ruzic")
    assert entry.recipients == ("Norway",)
    assert entry.places == ("Oslo",)


def test_an_actor_of_the_entry_is_not_its_recipient_too(page: Make, told: Make, merged: Make) -> None:
    meeting = {"lemma": "meet", "family": "meeting"}
    entry = merged(
        page("a", "2024-04-10", told(**meeting, actors=("Elena Varga",), recipients=("Anna Ruzic",))),
        page("b", "2024-04-11", told(**meeting, actors=("Anna Ruzic", "Elena Varga"))),
    ).entries[0]
    assert not set(entry.actors) & set(entry.recipients)


def test_the_status_is_that_of_the_latest_report(page: Make, told: Make, merged: Make) -> None:
    entry = merged(
        page("a", "2024-04-08", told(realis="ongoing")), page("b", "2024-04-11", told(realis="past"))
    ).entries[0]
    assert entry.status == "happened"
    assert [report.status for report in entry.reports] == ["ongoing", "happened"]


def test_the_words_are_the_bodys_and_those_that_name_most(page: Make, told: Make, merged: Make) -> None:
    entry = merged(
        page("a", "2024-04-10", told(headline=True, sentence="Varga in Oslo", places=("Oslo",))),
        page("b", "2024-04-11", told(sentence="She went.")),
        page("c", "2024-04-12", told(sentence="Elena Varga went to Oslo.", places=("Oslo",))),
    ).entries[0]
    assert entry.words == "Elena Varga went to Oslo."


def test_an_entry_is_said_by_all_speakers_unless_some_page_says_it_itself(page: Make, told: Make, merged: Make) -> None:
    quoted = [
        page("a", "2024-04-10", told(speaker="Anna Ruzic")),
        page("b", "2024-04-11", told(speaker="Marek Dolan")),
    ]
    assert merged(*quoted).entries[0].said_by == ("Anna Ruzic", "Marek Dolan")
    assert merged(*quoted, page("c", "2024-04-12", told())).entries[0].said_by == ()


def test_one_agency_is_one_source_however_many_outlets_carry_it(page: Make, told: Make, merged: Make) -> None:
    carried = [
        page("a", "2024-04-10", told(), publisher="The Fjord", agency="Polar Wire"),
        page("b", "2024-04-10", told(), publisher="Danube News", agency="Polar Wire"),
    ]
    assert merged(*carried).entries[0].sources == 1
    own = page("c", "2024-04-11", told(), publisher="Danube News")
    assert merged(*carried, own).entries[0].sources == 2


def test_an_outlet_that_tells_it_twice_is_one_source_and_nameless_pages_are_each_their_own(
    page: Make, told: Make, merged: Make
) -> None:
    twice = [page(name, "2024-04-10", told(), publisher="The Fjord") for name in "ab"]
    assert merged(*twice).entries[0].sources == 1
    assert merged(*(page(name, "2024-04-10", told()) for name in "ab")).entries[0].sources == 2


def test_every_report_points_to_the_words_it_stands_on(read: Make, merged: Make) -> None:
    reading = read("Police arrested Marek Dolan in Zagreb on Monday.", id="a")
    report = merged(reading).one("arrest").reports[0]
    assert report.span.of(reading.article.text) == "Police arrested Marek Dolan in Zagreb on Monday"
    assert report.event_id == reading.events[0].id


def test_a_wire_story_in_three_outlets_is_one_origin_also_where_a_short_copy_names_no_agency(
    page: Make, told: Make, merged: Make
) -> None:
    sentences = (
        "Elena Varga visited the harbour of Oslo on Monday and spoke for an hour with the crews of the old ferry line.",
        "Anna Ruzic repaired the northern pier before the spring tides came and nobody in the town paid her for it.",
        "Per Holt counted the boats that the board wants to sell and found nine of them too old to leave the port.",
    )
    events = [told(sentence=sentence) for sentence in sentences]
    short = events[:2]
    chronicle = merged(
        page("a", "2024-04-09", *events, publisher="Varn Post", agency="NPA"),
        page("b", "2024-04-09", *events, publisher="Ostrel Echo", agency="NPA"),
        page("c", "2024-04-10", *short, publisher="Norvik Times"),
    )
    assert {entry.sources for entry in chronicle.entries} == {1}
    other = merged(page("a", "2024-04-09", told(), publisher="P"), page("b", "2024-04-10", told(), publisher="Q"))
    assert other.entries[0].sources == 2


def positions(entry: Any, cell: str) -> list[tuple[str, tuple[int, ...], tuple[str, ...]]]:
    return [(p.value, p.reports, p.said_by) for d in entry.disputes if d.cell == cell for p in d.positions]


def test_pages_that_contradict_each_other_by_a_day_are_one_event_and_a_dispute(
    page: Make, told: Make, merged: Make
) -> None:
    words = "Elena Varga opened the long harbour tunnel near Lima"
    found = merged(
        page(
            "a", "2024-04-11", told(lemma="open", days=("2024-04-09",), sentence=f"{words} on Tuesday.", speaker="Ana")
        ),
        page("b", "2024-04-10", told(lemma="open", days=("2024-04-10",), sentence=f"{words} on Wednesday.")),
    )
    entry = found.one("open")
    assert positions(entry, "date") == [("2024-04-10", (0,), ()), ("2024-04-09", (1,), ("Ana",))]
    assert entry.interval.earliest.isoformat() == "2024-04-10", "the earliest report that gives a day"


def test_what_happens_day_after_day_is_no_dispute(page: Make, told: Make, merged: Make) -> None:
    words = "Elena Varga opened the long harbour tunnel near Lima again"
    found = merged(
        page("a", "2024-04-09", told(lemma="open", days=("2024-04-09",), sentence=f"{words} for an hour.")),
        page("b", "2024-04-10", told(lemma="open", days=("2024-04-10",), sentence=f"{words} for a while.")),
    )
    assert len(found.of("open")) == 2
    assert [entry.disputes for entry in found.of("open")] == [(), ()]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("400 tonnes", "260 tonnes", True),
        ("about 400 tonnes", "380 tonnes", False),
        ("more than 400 tonnes", "1,400 tonnes", False),
        ("up to 400 tonnes", "1.4 million tonnes", True),
        ("400 tonnes", "260 boats", False),
        ("two days and 3 days", "5 days", False),
    ],
)
def test_numbers_of_one_thing_that_cannot_both_be_right_are_disputed(
    page: Make, told: Make, merged: Make, one: str, other: str, differ: bool
) -> None:
    found = merged(
        page("a", "2024-04-09", told(lemma="lose", sentence=f"Elena Varga lost {one}", speaker="Ana")),
        page("b", "2024-04-10", told(lemma="lose", sentence=f"Elena Varga lost {other}", speaker="Bo")),
    )
    told_by = [(reports, said) for _, reports, said in positions(found.one("lose"), "number")]
    assert told_by == ([((1,), ("Bo",)), ((0,), ("Ana",))] if differ else [])


def test_an_allegation_and_its_denial_are_one_entry_and_a_dispute(page: Make, told: Make, merged: Make) -> None:
    found = merged(
        page("a", "2024-04-09", told(lemma="forge", alleged=True, speaker="Ana")),
        page("b", "2024-04-10", told(lemma="forge", negative=True, speaker="Bo")),
    )
    assert positions(found.one("forge"), "status") == [("alleged", (0,), ("Ana",)), ("denied", (1,), ("Bo",))]


def outlet_page(read: Make, amount: str, id: str, updated: str | None) -> Any:
    found = read(
        f"A court in Oslo on Monday fined Marek Dolan {amount} million euros for sailing without lights.",
        id=id,
        day="2024-04-09",
        headline="Court fines Dolan",
        publisher="Harbour Gazette",
    )
    stamp = Timestamp(day=date.fromisoformat(updated)) if updated else None
    return replace(found, article=replace(found.article, updated=stamp))


@pytest.mark.parametrize("ids", [("a", "b"), ("b", "a")])
def test_a_corrected_page_gives_the_cells_and_the_wrong_number_stays_in_dispute(
    read: Make, merged: Make, ids: tuple[str, str]
) -> None:
    wrong, right = outlet_page(read, "12", ids[0], None), outlet_page(read, "2", ids[1], "2024-04-10")
    entry = merged(wrong, right).one("fine")
    assert len(entry.reports) == 2
    assert " 2 million euros" in entry.words
    assert [q.words for q in entry.quantities] == ["2 million euros"]
    [dispute] = [d for d in entry.disputes if d.cell == "number"]
    assert [(p.value, [entry.reports[n].page_id for n in p.reports]) for p in dispute.positions] == [
        ("2 million euros", [ids[1]]),
        ("12 million euros", [ids[0]]),
    ]
