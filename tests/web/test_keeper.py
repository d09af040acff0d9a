"""What is shown follows what is written, and reading goes on while it does."""

import threading
import time
from pathlib import Path

import pytest

from dateline.records import Rejection
from dateline.store import open_store
from dateline.views import View
from dateline.web.keeper import Keeper


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
