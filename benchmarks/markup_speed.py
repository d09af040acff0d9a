"""Processor time of finding the article in HTML pages, as times of trafilatura's by its defaults, on one core.

    python benchmarks/markup_speed.py cleaning/aeb [--rounds N] [--every N]

Both take the same markup, parsing counted, page by page in turns; of each page and each of the two the median of the
rounds. The goal is at most 1.5 times.
"""

import argparse
import datetime
import gzip
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import trafilatura

from dateline.articles import find_article
from dateline.pages import make_page
from dateline.records import Page

GOAL = 1.5
DAY = datetime.date(2020, 1, 1)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of some work."""
    began = time.process_time()
    work()
    return time.process_time() - began


def times(file: Path, rounds: int) -> tuple[float, float]:
    """Median seconds of our own and of trafilatura's article of a page; zeros where the file is no page."""
    content = gzip.decompress(file.read_bytes())
    page = make_page(content, f"{file.stem}.html")
    if not isinstance(page, Page):
        return 0.0, 0.0
    text = page.text
    pairs = [
        (seconds(lambda: find_article(page, DAY)), seconds(lambda: trafilatura.extract(text))) for _ in range(rounds)
    ]
    return median(own for own, _ in pairs), median(other for _, other in pairs)


def main() -> int:
    parser = argparse.ArgumentParser(description="Time of finding articles in HTML against trafilatura's defaults.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th page")
    given = parser.parse_args()
    if "OPENBLAS_NUM_THREADS" not in os.environ:  # numpy reads it at its import; its waiting threads would count
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "OPENBLAS_NUM_THREADS": "1"})
    files = sorted((given.folder / "html").glob("*.html.gz"))[:: given.every]
    if not files:
        print(f"no pages in {given.folder}", file=sys.stderr)
        return 1
    times(files[0], 1)  # warms up: language data, compiled patterns, weights
    own, other = (sum(column) for column in zip(*(times(file, given.rounds) for file in files), strict=True))
    print(
        f"{len(files)} pages: {1000 * own / len(files):.1f} ms a page, trafilatura {1000 * other / len(files):.1f} ms: "
        f"{own / other:.2f} times; goal {GOAL}: {'met' if own <= GOAL * other else 'missed'}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
