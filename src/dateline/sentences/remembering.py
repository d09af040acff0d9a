"""Parsed blocks that may be met again: wire copy is the same paragraphs on many pages."""

from collections import OrderedDict
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Block(msgspec.Struct, frozen=True):
    """What a parse depends on: the text of a block, and where in it a sentence is made to begin."""

    text: str
    start: int | None = None


class Parses:
    """The parses of the blocks met last, of at most `most` tokens together. A block parses the same wherever it is.

    The model's tensor, which nothing reads, is left out: then a token takes about 170 bytes, and 200,000 of them, some
    hundreds of pages, 34 MB.
    """

    def __init__(self, most: int = 200_000) -> None:
        self.most = most
        self.tokens = 0
        self._docs: OrderedDict[Block, Doc] = OrderedDict()

    def __len__(self) -> int:
        return len(self._docs)

    def get(self, block: Block) -> "Doc | None":
        """The parse of a block, which counts as met just now; None where it is not held."""
        doc = self._docs.get(block)
        if doc is not None:
            self._docs.move_to_end(block)
        return doc

    def put(self, block: Block, doc: "Doc") -> None:
        """Hold a parse, and let go of those met longest ago. One that is too large by itself is not held."""
        if block in self._docs or len(doc) > self.most:
            return
        doc.tensor = doc.tensor[:0].copy()
        self._docs[block] = doc
        self.tokens += len(doc)
        while self.tokens > self.most:
            _, oldest = self._docs.popitem(last=False)
            self.tokens -= len(oldest)
