"""The cue words of a language, as data: what makes somebody a speaker."""

from functools import cache

import msgspec

from dateline.errors import DataError
from dateline.languages import load
from dateline.records import Commitment, Stance
from dateline.statements.grammar import grammar

FRAMES = frozenset(
    {
        "quote",
        "clause",
        "question",
        "infinitive",
        "object_to",
        "object_of",
        "ing",
        "as",
        "finding",
        "nominal",
        "hearsay",
        "reported",
        "object",
    }
)


class Cue(msgspec.Struct, frozen=True):
    """What one cue word takes as content, and how its speaker stands to it."""

    stance: Stance
    takes: frozenset[str]
    commitment: Commitment = "certain"


class CueClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cue words that behave alike."""

    stance: Stance
    takes: tuple[str, ...]
    lemmas: tuple[str, ...]
    commitment: Commitment = "certain"


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `cues.yaml`."""

    verbs: tuple[CueClass, ...]
    adjectives: tuple[CueClass, ...]
    nouns: tuple[CueClass, ...]
    adverbs: tuple[CueClass, ...]
    attributives: tuple[CueClass, ...]
    carriers: frozenset[str]
    withholding: frozenset[str]
    messages: frozenset[str]
    informants: frozenset[str]
    media: frozenset[str]
    press: frozenset[str]
    outlets: frozenset[str]
    places: frozenset[str]
    terms: frozenset[str]
    others: frozenset[str]
    doubts: frozenset[str]
    contrasting: frozenset[str]
    alongside: frozenset[str]
    shifted: frozenset[str]
    unnamed: frozenset[str]
    lifeless: frozenset[str]
    personal: frozenset[str]
    speakers: frozenset[str]
    utterances: frozenset[str]
    agentive: tuple[str, ...]
    things: frozenset[str]
    helps: frozenset[str]
    lending: frozenset[str]


@cache
def cue_data(language: str) -> Cues:
    """The cues of a language; raises DataError where it has none."""
    data: Cues = load(language, "cues", Cues)
    return data


@cache
def verb_cues(language: str) -> dict[str, tuple[Cue, ...]]:
    """The senses of each cue verb by lemma, in the order of the file."""
    return _senses(language, cue_data(language).verbs)


@cache
def adjective_cues(language: str) -> dict[str, tuple[Cue, ...]]:
    """The senses of each cue adjective ("confident that ...") by lemma."""
    return _senses(language, cue_data(language).adjectives)


@cache
def noun_cues(language: str) -> dict[str, tuple[Cue, ...]]:
    """The senses of each cue noun ("his claim that ...") by lemma."""
    return _senses(language, cue_data(language).nouns)


@cache
def adverb_cues(language: str) -> dict[str, tuple[Cue, ...]]:
    """The senses of each cue adverb ("allegedly") by its form in lower case."""
    return _senses(language, cue_data(language).adverbs)


@cache
def attributive_cues(language: str) -> dict[str, tuple[Cue, ...]]:
    """The senses of each adjective before its noun ("the alleged theft") by its form in lower case."""
    return _senses(language, cue_data(language).attributives)


def _senses(language: str, groups: tuple[CueClass, ...]) -> dict[str, tuple[Cue, ...]]:
    """Raises DataError where a class names a kind of content that the reader does not know."""
    senses: dict[str, tuple[Cue, ...]] = {}
    for group in groups:
        unknown = set(group.takes) - FRAMES - grammar(language).prepositions
        if unknown:
            raise DataError(f"language data cues.yaml: unknown kinds of content {sorted(unknown)}")
        cue = Cue(group.stance, frozenset(group.takes), group.commitment)
        for lemma in group.lemmas:
            senses[lemma] = (*senses.get(lemma, ()), cue)
    return senses
