"""Roles that the page gives a person: titles before the name and descriptions after it."""

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.gazetteer import country_of_division
from dateline.mentions.cast import Cast, Draft, Found
from dateline.mentions.lexicon import small_words, words
from dateline.mentions.phrases import complement_end
from dateline.mentions.sectors import sector_of_title
from dateline.mentions.tokens import JOINS, Tokens
from dateline.records import Role, Span

FARTHEST = 10
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""Sectors of offices that belong to a country or a part of it."""
RUN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART", "PRON", "NUM"})


def add_roles(cast: Cast, found: Found) -> None:
    """Give the person the title before a mention of the name and the description after it."""
    title = title_before(cast, found.start, found.end)
    if title is not None:
        for draft in (found.draft, *(_sharing(cast, found) if _is_plural_title(cast.tokens, title[1] - 1) else ())):
            give_role(cast, draft, *title)
        _claim(cast, found, *title)
    _note_country(cast, found)
    after = _description_after(cast, found)
    if after is not None:
        start, head, end = after
        cast.mention(found.draft, start, end, head, "nominal")
        give_role(cast, found.draft, start, end)


def _note_country(cast: Cast, found: Found) -> None:
    """Give the person the country beside a full name: "Norway's Kari Moe", "President Kari Moe of Norway"."""
    draft, country = found.draft, _country_beside(cast, found)
    if country is None or found.form != "name" or found.end - found.start < 2:
        return
    if draft.country is None:
        draft.country, draft.country_span = country
    if draft.roles and draft.roles[-1].country is None and draft.roles[-1].span.end < country[1].start:
        draft.roles[-1] = replace(draft.roles[-1], country=country[0])


def _country_beside(cast: Cast, found: Found) -> tuple[str, Span] | None:
    tokens, small = cast.tokens, small_words()
    if found.start > 1 and tokens.lower[found.start - 1] in small.possessive_marks:
        return _country_inside(cast, found.start - 2, found.start - 1)
    i = found.end + (found.end < len(tokens) and tokens.text[found.end] == ",")
    if i + 1 >= len(tokens) or tokens.lower[i] not in small.of or tokens.head[i] != found.head:
        return None
    own = next((k for k in range(i + 1, min(i + 3, len(tokens))) if cast.country_at(k) is not None), None)
    plain = own is not None and cast.covered[own].form == "name" and own not in cast.in_body
    return _country_inside(cast, own, own + 1) if plain and own is not None else None


def _joined(cast: Cast, head: int) -> Iterator[Draft]:
    """The people whose names are joined to a name by "and"."""
    waiting = [head]
    while waiting:
        for child in cast.tokens.children[waiting.pop(0)]:
            draft = cast.at(child) if cast.tokens.dep[child] == "conj" else None
            if draft is not None and draft.kind == "person":
                waiting.append(child)
                yield draft


def _sharing(cast: Cast, found: Found) -> Iterator[Draft]:
    """Who shares a title in the plural: the names joined to the first, and those that follow it in a list."""
    joined = list(_joined(cast, found.head))
    listed = [draft for draft in _listed(cast, found.end) if all(draft is not other for other in joined)]
    yield from (*joined, *listed)


def _listed(cast: Cast, i: int) -> Iterator[Draft]:
    """The people of "..., NAME of Norway and NAME of Sweden" from a token on."""
    tokens, small = cast.tokens, small_words()
    while i < len(tokens):
        if tokens.lower[i] in small.of:
            i += 1
            while i < len(tokens) and (cast.country_at(i) is not None or tokens.lower[i] in small.articles):
                i += 1
        parted = i
        while i < len(tokens) and (tokens.text[i] == "," or tokens.lower[i] in small.joining):
            i += 1
        named = cast.covered.get(i)
        if i == parted or named is None or named.draft.kind != "person" or named.start != i or named.end - i < 2:
            return
        yield named.draft
        i = named.end


def _claim(cast: Cast, found: Found, start: int, end: int) -> None:
    """Take the words of a title for the name; where the parse has the title govern the name, it is a head too."""
    cast.titles.update(range(start, end))
    field = next((i for i in range(start + 1, end) if cast.tokens.lower[i] in small_words().named_for), end)
    if cast.tokens.lower[field - 1] in words().portfolio_titles:
        cast.forget_bodies(set(range(field, end)))
    for i in range(start, end):
        outside = not start <= cast.tokens.head[i] < found.end
        if outside and i not in cast.heads and cast.tokens.pos[i] in ("NOUN", "PROPN"):
            cast.mention(found.draft, start, found.end, i, "nominal")


def give_role(cast: Cast, draft: Draft, start: int, end: int) -> None:
    """Note a role, its country and the gender that it tells; courtesies, determiners and countries are left out."""
    _note_gender(cast, draft, start, end)
    country = _country_inside(cast, start, end) or _country_before(cast, start)
    told = country or _country_of_office(cast, start, end)
    if told is not None and draft.country is None:
        draft.country, draft.country_span = told
    office = sector_of_title(cast.tokens.lower[end - 1]) == "GOV"
    while start < end and (_is_lead(cast, start) or (office and cast.country_at(start) is not None)):
        start += 1
    while end - start > 1 and cast.tokens.lower[end - 1] in words().courtesies:
        end -= 1
    if start == end:
        return
    title, code = cast.tokens.words(start, end), country[0] if country else None
    title = title.rstrip(".").removesuffix("s") if _is_plural_title(cast.tokens, end - 1) else title
    if all(title.lower() != known.title.lower() for known in draft.roles):
        draft.roles.append(Role(title, cast.tokens.span(start, end), code))


def _note_gender(cast: Cast, draft: Draft, start: int, end: int) -> None:
    vocabulary = words()
    for i in range(start, end):
        low = cast.tokens.lower[i].rstrip(".")
        if draft.gender is None and low in vocabulary.feminine:
            draft.gender = "feminine"
        elif draft.gender is None and low in vocabulary.masculine:
            draft.gender = "masculine"


def _is_lead(cast: Cast, i: int) -> bool:
    low = cast.tokens.lower[i]
    plain = (
        cast.tokens.pos[i] in ("DET", "PRON")
        or low in JOINS
        or low in small_words().possessive_marks
        or low in words().courtesies
    )
    return plain or low in small_words().role_leads - small_words().past_leads or _is_country(cast, i)


def title_before(cast: Cast, start: int, end: int) -> tuple[int, int] | None:
    """The tokens of the title right before a name: "Defense Minister", "Minister of Natural Resources"."""
    tokens, vocabulary = cast.tokens, words()
    i = start - 1
    if i < 0 or tokens.sentence[i] != tokens.sentence[start]:
        return None
    if not _is_title(tokens, i) and not _is_plural_title(tokens, i):
        i = _of_title(tokens, start)
        if i < 0:
            return None
    while i > 0 and _extends(cast, i - 1, end):
        i -= 1
    while i < start and _binds(tokens, i):
        i += 1
    last = _is_plural_title(tokens, start - 1)
    return (i, start) if last or any(vocabulary.is_title(tokens.text[k]) for k in range(i, start)) else None


def _binds(tokens: Tokens, i: int) -> bool:
    """Whether a word only binds others, so that no title begins with it."""
    small = small_words()
    return tokens.lower[i] in small.named_for | small.joining | small.articles | JOINS


def _is_title(tokens: Tokens, i: int) -> bool:
    vocabulary = words()
    return vocabulary.is_title(tokens.text[i]) or tokens.lower[i] in vocabulary.courtesies


def _is_plural_title(tokens: Tokens, i: int) -> bool:
    """Whether a capitalised word is a title of several: "Presidents NAME and NAME"."""
    word = tokens.lower[i].rstrip(".")
    plural = tokens.text[i][0].isupper() and word.endswith("s") and not words().is_title(word)
    return plural and words().is_title(word[:-1]) and word[:-1] not in words().courtesies


def _of_title(tokens: Tokens, start: int) -> int:
    """The title word of "Minister of Natural Resources NAME"; -1 where there is none."""
    for i in range(start - 1, max(start - FARTHEST, 0), -1):
        if tokens.lower[i] in small_words().of:
            return i - 1 if i < start - 1 and words().is_title(tokens.text[i - 1]) else -1
        if tokens.pos[i] not in ("PROPN", "CCONJ") or tokens.sentence[i] != tokens.sentence[start]:
            return -1
    return -1


def _is_country(cast: Cast, i: int) -> bool:
    """Whether a token names a country by itself, not as a part of an organisation's name."""
    return cast.country_at(i) is not None and i not in cast.in_body


