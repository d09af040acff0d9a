"""What is shown follows what is written, and reading goes on while it does."""

import contextlib
import datetime
import threading
import time
from pathlib import Path

import pytest
from litestar.testing import TestClient

from dateline.errors import ChronicleError
from dateline.opening import opened
from dateline.records import Rejection
from dateline.store import open_store
from dateline.views import View
from dateline.web import make_app
from dateline.web.days import Days, NotMadeYetError
from dateline.web.keeper import Keeper

DAY = datetime.date(2025, 10, 1)


def reject(path: Path, location: str) -> None:
    with open_store(str(path), create=True) as store, store.writer() as writer:
        writer.add_rejections([Rejection(location=location, reason="empty", detail="nothing in it")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    reject(tmp_path / "chronicle.db", "a.html")
    return tmp_path / "chronicle.db"


def test_a_change_is_shown_when_patience_has_ended(path: Path) -> None:
    keeper = Keeper(str(path), patience=0, wait=60)
    first = keeper.shown()
    assert keeper.shown() is first
    reject(path, "b.html")
    second = keeper.shown()
    assert second.stamp != first.stamp
    assert second.view.contents().rejections[0].count == 2
    keeper.close()


def test_until_then_the_same_is_shown(path: Path) -> None:
    keeper = Keeper(str(path), patience=3600)
    first = keeper.shown()
    reject(path, "b.html")
    assert keeper.shown() is first
    keeper.close()


def test_nobody_waits_for_a_view_that_takes_long_to_renew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = Keeper(str(path), patience=0, wait=0.01)
    first = keeper.shown()
    may_end, renewed = threading.Event(), View.renewed

    def slowly(view: View) -> View:
        may_end.wait(60)
        return renewed(view)

    monkeypatch.setattr(View, "renewed", slowly)
    reject(path, "b.html")
    assert keeper.shown() is first
    may_end.set()
    until = time.monotonic() + 60
    while keeper.shown() is first and time.monotonic() < until:
        time.sleep(0.01)
    assert keeper.shown().view.contents().rejections[0].count == 2
    keeper.close()


def test_a_server_says_when_it_has_warmed_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_end = threading.Event()
    monkeypatch.setattr(View, "warm_up", lambda _: may_end.wait(60))
    with TestClient(make_app(str(path)), base_url="http://localhost") as client:
        answer = client.get("/ready.json")
        assert answer.json() == {"ready": False}
        assert "etag" not in answer.headers
        may_end.set()
        until = time.monotonic() + 60
        while not client.get("/ready.json").json()["ready"]:
            assert time.monotonic() < until


def test_a_day_of_many_pages_is_made_beside_the_requests(sample_location: str) -> None:
    with View(sample_location) as now:
        pages, until = now.contents().pages, time.monotonic() + 120
        days = Days(sample_location, quick=0, wait=0.01)
        with pytest.raises(NotMadeYetError, match="2025-10-01 is being made"):
            days.of(DAY, "1", pages)
        with pytest.raises(NotMadeYetError, match="2025-10-01"):
            days.of(DAY.replace(day=2), "1", pages)
        view = None
        while view is None and time.monotonic() < until:
            with contextlib.suppress(NotMadeYetError):
                view = days.of(DAY, "1", pages)
        assert view is not None
        assert days.of(DAY, "1", pages) is view
        with opened(sample_location, DAY) as same:
            assert view.chronology().rows == same.chronology().rows
        days.close()


def test_what_is_wrong_with_a_day_is_said(tmp_path: Path) -> None:
    days = Days(str(tmp_path / "none.db"), quick=0, wait=120)
    with pytest.raises(ChronicleError, match="there is no such chronicle"):
        days.of(DAY, "1", 1)
