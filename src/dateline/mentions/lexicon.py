"""The words of a language that names and descriptions are known by, ready for lookup."""

from functools import cache

import msgspec

from dateline.languages import load


class MentionWords(msgspec.Struct, frozen=True):
    """`mentions.yaml` of one language; each set is in lower case, except names of people, bodies and regions."""

    titles: frozenset[str]
    courtesies: frozenset[str]
    title_modifiers: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    feminine_names: frozenset[str]
    masculine_names: frozenset[str]
    organization_words: frozenset[str]
    place_words: frozenset[str]
    leading_place_words: frozenset[str]
    thing_words: frozenset[str]
    named_bodies: frozenset[str]
    organizations: tuple[tuple[str, ...], ...]
    regions: frozenset[str]
    group_heads: frozenset[str]
    person_heads: frozenset[str]
    person_nouns: frozenset[str]
    media_heads: frozenset[str]
    media_marks: frozenset[str]
    government_heads: frozenset[str]
    state_heads: frozenset[str]
    ministry_heads: frozenset[str]
    ministry_fields: dict[str, str]
    portfolio_titles: frozenset[str]
    no_bodies: frozenset[str]
    picture_agencies: frozenset[str]
    picture_words: frozenset[str]
    desk_words: frozenset[str]
    byline_words: frozenset[str]
    beside_places: frozenset[str]
    shared_roles: frozenset[str]
    called: tuple[tuple[str, ...], ...]
    body_heads: frozenset[str]
    body_nouns: frozenset[str]
    locative_prepositions: frozenset[str]
    city_nouns: frozenset[str]
    visiting_verbs: frozenset[str]
    governing_verbs: frozenset[str]
    leading_titles: frozenset[str]
    heads_of_government: frozenset[str]
    sides: frozenset[str]
    country_heads: frozenset[str]
    site_heads: frozenset[str]
    last_city: frozenset[str]
    division_heads: frozenset[str]
    quantities: frozenset[str]
    firm_heads: frozenset[str]
    kinds_of_firms: frozenset[str]
    appointing_verbs: frozenset[str]
    being_verbs: frozenset[str]
    becoming_verbs: frozenset[str]
    visit_nouns: frozenset[str]
    royal_titles: frozenset[str]
    spiritual_titles: frozenset[str]
    hyphen_tails: frozenset[str]
    vessel_words: frozenset[str]
    storm_words: frozenset[str]
    kin_words: frozenset[str]
    called_too: dict[str, tuple[str, ...]]
    never_alone: frozenset[str]
    substances: frozenset[str]
    relational: frozenset[str]
    legal_forms: frozenset[str]
    inside_prepositions: frozenset[str]
    city_heads: frozenset[str]
    always_media: frozenset[str]
    candidate_titles: frozenset[str]
    leader_words: frozenset[str]
    capital_words: frozenset[str]

    @property
    def described(self) -> frozenset[str]:
        """Every word that may head a description of people or bodies."""
        people = self.group_heads | self.person_heads | (self.titles - self.courtesies - self.never_alone)
        return people | self.media_heads | self.government_heads | self.named_bodies | self.body_heads | self.firm_heads

    def is_title(self, word: str) -> bool:
        """Whether a word, with or without the point of an abbreviation, is a title."""
        return word.lower().rstrip(".") in self.titles


class ReferenceWords(msgspec.Struct, frozen=True):
    """`reference.yaml` of one language, in lower case but for `compass` and `renaming`."""

    definite: frozenset[str]
    articles: frozenset[str]
    demonstrative: frozenset[str]
    indefinite: frozenset[str]
    uncounted: frozenset[str]
    pairing: frozenset[str]
    possessive_marks: frozenset[str]
    joining: frozenset[str]
    of: frozenset[str]
    named_for: frozenset[str]
    group_complements: frozenset[str]
    role_complements: frozenset[str]
    place_complements: frozenset[str]
    agent_complements: frozenset[str]
    capacity: frozenset[str]
    masculine_pronouns: frozenset[str]
    feminine_pronouns: frozenset[str]
    plural_pronouns: frozenset[str]
    neuter_pronouns: frozenset[str]
    reflexive_pronouns: frozenset[str]
    personal_relatives: frozenset[str]
    name_suffixes: frozenset[str]
    masculine_courtesies: frozenset[str]
    feminine_courtesies: frozenset[str]
    role_leads: frozenset[str]
    past_leads: frozenset[str]
    age_units: frozenset[str]
    age_ends: frozenset[str]
    compass: frozenset[str]
    renaming: frozenset[str]
    dealing_prepositions: frozenset[str]
    origins: frozenset[str]


@cache
def small_words(language: str = "en") -> ReferenceWords:
    """The small words of a language, loaded once a process."""
    data: ReferenceWords = load(language, "reference", ReferenceWords)
    return data


@cache
def words(language: str = "en") -> MentionWords:
    """The words of a language, loaded once a process."""
    data: MentionWords = load(language, "mentions", MentionWords)
    return data


@cache
def nouns_for_somebody(language: str = "en") -> frozenset[str]:
    """Nouns that stand for people or for bodies that act, in lower case; groups as plurals."""
    known = words(language)
    return (
        known.described
        | known.person_nouns
        | known.body_nouns
        | known.state_heads
        | known.country_heads
        | known.kin_words
        | known.feminine
        | known.masculine
    )


@cache
def given_names() -> frozenset[str]:
    """First names whose bearers are nearly always of one gender."""
    return words().feminine_names | words().masculine_names


@cache
def known_organizations(language: str = "en") -> dict[str, str]:
    """Every known way to name an organisation of the world or a body of a state, with the name used for it."""
    national = (forms for bodies in _bodies_of_states(language).values() for forms in bodies)
    return {form: forms[0] for forms in (*national, *words(language).organizations) for form in forms}


@cache
def country_of_body(name: str, language: str = "en") -> str | None:
    """The code of the country whose body has this name all over the world ("Knesset")."""
    found = (code for code, bodies in _bodies_of_states(language).items() for forms in bodies if forms[0] == name)
    return next(found, None)


@cache
def _bodies_of_states(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    data: dict[str, tuple[tuple[str, ...], ...]] = load(language, "bodies", dict[str, tuple[tuple[str, ...], ...]])
    return data
