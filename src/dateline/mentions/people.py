"""People by name: short names joined to full ones, titles, gender."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec.structs import replace

from dateline.mentions.cast import Cast, Gender
from dateline.mentions.lexicon import small_words, words
from dateline.mentions.mending import Name
from dateline.mentions.roles import add_roles
from dateline.mentions.spellings import first_surname, folded, name_key, parts_of, spellings

NEAR = 1
"""How many sentences a full name governs the surname alone, where several share it."""
MOST = 50
"""How many names with one word in common are compared."""


def add_people(cast: Cast, names: list[Name], nicknames: Mapping[str, str]) -> None:
    """Put the people among the names into the cast, each under the fullest name that the page gives.

    `nicknames` give the name of who is called so.
    """
    people = [name for name in names if name.kind == "person"]
    people = [replace(name, text=nicknames.get(name.text, name.text)) for name in people]
    written: dict[tuple[str, frozenset[str]], str] = {}
    people = [replace(name, text=_as_written(name.text, written)) for name in people]
    register = _Register(name.text for name in people)
    recent: dict[str, tuple[int, str]] = {}
    for name in people:
        told = _courtesy_gender(cast, name.start)
        sentence = cast.tokens.sentence[name.start]
        near = {word: text for word, (last, text) in _recent(recent, name.text) if sentence - last <= NEAR}
        canonical = _canonical(name.text, register, near, told)
        if canonical == name.text:
            recent.update(dict.fromkeys(_parts(canonical), (sentence, canonical)))
        draft = cast.draft("person", canonical)
        draft.gender = told or draft.gender or first_name_gender(canonical)
        cast.mention(draft, name.start, name.end, cast.tokens.root(name.start, name.end), "name")
    for found in cast.of_kind("person"):
        add_roles(cast, found)


def _as_written(text: str, written: dict[tuple[str, frozenset[str]], str]) -> str:
    """A full name as the page writes it first, where it has it in another spelling or order too.

    A short first name beside the full one is another person: on one page they tell father and son apart.
    """
    key = (name_key(text), frozenset(folded(part, arabic=True) for part in parts_of(text)))
    return written.setdefault(key, text) if " " in text else text


@lru_cache(maxsize=10_000)
def _parts(text: str) -> tuple[str, ...]:
    """The words of a name without suffixes, as they are compared: case, accents and articles before a hyphen off."""
    return tuple(_part(word) for word in text.split() if word.lower() not in small_words().name_suffixes)


def _part(word: str) -> str:
    plain = "".join(parts_of(word)) if not word.endswith(".") else word.lower()
    article, _, rest = word.lower().partition("-")
    return "".join(parts_of(rest)) if rest and article in spellings().articles else plain or word.lower()


class _Register:
    """The fullest names of a page, found by any of their words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_word: dict[str, list[str]] = {}
        self.count = Counter(texts)
        for text in self.count:
            for word in dict.fromkeys(_parts(text)):
                self._by_word.setdefault(word, []).append(text)
        self.full = {text for text in self.count if not self.longer(text)}

    def longer(self, text: str) -> list[str]:
        """The names that a name is a short form of, in order of the page."""
        parts = _parts(text)
        near = self._by_word.get(parts[-1], [])[:MOST] if parts else []
        return [other for other in near if _stands_for(text, other)]


def _stands_for(short: str, full: str) -> bool:
    """Whether a name is a short form of a fuller one: its surname, its first part, or parts in the same order."""
    parts, whole = _parts(short), _parts(full)
    if len(parts) > 1 and parts[0] in words().royal_titles - {whole[0]}:
        parts = parts[1:]
    if not parts or len(parts) >= len(whole):
        return False
    if len(parts) == 1:
        return parts[0] in (whole[0], whole[-1], _part(first_surname(full))) or _is_middle(parts[0], whole)
    ends = parts[0] == whole[0] and parts[-1] == whole[-1]
    return ends or whole[-len(parts) :] == parts or whole[: len(parts)] == parts or _is_inner(parts, whole, full)


def _is_middle(part: str, whole: tuple[str, ...]) -> bool:
    """Whether a word is the second name of three: where names are not a family's, people are called by it."""
    return len(whole) == 3 and part == whole[1] and not part.endswith(".")


def _is_inner(parts: tuple[str, ...], whole: tuple[str, ...], full: str) -> bool:
    """Whether words from a particle on stand within a name: "de la Fuente" of "Luis de la Fuente y Vega"."""
    particles = {_part(word) for word in full.split() if word.islower()}
    return parts[0] in particles and any(whole[k : k + len(parts)] == parts for k in range(1, len(whole)))


def _canonical(text: str, register: _Register, recent: dict[str, str], told: Gender | None) -> str:
    """The full name: the one given in full just before, else the one that the page gives in full most often."""
    candidates = [name for name in register.longer(text) if name in register.full and _agrees(name, told)]
    if text in register.full or not candidates:
        return text
    last = _parts(text)[-1]
    if recent.get(last) in candidates:
        return recent[last]
    surnames = [name for name in candidates if _parts(name)[-1] == last]
    return max(surnames or candidates, key=lambda name: register.count[name])


def _recent(recent: dict[str, tuple[int, str]], text: str) -> list[tuple[str, tuple[int, str]]]:
    """The full names last given for the words of a name, with their sentences."""
    return [(word, recent[word]) for word in _parts(text) if word in recent]


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
