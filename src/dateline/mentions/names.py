"""Names in the text: the model's, mended, with one kind a surface, and those that it missed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from dateline.gazetteer import cities
from dateline.mentions.amending import called, nicknamed, parted, titled, untitled, with_teams, without_things
from dateline.mentions.countries import CountryWord, find_country_words
from dateline.mentions.credits import credited
from dateline.mentions.lexicon import given_names, known_organizations, small_words, words
from dateline.mentions.mending import Name, mended_names
from dateline.mentions.spellings import first_surname, name_key, parts_of
from dateline.mentions.tokens import Tokens
from dateline.records import Article, EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

MIDDLE = 3
"""Words of names by whose second word people may be called."""
CAPITALISED = 0.6
"""Share of capitalised words from which a headline is in title case, where capitals tell nothing."""


class Found(msgspec.Struct, frozen=True):
    """The names and country words of a page, and the people called by each nickname."""

    names: list[Name]
    countries: list[CountryWord]
    nicknames: dict[str, str]


def find_names(loud: frozenset[int], doc: "Doc", tokens: Tokens) -> Found:
    """The names of people, organisations, places and parties, and the words for countries.

    `loud` are the tokens of headlines where capitals tell nothing; names there count only if the body has them too.
    Both in order; names never overlap each other, but a country word may lie within the name of an organisation
    ("Workers' Party of North Korea").
    """
    countries = find_country_words(tokens)
    at_country = {i for word in countries for i in range(word.start, word.end)}
    found = list(mended_names(doc, tokens, at_country))
    countries = _without_namesakes(tokens, countries, found)
    at_country = {i for word in countries for i in range(word.start, word.end)}
    names = [name for name in found if not at_country.issuperset(range(name.start, name.end))]
    within = list(nicknamed(tokens))
    names = _without_overlaps([*(name for name, _ in within), *names, *_known_bodies(tokens)])
    names = _without_overlaps([*parted(tokens, names), *titled(doc, tokens, at_country)])
    names = _without_verbs(tokens, _where_cities_stand(tokens, names))
    names = list(untitled(tokens, _without_mixtures(with_teams(tokens, _one_kind_a_surface(names)))))
    names = _trusted(names, loud)
    nicknames = {nickname for _, nickname in within}
    names = [msgspec.structs.replace(n, kind="person") if n.text in nicknames else n for n in names]
    also = list(called(tokens, names))
    names = _without_overlaps([*(_nickname(tokens, name) for name, _ in also), *names])
    names = _without_overlaps([*names, *_repeated(tokens, names, at_country, loud)])
    credit = credited(tokens)
    names = [name for name in without_things(tokens, names) if name.start not in credit]
    enclosing = _enclosing(names)
    kept = [word for word in countries if _stands_alone(word, enclosing)]
    return Found(_calmed(names), kept, {nickname: name.text for name, nickname in (*within, *also)})


def _nickname(tokens: Tokens, name: Name) -> Name:
    return msgspec.structs.replace(name, text=tokens.words(name.start, name.end))


def _without_namesakes(tokens: Tokens, countries: list[CountryWord], names: list[Name]) -> list[CountryWord]:
    """Without words that are a part of other names of the page: a surname ("Jordan"), a team ("the Indians")."""
    owned = {
        part
        for name in names
        if name.end - name.start > 1
        for part in _owned_parts(name)
        if name.kind == "person" or part.endswith("s")
    }
    return [w for w in countries if w.use == "capital" or w.end - w.start > 1 or tokens.text[w.start] not in owned]


def _owned_parts(name: Name) -> list[str]:
    parts = name.text.split()
    return [parts[-1]] if name.kind in ("person", "organization") else []


def _enclosing(names: list[Name]) -> dict[int, Name]:
    """Names of people and places by each of their tokens."""
    return {i: n for n in names if n.kind in ("person", "place") for i in range(n.start, n.end)}


def _stands_alone(word: CountryWord, names: dict[int, Name]) -> bool:
    """Whether a country word is not just a part of the name of a person or place ("Niger Delta")."""
    name = names.get(word.start)
    return name is None or name.end - name.start <= word.end - word.start


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.split()[0] for form in known_organizations())


def _known_bodies(tokens: Tokens) -> Iterator[Name]:
    """Organisations of the world that the model may have missed; the longest at each place."""
    firsts = _first_words()
    for i, word in enumerate(tokens.text):
        if word not in firsts:
            continue
        for end in range(min(i + 6, len(tokens)), i, -1):
            text = tokens.words(i, end)
            if text in known_organizations():
                yield Name(i, end, "organization", text)
                break


def _without_overlaps(names: list[Name]) -> list[Name]:
    """The longest names that do not overlap, in order; of equal ones the first given."""
    taken: set[int] = set()
    kept = []
    for name in sorted(names, key=lambda n: n.start - n.end):
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)


def _one_kind_a_surface(names: list[Name]) -> list[Name]:
    """Each surface gets the kind most often given to it; a full name speaks for its first and last word."""
    votes: dict[str, Counter[EntityKind]] = {}
    for name in names:
        votes.setdefault(name.text, Counter())[name.kind] += 1
    for name in names:
        parts = name.text.split()
        if name.kind == "person" and len(parts) > 1:
            for part in {parts[0], parts[-1]} & votes.keys():
                votes[part]["person"] += 1
    chosen = {text: _majority(text, count) for text, count in votes.items()}
    for text in _full_names_of_people(chosen):
        chosen[text] = "person"
    for text in [t for t, kind in chosen.items() if kind == "person" and " " in t]:
        surname = text.split()[-1 - (text.split()[-1].lower() in small_words().name_suffixes)]
        if chosen.get(surname) in ("organization", "group") and surname not in known_organizations():
            chosen[surname] = "person"
    for text in _other_spellings(chosen):
        chosen[text] = "person"
    for text in _firms(chosen):
        chosen[text] = "organization"
    tails = _tails(text for text, kind in chosen.items() if kind == "person")
    for text in [t for t, kind in chosen.items() if kind == "organization" and t.lower() in tails]:
        chosen[text] = "person"
    return [msgspec.structs.replace(n, kind=chosen[n.text]) for n in names]


def _other_spellings(chosen: dict[str, EntityKind]) -> list[str]:
    """Words taken for a body that are a person's surname without its accents, or a name before the last one."""
    people = [text for text, kind in chosen.items() if kind == "person" and " " in text]
    surnames = {"".join(parts_of(text)[-1:]) for text in people if not text.isascii()}
    surnames |= {first.lower() for text in people if (first := first_surname(text))}
    surnames |= {text.split()[1].lower() for text in people if len(text.split()) == MIDDLE and text.isascii()}
    keys = {name_key(text) for text in people}
    bodies = [text for text, kind in chosen.items() if kind == "organization" and text not in known_organizations()]
    return [text for text in bodies if text.lower() in surnames or (" " in text and name_key(text) in keys)]


