"""A change by another connection is seen."""

import time

from dateline.records import Rejection
from dateline.store import open_store


def test_what_another_connection_writes_changes_the_version(chronicle_location: str) -> None:
    with open_store(chronicle_location, create=True) as store, open_store(chronicle_location, read_only=True) as other:
        reader = other.reader()
        before = reader.version()
        assert reader.version() == before
        with store.writer() as writer:
            writer.add_rejections([Rejection(location="a.html", reason="empty", detail="nothing in it")])
        until = time.monotonic() + 10
        while reader.version() == before and time.monotonic() < until:
            time.sleep(0.05)
        assert reader.version() != before
