"""Bodies of a state: one name whether the page says "Norway's army", "the Norwegian army" or "the army of Norway"."""

from collections.abc import Iterable

from dateline.gazetteer import gazetteer
from dateline.mentions.cast import Cast, Draft, Found
from dateline.mentions.lexicon import known_organizations, small_words, words
from dateline.mentions.mending import Name

MODIFYING = frozenset({"compound", "nmod", "amod", "poss"})
LONGEST = 3
"""Words of a description that is a name of its own."""


def adjective_of(country: Draft) -> str | None:
    """The adjective that the bodies of a country are called by; one with points where there is one ("U.S.")."""
    known = gazetteer().names.get(country.name)
    if known is None or not known.adjectives:
        return None
    return next((word for word in known.adjectives if "." in word), known.adjectives[0])


def national_draft(cast: Cast, name: str, country: Found) -> Draft:
    """The entity of a body of a country, whose words tell its country."""
    draft = cast.draft("organization", name, country.draft.country)
    draft.country_span = draft.country_span or cast.tokens.span(country.start, country.end)
    return draft


def countries_of(cast: Cast, start: int, head: int) -> list[Found]:
    """One mention of each country named before a head and in the "of Norway and Sweden" after it, in order."""
    found = [_country_at(cast, i) for i in (*range(start, head), *_complements(cast, head + 1))]
    return list({id(country.draft): country for country in found if country is not None}.values())


def _complements(cast: Cast, prep: int) -> list[int]:
    """The tokens of the objects of an "of" that joins the word before it."""
    tokens = cast.tokens
    if prep >= len(tokens) or tokens.lower[prep] not in small_words().of or tokens.head[prep] != prep - 1:
        return []
    found = [c for c in tokens.children[prep] if tokens.dep[c] == "pobj"]
    for i in found:
        found.extend(c for c in tokens.children[i] if tokens.dep[c] == "conj")
    return found


def _country_at(cast: Cast, i: int) -> Found | None:
    found = cast.covered.get(i)
    return found if found is not None and found.draft.kind == "country" else None


def described_name(cast: Cast, start: int, head: int) -> tuple[str, Found] | None:
    """What a body described with one country is called, and the country; None where another name is in the phrase."""
    found = countries_of(cast, start, head)
    adjective = adjective_of(found[0].draft) if len(found) == 1 else None
    tokens, left_out = cast.tokens, small_words().definite | small_words().possessive_marks
    kept = [i for i in range(start, head + 1) if cast.country_at(i) is None and tokens.lower[i] not in left_out]
    told = len(kept) <= LONGEST and all(tokens.text[i].isalpha() and i not in cast.covered for i in kept)
    if adjective is None or not told:
        return None
    return f"{adjective} {' '.join(tokens.lower[i] for i in kept)}", found[0]


def state_bodies(cast: Cast, names: list[Name]) -> dict[int, tuple[str, Found]]:
    """The bodies of states among the names, by their first token: what they are called, and the country.

    One that is named without its country is that of the only country whose body of this name the page speaks of.
    """
    bare = {name.start: text for name in names if name.kind == "organization" and (text := _bare_name(cast, name))}
    longer = short_names(bare.values())
    bare = {start: longer.get(text, text) for start, text in bare.items()}
    told = {name.start: country_of(cast, name) for name in names if name.start in bare}
    by_name: dict[str, dict[int, Found]] = {}
    for start, country in told.items():
        if country is not None:
            by_name.setdefault(bare[start], {}).setdefault(id(country.draft), country)
    found = {}
    for start, text in bare.items():
        others = list(by_name.get(text, {}).values())
        country = told[start] or (others[0] if len(others) == 1 else None)
        adjective = adjective_of(country.draft) if country else None
        if country is not None and adjective:
            found[start] = (f"{adjective} {text}", country)
    return found


def _bare_name(cast: Cast, name: Name) -> str | None:
    """The name of a state's body without the country: "Defense Ministry" for "Norwegian Ministry of Defence"."""
    tokens, small = cast.tokens, small_words()
    start, end = name.start, name.end
    while start < end - 1 and (cast.country_at(start) or tokens.lower[start] in small.possessive_marks):
        start += 1
    if end - start > 2 and tokens.lower[end - 2] in small.of and cast.country_at(end - 1):
        end -= 2
    if any(cast.country_at(i) for i in range(start, end)):
        return None
    cut = next((i for i in range(start + 1, end) if tokens.lower[i] in small.named_for), end)
    is_known = tokens.words(start, end).replace("’", "'") in known_organizations()
    if tokens.lower[cut - 1] not in words().state_heads or is_known:
        return None
    if tokens.lower[cut - 1] not in words().ministry_heads:
        return tokens.words(start, end)
    field = tokens.words(start, cut - 1) if cut > start + 1 else tokens.words(cut + 1, end) if cut < end else ""
    return f"{_field(field)} {tokens.text[cut - 1]}".strip()


def _field(text: str) -> str:
    """What a ministry is of, in the one way it is written."""
    text = text.removeprefix("the ")
    return words().ministry_fields.get(text, text)


def owning_country(cast: Cast, name: Name) -> Found | None:
    """The country whose body a name says it is, where the name modifies no other word ("Norway's Labour Party")."""
    tokens = cast.tokens
    head = tokens.root(name.start, name.end)
    if tokens.dep[head] in MODIFYING and tokens.head[head] >= name.end:
        return None
    inside = {id(f.draft): f for i in range(name.start, name.end) if (f := _country_at(cast, i)) is not None}
    return country_of(cast, name) if len(inside) < 2 else None


def country_of(cast: Cast, name: Name) -> Found | None:
    """The country within a name, right before it, or in the "of Norway" after it."""
    tokens, i = cast.tokens, name.start - 1
    if i > 0 and tokens.lower[i] in small_words().possessive_marks:
        i -= 1
    inside = (_country_at(cast, k) for k in range(name.start, name.end))
    after = (_country_at(cast, k) for k in _complements(cast, name.end))
    return next((found for found in (*inside, _country_at(cast, i), *after) if found is not None), None)


def short_names(names: Iterable[str]) -> dict[str, str]:
    """The only longer name of which each name is the beginning, where the rest says no more than what kind it is.

    "Helix" of "Helix Pharma AG", "Joint Chiefs" of "Joint Chiefs of Staff".
    """
    texts = dict.fromkeys(names)
    table: dict[str, list[str]] = {}
    for text in texts:
        parts = text.split()
        for cut in range(1, len(parts)):
            short = " ".join(parts[:cut])
            if short in texts and short not in known_organizations() and _is_left_out(parts[cut:], cut):
                table.setdefault(short, []).append(text)
    return {short: long[0] for short, long in table.items() if len(long) == 1}


def _is_left_out(rest: list[str], cut: int) -> bool:
    """Whether the last words of a body's name are left out when it is called for short."""
    vocabulary, small = words(), small_words()
    kinds = vocabulary.kinds_of_firms | (vocabulary.legal_forms - small.name_suffixes)
    return all(word.lower().strip(".,") in kinds for word in rest) or (cut > 1 and rest[0] in small.named_for)
