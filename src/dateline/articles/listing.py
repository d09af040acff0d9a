"""Whether a run of lines is a list of teasers: headlines with a sentence or two each, hardly two paragraphs in a row.

Sections, dashes, ages and durations between the items have too few words to count; headlines may stand twice.
"""

import re
from collections.abc import Collection, Sequence

LONGEST_TITLE, LONGEST_TEASER = 25, 60
"""Words."""
SHORTEST = 4
"""Words. Shorter lines are sections, ages, labels and dashes: they neither join nor part."""
MIN_ITEMS = 3
ROW, FIRST_ROW = 4, 3
"""So many paragraphs with no headline between them are in no list, anywhere or at its head."""
LONE_LINES = 6
"""Of more lines a run is more than one item of a list."""
JOINED = 0.5
"""An article has at least this part of its sentences' words in paragraphs that stand beside another paragraph."""
SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")


def is_teaser_list(texts: Sequence[str], body: Collection[int]) -> bool:
    """Whether the paragraphs at the indices `body` are items of lists, and the page holds at least three such items.

    A lone paragraph is an article where it is the first of the page: below it may stand any number of lists.
    """
    first, last = min(body), max(body)
    rows = _rows(texts[first : last + 1])
    if any(len(row) >= ROW for row in rows) or (rows and len(rows[0]) >= FIRST_ROW):
        return False
    joined = sum(sum(row) for row in rows if len(row) > 1 or row[0] > LONGEST_TEASER)
    if joined >= JOINED * sum(map(sum, rows)) > 0:
        return False
    if sum(len(row) == 1 for row in rows) >= MIN_ITEMS:
        return True
    above = _rows(texts[:first])
    return bool(above) and last - first < LONE_LINES and len(above) + len(_rows(texts[last + 1 :])) >= MIN_ITEMS


def _rows(texts: Sequence[str]) -> list[list[int]]:
    """The numbers of words of paragraphs, those together that no headline parts."""
    rows: list[list[int]] = []
    after, previous = False, ""
    for text in texts:
        words = text.count(" ") + 1
        if words < SHORTEST or text == previous:
            continue
        previous = text
        prose = words > LONGEST_TITLE or SENTENCE_END.search(text) is not None
        if prose and after:
            rows[-1].append(words)
        elif prose:
            rows.append([words])
        after = prose
    return rows
