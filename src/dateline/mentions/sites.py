"""Places in common nouns: "an airport near the city", "the Norwegian capital", "the town"."""

from dateline.gazetteer import cities, gazetteer
from dateline.mentions.cast import Cast, Draft
from dateline.mentions.lexicon import small_words, words
from dateline.mentions.phrases import complement_end, country_before, phrase_name, phrase_start

REACH = 2
"""How many sentences back "the city" reaches."""


def add_sites(cast: Cast) -> None:
    """Put described places into the cast where something happens at them or they stand beside a place's name."""
    sites = words().site_heads
    last: tuple[int, Draft] | None = None
    for i, low in enumerate(cast.tokens.lower):
        found = cast.heads.get(i)
        if found is not None and found.draft.kind == "place" and found.draft.name in cities():
            last = (cast.tokens.sentence[i], found.draft)
        if low in sites and i not in cast.heads and i not in cast.covered and cast.tokens.pos[i] == "NOUN":
            near = last[1] if last and cast.tokens.sentence[i] - last[0] <= REACH else None
            _add_site(cast, i, near)


def _add_site(cast: Cast, head: int, near: Draft | None) -> None:
    tokens = cast.tokens
    start = phrase_start(tokens, head)
    code = country_before(cast, start, head)
    named = _beside(cast, start, head) or _capital(cast, head, code)
    if named is None and near is not None and _takes_up(cast, start, head, code, near):
        named = near
    if named is not None:
        named.country = named.country or code
        cast.mention(named, start, head + 1, head, "nominal")
    elif _is_scene(cast, head):
        end = complement_end(tokens, head, small_words().place_complements)
        cast.mention(cast.draft("place", phrase_name(cast, start, end), code), start, end, head, "nominal")


def _takes_up(cast: Cast, start: int, head: int, code: str | None, near: Draft) -> bool:
    """Whether a phrase means the city last named: "the city", "the southern French city"."""
    phrase = cast.tokens.words(start, head + 1).lower()
    definite = cast.tokens.lower[start] in small_words().demonstrative
    described = definite and code is not None and code == near.country
    return phrase in words().last_city or (described and cast.tokens.lower[head] in words().city_heads)


def _beside(cast: Cast, start: int, head: int) -> Draft | None:
    """The place named beside the noun: "the city of Bergen", "the capital Oslo", "Bergen, a Norwegian city"."""
    tokens = cast.tokens
    near = [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
    near += [tokens.head[head]] if tokens.dep[head] in ("appos", "compound", "nmod") else []
    near += [head + 2] if any(low in small_words().of for low in tokens.lower[head + 1 : head + 2]) else []
    near += [head + 1]
    if tokens.lower[head] in words().division_heads:
        near += [start - 2] if start > 1 and tokens.text[start - 1] == "," else []
        near = [head - 1] if _is_named(cast, head - 1) else near
    found = (cast.covered[i].draft for i in near if _is_named(cast, i))
    return next((draft for draft in found if draft.kind == "place"), None)


def _is_named(cast: Cast, i: int) -> bool:
    found = cast.covered.get(i)
    return found is not None and found.form == "name"


def _capital(cast: Cast, head: int, code: str | None) -> Draft | None:
    """The city meant by "the Norwegian capital"."""
    country = gazetteer().codes.get(code or "")
    if cast.tokens.lower[head] not in words().capital_words or country is None or not country.capitals:
        return None
    return cast.draft("place", country.capitals[0], country.code)


def _is_scene(cast: Cast, head: int) -> bool:
    """Whether something happens at a place: it follows a preposition of place, or is visited."""
    tokens, vocabulary = cast.tokens, words()
    governor = tokens.head[head]
    if tokens.dep[head] == "pobj":
        return tokens.lower[governor] in vocabulary.locative_prepositions
    return tokens.dep[head] == "dobj" and tokens.lemma[governor] in vocabulary.visiting_verbs
