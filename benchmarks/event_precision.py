"""Draws events at random, each with its sentence, for a person to judge: real? type, actors, date, status right?

    python benchmarks/event_precision.py FOLDER [--seed N] [--count N] > LIST.md

FOLDER holds articles as the task `clusters` takes them, with `date_publish`. The list holds news text: keep it out of
the repository.
"""

import argparse
import datetime
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from dateline.evaluation.plain import article_of_lines
from dateline.pipeline import STAGES
from dateline.records import Article, EventMention, status_of


class Stored(msgspec.Struct, frozen=True):
    """An article of the folder."""

    title: str | None = None
    description: str | None = None
    text: str | None = None
    date_publish: str | None = None


def main() -> None:
    """Read the folder and print the list."""
    parser = argparse.ArgumentParser(description="Draw events at random for a person to judge.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    given = parser.parse_args()
    found = [(a, e) for a in articles(given.folder) for e in events_of(a)]
    print(f"{len(found)} events; {given.count} drawn with seed {given.seed}\n")
    for number, (article, event) in enumerate(random.Random(given.seed).sample(found, given.count), 1):
        print(told(number, article, event))


def articles(folder: Path) -> Iterator[Article]:
    """The articles of a folder in order of their names."""
    for path in sorted(folder.glob("*.json")):
        stored = msgspec.json.decode(path.read_bytes(), type=Stored)
        lines = [" ".join(part.split()) for part in (stored.title, stored.description) if part]
        text = "\n".join([*lines, *filter(None, (stored.text or "").split("\n"))])
        day = datetime.date.fromisoformat((stored.date_publish or "2000-01-01")[:10])
        yield article_of_lines(path.stem, text, day)


def events_of(article: Article) -> tuple[EventMention, ...]:
    """The events of an article, by every stage that needs no page."""
    state: dict[str, Any] = {"article": article}
    for stage in (s for s in STAGES if "page" not in s.reads):
        result = stage.run(**{name: state[name] for name in stage.reads})
        state.update(zip(stage.fills, result if len(stage.fills) > 1 else (result,), strict=True))
    events: tuple[EventMention, ...] = state["events"]
    return events


def told(number: int, article: Article, event: EventMention) -> str:
    """One event with its sentence, as rows of the list."""
    text, interval = article.text, event.date.interval
    return "\n".join(
        (
            f"{number}. [{event.trigger.of(text)}] {event.words}",
            f"   {event.type or '-'}/{event.mode or '-'} | {', '.join(event.names('actor')) or '-'} -> "
            f"{', '.join(event.names('recipient')) or '-'} | {', '.join(event.names('place')) or '-'} | "
            f"{interval.earliest}..{interval.latest} ({event.date.basis}) | {status_of(event)} | "
            f"published {article.published.day}",
            f"   {event.sentence.of(text)}",
        )
    )


if __name__ == "__main__":
    main()
