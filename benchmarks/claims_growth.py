"""How long one more page takes to be heard for claims, and the list of all claims, in chronicles of growing size.

    python benchmarks/claims_growth.py 5000 10000 20000

Pages of an invented world (`generated_pages.py`), two statements each, of which half allege and one in eight denies.
Printed are, for each number of pages, the processor time of a page (the mean of the last 200, heard one by one),
the claims, and the processor time of `dateline claims`.
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
from dateline.records import Link, Reading, Stance
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


def hear(store: Store, pages: Sequence[tuple[object, Reading]], at_once: int) -> float:
    """Seconds of processor time for claims alone."""
    taken = 0.0
    for some in itertools.batched(pages, at_once):
        readings = [claimed(reading) for _, reading in some]
        with store.writer() as writer:
            writer.add_pages([page for page, _ in some])  # type: ignore[misc]
            writer.add_readings(readings)
            tables = writer.merging()
            began = time.process_time()
            hear_pages(tables, readings, [])
            taken += time.process_time() - began
            tables.take_off_queue(reading.page_id for reading in readings)
    return taken


def main() -> None:
    generated_pages.SAID = 1.0
    sizes = sorted(int(size) for size in sys.argv[1:] or ("5000", "10000", "20000"))
    world = generated_pages.World().pages(sizes[-1], sizes[-1] * 2)
    with tempfile.TemporaryDirectory() as folder:
        file, done = str(Path(folder) / "claims.db"), 0
        with open_store(file, create=True) as store:
            for size in sizes:
                hear(store, list(itertools.islice(world, size - done - ALONE)), AT_ONCE)
                alone = hear(store, list(itertools.islice(world, ALONE)), 1)
                began = time.process_time()
                claims = sum(1 for _ in store.reader().claims())
                listed = time.process_time() - began
                began = time.process_time()
                dateline(["claims", file, "--limit", "20", "--format", "json"])
                shown, done = time.process_time() - began, size
                print(
                    f"{size:>7,} pages: {alone / ALONE * 1000:5.1f} ms a page, {claims:,} claims, "
                    f"decoded in {listed:.2f} s, `dateline claims` {shown:.2f} s",
                    file=sys.stderr,
                )


if __name__ == "__main__":
    main()
