"""Lists of teasers out of tokens: what is a headline, what its teaser, and which heading they stand under."""

from collections.abc import Sequence
from itertools import zip_longest

import msgspec

from dateline.related.ages import SaidAge
from dateline.related.furniture import furniture, is_like
from dateline.related.tokens import LONG_WORDS, SHORT_WORDS, Token

TEASER_LINES = 3
HEADLINE_LETTERS = 240
MENU_FROM = 4
"""Short lines in a row that are a menu: the last of them heads no list."""
RUN_FROM = 3
"""Bare headlines in a row that are a list without any other mark."""
MENU_WORDS = 7
"""Words. A link of fewer in the navigation, head or foot of a page, with nothing else to it, is an entry of a menu."""
LINK_WORDS = 5
"""Words. A link or list item of fewer, with nothing else to it, may be a button."""
NAME_WORDS = (2, 3)
EARLY_HOUR = 6
"""Times of a list that are all earlier are lengths of videos."""


class Draft(msgspec.Struct):
    """A teaser as it is read."""

    head: Token
    section: Token | None
    label: str | None = None
    age: SaidAge | None = None
    duration: Token | None = None
    teaser: list[Token] = []
    doubled: bool = False
    opened: bool = False
    known: bool = False

    @property
    def is_borne_out(self) -> bool:
        """Whether anything but its own words says that it is a teaser."""
        told = self.teaser or self.age or self.label or self.doubled or self.known or self.duration
        return bool(told) or ((self.opened or self.head.url is not None) and self.head.words >= LINK_WORDS)

    @property
    def is_of_menu(self) -> bool:
        """Whether it stands where menus do, and is no longer than their entries."""
        told = self.teaser or self.age or self.label or self.duration
        return self.head.in_menu and not told and self.head.words < MENU_WORDS


