"""What people decide holds, over every re-read, and can be taken back."""

import runpy
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.executors import decide, merge_pending, remove, replay, restore, why
from dateline.records import Decision, Entry, Page, Reading
from dateline.store import Store, open_store

BRIDGE = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("bridge.py"))))
OPENED, PAID = "open", "pay"


def read(location: str, readings: Sequence[Reading] = BRIDGE.STORY) -> None:
    with open_store(location, create=True) as store:
        with store.writer() as writer:
            for reading in readings:
                page = Page(
                    id=reading.page_id, location=f"/{reading.page_id}", name="", media="text/plain", content=b""
                )
                writer.add_pages([page])
            writer.add_readings(readings)
        merge_pending(store)


def entries(location: str, word: str = "") -> list[Entry]:
    with open_store(location, read_only=True) as store:
        return [entry for entry in store.reader().entries() if word in entry.words]


def rows(location: str, rows_of: Callable[[Store], dict[str, Any]]) -> dict[str, Any]:
    with open_store(location) as store:
        return {name: found for name, found in rows_of(store).items() if name != "decisions"}


def log(location: str) -> list[Decision]:
    with open_store(location, read_only=True) as store:
        return list(store.reader().decisions())


@pytest.fixture
def location(chronicle_locations: Callable[[], str]) -> str:
    """The story of the bridge, read."""
    found = chronicle_locations()
    read(found)
    return found


def test_what_is_the_same_becomes_one_entry_and_undoing_parts_it_again(location: str, rows_of: Any) -> None:
    before = rows(location, rows_of)
    first, second = entries(location, OPENED)
    made = decide(location, "same", "Ana", [first.id, second.id])
    [entry] = entries(location, OPENED)
    assert (entry.id, len(entry.reports)) == (first.id, 4)
    assert why(location, first.id, f"{first.id}:4").together
    with open_store(location, read_only=True) as store:
        assert store.reader().entry(second.id) == entry, "an id that was shown leads to its heir"
        assert "merged" in [c.turn.kind for c in store.reader().changes("0")]
    decide(location, "undo", "Bo", [made.id])
    assert rows(location, rows_of) == before
    assert [d.kind for d in log(location)] == ["same", "undo"]


def test_what_is_different_is_parted_for_good_until_that_is_undone(location: str, rows_of: Any) -> None:
    before = rows(location, rows_of)
    entry = next(e for e in entries(location, OPENED) if len(e.reports) == 3)
    made = decide(location, "different", "Ana", [f"{entry.id}:1", f"{entry.id}:2"])
    assert sorted(len(e.reports) for e in entries(location, OPENED)) == [1, 1, 2]
    told = why(
        location, f"{entry.id}:1", next(e.id for e in entries(location, OPENED) if e.reports[0] == entry.reports[1])
    )
    assert (told.together, told.fit, told.decided[:14]) == (False, True, "Ana decided on")
    decide(location, "undo", "Ana", [made.id])
    assert rows(location, rows_of) == before


def test_a_later_decision_holds_against_an_earlier_one(location: str) -> None:
    first, second = entries(location, OPENED)
    decide(location, "different", "Ana", [first.id, second.id])
    decide(location, "same", "Bo", [first.id, second.id])
    assert len(entries(location, OPENED)) == 1
    decide(location, "different", "Ana", [f"{first.id}:1", f"{first.id}:4"])
    assert len(entries(location, OPENED)) == 2


def test_a_cell_that_a_person_set_stays_and_says_what_the_reader_says_now(location: str) -> None:
    [entry] = [e for e in entries(location, PAID) if e.status == "happened"]
    decide(location, "edit", "Ana", [entry.id], cell="date", value="2031-05-08")
    decide(location, "edit", "Ana", [entry.id], cell="actors", value="Bo Lind; Cara Dunn")
    newer = BRIDGE.told(4, (10, 10), ("Bo Lind", "pay", "the fishermen", False))
    read(location, [newer])
    [kept] = [e for e in entries(location, PAID) if e.status == "happened"]
    assert kept.interval.earliest.isoformat() == "2031-05-08"
    assert kept.actors == ("Bo Lind", "Cara Dunn")
    assert [(e.cell, e.seen, e.reader) for e in kept.edits] == [
        ("actors", "Bo Lind", "Bo Lind"),
        ("date", "2031-05-09", "2031-05-10"),
    ]


