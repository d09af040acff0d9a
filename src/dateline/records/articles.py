"""The article's own words and what the page says about it."""

from typing import Literal

import msgspec

from dateline.records.spans import Span
from dateline.records.times import Timestamp

BlockKind = Literal["headline", "caption", "body"]
Flag = Literal[
    "paywall",  # only its first words are shown
    "repeated",  # the page holds it more than once; once is kept
]
NoteKind = Literal["correction", "editor"]
LineKind = Literal["header", "headline", "body", "caption", "credit", "promo", "posted", "furniture"]


class Block(msgspec.Struct, frozen=True):
    """A headline, caption or paragraph of `Article.text`. `line` is its 1-based line on a flattened page, else None."""

    kind: BlockKind
    span: Span
    line: int | None = None


class LineLabel(msgspec.Struct, frozen=True):
    """What one non-blank line of a flattened page is. Lines are counted from 1."""

    number: int
    kind: LineKind


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """The place and agency at the head of a dispatch ("BEIJING (AP) —"); `span` covers it up to its dash."""

    span: Span
    place: str | None = None
    agency: str | None = None


class Note(msgspec.Struct, frozen=True):
    """What a page says of its own article: that and how it was corrected, or another note of the editor."""

    kind: NoteKind
    text: str


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An article cut out of a page.

    `text` never changes: headline, captions and paragraphs in the order of the page, parted by blank lines ("\\n\\n").
    Furniture, credits, promo and posted lines are not part of it; on flattened pages `lines` says what each line was.
    `language` is an ISO 639-1 code, or "und". `contributors` reported too, beside who the byline names. `notes` may
    stand in the text as well.
    """

    page_id: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    published: Timestamp
    updated: Timestamp | None = None
    publisher: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    language: str = "en"
    url: str | None = None
    lines: tuple[LineLabel, ...] = ()
    contributors: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def body(self) -> str:
        """The paragraphs alone, parted by blank lines."""
        return "\n\n".join(b.span.of(self.text) for b in self.blocks if b.kind == "body")

    def block_at(self, position: int) -> Block | None:
        """The block that holds a code point of the text."""
        return next((b for b in self.blocks if b.span.start <= position < b.span.end), None)
