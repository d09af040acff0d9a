"""A chronicle of any size, for measuring: written by the product's own writer from pages of an invented world.

    python benchmarks/generated_chronicle.py --entries 1000000 --pages 20000 --out /tmp/million.db

The pages are merged as in any run, only more of them in one transaction: the file is what adding them one by one would
have made, but for its actors, which are one a name. With `--only-to-read` the same reports are put together by their
names, and what merging needs for more pages is left out. `--entries` is met within two percent.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import batched
from pathlib import Path

from generated_pages import World, actor_name
from sqlalchemy import Engine, event

from dateline.executors import merging
from dateline.merging import Candidate
from dateline.merging.candidates import candidates, in_order
from dateline.merging.cells import entry_of
from dateline.merging.handing import independent
from dateline.merging.salience import salience
from dateline.records import Actor, Citation, Entry, Expectation, Reading, content_id
from dateline.store import MergeWriter, Store, open_store

PAGES_AT_ONCE = 200
CACHE = "PRAGMA cache_size = -3000000"
"""Three gigabytes: rows come in the order of their ids, which are digests."""


def build(store: Store, pages: int, entries: int, *, only_to_read: bool = False, world: World | None = None) -> int:
    """Fill an empty chronicle; returns how many entries it holds."""
    world = world or World()
    actors = _Actors()
    merging.PAGES_AT_ONCE = PAGES_AT_ONCE
    with store.writer() as writer:
        writer.merging().start_over()
    for portion in batched(world.pages(pages, entries), PAGES_AT_ONCE):
        pages_of, readings = zip(*portion, strict=True)
        with store.writer() as writer:
            writer.add_pages(pages_of)
            writer.add_readings(readings)
            if only_to_read:
                _keep_to_read(writer.merging(), readings)
        if not only_to_read:
            merging.merge_some(store)
        actors.add(readings)
    if not only_to_read:
        merging.make_actors(store)
    with store.writer() as writer:
        tables = writer.merging()
        if only_to_read:
            tables.write_actors(actors.all(), ())
        else:
            tables.sweep()
    return store.reader().counts().entries


def _keep_to_read(tables: MergeWriter, readings: Sequence[Reading]) -> None:
    """The entries and expectations of pages, without comparing: reports of the same names are one event."""
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    for reading in readings:
        for c in candidates(reading):
            groups.setdefault((c.event.lemma, *(a.name for a in c.event.arguments)), []).append(c)
    origins = {reading.page_id: reading.page_id for reading in readings}
    ordered = [(group, independent(group, origins)) for group in map(in_order, groups.values())]
    entries = [entry_of(group, salience(group, sources), sources) for group, sources in ordered]
    expectations = [_expectation(entry) for entry in entries if entry.status == "planned"]
    tables.write_entries(sorted(entries, key=lambda entry: entry.id), ())
    tables.write_expectations(sorted(expectations, key=lambda expectation: expectation.id), ())
    tables.take_off_queue(reading.page_id for reading in readings)


def _expectation(entry: Entry) -> Expectation:
    first = entry.reports[0]
    return Expectation(
        id=content_id("expectation", entry.id),
        entry=entry.id,
        kind="planned",
        due=entry.interval,
        state="open",
        said=Citation(page_id=first.page_id, span=first.sentence),
    )


class _Actors:
    """One actor a name."""

    def __init__(self) -> None:
        self._entities: dict[str, list[str]] = {}
        self._kinds = {name: (kind, country) for name, kind, country in map(actor_name, range(40_000))}

    def add(self, readings: Iterable[Reading]) -> None:
        for reading in readings:
            for entity in reading.entities:
                if entity.kind != "place":
                    self._entities.setdefault(entity.name, []).append(entity.id)

    def all(self) -> Iterator[Actor]:
        for name, ids in sorted(self._entities.items()):
            kind, country = self._kinds[name]
            yield Actor(
                id=content_id("actor", name), kind=kind, name=name, names=(name,), country=country, entities=tuple(ids)
            )


@contextmanager
def quick_to_fill() -> Iterator[None]:
    """Let SQLite keep in memory what it writes, and not wait for the disk: an unfinished file is worth nothing."""

    def set_up(connection: object, _: object) -> None:
        for pragma in (CACHE, "PRAGMA synchronous = OFF"):
            connection.execute(pragma)  # type: ignore[attr-defined]

    event.listen(Engine, "connect", set_up)
    try:
        yield
    finally:
        event.remove(Engine, "connect", set_up)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only-to-read", action="store_true")
    options = parser.parse_args()
    if options.out.exists():
        sys.exit(f"{options.out}: there is a file already; name another")
    began = time.perf_counter()
    with quick_to_fill(), open_store(str(options.out), create=True) as store:
        made = build(store, options.pages, options.entries, only_to_read=options.only_to_read)
    print(f"{made:,} entries of {options.pages:,} pages in {time.perf_counter() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
