"""One line or block of furniture: what it is by itself, before its neighbours are looked at."""

import re
from functools import cache
from typing import Literal

import msgspec

from dateline.related.ages import SaidAge, said_age, trailing_age
from dateline.related.furniture import either, furniture, is_like

TokenKind = Literal["opener", "meta", "stop", "heading", "section", "ignored", "short", "line", "sentence"]

SHORT_WORDS = 3
LONG_WORDS = 22
"""Words. A headline has fewer; a line of so many is a teaser even without a full stop."""
HEADING_WORDS = 7
MANY_SENTENCES_FROM = 12
"""Words. A shorter line with a full stop in its middle may be a headline."""
LONGEST_VIDEO = 12 * 3600
LONE_OPENER = re.compile(r"[-*+•‣▪●○·–—]|\d{1,2}\.?|#\d{1,2}")
LETTER_BULLET = re.compile(r"o (?=[A-Z\d])")
"""How some programs that make text of HTML write the bullets of inner lists."""
DURATION = re.compile(r"[\[(]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})[\])]?")
LEADING_DURATION = re.compile(r"((?:\d{1,2}:)?\d{1,2}:\d{2})\s+(?=[^\W\d_])")
CLOCK = re.compile(r"(?<![\d:])(?:[01]\d|2[0-3]):[0-5]\d(?![\d:])")
PARTED = re.compile(r"\s+[|·•]\s+|\s*\|\s*")
SENTENCE_END = re.compile(r"(?:[.…]|\[…\]|\[\.\.\.\])[\"'”’»)\]]*$")
INITIALS_END = re.compile(r"(?:\b[A-Z]\.){2,}$")
SENTENCE_WITHIN = re.compile(r"[a-z\d][a-z\d][.!?]['\"”’]? [A-Z]")
WORD = re.compile(r"\S*\w\S*")


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is what is left when label, age and duration are taken off; `number` is its line, None in HTML.

    `clock` is the duration as it stands where it may be a time of day as well ("09:14"). `opens` says that a list item
    begins with it, `titled` that the markup makes it a heading, `in_menu` that it stands where menus do.
    """

    kind: TokenKind
    text: str = ""
    number: int | None = None
    opens: bool = False
    blank_before: bool = False
    titled: bool = False
    in_menu: bool = False
    url: str | None = None
    label: str | None = None
    age: SaidAge | None = None
    duration: int | None = None
    clock: str | None = None

    @property
    def words(self) -> int:
        return len(WORD.findall(self.text))

    @property
    def key(self) -> str:
        """The words as they are compared."""
        return plain(self.text)


def plain(text: str) -> str:
    """Words without case and punctuation."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def make_token(
    text: str,
    *,
    number: int | None = None,
    opens: bool = False,
    blank_before: bool = False,
    titled: bool = False,
    in_menu: bool = False,
    url: str | None = None,
) -> Token:
    """The token of a stripped line with single blanks."""
    if len(text) > 2 and (bullet := LETTER_BULLET.match(text)):
        text, opens = text[bullet.end() :], True
    if LONE_OPENER.fullmatch(text):
        return Token(kind="opener", number=number, blank_before=blank_before)
    rest, label, age, duration = _taken_apart(text)
    kind: TokenKind = _kind(rest, titled) if rest else "meta"
    return Token(
        kind=kind,
        text=rest,
        number=number,
        opens=opens,
        blank_before=blank_before,
        titled=titled,
        in_menu=in_menu,
        url=url,
        label=label,
        age=age,
        duration=duration,
        clock=_clock(text) if duration is not None else None,
    )


def _taken_apart(text: str) -> tuple[str, str | None, SaidAge | None, int | None]:
    """What is left of a line, then its label, age and duration."""
    label: str | None = None
    age: SaidAge | None = None
    duration: int | None = None
    left: list[str] = []
    for piece in PARTED.split(text) if len(text) < 400 else [text]:
        said, seconds, name = said_age(piece), _seconds(piece), _label(piece)
        if not piece or (left and is_like("ignored", piece)):
            continue
        age, duration, label = age or said, seconds if duration is None else duration, label or name
        if said is None and seconds is None and name is None:
            left.append(piece)
    rest = " | ".join(left)
    if rest and duration is None and (match := LEADING_DURATION.match(rest)):
        duration, rest = _seconds(match[1]), rest[match.end() :]
    if rest and label is None and (match := _label_lead().match(rest)):
        label, rest = (match[1] or match[2]).upper(), rest[match.end() :]
    if rest and age is None and (ended := trailing_age(rest)):
        rest, age = ended
    return rest, label, age, duration


def _seconds(text: str) -> int | None:
    match = DURATION.fullmatch(text.strip())
    if not match:
        return None
    seconds = int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])
    return seconds if int(match[3]) < 60 and 0 < seconds <= LONGEST_VIDEO else None


def _clock(text: str) -> str | None:
    match = CLOCK.search(text)
    return match[0] if match else None


def _label(text: str) -> str | None:
    bare = text.strip(" []():.!*").casefold()
    return bare.upper() if bare in furniture().labels else None


@cache
def _label_lead() -> re.Pattern[str]:
    names = either(furniture().labels)
    return re.compile(rf"(?:({names})\s*(?::|\s[-–—])\s+|[\[(]({names})[\])]\s*)(?=\S)", re.IGNORECASE)


def _kind(text: str, titled: bool) -> TokenKind:
    words = len(WORD.findall(text))
    if is_like("stops", text):
        return "stop"
    if is_like("ignored", text):
        return "ignored"
    if words <= HEADING_WORDS and is_like("headings", text):
        return "heading"
    if text.casefold().strip(" :»›>") in furniture().sections:
        return "section"
    if words <= SHORT_WORDS:
        return "heading" if titled and words else "short"
    return "sentence" if _is_sentence(text, words) else "line"


def _is_sentence(text: str, words: int) -> bool:
    if text.endswith(("...", "…")):
        return words > SHORT_WORDS
    if SENTENCE_END.search(text[-8:]) and not INITIALS_END.search(text[-20:]):
        return True
    return words >= MANY_SENTENCES_FROM and SENTENCE_WITHIN.search(text) is not None