def _extends(cast: Cast, i: int, end: int) -> bool:
    """Whether a token before a title belongs to it: "regional" in "Primorye regional Gov."."""
    tokens, vocabulary = cast.tokens, words()
    if tokens.sentence[i] != tokens.sentence[end - 1] or _is_country(cast, i):
        return False
    if tokens.lower[i] in vocabulary.title_modifiers or _is_title(tokens, i):
        return tokens.pos[i] not in ("VERB", "AUX")
    if tokens.text[i] in JOINS:
        return not tokens.spaced[i]
    named = cast.covered.get(i)
    if (named is not None and named.draft.kind == "person") or tokens.pos[i] not in ("NOUN", "PROPN", "ADJ"):
        return False
    return tokens.dep[i] in ("amod", "compound", "nmod") and i < tokens.head[i] < end


def _country_before(cast: Cast, start: int) -> tuple[str, Span] | None:
    """The country named right before a title, with its words: "Chinese President", "Russia's Minister"."""
    tokens, i = cast.tokens, start - 1
    small = small_words()
    while (
        i > start - 4
        and i > 0
        and (tokens.lower[i] in small.possessive_marks | small.role_leads or tokens.pos[i] == "ADJ")
        and not cast.country_at(i)
    ):
        i -= 1
    return _country_inside(cast, i, i + 1) if i >= 0 else None


