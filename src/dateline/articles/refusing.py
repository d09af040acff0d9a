"""Why a page that has words holds no article, or only a part of one: an error, a question for consent, an offer."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from dateline.articles.anatomy import marks
from dateline.articles.signing import says
from dateline.records import Flag, RejectionReason

SHORT = 120
"""Words. Paragraphs of no more may be those of an error, of a question for consent, or the first of an article."""
SMALL = 300
"""Words. A page without an article that has no more in all is taken at its word."""
OPENING = 12
"""Lines that may be the title of such a page."""
BELOW = 6
"""Lines below the last paragraph that may say that the rest is withheld."""
REPEATED = 12
"""Blanks. A paragraph of so many stands in an article once."""

Reason = tuple[RejectionReason, str]


class Shown(NamedTuple):
    """What a page shows: its title, its paragraphs, all of its lines."""

    title: str
    body: Sequence[str]
    lines: Sequence[str]

    @property
    def words(self) -> int:
        """Words of the paragraphs."""
        return _words(self.body)

    @property
    def repeated(self) -> int:
        """Words of those paragraphs that the page holds more than once."""
        count = Counter(self.lines)
        return _words([text for text in self.body if count[text] > 1 and text.count(" ") >= REPEATED])


def _words(texts: Sequence[str]) -> int:
    return sum([text.count(" ") for text in texts]) + len(texts)


def why_refused(shown: Shown) -> Reason | None:
    """Why the paragraphs that were found are no article, if so."""
    if shown.words > SHORT:
        return None
    if any(says("consent", text) for text in (shown.title, *shown.body[:1])):
        return "consent", "the page asks for consent and shows no article"
    if marks("error", shown.title):
        return "error_page", f"an error page: {shown.title}"
    return None


def why_nothing(shown: Shown, detail: str) -> Reason:
    """Why a page shows no paragraphs; `detail` is what is said where it does not say so itself."""
    opening = (shown.title, *shown.lines[:OPENING])
    small = _words(shown.lines) <= SMALL
    told = next((text for text in opening[: None if small else 1] if _is_error(text)), None)
    if told is not None:
        return "error_page", f"an error page: {told}"
    if small and any(says("consent", text) for text in shown.lines):
        return "consent", "the page asks for consent and shows no article"
    if small and any(says("paywall", text) for text in shown.lines):
        return "paywall", "the page withholds its article and shows nothing of it"
    return "no_article", detail


def _is_error(text: str) -> bool:
    """Whether a line is the title of an error page, and not a button ("Sign in")."""
    return marks("error", text) and not marks("tools", text)


def flags_of(shown: Shown, free: bool | None = None) -> tuple[Flag, ...]:
    """What is to be known of an article: that only its first words are shown, that the page holds it more than once.

    `free` is what the page says of access to it, where it does.
    """
    flags: list[Flag] = []
    if _is_withheld(shown, free):
        flags.append("paywall")
    if shown.repeated * 3 >= shown.words > 0:
        flags.append("repeated")
    return tuple(flags)


def _is_withheld(shown: Shown, free: bool | None) -> bool:
    """A short text on a page that sells access; a longer one where it is said right below that there is more."""
    if shown.words <= SHORT:
        return free is False or any(says("paywall", text) for text in (shown.title, *shown.lines))
    last = max((i for i, text in enumerate(shown.lines) if text == shown.body[-1]), default=len(shown.lines))
    return any(says("withheld", text) for text in shown.lines[last + 1 : last + 1 + BELOW])


def once(texts: Sequence[str], body: Collection[int]) -> list[int]:
    """The paragraphs without those that stood above already: some pages hold their article twice."""
    seen: set[str] = set()
    kept = []
    for i in sorted(body):
        if texts[i].count(" ") < REPEATED or texts[i] not in seen:
            kept.append(i)
        seen.add(texts[i])
    return kept
