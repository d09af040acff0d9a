"""Reading the times of a few sentences as of a day."""

import datetime
from collections.abc import Callable

import pytest

from dateline.records import Article, Block, Dateline, Span, TimeExpression, Timestamp
from dateline.sentences import parse_article
from dateline.times import find_times

SUNDAY = "2023-09-17"


def article_of(text: str, published: str, time: str | None, headline: bool, dateline: str | None) -> Article:
    blocks, position = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            kind = "headline" if headline and number == 0 else "body"
            blocks.append(Block(kind, Span(position, position + len(line))))
        position += len(line) + 1
    begin = text.find(dateline) if dateline else -1
    return Article(
        page_id="page",
        title="",
        text=text,
        blocks=tuple(blocks),
        published=Timestamp(day=datetime.date.fromisoformat(published), time=time),
        dateline=Dateline(span=Span(begin, begin + len(dateline))) if dateline else None,
    )


def read_times(
    text: str,
    published: str = SUNDAY,
    time: str | None = None,
    headline: bool = False,
    dateline: str | None = None,
) -> dict[str, TimeExpression]:
    """The time expressions of a text by their words; of equal words the last. One block a line."""
    article = article_of(text, published, time, headline, dateline)
    doc, _ = parse_article(article)
    return {t.span.of(text): t for t in find_times(article, doc)}


@pytest.fixture(scope="session")
def times_of() -> Callable[..., dict[str, TimeExpression]]:
    return read_times


@pytest.fixture(scope="session")
def values_of() -> Callable[..., dict[str, str]]:
    """The values alone, by the words."""
    return lambda *args, **kwargs: {words: t.value for words, t in read_times(*args, **kwargs).items()}


@pytest.fixture(scope="session")
def days_of() -> Callable[..., dict[str, tuple[str | None, str | None]]]:
    """The first and last day, in ISO form, by the words."""

    def read(*args: object, **kwargs: object) -> dict[str, tuple[str | None, str | None]]:
        found = read_times(*args, **kwargs)  # type: ignore[arg-type]
        return {
            w: tuple(d and d.isoformat() for d in (t.interval.earliest, t.interval.latest)) for w, t in found.items()
        }  # type: ignore[misc]

    return read
