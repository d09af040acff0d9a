"""Reading the times of a few sentences as of a day."""

import datetime
from collections.abc import Callable

import pytest

from dateline.records import Article, Block, Span, TimeExpression, Timestamp
from dateline.sentences import parse_article
from dateline.times import find_times


def article_of(text: str, published: str, time: str | None = None, *, titled: bool = False) -> Article:
    """An article with a paragraph a line; with `titled` the first line is the headline."""
    blocks, position = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            kind = "headline" if titled and number == 0 else "body"
            blocks.append(Block(kind, Span(position, position + len(line))))
        position += len(line) + 1
    day = datetime.date.fromisoformat(published)
    stamp = Timestamp(day=day, time=time)
    return Article(page_id="page", title="", text=text, blocks=tuple(blocks), published=stamp)


def read_times(
    text: str, published: str, time: str | None = None, *, titled: bool = False
) -> dict[str, TimeExpression]:
    """The time expressions of a text by their words; of equal words the last."""
    article = article_of(text, published, time, titled=titled)
    doc, _ = parse_article(article)
    return {t.span.of(text): t for t in find_times(article, doc)}


@pytest.fixture(scope="session")
def times_of() -> Callable[..., dict[str, TimeExpression]]:
    return read_times
