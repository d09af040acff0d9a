"""What people decide, through the command line: judge, why, changes, remove, and what the lists then show."""

import datetime
import json
import runpy
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from dateline.executors import merge_pending
from dateline.records import Page, Reading, Span
from dateline.store import open_store

BRIDGE = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "executors" / "bridge.py")))
Dateline = Callable[..., Any]


def keep(location: Path, *readings: Reading) -> str:
    """Pages made by hand, merged."""
    with open_store(str(location), create=True) as store:
        with store.writer() as writer:
            for reading in readings:
                id = reading.page_id
                writer.add_pages([Page(id=id, location=f"/{id}", name="", media="text/plain", content=b"")])
            writer.add_readings(readings)
        merge_pending(store)
    return str(location)


@pytest.fixture
def bridge(tmp_path: Path) -> str:
    return keep(tmp_path / "bridge.db", *BRIDGE.STORY)


def rows(dateline: Dateline, location: str, word: str) -> list[dict[str, Any]]:
    found = dateline("chronology", location, "--all", "--format", "jsonl").out
    return [row for row in map(json.loads, found.splitlines()) if word in row["event"]]


def decision(ran: Any) -> str:
    """The id of the decision that a command made."""
    assert ran.code == 0, ran.err
    return str(ran.err.split("decision ")[1].split(";")[0])


def flat(text: str) -> str:
    return " ".join(text.split())


def test_two_entries_become_one_and_why_says_who_decided(dateline: Dateline, bridge: str) -> None:
    one, other = (row["id"] for row in rows(dateline, bridge, "open"))
    assert "These reports stand in two entries" in flat(dateline("why", bridge, one, other).out)
    made = decision(dateline("judge", bridge, "same", one[:8], other[:8], "--by", "Ana", "--note", "one ribbon"))
    [row] = rows(dateline, bridge, "open")
    assert len(row["pages"]) == 4
    assert dateline("show", bridge, other).out == dateline("show", bridge, one).out
    assert "reports 1, 2, 3, 4, by Ana on 20" in flat(dateline("show", bridge, one).out)
    assert "one event: one ribbon" in flat(dateline("show", bridge, one).out)
    told = flat(dateline("why", bridge, f"{one}:1", f"{one}:4").out)
    assert "These reports stand in one entry" in told
    assert "Ana decided on" in told
    assert "that they are one event: one ribbon" in told
    assert dateline("judge", bridge, "undo", made[:8]).code == 0
    assert [row["id"] for row in rows(dateline, bridge, "open")] == [one, other]


def test_all_reports_of_two_entries_come_together(dateline: Dateline, tmp_path: Path) -> None:
    days = [(3, 2), (4, 2), (20, 19), (21, 19)]
    pages = [BRIDGE.told(n, d, ("Ada Holt", "open", "the bridge", False)) for n, d in enumerate(days, start=3)]
    location = keep(tmp_path / "a.db", *pages)
    one, other = (row["id"] for row in rows(dateline, location, "open"))
    decision(dateline("judge", location, "same", one, other))
    assert [len(row["pages"]) for row in rows(dateline, location, "open")] == [4]


def test_reports_that_differ_are_parted_and_why_tells_each_feature(dateline: Dateline, bridge: str) -> None:
    entry = next(row["id"] for row in rows(dateline, bridge, "open") if len(row["pages"]) == 3)
    decision(dateline("judge", bridge, "different", f"{entry}:1", f"{entry}:3", "--by", "Bo"))
    pages = sorted(tuple(row["pages"]) for row in rows(dateline, bridge, "open"))
    assert ("page2",) in pages
    other = next(row["id"] for row in rows(dateline, bridge, "open") if row["pages"] == ["page2"])
    told = json.loads(dateline("why", bridge, entry, other, "--format", "json").out)
    assert (told["together"], told["fit"]) == (False, True)
    assert {"kind of event", "days", "who"} <= {feature["name"] for feature in told["features"]}
    assert all(feature["fits"] for feature in told["features"] if feature["counts"] == "must")
    assert "Bo decided on" in told["decided"]


