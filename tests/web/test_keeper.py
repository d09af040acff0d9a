"""What is shown follows what is written."""

from pathlib import Path

from dateline.records import Rejection
from dateline.store import open_store
from dateline.web.keeper import Keeper


def reject(path: Path, location: str) -> None:
    with open_store(str(path), create=True) as store, store.writer() as writer:
        writer.add_rejections([Rejection(location=location, reason="empty", detail="nothing in it")])


def test_a_change_is_shown_when_patience_has_ended(tmp_path: Path) -> None:
    path = tmp_path / "chronicle.db"
    reject(path, "a.html")
    keeper = Keeper(str(path), patience=0)
    first = keeper.shown()
    assert keeper.shown() is first
    reject(path, "b.html")
    second = keeper.shown()
    assert second.stamp != first.stamp
    assert second.view.contents().rejections[0].count == 2
    keeper.close()


def test_until_then_the_same_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "chronicle.db"
    reject(path, "a.html")
    keeper = Keeper(str(path), patience=3600)
    first = keeper.shown()
    reject(path, "b.html")
    assert keeper.shown() is first
    keeper.close()
