"""Paragraphs of our own writing, read up to their statements."""

import datetime
from collections.abc import Callable

import pytest

from dateline.mentions import find_mentions
from dateline.records import Article, Block, Chain, Span, Statement, Timestamp
from dateline.sentences import parse_article
from dateline.statements import chain_at, find_statements
from dateline.times import find_times


class Read:
    """An article with its statements, and what tests ask of them."""

    def __init__(self, article: Article, *, named: bool = False) -> None:
        self.text = article.text
        doc, sentences = parse_article(article)
        mentions, entities = find_mentions(article, doc, sentences) if named else ((), ())
        times = find_times(article, doc) if named else ()
        self.statements = find_statements(article, doc, sentences, mentions, entities, times)

    @property
    def only(self) -> Statement:
        """The statement, where there is exactly one."""
        (statement,) = self.statements
        return statement

    def by_cue(self, words: str) -> Statement:
        """The statement whose cue is these words."""
        return next(s for s in self.statements if s.cue.of(self.text) == words)

    def contents(self, statement: Statement) -> list[str]:
        return [piece.of(self.text) for piece in statement.content]

    def chain(self, words: str) -> list[list[str]]:
        """Names of the links of the chain at the first of these words."""
        return names(chain_at(self.statements, self.text.index(words)))


def names(chain: Chain) -> list[list[str]]:
    """Names of the speakers of each link, outermost first."""
    return [[speaker.name for speaker in link.speakers] for link in chain]


def article(text: str, *, headline: bool = False) -> Article:
    """An article whose paragraphs are the lines of a text; the first may be its headline."""
    blocks, start = [], 0
    for line in text.split("\n\n"):
        kind = "headline" if headline and not blocks else "body"
        if line.strip():
            blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 2
    return Article(
        page_id="page",
        title="",
        text=text,
        blocks=tuple(blocks),
        published=Timestamp(day=datetime.date(2024, 5, 6)),
    )


@pytest.fixture(scope="session")
def read() -> Callable[..., Read]:
    return lambda text, headline=False, named=False: Read(article(text, headline=headline), named=named)


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    return article
