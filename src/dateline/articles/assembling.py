"""Article.text and its blocks, made from parts in the order of the page."""

from collections.abc import Iterable

from dateline.records import Block, BlockKind, Span

PARTING = "\n\n"


def assemble(parts: Iterable[tuple[BlockKind, str, int | None]]) -> tuple[str, tuple[Block, ...]]:
    """The text of (kind, words, line) parts, parted by blank lines, and the blocks that span them; empty parts go."""
    pieces: list[str] = []
    blocks = []
    position = 0
    for kind, words, line in parts:
        if not words:
            continue
        blocks.append(Block(kind, Span(position, position + len(words)), line))
        pieces.append(words)
        position += len(words) + len(PARTING)
    return PARTING.join(pieces), tuple(blocks)
