"""The day of speaking of quotations: "tomorrow" within quotation marks is counted from it."""

import datetime

from spacy.tokens import Doc

from dateline.records import Article, Span
from dateline.times.calendar import grain_of, interval_of
from dateline.times.lexemes import vocabulary
from dateline.times.situation import Reading
from dateline.times.tense import governing_verb

_OPENING, _CLOSING, _EITHER = "“", "”", '"'


def speaking_day(reading: Reading, readings: list[Reading], article: Article, doc: Doc) -> datetime.date | None:
    """The day that a verb of saying gives to the quotation around an expression; None outside of dated quotations."""
    block = article.block_at(reading.found.span.start)
    if block is None or not _within_quotation(article.text, block.span, reading.found.span):
        return None
    for other in readings:
        if not block.span.covers(other.found.span) or grain_of(other.resolved.value) != "day":
            continue
        if other is not reading and _dates_speech(other, article.text, block.span, doc):
            return interval_of(other.resolved.value).earliest
    return None


def _dates_speech(other: Reading, text: str, block: Span, doc: Doc) -> bool:
    if _within_quotation(text, block, other.found.span):
        return False
    verb = governing_verb(doc, other.found.span)
    return verb is not None and verb.lemma_.lower() in vocabulary().cues["saying"]


def _within_quotation(text: str, block: Span, span: Span) -> bool:
    """Whether more quotations were opened than closed between the block's start and the span."""
    before = text[block.start : span.start]
    if _OPENING in before:
        return before.count(_OPENING) > before.count(_CLOSING)
    return before.count(_EITHER) % 2 == 1