def _firms(chosen: dict[str, EntityKind]) -> list[str]:
    """Names taken for people that the page gives with a legal form too ("Acme Stone Ltd.")."""
    forms = words().legal_forms - small_words().name_suffixes
    full = (text.split() for text, kind in chosen.items() if kind == "organization" and " " in text)
    firms = (" ".join(parts[:-1]).rstrip(",") for parts in full if parts[-1].lower().rstrip(".") in forms)
    return [firm for firm in firms if chosen.get(firm) == "person"]


def _tails(people: Iterable[str]) -> set[str]:
    """Surnames with a particle, which open a sentence with a capital of their own ("Van der Meer", "Al-Amin")."""
    parts = (text.split() for text in people)
    return {" ".join(p[k:]).lower() for p in parts for k in range(1, len(p)) if p[k][0].islower()}


def _full_names_of_people(chosen: dict[str, EntityKind]) -> list[str]:
    """Names of two or three words taken for something else, whose last word alone is a person."""
    return [
        text
        for text, kind in chosen.items()
        if kind == "organization"
        and len(text.split()) in (2, 3)
        and chosen.get(text.split()[-1]) == "person"
        and text.replace(" ", "").isalpha()
        and text not in known_organizations()
    ]


def _majority(text: str, count: Counter[EntityKind]) -> EntityKind:
    if text in known_organizations():
        return "organization"
    best = max(count.values())
    kinds = sorted(kind for kind, n in count.items() if n == best)
    if "place" in count and (text in words().regions or (len(kinds) > 1 and text in cities())):
        return "place"
    return "person" if "person" in kinds else kinds[0]


def _without_mixtures(names: list[Name]) -> list[Name]:
    """Without people whose name is led by an organisation's: credits run together ("Getty Images NAME")."""
    bodies = {n.text for n in names if n.kind == "organization"} | known_organizations().keys()
    return [n for n in names if n.kind != "person" or not any(led in bodies for led in _leads(n.text))]


def _leads(text: str) -> list[str]:
    parts = text.split()
    return [" ".join(parts[:k]) for k in range(1, len(parts))]


def _where_cities_stand(tokens: Tokens, names: list[Name]) -> list[Name]:
    """With cities for what has the name of one and stands after "in" somewhere on the page."""
    inside = words().inside_prepositions
    placed = {n.text for n in names if n.start and tokens.lower[n.start - 1] in inside and n.kind == "organization"}
    cited = {text for text in placed if text in cities() and text not in known_organizations()}
    return [msgspec.structs.replace(n, kind="place") if n.text in cited else n for n in names]


