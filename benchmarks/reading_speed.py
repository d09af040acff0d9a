"""What reading costs: the whole pipeline against the bare spaCy pipeline on the same articles, on one core.

    python benchmarks/reading_speed.py [SOURCE] [--pages N] [--rounds N] [--copies N]

SOURCE is a folder of pages, or of articles as JSON (`title`, `text`, `date_publish`); the built-in sample where none is
given. Processor time, so that other work on the machine matters little; of several rounds the fastest. The goal is at
most 1.6 times the bare pipeline.
"""

import argparse
import datetime
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from unittest.mock import patch

import msgspec
from spacy.language import Language

from dateline import pipeline
from dateline.pages import find_pages, make_page
from dateline.records import Page, Reading
from dateline.sentences.attributes import NAME, WordAttributes
from dateline.sentences.parsing import model, parses, plain_model

GOAL = 1.6
LATE = datetime.date(2100, 1, 1)
SAMPLE = Path(pipeline.__file__).parent / "sample"


class StoredArticle(msgspec.Struct):
    """An article of a data set kept as JSON."""

    title: str | None = None
    text: str | None = None
    date_publish: str | None = None


def pages_of(source: Path) -> Iterator[Page]:
    """The pages of a folder, in the order of their names."""
    stored = sorted(source.glob("*.json"))
    if stored:
        yield from (page for page in map(page_of_stored, stored) if isinstance(page, Page))
    else:
        yield from (page for page in find_pages([str(source)]) if isinstance(page, Page))


def page_of_stored(path: Path) -> Page | None:
    """A stored article as a flattened page: a header line, then its text."""
    article = msgspec.json.decode(path.read_bytes(), type=StoredArticle)
    day = (article.date_publish or "")[:10] or "2000-01-01"
    page = make_page(f" date {day} {article.title or ''}\n{article.text or ''}".encode(), path.name)
    return page if isinstance(page, Page) else None


def with_copies(pages: list[Page], copies: int) -> list[Page]:
    """All pages, then all again; copies differ by a last line of their own."""
    made = list(pages)
    for number in range(1, copies):
        tail = f"\nThis is printing number {number} of the report.".encode()
        again = (make_page(page.content + tail, f"{page.location} {number}") for page in pages)
        made.extend(page for page in again if isinstance(page, Page))
    return made


def timed(run: Callable[..., object], name: str, spent: dict[str, float]) -> Callable[..., object]:
    """The same function, which adds the processor time it takes to `spent`."""

    @wraps(run)
    def measured(**given: object) -> object:
        began = time.process_time()
        try:
            return run(**given)
        finally:
            spent[name] += time.process_time() - began

    return measured


def read_all(pages: list[Page]) -> tuple[dict[str, float], list[Reading]]:
    """Processor seconds of each stage over all pages, and what was read; nothing of an earlier round is used."""
    parses.cache_clear()
    attributes = model().get_pipe(NAME)
    if isinstance(attributes, WordAttributes):
        attributes.forget()
    spent: dict[str, float] = defaultdict(float)
    stages = tuple(msgspec.structs.replace(s, run=timed(s.run, s.run.__name__, spent)) for s in pipeline.STAGES)
    with patch.object(pipeline, "STAGES", stages):
        results = [pipeline.read_page(page, LATE) for page in pages]
    return dict(spent), [result for result in results if isinstance(result, Reading)]


def parse_all(bare: Language, texts: list[str]) -> float:
    """Processor seconds of the bare spaCy pipeline, as it is loaded by default."""
    began = time.process_time()
    for text in texts:
        bare(text)
    return time.process_time() - began


def main() -> int:
    parser = argparse.ArgumentParser(description="Cost of reading against the bare spaCy pipeline.")
    parser.add_argument("source", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--pages", type=int, default=60, metavar="N", help="the first N pages")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--copies", type=int, default=1, metavar="N", help="each page N times")
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    pages = with_copies(list(pages_of(given.source))[: given.pages], given.copies)
    _, readings = read_all(pages)  # warms up both: the model, language data, compiled patterns
    if not readings:
        print(f"nothing could be read in {given.source}", file=sys.stderr)
        return 1
    texts = [reading.article.text for reading in readings]
    bare = plain_model()
    parse_all(bare, texts)
    rounds = [(read_all(pages)[0], parse_all(bare, texts)) for _ in range(given.rounds)]
    report(len(readings), sum(map(len, texts)), min((r[0] for r in rounds), key=total), min(r[1] for r in rounds))
    return 0


def total(spent: dict[str, float]) -> float:
    return sum(spent.values())


def report(pages: int, characters: int, spent: dict[str, float], bare: float) -> None:
    """Print the cost of each stage and of the whole, as times of the bare pipeline."""
    print(f"{pages} articles, {characters:,} characters; bare pipeline {bare:.2f} s of one core")
    for name, seconds in spent.items():
        print(f"  {name:<18}{seconds:8.2f} s  {seconds / bare:6.2f}")
    ratio = total(spent) / bare
    print(f"  {'all':<18}{total(spent):8.2f} s  {ratio:6.2f}   goal {GOAL}: {'met' if ratio <= GOAL else 'missed'}")


if __name__ == "__main__":
    sys.exit(main())
