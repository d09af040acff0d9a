"""The day of speaking of quotations: "tomorrow" within quotation marks is counted from it."""

import datetime
import re
from bisect import bisect_right
from itertools import groupby

from spacy.tokens import Doc

from dateline.records import Article
from dateline.times.calendar import grain_of, interval_of
from dateline.times.lexemes import vocabulary
from dateline.times.situation import Reading
from dateline.times.tense import governing_verb

_MARK = re.compile('[“”"]')


class Blocks:
    """The blocks of an article, found by position."""

    def __init__(self, article: Article) -> None:
        self._blocks = article.blocks
        self._starts = [block.span.start for block in article.blocks]

    def index(self, position: int) -> int:
        """The index of the block that begins at or before a position; -1 before the first."""
        return bisect_right(self._starts, position) - 1

    def tells_in_present(self, position: int) -> bool:
        """Whether a position lies in a headline or caption, whose present tense tells of what has happened."""
        index = self.index(position)
        return index >= 0 and self._blocks[index].kind in ("headline", "caption")


def speaking_days(readings: list[Reading], article: Article, doc: Doc) -> dict[int, datetime.date]:
    """For readings (by their place in the list) within quotations: the day that a verb of saying of the block gives."""
    blocks = Blocks(article)
    places = _quotation_edges(article)
    found: dict[int, datetime.date] = {}
    for _, group in groupby(enumerate(readings), key=lambda pair: blocks.index(pair[1].found.span.start)):
        quoted, day = [], None
        for number, reading in group:
            if bisect_right(places, reading.found.span.start) % 2:
                quoted.append(number)
            elif day is None and _dates_speech(reading, doc):
                day = interval_of(reading.resolved.value).earliest
        if day is not None:
            found.update(dict.fromkeys(quoted, day))
    return found


def _quotation_edges(article: Article) -> list[int]:
    """Where quotations open and close, in turn. A quotation ends with its block, even where its mark is missing."""
    edges: list[int] = []
    for block in article.blocks:
        for mark in _MARK.finditer(article.text, block.span.start, block.span.end):
            opened = len(edges) % 2 == 1
            if (mark.group() == "“" and opened) or (mark.group() == "”" and not opened):
                continue
            edges.append(mark.end())
        if len(edges) % 2:
            edges.append(block.span.end)
    return edges


def _dates_speech(reading: Reading, doc: Doc) -> bool:
    if grain_of(reading.resolved.value) != "day":
        return False
    verb = governing_verb(doc, reading.found.span)
    return verb is not None and verb.lemma_.lower() in vocabulary().cues["saying"]
