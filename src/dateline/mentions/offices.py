"""The country of an office that the page leaves unsaid: "the airport near Oslo, where Defence Minister NAME ..."."""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from dateline.mentions.cast import Cast, Found
from dateline.mentions.lexicon import words
from dateline.mentions.roles import OFFICIAL
from dateline.mentions.sectors import sector_of_title
from dateline.records import Role, Span

AGREEING = 2
"""Words for one country, and for no other, that a sentence needs."""

Told = tuple[str, Span]


def add_countries_of_office(cast: Cast) -> None:
    """Give people with a public office and no country the one that the sentence of the office speaks of.

    That is the country of the person whose name theirs is joined to by "and", or the only one that the sentence names,
    at least twice. Heads of state and government are left out: pages put those of two countries together.
    """
    named = _named_countries(cast)
    people: dict[int, list[Found]] = {}
    for found in cast.of_kind("person"):
        people.setdefault(id(found.draft), []).append(found)
    for mentions in people.values():
        draft = mentions[0].draft
        for number, role in enumerate(draft.roles):
            if draft.country is None and _is_minor_office(role):
                told = _told(cast, mentions, role, named)
                if told is not None:
                    draft.country, draft.country_span = told
                    draft.roles[number] = replace(role, country=told[0])


def _is_minor_office(role: Role) -> bool:
    title = {word.strip(".,").lower() for word in role.title.split()}
    return sector_of_title(role.title) in OFFICIAL and not title & words().heads_of_government


def _told(cast: Cast, mentions: list[Found], role: Role, named: dict[int, list[Found]]) -> Told | None:
    sentence = cast.tokens.sentence[bisect_right(cast.tokens.start, role.span.start) - 1]
    here = [found for found in mentions if cast.tokens.sentence[found.head] == sentence]
    return next(_joined(cast, here), None) or _only_country(cast, named.get(sentence, []))


def _joined(cast: Cast, mentions: list[Found]) -> Iterator[Told]:
    """The countries that are told of those whom the name is joined to, within one sentence."""
    tokens = cast.tokens
    for found in mentions:
        governor = tokens.head[found.head]
        other = cast.at(governor) if tokens.dep[found.head] == "conj" else None
        if other is not None and other.kind == "person" and other.country and other.country_span:
            start = bisect_right(tokens.start, other.country_span.start) - 1
            if tokens.sentence[start] == tokens.sentence[found.head]:
                yield other.country, other.country_span


def _named_countries(cast: Cast) -> dict[int, list[Found]]:
    """Names and adjectives of countries and of places in known countries, by sentence."""
    table: dict[int, list[Found]] = {}
    for found in cast.of_kind("country", "place"):
        if found.form in ("name", "adjective") and found.draft.country:
            table.setdefault(cast.tokens.sentence[found.head], []).append(found)
    return table


def _only_country(cast: Cast, named: list[Found]) -> Told | None:
    codes = {found.draft.country for found in named}
    if len(codes) != 1 or len(named) < AGREEING:
        return None
    best = next((found for found in named if found.draft.kind == "country"), named[0])
    return str(best.draft.country), cast.tokens.span(best.start, best.end)
