"""Articles of data sets whose text comes without a page around it."""

import datetime

from dateline.records import Article, Block, Span, Timestamp

UNDATED = datetime.date(2000, 1, 1)
"""The day given to articles that say none, where the task does not turn on it."""


def article_of_lines(name: str, text: str, published: datetime.date = UNDATED) -> Article:
    """A text as the articles stage would give it: its first line is the headline, each other one a paragraph.

    The text is kept as it is, so spans count in the data set's own text.
    """
    blocks: list[Block] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("body" if blocks else "headline", Span(position, position + len(line))))
        position += len(line) + 1
    return Article(
        page_id=name,
        title=blocks[0].span.of(text) if blocks else "",
        text=text,
        blocks=tuple(blocks),
        published=Timestamp(day=published, basis="metadata"),
    )
