"""People by name: short names joined to full ones, titles, gender."""

from dateline.mentions.cast import Cast, Gender
from dateline.mentions.lexicon import small_words, words
from dateline.mentions.mending import Name
from dateline.mentions.roles import add_roles


def add_people(cast: Cast, names: list[Name]) -> None:
    """Put the people among the names into the cast, each under the fullest name that the page gives."""
    people = [name for name in names if name.kind == "person"]
    full = _full_names(people)
    recent: dict[str, str] = {}
    for name in people:
        told = _courtesy_gender(cast, name.start)
        canonical = _canonical(name.text, full, recent, told)
        recent.update(dict.fromkeys(_parts(canonical), canonical))
        draft = cast.draft("person", canonical)
        draft.gender = told or draft.gender or first_name_gender(canonical)
        cast.mention(draft, name.start, name.end, cast.tokens.root(name.start, name.end), "name")
    for found in cast.of_kind("person"):
        add_roles(cast, found)


def _parts(text: str) -> list[str]:
    return [part for part in text.split() if part.lower() not in small_words().name_suffixes]


def _full_names(people: list[Name]) -> list[str]:
    """Names that no longer name of the page contains, in order of the page."""
    texts = list(dict.fromkeys(name.text for name in people))
    return [t for t in texts if not any(_stands_for(t, other) for other in texts)]


def _stands_for(short: str, full: str) -> bool:
    """Whether a name is a short form of a fuller one: its surname, its first part, or parts in the same order."""
    parts, whole = _parts(short), _parts(full)
    if not parts or len(parts) >= len(whole):
        return False
    if len(parts) == 1:
        return parts[0] in (whole[0], whole[-1])
    ends = parts[0] == whole[0] and parts[-1] == whole[-1]
    return ends or whole[-len(parts) :] == parts or whole[: len(parts)] == parts


def _canonical(text: str, full: list[str], recent: dict[str, str], told: Gender | None) -> str:
    """The full name: the one most recently met that has these words, else the first on the page to come."""
    if text in full:
        return text
    candidates = [
        name
        for name in full
        if _stands_for(text, name) and first_name_gender(name) in (None, told or first_name_gender(name))
    ]
    if not candidates:
        return text
    last = _parts(text)[-1]
    if recent.get(last) in candidates:
        return recent[last]
    return next((name for name in candidates if _parts(name)[-1] == last), candidates[0])


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
