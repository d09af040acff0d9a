"""A reading as passages to compare: headline, captions, and the body sentence by sentence."""

import msgspec

from dateline.records import BlockKind, Reading


class Passage(msgspec.Struct, frozen=True):
    """A sentence on one line, or a block that was not parted. `paragraph` counts the blocks of its kind from 1."""

    text: str
    kind: BlockKind
    paragraph: int


def passages(reading: Reading) -> list[Passage]:
    """Headline, captions and sentences in the order of the page; whole paragraphs of a page that was not parsed."""
    article = reading.article
    sentences: dict[int, list[str]] = {}
    for sentence in reading.sentences:
        sentences.setdefault(sentence.block, []).append(sentence.span.of(article.text))
    found: list[Passage] = []
    counts: dict[str, int] = {}
    for number, block in enumerate(article.blocks):
        counts[block.kind] = counts.get(block.kind, 0) + 1
        texts = sentences.get(number) or [block.span.of(article.text)]
        found.extend(Passage(" ".join(text.split()), block.kind, counts[block.kind]) for text in texts)
    return found
