"""How long one more page takes to merge, into chronicles of growing size, with generated pages.

    python benchmarks/merging_growth.py 1000 10000 100000

Each size is a chronicle of its own: pages of ten events, one page a day, actors drawn with the
frequencies of names in news (Zipf). Then twenty more pages are merged one by one; the median and the most memory of the
process are printed. Actors, which are made from all pages at the end of a run, are left out.
"""

import datetime
import random
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from dateline.executors.grouping import regroup
from dateline.executors.merging import TableShelf, finish
from dateline.merging import update
from dateline.records import (
    Argument,
    Article,
    Block,
    Entity,
    EventDate,
    EventMention,
    Interval,
    Page,
    Reading,
    Sentence,
    Span,
    Timestamp,
    content_id,
)
from dateline.store import Store, open_store

EVENTS, PAGES_A_DAY, ACTORS, VERBS = 10, 1, 20_000, 300
MORE, AT_ONCE = 20, 200
START = datetime.date(2000, 1, 1)


def page(number: int, draw: random.Random) -> Reading:
    """A page of generated events."""
    id, day = content_id("page", number), START + datetime.timedelta(days=number // PAGES_A_DAY)
    text, blocks, events, entities = "", [], [], {}
    for position in range(EVENTS):
        actor, other = (f"Actor{int(ACTORS ** draw.random())}" for _ in range(2))
        verb, happened = f"verb{draw.randrange(VERBS)}", day - datetime.timedelta(days=draw.randrange(4))
        words = f"{actor} {verb} {other} word{draw.randrange(50_000)} thing{draw.randrange(50_000)}."
        span = Span(len(text), len(text) + len(words))
        blocks.append(Block("body", span))
        text += words + "\n\n"
        named = [(role, name) for role, name in (("actor", actor), ("recipient", other))]
        entities.update((name, Entity(id=content_id(id, name), kind="organization", name=name)) for _, name in named)
        events.append(
            EventMention(
                id=content_id(id, position),
                page_id=id,
                span=span,
                sentence=span,
                trigger=Span(span.start + len(actor) + 1, span.start + len(actor) + 1 + len(verb)),
                lemma=verb,
                words=words,
                type="CONSULT",
                arguments=tuple(Argument(role=r, name=n, span=span, entity=entities[n].id) for r, n in named),  # type: ignore[arg-type]
                realis="future" if draw.random() < 0.1 else "past",
                date=EventDate(interval=Interval.day(happened), basis="stated", rule="expression"),
            )
        )
    return Reading(
        page_id=id,
        reader="generated",
        article=Article(
            page_id=id, title=f"Page {number}", text=text, blocks=tuple(blocks), published=Timestamp(day=day)
        ),
        sentences=tuple(Sentence(block.span, n) for n, block in enumerate(blocks)),
        entities=tuple(entities.values()),
        events=tuple(events),
    )


def merge_pages(store: Store, readings: list[Reading]) -> float:
    """Keep pages and merge them in one transaction; seconds of the merging alone."""
    with store.writer() as writer:
        writer.add_pages(
            Page(id=r.page_id, location=r.page_id, name="", media="text/plain", content=b"") for r in readings
        )
        writer.add_readings(readings)
    began = time.perf_counter()
    with store.writer() as writer:
        tables = writer.merging()
        if not tables.is_current():
            tables.start_over()
        shelf = TableShelf(tables)
        changes = update(shelf, readings, (), regroup(tables, readings, ()))
        finish(tables, shelf, changes)
        tables.take_off_queue(reading.page_id for reading in readings)
    return time.perf_counter() - began


def measure(entries: int) -> None:
    draw = random.Random(7)
    pages = entries // EVENTS
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(str(Path(folder) / "growth.db"), create=True) as store,
    ):
        for first in range(0, pages, AT_ONCE):
            merge_pages(store, [page(number, draw) for number in range(first, min(pages, first + AT_ONCE))])
        taken = [merge_pages(store, [page(pages + number, draw)]) for number in range(MORE)]
        kept = store.reader().counts().entries
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    milliseconds = statistics.median(taken) * 1000
    print(f"{kept:>10,} entries: {milliseconds:6.1f} ms a page, at most {memory:,.0f} MB", flush=True)


if __name__ == "__main__":
    for size in sys.argv[1:] or ("1000", "10000", "100000"):
        measure(int(size))
