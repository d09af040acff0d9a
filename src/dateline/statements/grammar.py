"""The words of grammar of a language, as data: prepositions, pronouns and particles that the rules ask for."""

from functools import cache

import msgspec

from dateline.languages import load


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `speech.yaml`, which says what each of these are."""

    prepositions: frozenset[str]
    topical: frozenset[str]
    beside: frozenset[str]
    medium: frozenset[str]
    upon: frozenset[str]
    owning: frozenset[str]
    of: frozenset[str]
    as_: frozenset[str] = msgspec.field(name="as")
    according: frozenset[str]
    to: frozenset[str]
    that: frozenset[str]
    asking: frozenset[str]
    times: frozenset[str]
    expletives: frozenset[str]
    impersonal: frozenset[str]
    relative: frozenset[str]
    first_person: frozenset[str]
    second_person: frozenset[str]
    none: frozenset[str]
    own_infinitive: frozenset[str]
    have: frozenset[str]
    be: frozenset[str]
    leading: frozenset[str]
    onward: frozenset[str]
    plural: frozenset[str]


@cache
def grammar(language: str) -> Grammar:
    """The words of grammar of a language; raises DataError where it has none."""
    data: Grammar = load(language, "speech", Grammar)
    return data
