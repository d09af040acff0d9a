"""What every line of a flattened page is, once the run of its paragraphs is known."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from dateline.articles.anatomy import first_mark, marks
from dateline.articles.datelines import agency_named
from dateline.articles.languages import LETTERS_AND_DIGITS, small_words
from dateline.articles.lines import Line
from dateline.articles.stamps import find_day
from dateline.records import LineKind

SHORT = 20
"""Words. A byline, a posted line or a promo line has no more."""
CAPTION_FROM = 5
"""Blanks. A line with the marks of a caption that has fewer is only the credit of one."""
LONG = 45
"""Blanks. A line that names everybody who worked on an article has no more."""
SHORT_MARKS = ("credit", "caption", "promo", "end")
AGENCIES = 8
"""Blanks. A line of one or two agencies' names has no more."""
TOLD = 2000
"""Characters of the first paragraphs that a headline is compared with."""
ABOVE = 15
"""Lines above the first paragraph that may belong to the article's head."""
HEADLINE_ABOVE = 25
BELOW = 8
WORD = re.compile(r"\w{4,}")
DIGIT = re.compile(r"\d")
LEADING = "-–—*•> "
NAME = re.compile(r"(?:The )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?<![.])")
SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")


def label_lines(lines: Sequence[Line], body: Collection[int], title: str | None) -> list[LineKind]:
    """The kind of each line. `body` are the indices of the paragraphs; `title` is the headline where it is known."""
    kinds: list[LineKind] = ["furniture"] * len(lines)
    first, last = min(body), max(body)
    for i in range(first, last + 1):
        special = special_kind(lines[i].text)
        kinds[i] = special or ("body" if i in body else "promo")
    _spread_promo(lines, kinds, first, last)
    _trim(lines, kinds, first, last)
    headline = find_headline(lines, body, title)
    if headline is not None:
        kinds[headline] = "headline"
    for i in range(max(0, first - ABOVE, -1 if headline is None else 0), first):
        if kinds[i] == "furniture":
            kinds[i] = _head_kind(lines[i].text)
    _label_foot(lines, kinds, last)
    return kinds


@lru_cache(maxsize=2048)
def special_kind(text: str) -> LineKind | None:
    """Caption, posted, credit or promo, where a line bears the marks of one."""
    text = text.lstrip(LEADING)
    blanks = text.count(" ")
    if blanks >= SHORT:
        mark = first_mark(("credit", "caption") if blanks < LONG else ("caption",), text)
        return "credit" if mark == "credit" else "caption" if mark else None
    if is_posted(text):
        return "posted"
    mark = first_mark(SHORT_MARKS, text)
    if mark is None:
        return "credit" if blanks <= AGENCIES and agency_named(text) else None
    if mark == "caption":
        return "caption" if blanks >= CAPTION_FROM else "credit"
    return "credit" if mark == "credit" else "promo"


def is_posted(text: str) -> bool:
    """Whether a short line is about when the page was published or updated: so it says, or it is a date and no more."""
    if not DIGIT.search(text):
        return False
    if marks("posted", text):
        return True
    found = find_day(text)
    return found is not None and len(text) - (found[2] - found[1]) <= 30 and text.count(" ") <= 9


def find_headline(lines: Sequence[Line], body: Collection[int], title: str | None) -> int | None:
    """Index of the headline's own line above the paragraphs, None where it has none."""
    first = min(body)
    above = range(max(0, first - 3 * ABOVE), first)
    if title is not None:
        wanted = _plain(title)
        return next((i for i in reversed(above) if _plain(lines[i].text) == wanted), None)
    told = _long_words(" ".join(lines[i].text for i in sorted(body)[:6])[:TOLD])
    scores = {i: _headline_score(lines[i].text, told) for i in above if i >= first - HEADLINE_ABOVE}
    ranked = sorted((i for i in scores if scores[i] > 0), key=lambda i: (-scores[i], -i))
    return next((i for i in ranked if not special_kind(lines[i].text) and not marks("tools", lines[i].text)), None)


def shares_words(title: str, paragraphs: Sequence[str]) -> bool:
    """Whether a quarter of a headline's longer words stand in the paragraphs; a headline without any such word does."""
    content, told = _long_words(title), _long_words(" ".join(paragraphs))
    return 4 * len(content & told) >= len(content)


def _long_words(text: str) -> set[str]:
    """The words of four letters or digits and more."""
    words = small_words(text, LETTERS_AND_DIGITS)
    return set(WORD.findall(text.lower())) if words is None else {word for word in words if len(word) >= 4}


def _headline_score(text: str, told: set[str]) -> float:
    """Shared words with the paragraphs, for a line of the length and shape of a headline."""
    words = text.count(" ") + 1
    if not 3 <= words <= 25 or text.endswith("."):
        return 0.0
    content = _long_words(text)
    return len(content & told) / (len(content) + 2) if content else 0.0


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _head_kind(text: str) -> LineKind:
    special = special_kind(text)
    return special if special in ("posted", "credit", "caption") else "furniture"


def _spread_promo(lines: Sequence[Line], kinds: list[LineKind], first: int, last: int) -> None:
    """Items of a list that has a promo line among them are promo too."""
    for i in range(first + 1, last + 1):
        for near in (i - 1, i + 1):
            item = (
                kinds[i] == "body"
                and near <= last
                and kinds[near] == "promo"
                and lines[i].bullet
                and lines[near].bullet
            )
            if item and not SENTENCE_END.search(lines[i].text):
                kinds[i] = "promo"


def _trim(lines: Sequence[Line], kinds: list[LineKind], first: int, last: int) -> None:
    """Below the last paragraph a promo line is furniture, and a mere name signs the article."""
    for i in range(last, first, -1):
        if kinds[i] == "promo":
            kinds[i] = "furniture"
        elif kinds[i] == "body" and _is_name(lines[i].text):
            kinds[i] = "credit"
        elif kinds[i] == "body":
            return


def _is_name(text: str) -> bool:
    """Up to four words, all with a capital, no sentence."""
    return bool(NAME.fullmatch(text))


def _label_foot(lines: Sequence[Line], kinds: list[LineKind], last: int) -> None:
    """Credits and captions right below the last paragraph, until something else stands there."""
    signed = {_plain(lines[i].text).removeprefix("by ") for i in range(last) if kinds[i] == "credit"}
    for i in range(last + 1, min(last + 1 + BELOW, len(lines))):
        special = "credit" if _plain(lines[i].text) in signed else special_kind(lines[i].text)
        if special not in ("credit", "caption", "posted"):
            return
        kinds[i] = special