@pytest.mark.parametrize(
    ("cell", "value", "message"),
    [
        ("date", "soon", "no date"),
        ("status", "maybe", "no status"),
        ("colour", "red", "no cell"),
        ("words", " ", "empty"),
    ],
)
def test_a_cell_that_means_nothing_is_refused(location: str, cell: str, value: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        decide(location, "edit", "Ana", [entries(location)[0].id], cell=cell, value=value)
    assert log(location) == []


def test_what_is_rejected_leaves_the_chronicle(location: str) -> None:
    gone = entries(location, "visit")[0]
    decide(location, "reject", "Ana", [gone.id])
    assert entries(location, "visit") == []


def test_an_event_that_the_reader_missed_is_added_from_its_quote(location: str) -> None:
    decide(
        location, "add", "Ana", page="page4", quote="Bo Lind  pay", words="Bo Lind thanked the mayor", date="2031-05-09"
    )
    [entry] = entries(location, "thanked")
    assert entry.reports[0].page_id == "page4"
    assert entry.interval.earliest.isoformat() == "2031-05-09"
    with pytest.raises(UsageError, match="do not stand"):
        decide(location, "add", "Ana", page="page4", quote="words of nobody")


def test_events_that_are_added_where_one_is_reported_already_are_entries_of_their_own(location: str) -> None:
    before = entries(location)
    told = next(page for page in BRIDGE.STORY if any(event.lemma == OPENED for event in page.events))
    [quote] = {e.trigger.of(told.article.text) for e in told.events if e.lemma == OPENED}
    for kind in ("cheering", "singing"):
        decide(location, "add", "Ana", page=told.page_id, quote=quote, words=f"crowd {kind}", kind=kind)
    after = {entry.id: entry for entry in entries(location)}
    assert len(after) == len(before) + 2
    assert all(len(after[entry.id].reports) == len(entry.reports) for entry in before)


def test_an_event_from_a_source_of_ones_own_has_its_citation(location: str) -> None:
    told = {"source": "Call with the harbour office", "day": "2031-05-11", "quote": "The gate was mended at night."}
    decide(location, "add", "Ana", **told, status="happened")
    [entry] = entries(location, "gate")
    with open_store(location, read_only=True) as store:
        article = store.reader().article(entry.reports[0].page_id)
    assert article.publisher == "Call with the harbour office"


def test_names_that_are_one_make_one_actor_and_one_event(location: str) -> None:
    other = BRIDGE.told(8, (3, 2), ("The Builder", "open", "the bridge", False))
    read(location, [other])
    assert sorted(len(e.reports) for e in entries(location, OPENED)) == [1, 1, 3]
    made = decide(location, "actor-same", "Ana", ["Ada Holt", "The Builder"])
    assert sorted(len(e.reports) for e in entries(location, OPENED)) == [1, 4]
    with open_store(location, read_only=True) as store:
        assert "The Builder" not in [actor.name for actor in store.reader().actors()]
    decide(location, "undo", "Ana", [made.id])
    assert sorted(len(e.reports) for e in entries(location, OPENED)) == [1, 1, 3]


def test_a_decision_whose_words_are_gone_waits_and_holds_again_when_they_are_back(location: str) -> None:
    first, second = entries(location, OPENED)
    made = decide(location, "same", "Ana", [first.id, second.id])
    last = BRIDGE.STORY[3]
    read(location, [BRIDGE.told(3, (5, 9), ("Bo Lind", "sing", "a song", False))])
    with open_store(location, read_only=True) as store:
        assert store.reader().waiting() == {made.id}
    read(location, [last])
    assert len(entries(location, OPENED)) == 1
    with open_store(location, read_only=True) as store:
        assert store.reader().waiting() == frozenset()


def test_a_log_replayed_elsewhere_gives_the_same_rows(
    location: str, chronicle_locations: Callable[[], str], rows_of: Any
) -> None:
    first, second = entries(location, OPENED)
    decide(location, "same", "Ana", [first.id, second.id])
    decide(location, "edit", "Bo", [first.id], cell="places", value="Varn")
    decide(location, "reject", "Ana", [entries(location, "visit")[0].id])
    again = chronicle_locations()
    read(again)
    lines = [msgspec.json.encode(decision) for decision in log(location)]
    decisions = [msgspec.json.decode(line, type=Decision) for line in lines]
    assert (replay(again, decisions), replay(again, decisions)) == (3, 0)
    assert rows(again, rows_of) == rows(location, rows_of)


def test_a_page_that_is_taken_out_leaves_nothing_but_a_tombstone(location: str, rows_of: Any) -> None:
    made = decide(location, "edit", "Ana", [entries(location, "visit")[0].id], cell="places", value="Varn")
    assert remove(location, "page5", "Ana", "asked for by the outlet") == (["page5"], True)
    assert "visit" not in str(rows(location, rows_of) | {"log": log(location), "tombstones": None}).replace(made.id, "")
    with open_store(location, read_only=True) as store:
        assert store.reader().tombstones()["page5"].reason == "asked for by the outlet"
    assert restore(location, "page5") == ["page5"]
    with pytest.raises(UsageError, match="no page"):
        remove(location, "page5", "Ana")


@given(st.lists(st.tuples(st.sampled_from(["same", "different"]), st.permutations(range(4))), max_size=4))
@settings(max_examples=10, deadline=None)
def test_decisions_hold_whatever_was_merged_first(tmp_path_factory: Any, rows_of: Any, steps: list[Any]) -> None:
    """Decisions made on the way, and a log replayed at the end, give the same; undoing all of them gives the start."""
    folder = tmp_path_factory.mktemp("judged")
    one, other = str(folder / "a.db"), str(folder / "b.db")
    for place in (one, other):
        read(place)
    start = rows(one, rows_of)
    for kind, order in steps:
        reports = [(e, n) for e in entries(one, OPENED) for n in range(len(e.reports))]
        (a, n), (b, m) = (reports[i] for i in order[:2])
        decide(one, kind, "Ana", [f"{a.id}:{n + 1}", f"{b.id}:{m + 1}"])
    replay(other, log(one))
    assert rows(other, rows_of) == rows(one, rows_of)
    for decision in log(one):
        decide(one, "undo", "Ana", [decision.id])
    assert rows(one, rows_of) == start


KINDS = st.sampled_from(["same", "different", "reject", "edit", "add", "actor-same"])


@given(
    st.lists(st.tuples(KINDS, st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=3),
    st.permutations(BRIDGE.STORY),
    st.integers(0, len(BRIDGE.STORY)),
)
@settings(max_examples=8, deadline=None)
def test_a_log_holds_over_pages_that_are_read_anew_and_over_pages_that_are_still_to_come(
    tmp_path_factory: Any, rows_of: Any, steps: list[Any], order: list[Reading], cut: int
) -> None:
    folder = tmp_path_factory.mktemp("anew")
    one, other = str(folder / "a.db"), str(folder / "b.db")
    read(one)
    for kind, a, b in steps:
        judged(one, kind, a, b)
    before = rows(one, rows_of)
    for page in order[:cut]:
        read(one, [msgspec.structs.replace(page, events=page.events[1:])])
    read(one, order[cut:])
    for page in reversed(order[:cut]):
        read(one, [page])
    assert rows(one, rows_of) == before, "what was read otherwise for a while leaves no trace"
    read(other, order[:cut])
    replay(other, log(one))
    read(other, order[cut:])
    assert rows(other, rows_of) == before, "a log may come before the pages that it is about"


def judged(location: str, kind: str, one: int, other: int) -> None:
    """Decide something that the chronicle, as it is, leaves to be decided."""
    reports = [f"{entry.id}:{n + 1}" for entry in entries(location) for n in range(len(entry.reports))]
    first, second = reports[one % len(reports)], reports[other % len(reports)]
    match kind:
        case "same" | "different" if first != second:
            decide(location, kind, "Ana", [first, second])
        case "reject":
            decide(location, "reject", "Ana", [first])
        case "edit":
            decide(location, "edit", "Ana", [first], cell="places", value=f"Varn {other}")
        case "add":
            page = BRIDGE.STORY[one % len(BRIDGE.STORY)]
            quote = page.article.text.split(".")[0]
            decide(location, "add", "Ana", page=page.page_id, quote=quote, words=f"added {other}", kind="adding")
        case "actor-same":
            decide(location, "actor-same", "Ana", ["Ada Holt", "Bo Lind"])


STEPS = st.sampled_from(["same", "different", "undo", "reject", "remove", "restore", "again", "otherwise"])


@given(st.lists(st.tuples(STEPS, st.integers(0, 50), st.integers(0, 50)), max_size=4))
@settings(max_examples=5, deadline=None)
def test_every_id_that_was_shown_leads_on_for_good(tmp_path_factory: Any, steps: list[Any]) -> None:
    """To an entry of one of its pages; to none only while all its reports are rejected, removed or not read."""
    location = str(tmp_path_factory.mktemp("ids") / "a.db")
    read(location)
    shown: dict[str, set[str]] = {}
    for kind, one, other in [*steps, *(("undo", 0, 0) for _ in steps), ("restore", 0, 0), ("again", 0, 0)]:
        for entry in entries(location):
            shown.setdefault(entry.id, set()).update(report.page_id for report in entry.reports)
        step(location, kind, one, other)
        with open_store(location, read_only=True) as store:
            led = {id: store.reader().entry(id) for id in shown}
        assert all(not entry or shown[id] & {r.page_id for r in entry.reports} for id, entry in led.items())
    assert None not in led.values(), "all decisions are undone, all pages are back"


def step(location: str, kind: str, one: int, other: int) -> None:
    there = entries(location)
    reports = [f"{entry.id}:{n + 1}" for entry in there for n in range(len(entry.reports))]
    match kind:
        case "same" | "different" if len(reports) > 1 and one % len(reports) != other % len(reports):
            decide(location, kind, "Ana", [reports[one % len(reports)], reports[other % len(reports)]])
        case "reject" if reports:
            decide(location, "reject", "Ana", [reports[one % len(reports)]])
        case "undo":
            undone = {decision.undoes for decision in log(location)}
            left = [d for d in log(location) if d.kind != "undo" and d.id not in undone]
            if left:
                decide(location, "undo", "Bo", [left[-1].id])
        case "remove":
            page = BRIDGE.STORY[one % len(BRIDGE.STORY)].page_id
            with open_store(location, read_only=True) as store:
                held = store.reader().article(page) is not None
            if held:
                remove(location, page, "Ana")
        case "restore" | "again":
            with open_store(location, read_only=True) as store:
                stones = list(store.reader().tombstones())
            for stone in stones if kind == "restore" else ():
                restore(location, stone)
            read(location, [r for r in BRIDGE.STORY if kind == "restore" or r.page_id not in stones])
        case "otherwise":
            told = BRIDGE.STORY[one % len(BRIDGE.STORY)]
            with open_store(location, read_only=True) as store:
                held = store.reader().article(told.page_id) is not None
            if held:
                read(location, [msgspec.structs.replace(told, events=told.events[1:])])
