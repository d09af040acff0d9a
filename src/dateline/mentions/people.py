"""People by name: short names joined to full ones, titles, gender."""

from dateline.mentions.cast import Cast, Draft, Gender
from dateline.mentions.lexicon import MentionWords, words
from dateline.mentions.names import Name
from dateline.mentions.roles import read_role
from dateline.mentions.tokens import Tokens

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def add_people(cast: Cast, names: list[Name]) -> None:
    """Put the people among the names into the cast, each under the fullest name that the page gives."""
    people = [name for name in names if name.kind == "person"]
    full = _full_names(people)
    recent: dict[str, str] = {}
    for name in people:
        canonical = _canonical(name.text, full, recent)
        recent.update(dict.fromkeys(_parts(canonical), canonical))
        draft = cast.draft("person", canonical)
        draft.gender = draft.gender or first_name_gender(canonical)
        head = cast.tokens.root(name.start, name.end)
        read_role(cast, draft, name)
        cast.mention(draft, name.start, name.end, head, "name")


def _parts(text: str) -> list[str]:
    return [part for part in text.split() if part.lower() not in SUFFIXES]


def _full_names(people: list[Name]) -> list[str]:
    """Names that no longer name of the page contains, in order of the page."""
    texts = list(dict.fromkeys(name.text for name in people))
    return [t for t in texts if not any(t != other and _stands_for(t, other) for other in texts)]


def _stands_for(short: str, full: str) -> bool:
    """Whether a name is a short form of a fuller one: its surname, its first part, or parts in the same order."""
    parts, whole = _parts(short), _parts(full)
    if not parts or len(parts) >= len(whole):
        return False
    if len(parts) == 1:
        return parts[0] in (whole[0], whole[-1]) or parts == whole[1:]
    return (
        parts[0] == whole[0] and parts[-1] == whole[-1] or whole[-len(parts) :] == parts or whole[: len(parts)] == parts
    )


def _canonical(text: str, full: list[str], recent: dict[str, str]) -> str:
    """The full name: the one most recently met that has these words, else the first on the page to come."""
    if text in full:
        return text
    candidates = [name for name in full if _stands_for(text, name)]
    if not candidates:
        return text
    by_surname = [name for name in candidates if _parts(name)[-1] == _parts(text)[-1]]
    last = recent.get(_parts(text)[-1])
    if last in candidates:
        return str(last)
    return (by_surname or candidates)[0]


def first_name_gender(name: str) -> Gender | None:
    """The gender that a full name's first word tells, None where it does not."""
    parts = name.split()
    vocabulary = words()
    if len(parts) < 2:
        return None
    if parts[0] in vocabulary.feminine_names:
        return "feminine"
    return "masculine" if parts[0] in vocabulary.masculine_names else None


def word_gender(vocabulary: MentionWords, word: str) -> Gender | None:
    """The gender that a title or kin word tells."""
    low = word.lower().rstrip(".")
    if low in vocabulary.feminine:
        return "feminine"
    return "masculine" if low in vocabulary.masculine else None


def tokens_gender(tokens: Tokens, start: int, end: int) -> Gender | None:
    """The first gender that the words of a range tell."""
    vocabulary = words()
    return next((g for i in range(start, end) if (g := word_gender(vocabulary, tokens.text[i]))), None)


__all__ = ["Draft", "add_people", "first_name_gender", "tokens_gender", "word_gender"]