def test_why_tells_a_score_every_rule_and_why_two_were_never_compared(dateline: Dateline, bridge: str) -> None:
    opened = next(row["id"] for row in rows(dateline, bridge, "open") if len(row["pages"]) == 3)
    visit = rows(dateline, bridge, "visit")[0]["id"]
    one = json.loads(dateline("why", bridge, f"{opened}:1", f"{opened}:2", "--format", "json").out)
    none = json.loads(dateline("why", bridge, opened, visit, "--format", "json").out)
    assert 0 <= none["score"] < 0.5 < one["score"] <= 1
    assert "share a key" in one["met"]
    assert "share no key" in none["met"]
    names = {feature["name"] for feature in none["features"] if feature["counts"] == "must" and not feature["fits"]}
    assert names
    assert all(name in none["rule"] for name in names)
    shown = flat(dateline("why", bridge, opened, visit).out)
    assert f"(score {none['score']:.2f})" in shown
    assert "not compared by themselves" in shown


def test_a_cell_set_by_hand_is_marked_and_a_newer_reading_stands_beside_it(dateline: Dateline, bridge: str) -> None:
    paid = next(row["id"] for row in rows(dateline, bridge, "pay") if row["status"] == "happened")
    decision(dateline("judge", bridge, "edit", paid, "date", "2031-05-08", "--by", "Ana"))
    assert "set by hand: date" in flat(dateline("chronology", bridge, "--all").out)
    shown = flat(dateline("show", bridge, paid).out)
    assert "Date 8 May 2031" in shown
    assert "date, by Ana on" in shown
    assert "the reader said 2031-05-09" in shown
    assert "now says" not in shown
    keep(Path(bridge), BRIDGE.told(4, (10, 10), ("Bo Lind", "pay", "the fishermen", False)))
    shown = flat(dateline("show", bridge, paid).out)
    assert "Date 8 May 2031" in shown
    assert "the reader said 2031-05-09; the reader now says 2031-05-10" in shown


def test_an_event_is_added_from_a_page_and_from_a_source_of_ones_own(dateline: Dateline, bridge: str) -> None:
    quote = "Bo Lind pay the fishermen"
    cells = ("--cell", "words=Bo Lind thanked the mayor", "--cell", "actors=Bo Lind", "--cell", "date=2031-05-09")
    decision(dateline("judge", bridge, "add", "page4", quote, *cells))
    [row] = rows(dateline, bridge, "thanked")
    assert (row["pages"], row["actors"], row["earliest"]) == (["page4"], ["Bo Lind"], "2031-05-09")
    own = ("--source", "Call with the harbour office", "--date", "2031-05-11")
    decision(dateline("judge", bridge, "add", "The gate was mended at night.", *own, "--by", "Ana"))
    [row] = rows(dateline, bridge, "gate")
    assert row["sources"] == ["Call with the harbour office, 11 May 2031"]
    assert "The gate was mended at night." in flat(dateline("show", bridge, row["id"]).out)
    assert "harbour office" in dateline("pages", bridge).out


def test_an_event_that_a_newer_reader_finds_too_stays_one(dateline: Dateline, bridge: str) -> None:
    sung = ("Bo Lind", "sing", "a song", False)
    told = BRIDGE.told(4, (10, 9), ("Bo Lind", "pay", "the fishermen", False), sung)
    verb = told.article.text.index("sing")
    singing = msgspec.structs.replace(told.events[1], trigger=Span(verb, verb + len("sing")))
    told = msgspec.structs.replace(told, events=(told.events[0], singing))
    keep(Path(bridge), msgspec.structs.replace(told, events=told.events[:1]))
    cells = ("--cell", "words=Bo Lind sang", "--cell", "actors=Bo Lind")
    decision(dateline("judge", bridge, "add", "page4", "Bo Lind sing a song", *cells))
    [before] = rows(dateline, bridge, "sang")
    keep(Path(bridge), told)
    found = [row for row in rows(dateline, bridge, "") if {"sang", "sing"} & set(row["event"].split())]
    assert [row["pages"] for row in found] == [["page4"]]
    assert dateline("show", bridge, before["id"]).code == 0


