"""Articles of our own writing, read up to their mentions."""

import datetime
from collections.abc import Callable

import pytest

from dateline.mentions import find_mentions
from dateline.records import Article, Block, Dateline, Entity, Mention, Span, Timestamp
from dateline.sentences import parse_article


class Read:
    """An article with its mentions and entities, and what tests ask of them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.doc, sentences = parse_article(article)
        self.mentions, self.entities = find_mentions(article, self.doc, sentences)
        self.by_id = {entity.id: entity for entity in self.entities}

    def words(self, mention: Mention) -> str:
        """The words of a mention."""
        return mention.span.of(self.article.text)

    def names(self, kind: str) -> list[str]:
        """Canonical names of the entities of a kind, in order of the page."""
        return [entity.name for entity in self.entities if entity.kind == kind]

    def entity(self, name: str) -> Entity:
        """The entity of a canonical name."""
        return next(entity for entity in self.entities if entity.name == name)

    def all_behind(self, words: str, nth: int = 0) -> list[str]:
        """The canonical names behind the nth occurrence of these words as a mention."""
        starts = sorted({m.span for m in self.mentions if self.words(m) == words})
        return [self.by_id[m.entity].name for m in self.mentions if starts[nth : nth + 1] == [m.span]]

    def behind(self, words: str, nth: int = 0) -> str | None:
        """The canonical name behind the nth occurrence of these words as a mention."""
        return next(iter(self.all_behind(words, nth)), None)


def make_article(*paragraphs: str, title: str = "", dateline: str | None = None) -> Article:
    """An article of a headline and paragraphs."""
    blocks: list[Block] = []
    text = ""
    for number, words in enumerate((title, *paragraphs)):
        if not words:
            continue
        text += "\n\n" if text else ""
        kind = "body" if number else "headline"
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    return Article(
        page_id="page",
        title=title,
        text=text,
        blocks=tuple(blocks),
        published=Timestamp(day=datetime.date(2022, 3, 4)),
        dateline=Dateline(span=Span(text.index(dateline), text.index(dateline) + len(dateline))) if dateline else None,
    )


@pytest.fixture(scope="session")
def read() -> Callable[..., Read]:
    """Reads paragraphs (and `title`, `dateline`) up to their mentions."""
    return lambda *paragraphs, **more: Read(make_article(*paragraphs, **more))
