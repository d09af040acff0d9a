"""Pages a second of finding the article in text whose markup is lost, on one core.

    python benchmarks/flattened_speed.py cleaning/aeb [--rounds N]

The pages are those of the article-extraction benchmark, made text by inscriptis beforehand. Processor time of
`find_article`, the whole of it: lines, network, labels, dates and metadata. What it remembers of lines is forgotten
before each round; of several rounds the fastest. The goal is 400 pages a second.
"""

import argparse
import datetime
import gzip
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from inscriptis import get_text

from dateline.articles import find_article
from dateline.articles.labelling import special_kind
from dateline.pages import make_page
from dateline.records import Page

GOAL = 400
DAY = datetime.date(2020, 1, 1)


def pages_of(folder: Path) -> Iterator[Page]:
    """The pages of a set as text, each with a date, so that none is rejected for lack of one."""
    for file in sorted((folder / "html").glob("*.html.gz")):
        text = get_text(gzip.decompress(file.read_bytes()).decode("utf-8", "replace"))
        page = make_page(text.encode("utf-8", "replace"), f"{file.stem}.txt")
        if isinstance(page, Page):
            yield msgspec.structs.replace(page, header_date=DAY)


def read_all(pages: Sequence[Page]) -> float:
    """Processor seconds over all pages."""
    special_kind.cache_clear()
    began = time.process_time()
    for page in pages:
        find_article(page, DAY)
    return time.process_time() - began


def main() -> int:
    parser = argparse.ArgumentParser(description="Pages a second of finding articles in flattened pages.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=7, metavar="N")
    given = parser.parse_args()
    if "OPENBLAS_NUM_THREADS" not in os.environ:  # numpy reads it at its import; its waiting threads would count
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "OPENBLAS_NUM_THREADS": "1"})
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    pages = list(pages_of(given.folder))
    if not pages:
        print(f"no pages in {given.folder}", file=sys.stderr)
        return 1
    read_all(pages)  # warms up: language data, compiled patterns, weights
    rate = len(pages) / min(read_all(pages) for _ in range(given.rounds))
    print(f"{len(pages)} pages, {rate:.0f} a second of one core; goal {GOAL}: {'met' if rate >= GOAL else 'missed'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
