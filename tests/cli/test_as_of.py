"""Every list can be asked for as its pages stood on a day."""

import json
import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dateline.executors import merge_pending
from dateline.records import Page
from dateline.store import open_store

BRIDGE = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "executors" / "bridge.py")))
EARLY, LATE = "2031-05-04", "2031-05"
LISTS = (
    ("chronology", "--all"),
    ("actors",),
    ("expectations",),
    ("pages",),
    ("search", "bridge"),
    ("search", "harbour"),
    ("changes",),
    ("statements",),
    ("claims",),
    ("places",),
    ("related",),
    ("syndication",),
)


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: Any) -> str:
    """The story of the bridge, read."""
    location = str(tmp_path_factory.mktemp("bridge") / "bridge.db")
    with open_store(location, create=True) as store:
        with store.writer() as writer:
            for reading in BRIDGE.STORY:
                id = reading.page_id
                writer.add_pages([Page(id=id, location=f"/{id}", name="", media="text/plain", content=b"")])
            writer.add_readings(BRIDGE.STORY)
        merge_pending(store)
    return location


@pytest.mark.parametrize("asked", LISTS, ids=lambda asked: asked[-1])
def test_a_list_as_of_the_last_page_is_the_list_of_today(dateline: Any, bridge: str, asked: tuple[str, ...]) -> None:
    command, *options = asked
    today = dateline(command, bridge, *options, "--format", "jsonl")
    assert today.code == 0
    assert dateline(command, bridge, *options, "--format", "jsonl", "--as-of", LATE) == today


def pages_of(told: str) -> set[str]:
    return {f"page{number}" for number in range(9) if f'"page{number}"' in told or f"Outlet {number}," in told}


@pytest.mark.parametrize("asked", LISTS[:6], ids=lambda asked: asked[-1])
def test_a_list_as_of_a_day_has_nothing_of_later_pages(dateline: Any, bridge: str, asked: tuple[str, ...]) -> None:
    command, *options = asked
    then = dateline(command, bridge, *options, "--format", "jsonl", "--as-of", EARLY).out
    assert then
    assert then != dateline(command, bridge, *options, "--format", "jsonl").out
    assert pages_of(then) <= {"page0", "page1", "page2", "page6"}


def test_export_show_and_dossier_are_of_that_day_too(dateline: Any, bridge: str) -> None:
    whole = json.loads(dateline("export", bridge, "json", "--as-of", EARLY).out)
    assert {page["page"] for page in whole["pages"]} == {"page0", "page1", "page2", "page6"}
    id = whole["entries"][0]["entry"]["id"]
    assert dateline("show", bridge, id[:8], "--as-of", EARLY).code == 0
    portrait = json.loads(dateline("dossier", bridge, "Ada Holt", "--as-of", EARLY, "--format", "json").out)
    assert {page for entry in portrait["entries"] for page in entry["pages"]} == {"page0", "page1", "page2", "page6"}


def test_what_was_not_reported_yet_is_not_found(dateline: Any, bridge: str) -> None:
    [paid] = [
        row["id"]
        for row in map(json.loads, dateline("chronology", bridge, "--all", "-f", "jsonl").out.splitlines())
        if row["pages"] == ["page4"]
    ]
    found = dateline("show", bridge, paid, "--as-of", EARLY)
    assert (found.code, "no entry has the id" in found.err, "/tmp" in found.err.replace(bridge, "")) == (2, True, False)


def test_a_day_that_is_none_is_refused(dateline: Any, bridge: str) -> None:
    found = dateline("chronology", bridge, "--as-of", "yesterday")
    assert (found.code, "--as-of yesterday is not a date" in found.err) == (2, True)