def _without_verbs(tokens: Tokens, names: list[Name]) -> list[Name]:
    """With the verb cut off that a headline in capitals lends to a surname ("Holm Resigns")."""
    verbs = {tokens.lower[i] for i in range(len(tokens)) if tokens.pos[i] == "VERB" and tokens.text[i].islower()}
    return [_shortened(tokens, n) if n.end - n.start == 2 and tokens.lower[n.end - 1] in verbs else n for n in names]


def _shortened(tokens: Tokens, name: Name) -> Name:
    if name.kind != "person":
        return name
    return Name(name.start, name.end - 1, "person", tokens.words(name.start, name.end - 1))


def _calmed(names: list[Name]) -> list[Name]:
    """With the page's own calm form of a name for one in capitals ("SMITH" where the page has "Smith")."""
    calm = {n.text.casefold(): n.text for n in reversed(names) if not n.text.isupper()}
    return [msgspec.structs.replace(n, text=calm.get(n.text.casefold(), _calm_form(n))) for n in names]


def _calm_form(name: Name) -> str:
    return name.text.title() if name.kind == "person" and name.text.isupper() and " " in name.text else name.text


def loud_tokens(article: Article, tokens: Tokens) -> frozenset[int]:
    """Tokens of headlines in title case or capitals, where the model takes any word for a name."""
    shouted: list[int] = []
    for block in article.blocks:
        if block.kind == "headline":
            inside = [i for i in range(len(tokens)) if block.span.start <= tokens.start[i] < block.span.end]
            shouted.extend(inside if _is_title_case(tokens, inside) else ())
    return frozenset(shouted)


def _is_title_case(tokens: Tokens, inside: list[int]) -> bool:
    long = [i for i in inside if len(tokens.text[i]) > 3 and tokens.text[i].isalpha()]
    return sum(tokens.text[i][0].isupper() for i in long) > CAPITALISED * max(len(long), 1)


def _trusted(names: list[Name], shouted: frozenset[int]) -> list[Name]:
    """Without the names of a title-case headline that the body never uses, where there is a body to tell."""
    told = {part for n in names if n.start not in shouted for part in (n.text, *n.text.split())}
    return [n for n in names if n.start not in shouted or not told or n.text in told]


def _repeated(tokens: Tokens, names: list[Name], at_country: set[int], loud: frozenset[int]) -> Iterator[Name]:
    """Mentions that the model missed of names it found: whole names, and surnames of people."""
    covered = {i for name in names for i in range(name.start, name.end)} | at_country
    kinds = {n.text: n.kind for n in names}
    for name in names:
        if name.kind == "person":
            for form in _short_forms(name.text):
                kinds.setdefault(form, "person")
    longest: dict[str, list[str]] = {}
    for text in kinds:
        longest.setdefault(text.split()[0], []).append(text)
    common = {word for word in tokens.text if word.islower()}
    for i in range(len(tokens)):
        if tokens.text[i] not in longest or i in covered:
            continue
        mistaken = kinds.get(tokens.text[i]) == "person" and tokens.lower[i] not in common
        if tokens.pos[i] == "PROPN" or mistaken:
            texts = sorted(longest[tokens.text[i]], key=lambda t: (-len(t), t))
            matched = _match(tokens, i, texts, i in loud)
            if matched is not None:
                yield Name(i, i + len(matched.split()), kinds[matched], matched)


def _short_forms(name: str) -> list[str]:
    """What a person may be called by alone: the last word, the first of two surnames, the first of three words.

    The first of three, or of two with a given name of two parts behind it ("Han Seo-jun"), where it is no given name.
    """
    parts, given = name.split(), given_names()
    eastern = len(parts) == 2 and parts[-1].partition("-")[2].islower()
    if (len(parts) == 3 or eastern) and parts[0] not in given:
        return [parts[0], parts[-1]]
    first = first_surname(name)
    return [first, parts[-1]] if first else [parts[-1]]


def _match(tokens: Tokens, i: int, texts: Iterable[str], loud: bool) -> str | None:
    """The first of the texts that stands whole at a token."""
    for text in texts:
        end = i + len(text.split())
        if end <= len(tokens) and tokens.words(i, end) == text and (loud or _is_whole(tokens, i, end)):
            return text
    return None


def _is_whole(tokens: Tokens, start: int, end: int) -> bool:
    """Whether proper nouns are not a part of a longer one."""
    before = start > 0 and tokens.pos[start - 1] == "PROPN" and start <= tokens.head[start - 1] < end
    titled = before and words().is_title(tokens.text[start - 1])
    after = end < len(tokens) and tokens.dep[end - 1] == "compound" and tokens.pos[end] == "PROPN"
    return (not before or titled) and not after
