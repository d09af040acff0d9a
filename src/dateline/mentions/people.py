"""People by name: short names joined to full ones, titles, gender."""

from dateline.mentions.cast import Cast, Gender
from dateline.mentions.lexicon import small_words, words
from dateline.mentions.mending import Name
from dateline.mentions.roles import add_roles

MOST = 50
"""How many names with one word in common are compared."""


def add_people(cast: Cast, names: list[Name]) -> None:
    """Put the people among the names into the cast, each under the fullest name that the page gives."""
    people = [name for name in names if name.kind == "person"]
    register = _Register(list(dict.fromkeys(name.text for name in people)))
    recent: dict[str, str] = {}
    for name in people:
        told = _courtesy_gender(cast, name.start)
        canonical = _canonical(name.text, register, recent, told)
        recent.update(dict.fromkeys(_parts(canonical), canonical))
        draft = cast.draft("person", canonical)
        draft.gender = told or draft.gender or first_name_gender(canonical)
        cast.mention(draft, name.start, name.end, cast.tokens.root(name.start, name.end), "name")
    for found in cast.of_kind("person"):
        add_roles(cast, found)


def _parts(text: str) -> list[str]:
    return [part for part in text.split() if part.lower() not in small_words().name_suffixes]


class _Register:
    """The fullest names of a page, found by any of their words."""

    def __init__(self, texts: list[str]) -> None:
        self._by_word: dict[str, list[str]] = {}
        for text in texts:
            for word in dict.fromkeys(_parts(text)):
                self._by_word.setdefault(word, []).append(text)
        self.full = {text for text in texts if not self.longer(text)}

    def longer(self, text: str) -> list[str]:
        """The names that a name is a short form of, in order of the page."""
        parts = _parts(text)
        near = self._by_word.get(parts[-1], [])[:MOST] if parts else []
        return [other for other in near if _stands_for(text, other)]


def _stands_for(short: str, full: str) -> bool:
    """Whether a name is a short form of a fuller one: its surname, its first part, or parts in the same order."""
    parts, whole = _parts(short), _parts(full)
    if not parts or len(parts) >= len(whole):
        return False
    if len(parts) == 1:
        return parts[0] in (whole[0], whole[-1])
    ends = parts[0] == whole[0] and parts[-1] == whole[-1]
    return ends or whole[-len(parts) :] == parts or whole[: len(parts)] == parts


def _canonical(text: str, register: _Register, recent: dict[str, str], told: Gender | None) -> str:
    """The full name: the one most recently met that has these words, else the first on the page to come."""
    candidates = [name for name in register.longer(text) if name in register.full and _agrees(name, told)]
    if text in register.full or not candidates:
        return text
    last = _parts(text)[-1]
    if recent.get(last) in candidates:
        return recent[last]
    return next((name for name in candidates if _parts(name)[-1] == last), candidates[0])


def _agrees(name: str, told: Gender | None) -> bool:
    """Whether a full name may be somebody of the gender that the page tells."""
    return told is None or first_name_gender(name) in (None, told)


def first_name_gender(name: str) -> Gender | None:
    """The gender that a full name's first word tells, None where it does not."""
    parts = name.split()
    if len(parts) < 2:
        return None
    if parts[0] in words().feminine_names:
        return "feminine"
    return "masculine" if parts[0] in words().masculine_names else None


def _courtesy_gender(cast: Cast, start: int) -> Gender | None:
    """The gender that "Mr." or "Mrs." before a name tells."""
    low = cast.tokens.lower[start - 1].rstrip(".") if start else ""
    if low in small_words().masculine_courtesies:
        return "masculine"
    return "feminine" if low in small_words().feminine_courtesies else None