def _country_of_office(cast: Cast, start: int, end: int) -> tuple[str, Span] | None:
    """The country of the body or the part of a country that an office is of: "Kremlin spokesman", "Ohio governor"."""
    if sector_of_title(cast.tokens.words(start, end)) not in OFFICIAL and cast.covered.get(start) is None:
        return None
    first = start - 1 - (start > 1 and cast.tokens.lower[start - 1] in small_words().possessive_marks)
    for i in (*range(start, end), first):
        named = cast.covered.get(i)
        if named is None or named.form != "name" or named.draft.kind not in ("organization", "place"):
            continue
        code = named.draft.country if named.draft.kind == "organization" else country_of_division(named.draft.name)
        if code is not None:
            return code, cast.tokens.span(named.start, named.end)
    return None


def _country_inside(cast: Cast, start: int, end: int) -> tuple[str, Span] | None:
    """The first country named by words, and those words."""
    for i in range(start, end):
        country = cast.country_at(i)
        if country is not None and country.country is not None:
            return country.country, cast.tokens.span(cast.covered[i].start, cast.covered[i].end)
    return None


def _description_after(cast: Cast, found: Found) -> tuple[int, int, int] | None:
    """Start, head and end of ", the Primorye governor," after a name; None where no title or role word is there."""
    tokens = cast.tokens
    i = _after_comma(tokens, found.end)
    if i is None:
        return None
    start = i
    while i < min(start + FARTHEST, len(tokens)) and _runs(tokens, i):
        i += 1
    head = _last_noun(tokens, start, i)
    if head is None or head in cast.heads or not _describes(tokens, head):
        return None
    named = cast.covered.get(head + 1) or cast.covered.get(head)
    if named is not None and named.draft.kind == "person":
        return None
    return start, head, complement_end(tokens, head, small_words().role_complements)


def _after_comma(tokens: Tokens, i: int) -> int | None:
    """The token after the comma that follows a name, and after an age or a side of a picture between commas."""
    if i + 2 >= len(tokens) or tokens.text[i] != "," or tokens.sentence[i] != tokens.sentence[i - 1]:
        return None
    aside = tokens.pos[i + 1] == "NUM" or tokens.lower[i + 1] in words().sides
    if aside and tokens.text[i + 2] == "," and i + 3 < len(tokens):
        return i + 3
    return i + 1


def _runs(tokens: Tokens, i: int) -> bool:
    hyphen = tokens.text[i] in JOINS and not tokens.spaced[i]
    return hyphen or (tokens.pos[i] in RUN and tokens.sentence[i] == tokens.sentence[i - 1])


def _last_noun(tokens: Tokens, start: int, end: int) -> int | None:
    return next((i for i in range(end - 1, start - 1, -1) if tokens.pos[i] in ("NOUN", "PROPN")), None)


def _describes(tokens: Tokens, head: int) -> bool:
    vocabulary = words()
    return vocabulary.is_title(tokens.text[head]) or tokens.lower[head] in vocabulary.person_heads