def test_what_is_rejected_is_gone_and_comes_back_when_that_is_undone(dateline: Dateline, bridge: str) -> None:
    [row] = rows(dateline, bridge, "visit")
    made = decision(dateline("judge", bridge, "reject", row["id"]))
    assert rows(dateline, bridge, "visit") == []
    gone = dateline("show", bridge, row["id"])
    assert (gone.code, "no page reports it" in gone.err) == (2, True)
    decision(dateline("judge", bridge, "undo", made))
    assert rows(dateline, bridge, "visit") == [row]


def test_names_are_joined_and_kept_apart(dateline: Dateline, bridge: str) -> None:
    joined = decision(dateline("judge", bridge, "actor-same", "Ada Holt", "Bo Lind"))
    assert "Bo Lind" not in {row["actors"][0] for row in rows(dateline, bridge, "pay")}
    decision(dateline("judge", bridge, "undo", joined))
    decision(dateline("judge", bridge, "actor-different", "Holt", "Ada Holt"))
    assert {name for row in rows(dateline, bridge, "open") for name in row["actors"]} == {"Ada Holt", "Holt"}


def test_a_log_is_a_file_that_another_chronicle_takes_up(dateline: Dateline, bridge: str, tmp_path: Path) -> None:
    one, other = (row["id"] for row in rows(dateline, bridge, "open"))
    decision(dateline("judge", bridge, "same", one, other, "--by", "Ana"))
    decision(dateline("judge", bridge, "edit", one, "places", "Varn; Lund", "--by", "Bo"))
    log = tmp_path / "decisions.jsonl"
    log.write_text(dateline("judge", bridge, "log").out)
    again = keep(tmp_path / "again.db", *BRIDGE.STORY)
    assert "2 decisions added" in dateline("judge", again, "replay", log).err
    assert "0 decisions added" in dateline("judge", again, "replay", log).err
    assert dateline("export", again, "json").out == dateline("export", bridge, "json").out
    told = [json.loads(line) for line in log.read_text().splitlines()]
    assert [(d["kind"], d["by"]) for d in told] == [("same", "Ana"), ("edit", "Bo")]
    assert all(d["at"] and d["targets"][0]["quote"] for d in told)


def test_what_waits_for_its_words_stands_in_the_status(dateline: Dateline, bridge: str) -> None:
    one, other = (row["id"] for row in rows(dateline, bridge, "open"))
    decision(dateline("judge", bridge, "same", one, other, "--by", "Ana"))
    quote = "Bo Lind pay the fishermen"
    decision(dateline("judge", bridge, "add", "page4", quote, "--by", "Ana", "--cell", "words=Bo Lind is thanked"))
    assert "waits, its" not in dateline("status", bridge).out
    sung = ("Bo Lind", "sing", "a song", False)
    keep(Path(bridge), BRIDGE.told(3, (5, 9), sung), BRIDGE.told(4, (10, 9), sung))
    status = flat(dateline("status", bridge).out)
    assert "Decisions 2 by people" in status
    assert "same by Ana: “Ada Holt open" in status
    assert f"add by Ana: “{quote}”" in status
    keep(Path(bridge), *BRIDGE.STORY[3:5])
    assert "waits, its" not in dateline("status", bridge).out
    assert len(rows(dateline, bridge, "open")) == 1
    assert len(rows(dateline, bridge, "thanked")) == 1


