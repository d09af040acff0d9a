"""Organisations, countries and places by name."""

from collections.abc import Iterable

from dateline.gazetteer import cities, country_of_place
from dateline.mentions.cast import Cast, Draft
from dateline.mentions.countries import CountryWord
from dateline.mentions.lexicon import country_of_body, known_organizations, small_words, words
from dateline.mentions.mending import Name
from dateline.mentions.national import adjective_of, national_draft, owning_country, short_names, state_bodies
from dateline.records import MentionForm

FORMS: dict[str, MentionForm] = {"name": "name", "capital": "name", "adjective": "adjective", "people": "adjective"}


def add_countries(cast: Cast, found: list[CountryWord]) -> None:
    """Put country words into the cast; capitals meant as cities become places, "Danes" a group."""
    for word in found:
        head = cast.tokens.root(word.start, word.end)
        if word.city:
            draft = cast.draft("place", cast.tokens.words(word.start, word.end).title(), word.country.code)
        elif word.use == "people" and cast.tokens.words(word.start, word.end) not in word.country.adjectives:
            draft = cast.draft("group", cast.tokens.words(word.start, word.end), word.country.code)
            draft.plural = True
            cast.mention(draft, word.start, word.end, head, "name")
            continue
        else:
            draft = cast.draft("country", word.country.name, word.country.code)
        cast.mention(draft, word.start, word.end, head, FORMS[word.use])


def add_bodies(cast: Cast, names: list[Name]) -> None:
    """Put organisations and places into the cast; an acronym joins the long name whose initials it is."""
    bodies = [name for name in names if name.kind == "organization"]
    acronyms = spelled_out(name.text for name in bodies) | short_names(name.text for name in bodies)
    national = state_bodies(cast, names)
    for name in names:
        if name.start in national:
            draft = national_draft(cast, *national[name.start])
        elif name.kind == "organization":
            draft = _body(cast, name, without_legal_form(body_name(name.text, acronyms)))
        elif name.kind == "group":
            draft = cast.draft("group", name.text)
            draft.plural = True
        elif name.kind == "place":
            text = place_name(name.text)
            draft = cast.draft("place", text, country_of_place(text))
        else:
            continue
        cast.mention(draft, name.start, name.end, cast.tokens.root(name.start, name.end), "name")


def _body(cast: Cast, name: Name, text: str) -> Draft:
    """The entity of an organisation, with the country that its name, or the word before it, says it is of."""
    code = country_of_body(text)
    country = None if code or text in known_organizations().values() else owning_country(cast, name)
    if country is None:
        return cast.draft("organization", text, code)
    known = cast.drafts.get(("organization", text))
    adjective = adjective_of(country.draft)
    if known is not None and known.country not in (None, country.draft.country) and adjective:
        text = f"{adjective} {text}"
    return national_draft(cast, text, country)


def place_name(text: str) -> str:
    """The name of a place in its own case where a dateline or headline shouts it."""
    calm = text.title()
    return calm if text.isupper() and calm in cities() else text


def without_legal_form(text: str) -> str:
    """The name of a firm without its legal form: pages give it once and leave it out after."""
    first, _, last = text.rpartition(" ")
    forms = words().legal_forms - small_words().name_suffixes
    legal = last.lower().rstrip(".") in forms and "." not in last.rstrip(".") and first[-1:].isalnum()
    return first.rstrip(",") if legal or (first.endswith(",") and last.lower().rstrip(".") in forms) else text


def spelled_out(names: Iterable[str]) -> dict[str, str]:
    """The first long name for each acronym that its capitals make."""
    table: dict[str, str] = {}
    for name in names:
        if " " in name:
            table.setdefault("".join(word[0] for word in name.split() if word[0].isupper()), name)
    return table


def body_name(text: str, acronyms: dict[str, str]) -> str:
    """The name for an organisation: the world's name for it, or the long name of the page for an acronym."""
    known = known_organizations()
    if text in known:
        return known[text]
    if not text.isupper() or len(text) < 2:
        return acronyms.get(text, text)
    letters = text.replace(".", "")
    long = acronyms.get(letters, letters if letters in known else text)
    return known.get(long, long)
