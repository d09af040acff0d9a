"""How long one more page takes to merge, into chronicles of growing size, with generated pages.

    python benchmarks/merging_growth.py 1000 10000 100000 1000000
    python benchmarks/merging_growth.py --days 95 10000
    python benchmarks/merging_growth.py /tmp/million.db

Each size is a chronicle of its own, of pages of ten events over 26 years (`generated_pages.py` says what is assumed),
merged by the product from the first page on; a file that `generated_chronicle.py` wrote is measured as it is, and
changed by it. Then pages of ten events, every other one published in the middle of those years and the others at their
end, are read and merged one by one, as in a run of one page. Printed are, of a page, the processor time (median and the
95th of a hundred), how many reports of other pages were looked at, how many rows were asked for and how many came; and
the most memory of the process while merging. Making the actors anew at the end of a run is timed by itself.
`--days` spreads the pages over fewer days: 10,000 entries in 95 days are as many a day as a million in 26 years, so
that what meets by day, month and actor can be measured without making the million.
"""

import argparse
import datetime
import gc
import statistics
import tempfile
import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from generated_chronicle import build, quick_to_fill
from generated_pages import DAYS, START, World

from dateline.executors.merging import make_actors, merge_some
from dateline.store import Store, open_store
from dateline.store.shelf import ShelfTables

EVENTS, MORE, FIRST = 10, 40, 4


class Counted:
    """Counts what the tables of merging are asked, and what they give."""

    def __init__(self) -> None:
        self.reports = self.keys = self.owners = 0
        reports, owners = ShelfTables.reports, ShelfTables._owners

        def counted_reports(tables: ShelfTables, names: Collection[str]) -> dict[str, bytes]:
            found = reports(tables, names)
            self.reports += len(found)
            return found

        def counted_owners(tables: ShelfTables, kind: str, keys: Sequence[str], *rest: Any) -> Iterator[Any]:
            found = list(owners(tables, kind, keys, *rest))
            self.keys += len(keys)
            self.owners += len(found)
            return iter(found)

        ShelfTables.reports, ShelfTables._owners = counted_reports, counted_owners  # type: ignore[assignment,method-assign]

    def each(self, pages: int) -> str:
        """The counts a page."""
        return f"{self.reports / pages:,.0f} reports, {self.keys / pages:,.0f} keys, {self.owners / pages:,.0f} rows"


def merge_more(store: Store, counted: Counted, days: int) -> list[float]:
    """Seconds of processor time that each of some more pages takes to merge; the first ones warm up."""
    world, taken = World(seed=11), []
    for number in range(FIRST + MORE):
        day = START + datetime.timedelta(days=days // 2 if number % 2 else days)
        page, reading = world.page(f"more {time.time_ns()} {number}", day, EVENTS)
        with store.writer() as writer:
            writer.add_pages([page])
            writer.add_readings([reading])
        if number == FIRST:
            counted.reports = counted.keys = counted.owners = 0
        began = time.process_time()
        merge_some(store)
        taken.append(time.process_time() - began)
    return taken[FIRST:]


def most_memory() -> float:
    """Megabytes, the most since `clear_memory`."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def clear_memory() -> None:
    """Forget how much memory building took."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")


def measure(file: Path, counted: Counted, days: int) -> None:
    clear_memory()
    with open_store(str(file)) as store:
        taken = sorted(seconds * 1000 for seconds in merge_more(store, counted, days))
        kept, memory = store.reader().counts().entries, most_memory()
        median, high = statistics.median(taken), taken[len(taken) * 95 // 100]
        print(f"{kept:>10,} entries: {median:6.1f} ms a page, 95% within {high:6.1f} ms; ", end="")
        print(f"{counted.each(MORE)} a page; {memory:,.0f} MB; ", end="", flush=True)
        began = time.process_time()
        make_actors(store)
        print(f"actors {time.process_time() - began:,.1f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", default=["1000", "10000", "100000"])
    parser.add_argument("--days", type=int, default=DAYS)
    options = parser.parse_args()
    counted = Counted()
    for size in options.sizes:
        if not size.isdigit():
            measure(Path(size), counted, options.days)
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "growth.db"
            with quick_to_fill(), open_store(str(file), create=True) as store:
                build(store, max(1, int(size) // EVENTS), int(size), world=World(days=options.days))
            measure(file, counted, options.days)


if __name__ == "__main__":
    main()