class ListReader:
    """Reads the tokens of one stretch of furniture, in order. One pass; each token is looked at with the next one."""

    def __init__(self) -> None:
        self.found: list[Draft] = []
        self._run: list[Draft] = []
        self._current: Draft | None = None
        self._kicker: Token | None = None
        self._label: str | None = None
        self._age: SaidAge | None = None
        self._duration: Token | None = None
        self._begin_list(None, known=False)
        self._stopped = False

    def read(self, tokens: Sequence[Token]) -> list[Draft]:
        """The teasers of the tokens, in order of the page."""
        for token, following in zip_longest(tokens, tokens[1:]):
            if token.opens and token.kind != "opener":
                self._open()
            self._take(token, following)
        self._end_run()
        return self.found

    def _take(self, token: Token, following: Token | None) -> None:
        match token.kind:
            case "opener":
                self._open()
            case "meta":
                self._take_meta(token, following)
            case "stop":
                self._take_stop(token)
            case "heading":
                self._begin_list(token, known=True)
            case "section" | "short":
                self._take_short(token, following)
            case "line" | "sentence":
                self._take_words(token, following)

    def _open(self) -> None:
        self._close()
        self._opened = True
        self._kicker = None

    def _begin_list(self, section: Token | None, *, known: bool) -> None:
        """A heading: what follows is another list, with habits of its own."""
        self._end_run()
        self._section, self._known = section, known
        self._kicker = self._label = self._age = self._duration = None
        self._opened = self._age_first = self._duration_first = self._stopped = False
        self._shorts = 0

    def _close(self) -> None:
        if self._current is not None:
            self._run.append(self._current)
        self._current = None

    def _end_run(self) -> None:
        self._close()
        tell_clocks(self._run)
        bare = len(self._run) >= RUN_FROM and all(draft.head.words > SHORT_WORDS for draft in self._run)
        self.found += [draft for draft in self._run if (bare or draft.is_borne_out) and not draft.is_of_menu]
        self._run = []

    def _take_stop(self, token: Token) -> None:
        """No more teasers; "12 comments" right below one only counts its own."""
        if self._current is None or not token.text[0].isdecimal():
            self._begin_list(None, known=False)
            self._stopped = True

    def _take_meta(self, token: Token, following: Token | None) -> None:
        if token.label:
            self._take_label(token, following)
        if token.duration is not None:
            self._take_duration(token, following)
        if token.age:
            self._take_age(token.age)

    def _take_label(self, token: Token, following: Token | None) -> None:
        """A word such as "Opinion" heads a list where nothing was opened for one teaser, and marks a teaser else."""
        label = token.label or ""
        heads = label.casefold() in furniture().sections and not self._opened and token.duration is None
        if heads and not (following and following.label):
            words = label if label.isupper() and len(label) <= SHORT_WORDS else label.capitalize()
            self._begin_list(msgspec.structs.replace(token, text=words, label=None), known=True)
            return
        current = self._current
        if current is not None and current.opened and following is not None and following.text and not following.opens:
            current.label = current.label or label
            return
        self._close()
        self._label = label

    def _take_duration(self, token: Token, following: Token | None) -> None:
        current = self._current
        apart = token.blank_before and following is not None and not following.blank_before
        if current is None or self._duration_first or current.duration is not None or apart:
            self._close()
            self._duration, self._duration_first = token, True
        else:
            current.duration = token

    def _take_age(self, age: SaidAge) -> None:
        current = self._current
        if current is None or self._age_first or current.age is not None:
            self._close()
            self._age_first = self._age_first or not self._run
            self._age = age
        else:
            current.age = age

    def _take_short(self, token: Token, following: Token | None) -> None:
        current = self._current
        if current is not None and token.key == current.head.key:
            current.doubled = True
        elif token.kind == "short" and self._is_short_headline(token, following):
            self._start(token)
        elif token.kind == "short" and self._signs(token, following):
            return
        elif self._opened and not token.titled:
            self._take_kicker(token, following)
        else:
            self._head(token)

    def _take_kicker(self, token: Token, following: Token | None) -> None:
        """A short line that opens a list item: the section of that item, or an entry of a menu."""
        leads = (
            following is not None and not following.opens and following.kind in ("line", "sentence", "meta", "short")
        )
        self._kicker = token if leads and self._current is None else self._kicker

    def _head(self, token: Token) -> None:
        """A short line above a list; in a menu the last one is no better than the others, unless it stands apart."""
        shorts = self._shorts + 1
        known = token.kind == "section" and shorts < MENU_FROM
        if not (self._stopped and token.kind == "short"):
            trusted = shorts < MENU_FROM or token.blank_before
            self._begin_list(token if trusted else None, known=known)
            self._shorts = shorts

    def _is_short_headline(self, token: Token, following: Token | None) -> bool:
        led = self._duration is not None or self._label is not None or self._opened or token.duration is not None
        doubled = following is not None and following.key == token.key
        told = following is not None and not following.opens and not following.age and is_told(following)
        return token.words >= 2 and (doubled or (self._current is None and led and told))

    def _signs(self, token: Token, following: Token | None) -> bool:
        """Whether a short line right under a headline is whose work it is: two or three capitalised words."""
        current = self._current
        if current is None or token.blank_before or not NAME_WORDS[0] <= token.words <= NAME_WORDS[1]:
            return False
        leads = following is not None and following.kind == "opener"
        return not leads and all(word[0].isupper() for word in token.text.split())

    def _take_words(self, token: Token, following: Token | None) -> None:
        if self._stopped:
            return
        current = self._current
        if current is not None and not current.teaser and token.key == current.head.key:
            current.doubled = True
            return
        if current is not None and self._tells(token, following, current):
            current.teaser.append(token)
            current.age = current.age or token.age
            return
        self._close()
        if self._heads_teaser(token, following):
            self._start(token)

    def _tells(self, token: Token, following: Token | None, current: Draft) -> bool:
        """Whether a line is a teaser of the headline above it."""
        closed = current.age is not None and not self._age_first and current.age is not current.head.age
        doubled = following is not None and following.key == token.key and not following.opens
        if token.opens or token.titled or closed or doubled or token.label or len(current.teaser) >= TEASER_LINES:
            return False
        if token.url and current.head.url:
            return token.url == current.head.url and not current.teaser
        listed = current.opened or current.doubled
        if token.kind == "sentence":
            return listed if current.teaser else True
        return not current.teaser and (listed or token.words >= LONG_WORDS)

    def _heads_teaser(self, token: Token, following: Token | None) -> bool:
        """Whether a line can be a headline."""
        if token.words <= SHORT_WORDS or len(token.text) > HEADLINE_LETTERS:
            return False
        led = self._opened or self._label is not None or self._duration is not None or token.url is not None
        if token.kind == "sentence" or token.words >= LONG_WORDS:
            return led or (following is not None and following.kind != "opener" and is_told(following))
        return led or not token.text[0].islower()

    def _start(self, token: Token) -> None:
        self._close()
        self._shorts = 0
        label = token.label or self._label
        self._current = Draft(
            head=token,
            section=self._kicker or self._section,
            label=label,
            age=token.age or self._age,
            duration=self._duration if token.duration is None else token,
            teaser=[],
            opened=self._opened,
            known=self._known,
        )
        self._label = self._age = self._duration = None
        self._opened = False


def is_told(following: Token) -> bool:
    """Whether a line is what stands below a headline: its teaser or its age."""
    return following.kind == "sentence" or following.words >= LONG_WORDS or following.age is not None


def tell_clocks(run: Sequence[Draft]) -> None:
    """In a list of 09:14, 08:40 and 11:30 these are times of day and no lengths of videos."""
    timed = [draft for draft in run if draft.duration is not None]
    values = [draft.duration.duration or 0 for draft in timed if draft.duration and draft.duration.clock]
    filmed = any(draft.section and is_like("filmed", draft.section.text) for draft in timed)
    if not timed or len(values) < len(timed) or max(values) < EARLY_HOUR * 60 or filmed:
        return
    for draft in timed:
        clock = draft.duration.clock if draft.duration else None
        draft.age = draft.age or (SaidAge(clock, clock=clock) if clock else None)
        draft.duration = None
