"""How many sentences a second the time stage reads alone, on one core, their parse given.

    python benchmarks/time_speed.py [SOURCE] [--pages N] [--rounds N]

SOURCE as in `reading_speed.py`: a folder of pages, or of articles as JSON; the built-in sample where none is given.
Processor time, so that other work on the machine matters little; of several rounds the fastest. The goal is 1,500.
Measured on a 2-core machine over 60 articles of a set kept as JSON: 3,900.
"""

import argparse
import os
import sys
import time
from pathlib import Path

from reading_speed import LATE, SAMPLE, pages_of

from dateline.articles import find_article
from dateline.records import Article
from dateline.sentences import parse_article
from dateline.times import find_times

GOAL = 1500


def main() -> int:
    parser = argparse.ArgumentParser(description="Sentences a second of the time stage.")
    parser.add_argument("source", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--pages", type=int, default=60, metavar="N", help="the first N pages")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    found = (find_article(page, LATE) for page in list(pages_of(given.source))[: given.pages])
    parsed = [(article, *parse_article(article)) for article in found if isinstance(article, Article)]
    sentences = sum(len(of_page) for _, _, of_page in parsed)
    if not sentences:
        print(f"nothing could be read in {given.source}", file=sys.stderr)
        return 1
    times, seconds = 0, float("inf")
    for _ in range(given.rounds + 1):  # the first compiles the patterns
        began = time.process_time()
        times = sum(len(find_times(article, doc)) for article, doc, _ in parsed)
        seconds = min(seconds, time.process_time() - began)
    rate = sentences / seconds
    print(f"{len(parsed)} articles, {sentences:,} sentences, {times:,} time expressions; {seconds:.2f} s of one core")
    print(f"{rate:,.0f} sentences a second   goal {GOAL:,}: {'met' if rate >= GOAL else 'missed'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
