"""What people decide about who is who, in the list of actors."""

import runpy
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.executors import decide, merge_pending
from dateline.records import Page, Reading
from dateline.store import open_store

BRIDGE = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("bridge.py"))))
SHORT = BRIDGE.told(8, (3, 2), ("Holt", "open", "the bridge", False))
BUILDER = BRIDGE.told(8, (3, 2), ("The Builder", "open", "the bridge", False))


def read(location: str, readings: Sequence[Reading]) -> None:
    with open_store(location, create=True) as store:
        with store.writer() as writer:
            writer.add_pages(
                [
                    Page(id=r.page_id, location=f"/{r.page_id}", name="", media="text/plain", content=b"")
                    for r in readings
                ]
            )
            writer.add_readings(readings)
        merge_pending(store)


def names(location: str) -> dict[str, tuple[str, ...]]:
    with open_store(location, read_only=True) as store:
        return {actor.name: actor.names for actor in store.reader().actors() if actor.kind == "person"}


@pytest.fixture
def location(tmp_path: Path) -> str:
    found = str(tmp_path / "bridge.db")
    read(found, BRIDGE.STORY)
    return found


def test_who_was_told_apart_stays_apart_when_pages_are_read_again(location: str) -> None:
    read(location, [SHORT])
    assert "Holt" not in names(location)
    decide(location, "actor-different", "Ana", ["Holt", "Ada Holt"])
    assert {"Holt", "Ada Holt"} <= set(names(location))
    read(location, [*BRIDGE.STORY, SHORT])
    assert {"Holt", "Ada Holt"} <= set(names(location))


def test_who_was_called_one_stays_one_when_pages_are_read_again(location: str) -> None:
    read(location, [BUILDER])
    decide(location, "actor-same", "Ana", ["Ada Holt", "The Builder"])
    for pages in ([BUILDER], BRIDGE.STORY):
        read(location, pages)
        assert "The Builder" in names(location)["Ada Holt"]
        assert "The Builder" not in names(location)
