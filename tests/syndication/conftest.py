"""Invented dispatches as readings: paragraphs of several sentences, parted at full stops."""

import datetime
from collections.abc import Callable, Sequence

import pytest

from dateline.records import Article, Block, Reading, Sentence, Span, Timestamp

MakeReading = Callable[..., Reading]

DISPATCH = (
    "The harbour board of Ostrel voted on Tuesday to close the old ferry line after ninety years of service.",
    "Its chair told members that repairs to both piers would cost more than the town earns in two summers. "
    "Nobody from the crews was heard before the vote was taken.",
    "Fishermen who use the northern pier gathered outside the hall and asked for a delay until the spring tides.",
    "The board will meet again in March to decide who may buy the boats and what becomes of the ticket house.",
)


def _sentences(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        start = block.span.start
        for part in block.span.of(text).split(". "):
            end = min(start + len(part) + 1, block.span.end)
            found.append(Sentence(Span(start, end), number))
            start = end + 1
    return tuple(found)


def _reading(
    id: str,
    *paragraphs: str,
    title: str = "Ostrel closes its ferry line",
    day: str = "2031-05-06",
    parsed: bool = True,
    updated: str | None = None,
    **fields: str | None,
) -> Reading:
    blocks: list[Block] = []
    text = ""
    for words in (title, *(paragraphs or DISPATCH)):
        text += "\n\n" if blocks else ""
        blocks.append(Block("body" if blocks else "headline", Span(len(text), len(text) + len(words))))
        text += words
    article = Article(
        page_id=id,
        title=title,
        text=text,
        blocks=tuple(blocks),
        published=Timestamp(day=datetime.date.fromisoformat(day)),
        updated=Timestamp(day=datetime.date.fromisoformat(updated)) if updated else None,
        **fields,
    )
    return Reading(page_id=id, reader="1", article=article, sentences=_sentences(text, blocks) if parsed else ())


@pytest.fixture(scope="session")
def dispatch() -> tuple[str, ...]:
    return DISPATCH


@pytest.fixture(scope="session")
def reading() -> MakeReading:
    return _reading
