"""Mentions and entities of whole articles."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.mentions import MentionIndex, find_mentions
from dateline.records import Article, Block, Dateline, Entity, Mention, Span, Timestamp
from dateline.sentences import parse_article


def article(*paragraphs: str, title: str = "", dateline: str | None = None) -> Article:
    """An article of the given headline and paragraphs."""
    blocks, text = [], ""
    for kind, words in [("headline", title), *(("body", p) for p in paragraphs)]:
        if not words:
            continue
        text += "\n\n" if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    head = text.find(dateline) if dateline else -1
    return Article(
        page_id="page",
        title=title,
        text=text,
        blocks=tuple(blocks),
        published=Timestamp(day=datetime.date(2022, 3, 4)),
        dateline=Dateline(span=Span(head, head + len(dateline))) if dateline and head >= 0 else None,
    )


def read(*paragraphs: str, **more: str) -> tuple[Article, tuple[Mention, ...], tuple[Entity, ...]]:
    """The article with its mentions and entities."""
    page = article(*paragraphs, **more)
    doc, sentences = parse_article(page)
    return page, *find_mentions(page, doc, sentences)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_gives_sound_records(paragraphs: list[str]) -> None:
    page, mentions, entities = read(*paragraphs)
    ids = [entity.id for entity in entities]
    assert len(set(ids)) == len(ids)
    assert {mention.entity for mention in mentions} == set(ids)
    assert list(mentions) == sorted(mentions, key=lambda m: m.span)
    for mention in mentions:
        assert mention.span.start < mention.span.end <= len(page.text)
        assert mention.span.covers(mention.head)
    MentionIndex(mentions, entities)
