"""How long one more page takes to merge, into chronicles of growing size, with generated pages.

    python benchmarks/merging_growth.py 1000 10000 100000
    python benchmarks/merging_growth.py /tmp/million.db

Each size is a chronicle of its own, of pages of ten events (`generated_chronicle.py`); a file that it wrote before is
measured as it is, and changed by it. Then pages of ten events, published after the last, are read and merged one by one
as in a run. Printed are the median and the longest processor time of a page, and the most memory of the process while
merging. Actors, which are linked at the end of a run, are left out.
"""

import datetime
import gc
import statistics
import sys
import tempfile
import time
from pathlib import Path

from generated_chronicle import build, quick_to_fill
from generated_pages import DAYS, START, World

from dateline.executors.merging import merge_some
from dateline.store import Store, open_store

EVENTS, MORE, FIRST = 10, 20, 3


def merge_more(store: Store) -> list[float]:
    """Seconds of processor time that each of some more pages takes to merge; the first ones warm up."""
    world, taken = World(seed=11), []
    # Into the middle of what is there: as much before as after, and at the end.
    for number in range(FIRST + MORE):
        day = START + datetime.timedelta(days=DAYS // 2 if number % 2 else DAYS)
        page, reading = world.page(f"more {time.time_ns()} {number}", day, EVENTS)
        with store.writer() as writer:
            writer.add_pages([page])
            writer.add_readings([reading])
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


def measure(file: Path) -> None:
    clear_memory()
    with open_store(str(file)) as store:
        taken = merge_more(store)
        kept = store.reader().counts().entries
    median, longest = statistics.median(taken) * 1000, max(taken) * 1000
    print(
        f"{kept:>10,} entries: {median:6.1f} ms a page, at most {longest:6.1f} ms, {most_memory():,.0f} MB", flush=True
    )


def main() -> None:
    for size in sys.argv[1:] or ("1000", "10000", "100000"):
        if not size.isdigit():
            measure(Path(size))
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "growth.db"
            quick_to_fill()
            with open_store(str(file), create=True) as store:
                build(store, max(1, int(size) // EVENTS), int(size))
            measure(file)


if __name__ == "__main__":
    main()
