"""What people decided is seen: which cells they set, which reports they joined, parted or added."""

import re
import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from litestar.testing import TestClient

from dateline.executors import decide, merge_pending
from dateline.records import Page, Reading
from dateline.store import open_store
from dateline.web import make_app

pytestmark = pytest.mark.filterwarnings("ignore:The base_url")
BRIDGE = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "executors" / "bridge.py")))
Client = TestClient[Any]


def keep(location: str, *readings: Reading) -> None:
    with open_store(location, create=True) as store:
        with store.writer() as writer:
            pages = [
                Page(id=r.page_id, location=f"/{r.page_id}", name="", media="text/plain", content=b"") for r in readings
            ]
            writer.add_pages(pages)
            writer.add_readings(readings)
        merge_pending(store)


def told(client: Client, id: str) -> str:
    """The main part of the page of an entry, as text."""
    page = client.get(f"/entries/{id}").text.split("<main")[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def rows(client: Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/chronology.json?all=true").json()["rows"]
    return found


@pytest.fixture
def location(tmp_path: Path) -> str:
    location = str(tmp_path / "bridge.db")
    keep(location, *BRIDGE.STORY)
    return location


@pytest.fixture
def before(location: str) -> list[dict[str, Any]]:
    with opened(location) as client:
        return rows(client)


def opened(location: str) -> Client:
    return TestClient(make_app(location), base_url="http://localhost")


def test_a_cell_set_by_hand_says_who_when_and_what_the_reader_says_now(location: str, before: Any) -> None:
    paid = next(row["id"] for row in before if "pay" in row["event"] and row["status"] == "happened")
    decide(location, "edit", "Ana", [paid], cell="date", value="2031-05-08")
    decide(location, "edit", "Bo", [paid], cell="actors", value="Bo Lind; the mayor")
    keep(location, BRIDGE.told(4, (10, 10), ("Bo Lind", "pay", "the fishermen", False)))
    with opened(location) as client:
        page = told(client, paid)
        assert re.search(r"Date 8 May 2031 set by Ana, \d+ \w+ 20\d\d \d\d:\d\d UTC the reader said 9 May 2031", page)
        assert "the reader now says 10 May 2031" in page
        assert "actors set by Bo" in page
        row = next(row for row in rows(client) if row["id"] == paid)
        assert row["edited"] == ["actors", "date"]
        assert "set by hand: actors, date" in client.get("/chronology?all=true").text


def test_reports_joined_by_hand_are_marked_with_who_and_why(location: str, before: Any) -> None:
    one, other = (row["id"] for row in before if "open" in row["event"])
    made = decide(location, "same", "Ana", [one, other], note="one ribbon")
    with opened(location) as client:
        page = told(client, one)
        assert len(re.findall(r"decided by Ana, \d+ \w+ 20\d\d \d\d:\d\d UTC one event, with reports", page)) == 4
        assert "“one ribbon”" in page
        assert [row["decided"] for row in rows(client) if row["id"] == one] == [["same"]]
        assert "joined by hand" in client.get("/chronology?all=true").text
    decide(location, "undo", "Ana", [made.id])
    with opened(location) as client:
        assert "decided by" not in told(client, one)
        assert not any(row["decided"] for row in rows(client))


def test_reports_parted_by_hand_and_events_added_say_so_and_no_others_do(location: str, before: Any) -> None:
    entry = next(row["id"] for row in before if "open" in row["event"] and len(row["pages"]) == 3)
    decide(location, "different", "Bo", [f"{entry}:1", f"{entry}:3"])
    decide(location, "add", "Ana", page="page4", quote="Bo Lind pay the fishermen", words="Bo Lind thanked the mayor")
    with opened(location) as client:
        found = {row["event"]: row["decided"] for row in rows(client) if row["decided"]}
        parted = [row["id"] for row in rows(client) if row["decided"] == ["different"]]
        assert len(parted) == 2
        assert all(told(client, id).count("decided by Bo") == 1 for id in parted)
        assert found["Bo Lind thanked the mayor"] == ["add"]
        added = next(row["id"] for row in rows(client) if row["decided"] == ["add"])
        assert "added: the reader had missed it" in told(client, added)
