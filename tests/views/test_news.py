"""What is new, and what waits."""

from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from dateline.records import Dispute, Position
from dateline.store import Run, Turn, open_store
from dateline.views import Browsing, View

LONG_AGO = "2000-01-01T00:00:00+00:00"


@pytest.fixture
def grown(story: SimpleNamespace, tmp_path: Path) -> View:
    """The story, with a run that found the ferry, and reports that differ on a date."""
    path = story.write(tmp_path / "grown.db")
    dispute = Dispute(cell="date", positions=(Position(value="2021-08-30", reports=(0,)),))
    entries = tuple(
        msgspec.structs.replace(entry, disputes=(dispute,)) if entry.id == story.OPENING_ID else entry
        for entry in story.ENTRIES
    )
    run = Run(started="2030-01-01T10:00:00+00:00", finished="2030-01-01T10:01:00+00:00", reader="x", counts={"read": 2})
    with open_store(str(path), create=False) as store, store.writer() as writer:
        writer.replace_chronicle(msgspec.structs.replace(story.CHRONICLE, entries=entries))
        turns = (("new", story.OPENING_ID), ("new", story.CHOIR_ID), ("closed", story.FERRY_ID))
        writer.merging().add_history([Turn(kind=kind, entry=id, words="x") for kind, id in turns])
        writer.record_run(run)
    return View(str(path))


def test_what_came_after_a_moment_is_counted_and_the_weightiest_shown(grown: View, story: SimpleNamespace) -> None:
    news = grown.news(LONG_AGO)
    assert (news.pages, news.counts) == (2, {"closed": 1, "new": 2})
    assert [row.id for row in news.entries] == [story.OPENING_ID]
    assert [(row.kind, row.entry) for row in news.changes] == [("closed", story.FERRY_ID)]
    grown.close()


def test_after_the_newest_change_there_is_nothing_new(grown: View) -> None:
    newest = grown.newest_change()
    assert newest == "2030-01-01T10:01:00+00:00"
    assert grown.news(newest).counts == {}
    assert grown.news(newest).pages == 0
    grown.close()


def test_entries_on_which_reports_differ_wait_for_review(grown: View, story: SimpleNamespace) -> None:
    review = grown.review()
    assert (review.disputed, [row.id for row in review.rows]) == (1, [story.OPENING_ID])
    marked = grown.browse(Browsing(mark="disputed", folding=None))
    assert [row.id for row in marked.rows] == [story.OPENING_ID]
    assert [(facet.value, facet.count) for facet in marked.facets.mark] == [("disputed", 1), ("single", 1)]
    grown.close()
