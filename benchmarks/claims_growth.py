"""How long one more page takes to be heard for claims, and the list of all claims, in chronicles of growing size.

    python benchmarks/claims_growth.py 1000 5000 20000

Pages of an invented world (`generated_pages.py`), two statements each, of which half allege and one in eight denies.
Printed are, for each number of pages, the processor time of a page (the mean of the last 200, heard one by one),
the claims, and the processor time of `dateline claims --limit 20`.
"""

import itertools
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import generated_pages
import msgspec

from dateline.cli.main import main as dateline
from dateline.executors.claiming import hear_pages
from dateline.records import Link, Page, Reading, Stance
from dateline.store import Store, open_store

STANCES: tuple[Stance, ...] = ("alleges", "says", "alleges", "denies", "alleges", "says", "alleges", "says")
AT_ONCE, ALONE = 500, 200


def claimed(reading: Reading) -> Reading:
    """The page with statements that take sides."""
    turn = itertools.cycle(STANCES[int(reading.page_id, 16) % len(STANCES) :] + STANCES)
    stances = {s.id: next(turn) for s in reading.statements}
    told = ((s, (_link(s.chain[0], s.cue, stances[s.id]),)) for s in reading.statements)
    statements = tuple(msgspec.structs.replace(s, chain=chain) for s, chain in told)
    by_content = {s.content[0]: s for s in statements}
    events = tuple(
        msgspec.structs.replace(e, chain=next((s.chain for c, s in by_content.items() if c.covers(e.trigger)), ()))
        for e in reading.events
    )
    return msgspec.structs.replace(reading, statements=statements, events=events)


def _link(link: Link, cue: object, stance: Stance) -> Link:
    commitment = "denied" if stance == "denies" else "certain"
    return msgspec.structs.replace(link, cue=cue, stance=stance, commitment=commitment)


def hear(store: Store, pages: Sequence[tuple[Page, Reading]]) -> float:
    """Seconds of processor time for claims alone, of pages heard one by one where they are few."""
    readings = [claimed(reading) for _, reading in pages]
    with store.writer() as writer:
        writer.add_pages([page for page, _ in pages])
        writer.add_readings(readings)
        tables = writer.merging()
        began = time.process_time()
        for some in itertools.batched(readings, AT_ONCE if len(readings) > ALONE else 1):
            hear_pages(tables, some, [])
        taken = time.process_time() - began
        tables.take_off_queue(reading.page_id for reading in readings)
    return taken


def main() -> None:
    generated_pages.SAID = 1.0
    sizes = sorted(int(size) for size in sys.argv[1:] or ("1000", "5000", "20000"))
    world = generated_pages.World().pages(sizes[-1], sizes[-1] * 2)
    with tempfile.TemporaryDirectory() as folder:
        file, done = str(Path(folder) / "claims.db"), 0
        with open_store(file, create=True) as store:
            for size in sizes:
                for some in itertools.batched(itertools.islice(world, size - done - ALONE), AT_ONCE):
                    hear(store, some)
                alone, done = hear(store, list(itertools.islice(world, ALONE))), size
                claims = sum(1 for _ in store.reader().claims())
                began = time.process_time()
                dateline(["claims", file, "--limit", "20", "--format", "json"])
                listed = time.process_time() - began
                print(
                    f"{size:>7,} pages: {alone / ALONE * 1000:5.1f} ms a page, {claims:,} claims, "
                    f"`dateline claims --limit 20` {listed:.2f} s",
                    file=sys.stderr,
                    flush=True,
                )


if __name__ == "__main__":
    main()
