"""A flattened page as lines: each non-blank line with its number and its words, without indentation and bullets."""

import re

import msgspec

BULLETS = frozenset("-*+•‣▪●○·–0123456789")
BULLET = re.compile(r"(?:[-*+•‣▪●○·–]|\d{1,2}\.)\s+(?=\S)")


class Line(msgspec.Struct, frozen=True, gc=False):
    """A non-blank line. `text` is without indentation and bullet, with single blanks; `number` counts from 1."""

    number: int
    text: str
    bullet: bool = False
    blank_before: bool = False


def split_lines(text: str) -> list[Line]:
    """The non-blank lines of a page, in order."""
    lines = []
    blank = False
    pieces = map(" ".join, map(str.split, text.replace("\u200b", "").split("\n")))
    for number, stripped in enumerate(pieces, start=1):
        if not stripped:
            blank = True
            continue
        match = BULLET.match(stripped) if stripped[0] in BULLETS else None
        words = stripped[match.end() :] if match else stripped
        lines.append(Line(number, words, match is not None, blank))
        blank = False
    return lines
