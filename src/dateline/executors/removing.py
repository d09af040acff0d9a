"""Pages and sources that are taken out of a chronicle for good, and let in again."""

from typing import NamedTuple

from dateline.errors import UsageError
from dateline.executors.merging import merge_pending
from dateline.executors.naming import pages_named
from dateline.store import open_store


class Removed(NamedTuple):
    """Ids of the pages that were taken out, and whether their text has left the files of the chronicle too."""

    pages: list[str]
    scrubbed: bool


def remove(location: str, name: str, by: str, reason: str = "") -> Removed:
    """Take a page, or all pages of a source, out for good, with all that was merged from them.

    Raises UsageError where the name is that of no page and no source.
    """
    with open_store(location) as store:
        found = pages_named(store.reader(), name)
        with store.writer() as writer:
            writer.remove_pages(found, by, reason)
        merge_pending(store)
        return Removed(found, store.scrub())


def restore(location: str, name: str) -> list[str]:
    """Let pages that were taken out be read again; returns their ids."""
    with open_store(location) as store:
        found = sorted(id for id in store.reader().tombstones() if id.startswith(name))
        if not found:
            raise UsageError(f"no page that was taken out has an id that begins with {name}")
        with store.writer() as writer:
            writer.lift_tombstones(found)
    return found