def test_changes_tell_what_became_of_entries_since_a_run_or_a_day(dateline: Dateline, tmp_path: Path) -> None:
    location = keep(tmp_path / "a.db", *BRIDGE.STORY[:4])
    with open_store(location) as store, store.writer() as writer:
        from dateline.store import Run

        writer.record_run(Run(started="2031-05-06", finished="2031-05-06", reader="1"))
    keep(Path(location), *BRIDGE.STORY[4:])
    one, other = (row["id"] for row in rows(dateline, location, "open"))
    decision(dateline("judge", location, "same", one, other))
    decision(dateline("judge", location, "different", f"{one}:1", f"{one}:2"))
    decision(dateline("judge", location, "reject", rows(dateline, location, "visit")[0]["id"]))

    def kinds(*since: str) -> list[str]:
        found = dateline("changes", location, *since, "--format", "jsonl").out
        return [json.loads(line)["kind"] for line in found.splitlines()]

    everything = kinds()
    assert set(everything) == {"new", "merged", "split", "closed", "disputed", "gone"}
    told = [json.loads(line) for line in dateline("changes", location, "--format", "jsonl").out.splitlines()]
    found = {(row["kind"], row["event"], row["detail"]) for row in told}
    assert {row["others"][0] for row in told if row["kind"] == "merged" and row["entry"] == other} == {one}
    assert {one} < set(next(row["others"] for row in told if row["kind"] == "split"))
    assert ("disputed", "Ada Holt open the bridge. word0 of a dis", "date") in found
    assert ("gone", "Ada Holt visit the harbour wall. ", "") in found
    assert {("closed", detail) for kind, _, detail in found if kind == "closed"} == {
        ("closed", "fulfilled"),
        ("closed", "lapsed"),
    }
    today = datetime.datetime.now(datetime.UTC).date()
    assert kinds("--since", str(today - datetime.timedelta(days=1))) == everything
    later = kinds("--since", "1")
    assert later == everything[-len(later) :] != everything
    assert kinds("--since", "2999-01-01") == []
    assert kinds("--since", "2001-01") == everything
    assert "lapsed" in dateline("changes", location).out
    assert max(map(len, dateline("changes", location).out.splitlines())) <= 80
    assert dateline("changes", location, "--since", "lately").code == 2


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (("marry", "a", "b"), "there is no kind marry"),
        (("same", "ffff"), "give 2 ids of entries"),
        (("same", "ffff", "eeee"), "no entry has the id ffff"),
        (("edit", "ffff", "date"), "edit takes ID CELL VALUE"),
        (("undo", "ffff"), "there is no such decision"),
        (("undo",), "undo takes the id of one decision"),
        (("undo", ""), "undo takes the id of one decision"),
        (("undo", "ffff", "eeee"), "undo takes the id of one decision"),
        (("add", "page9", "some words"), "no page and no source is called page9"),
        (("add", "page4", "words of nobody"), "do not stand on the page"),
        (("add", "page4", "Bo Lind", "--cell", "date"), "give a cell as NAME=VALUE"),
        (("add", "page4", "Bo Lind", "--cell", "date=soon"), "soon is no date"),
        (("add", "page4", "Bo Lind", "--cell", "status=maybe"), "there is no status maybe"),
        (("add", "page4", "Bo Lind", "--cell", "colour=red"), "there is no cell colour"),
        (("add", "page4", "Bo Lind", "--cell", "page=page5"), "there is no cell page"),
        (("add", "page4", "Bo Lind", "--cell", "type=DANCE"), "there is no type DANCE"),
        (("add", "page4", "Bo Lind", "--date", "2031-05-09"), "add takes PAGE QUOTE"),
        (("add", " ", "--source", "A letter", "--date", "2031-05-09"), "give the words of the source"),
        (("same", "ffff", "eeee", "--cell", "words=x"), "go with add only"),
        (("actor-same", "Ada Holt", "Nobody Known"), "nobody is called Nobody Known"),
        (("actor-same", "Ada Holt", "Ada Holt"), "spellings of one name"),
        (("actor-different", "", "Ada Holt"), "give 2 names"),
        (("replay",), "replay takes files"),
        (("add", "words", "--source", "A letter", "--date", "soon"), "YYYY-MM-DD"),
        (("replay", "/nowhere.jsonl"), "cannot be read as decisions"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
def test_what_means_nothing_is_refused_with_a_way_out(
    dateline: Dateline, bridge: str, call: tuple[str, ...], message: str
) -> None:
    ran = dateline("judge", bridge, *call)
    assert (ran.code, message in ran.err) == (2, True), ran.err
    assert dateline("judge", bridge, "log").out == ""
    assert len(dateline("pages", bridge, "-f", "jsonl").out.splitlines()) == len(BRIDGE.STORY)


def test_a_decision_is_undone_once_and_its_undoing_too(dateline: Dateline, bridge: str) -> None:
    [row] = rows(dateline, bridge, "visit")
    refused = dateline("judge", bridge, "edit", row["id"], "type", "dance")
    assert (refused.code, "there is no type dance" in refused.err) == (2, True)
    made = decision(dateline("judge", bridge, "edit", row["id"], "type", "consult"))
    assert rows(dateline, bridge, "visit")[0]["type"] == "CONSULT"
    undo = decision(dateline("judge", bridge, "undo", made))
    again = dateline("judge", bridge, "undo", made)
    assert (again.code, "undone already" in again.err) == (2, True)
    assert rows(dateline, bridge, "visit") == [row]
    decision(dateline("judge", bridge, "undo", undo))
    assert rows(dateline, bridge, "visit")[0]["type"] == "CONSULT"


def test_a_page_is_called_by_what_the_list_of_pages_shows_and_cells_may_be_written_freely(
    dateline: Dateline, bridge: str
) -> None:
    quote = ("Bo Lind pay the fishermen", "--cell", "words=Bo Lind thanked the mayor", "--cell", "kind=thanks")
    decision(dateline("judge", bridge, "add", "/page4", *quote, "--cell", "status=Not happened", "--cell", "type=aid"))
    [row] = rows(dateline, bridge, "thanked")
    assert (row["status"], row["type"], row["pages"]) == ("not_happened", "AID", ["page4"])
    source = dateline("judge", bridge, "add", "Outlet 4", "Bo Lind pay the fishermen", "--cell", "words=x y z")
    assert source.code == 0, "the only page of its source"


def test_a_log_brings_sources_of_ones_own_with_it(dateline: Dateline, bridge: str, tmp_path: Path) -> None:
    own = ("--source", "Call with the harbour office", "--date", "2031-05-11")
    decision(dateline("judge", bridge, "add", "The gate was mended at night.", *own, "--by", "Ana"))
    log = tmp_path / "decisions.jsonl"
    log.write_text(dateline("judge", bridge, "log").out)
    again = keep(tmp_path / "again.db", *BRIDGE.STORY)
    assert "1 decisions added" in dateline("judge", again, "replay", log).err
    [row] = rows(dateline, again, "gate")
    assert row["sources"] == ["Call with the harbour office, 11 May 2031"]
    assert dateline("export", again, "json").out == dateline("export", bridge, "json").out
    assert "waits, its" not in dateline("status", again).out
    [page] = row["pages"]
    assert dateline("remove", again, page).code == 0
    assert (rows(dateline, again, "gate"), "harbour office" in dateline("judge", again, "log").out) == ([], False)
    refused = dateline("judge", again, "add", "The gate was mended at night.", *own)
    assert (refused.code, "taken out" in refused.err) == (2, True)
    third = keep(tmp_path / "third.db", *BRIDGE.STORY[:1])
    log.write_text(dateline("judge", again, "log").out)
    assert dateline("judge", third, "replay", log).code == 0


def test_words_of_a_page_that_was_taken_out_do_not_come_back_with_a_log(
    dateline: Dateline, bridge: str, tmp_path: Path
) -> None:
    [row] = rows(dateline, bridge, "visit")
    decision(dateline("judge", bridge, "edit", row["id"], "words", "Ada Holt saw the harbour wall"))
    log = tmp_path / "decisions.jsonl"
    log.write_text(dateline("judge", bridge, "log").out)
    again = keep(tmp_path / "again.db", *BRIDGE.STORY)
    assert dateline("remove", again, "page5").code == 0
    assert dateline("judge", again, "replay", log).code == 0
    assert "harbour wall" not in dateline("judge", again, "log").out


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"cell": "colour"}, "there is no cell colour"),
        ({"value": "soon", "cell": "date"}, "soon is no date"),
        ({"targets": []}, "too few reports"),
        ({"id": ""}, "has no id"),
        ({"kind": "add", "targets": []}, "too few reports"),
        ({"kind": "add", "fields": {"status": "maybe"}}, "there is no status maybe"),
        ({"kind": "add", "source": "A letter", "day": "soon"}, "YYYY-MM-DD"),
        ({"kind": "actor-same", "names": []}, "give 2 names"),
        ({"kind": "undo"}, "does not say what it undoes"),
        ({"kind": "marry"}, "cannot be read as decisions"),
    ],
    ids=str,
)
def test_a_log_with_a_decision_that_means_nothing_is_refused_whole(
    dateline: Dateline, bridge: str, tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    quote = {"page_id": "page5", "quote": "Ada Holt visit the harbour wall", "trigger": ""}
    right = {"id": "1", "kind": "edit", "by": "Ana", "at": "2031-05-01", "targets": [quote], "cell": "words"}
    right |= {"value": "A visit"}
    log = tmp_path / "decisions.jsonl"
    log.write_text("\n".join(map(json.dumps, (right, right | {"id": "2"} | change))))
    ran = dateline("judge", bridge, "replay", log)
    assert (ran.code, message in ran.err) == (2, True), ran.err
    assert dateline("judge", bridge, "log").out == ""
    assert dateline("status", bridge).code == 0


def test_an_id_that_leads_on_may_be_judged(dateline: Dateline, bridge: str) -> None:
    one, other = (row["id"] for row in rows(dateline, bridge, "open"))
    decision(dateline("judge", bridge, "same", one, other))
    decision(dateline("judge", bridge, "edit", other, "places", "Varn"))
    [row] = rows(dateline, bridge, "open")
    assert (row["id"], row["places"]) == (one, ["Varn"])
    decision(dateline("judge", bridge, "different", f"{other}:1", f"{other}:4"))
    assert [row["id"] for row in rows(dateline, bridge, "open")] == [one, other]
    assert dateline("judge", bridge, "different", one, one).code == 2


NEWS = """ date 2021-05-03 Lighthouse keeper resigns

Lighthouse keeper resigns

VARN (NPA) — Lighthouse keeper Zebedee Quillfeather resigned on Friday after a quarrel with the harbour board in Varn.

"The lamp was never mine," Quillfeather told the Varn Post. The board denied that it had forced him to go.

Quillfeather promised to repair the foghorn by 20 May 2021.
"""
OTHER = """ date 2021-05-04 Ferry line opens

Ferry line opens

VARN (NPA) — Transport Minister Ada Holt opened a ferry line between Varn and Lund on Saturday in front of many guests.

Holt said the ferry would run every day and thanked the crews who had worked through the winter to make it ready.
"""
SECRETS = ("quillfeather", "zebedee", "lighthouse", "foghorn", "quarrel", "the lamp was")


def compressed(location: Path, page: str) -> list[bytes]:
    """The beginning of what is stored compressed of a page: as received, and as read."""
    with sqlite3.connect(location) as connection:
        found = [
            connection.execute(f"SELECT {column} FROM {table} WHERE {key} = ?", (page,)).fetchone()[0]
            for table, column, key in (("pages", "content", "id"), ("readings", "record", "page_id"))
        ]
    connection.close()
    return [blob[:64] for blob in found]


def test_a_page_that_is_taken_out_leaves_none_of_its_words_in_the_files(dateline: Dateline, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "one.txt").write_text(NEWS)
    (folder / "two.txt").write_text(OTHER)
    location = tmp_path / "varn.db"
    assert dateline("read", folder, "--into", location).code == 0
    page = next(json.loads(line) for line in dateline("pages", location, "-f", "jsonl").out.splitlines())
    [entry] = [row["id"] for row in rows(dateline, str(location), "resigned")]
    decision(dateline("judge", location, "edit", entry, "words", "Quillfeather gave up the lighthouse"))
    decision(dateline("judge", location, "add", page["page"], "a quarrel with the harbour board"))
    before = b"".join(file.read_bytes() for file in tmp_path.glob("varn.db*"))
    assert b"quillfeather" in before.lower()
    blobs = compressed(location, page["page"])
    assert all(blob in before for blob in blobs)
    assert dateline("remove", location, page["page"][:10], "--by", "Ana", "--note", "asked for").code == 0
    left = b"".join(file.read_bytes() for file in tmp_path.glob("varn.db*")).lower()
    assert [word for word in SECRETS if word.encode() in left] == []
    assert not any(blob in left for blob in (piece.lower() for piece in blobs))
    assert "nothing holds" in dateline("search", location, "quillfeather").err
    out = "".join(dateline(*call).out for call in (("export", location, "json"), ("changes", location, "-f", "json")))
    assert [word for word in SECRETS if word in out.lower()] == []
    assert (dateline("show", location, entry).code, len(rows(dateline, str(location), "ferry"))) == (2, 1)
    again = dateline("read", folder, "--into", location)
    assert (again.code, "1 taken out of the chronicle by somebody" in flat(dateline("status", location).out)) == (
        0,
        True,
    )
    assert "waits, its" not in dateline("status", location).out
    assert dateline("remove", location, page["page"], "--restore").code == 0
    assert dateline("read", folder, "--into", location).code == 0
    assert [row["id"] for row in rows(dateline, str(location), "resigned")] == [entry]


def on_server(url: str) -> dict[str, bytes]:
    """All that a chronicle on a server holds: rows, files of tables and indexes, statistics of columns."""
    import psycopg

    of_tables = "relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'i')"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()").fetchall()
        cells = [cell for (name,) in tables for row in connection.execute(f"SELECT * FROM {name}") for cell in row]  # type: ignore[call-overload]
        statistics = connection.execute("SELECT s::text FROM pg_stats s WHERE schemaname = current_schema()")
        told = "".join(row[0] for row in statistics)
        files = connection.execute(
            f"SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class WHERE {of_tables} OR oid IN "  # type: ignore[arg-type]
            f"(SELECT reltoastrelid FROM pg_class WHERE {of_tables})"
        )
        raw = b"".join(row[0] for row in files)
    rows = b"\n".join(unpacked(cell) if isinstance(cell, bytes) else str(cell).encode() for cell in cells)
    return {"rows": rows.lower(), "statistics": told.encode().lower(), "files": raw.lower()}


def unpacked(cell: bytes) -> bytes:
    try:
        return zlib.decompress(cell)
    except zlib.error:
        return cell


def test_a_page_that_is_taken_out_leaves_none_of_its_words_on_a_server(
    dateline: Dateline, postgres_url: str, tmp_path: Path
) -> None:
    import psycopg

    (tmp_path / "one.txt").write_text(NEWS)
    (tmp_path / "two.txt").write_text(OTHER)
    assert dateline("read", tmp_path, "--into", postgres_url).code == 0
    [entry] = [row["id"] for row in rows(dateline, postgres_url, "resigned")]
    decision(dateline("judge", postgres_url, "edit", entry, "words", "Quillfeather gave up the lighthouse"))
    page = json.loads(dateline("pages", postgres_url, "-f", "jsonl").out.splitlines()[0])["page"]
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("ANALYZE")
    before = on_server(postgres_url)
    assert {name for name, held in before.items() if b"quillfeather" in held} == {"rows", "statistics", "files"}
    ran = dateline("remove", postgres_url, page[:8], "--by", "Ana")
    assert (ran.code, "not yet" in ran.err) == (0, False)
    left = on_server(postgres_url)
    assert [(word, name) for word in SECRETS for name, held in left.items() if word.encode() in held] == []
    assert all(b"ferry" in held for held in left.values())


def test_what_was_expected_stands_with_both_sentences_in_the_table_and_in_show(
    dateline: Dateline, bridge: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    table = flat(dateline("expectations", bridge, "--status", "fulfilled").out)
    assert "“Bo Lind will" in table
    assert "“Bo Lind pay the" in table
    expected = next(row["id"] for row in rows(dateline, bridge, "pay") if row["status"] == "planned")
    shown = flat(dateline("show", bridge, expected).out)
    assert "Due 9 May 2031: “Bo Lind will pay the fishermen.”" in shown
    assert "Shown by Outlet 4, 10 May 2031: “Bo Lind pay the fishermen.”" in shown


def test_a_source_is_taken_out_with_all_its_pages(dateline: Dateline, bridge: str) -> None:
    ran = dateline("remove", bridge, "outlet 5", "--by", "Ana")
    assert (ran.code, "page5" in ran.err) == (0, True)
    assert rows(dateline, bridge, "visit") == []
    assert dateline("remove", bridge, "outlet 5").code == 2
