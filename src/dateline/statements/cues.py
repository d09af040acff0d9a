"""The cue words of a language, as data: what makes somebody a speaker."""

from functools import cache

import msgspec

from dateline.errors import DataError
from dateline.languages import load
from dateline.records import Commitment, Stance


PREPOSITIONS = frozenset({"of", "for", "on", "about", "against", "to", "in", "with", "over", "from", "as"})
FRAMES = frozenset({"quote", "clause", "question", "to", "object_to", "ing", "as", "object"}) | PREPOSITIONS


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


@cache
def verb_cues(language: str) -> dict[str, tuple[Cue, ...]]:
    """The senses of each cue verb by lemma, in the order of the file.

    Raises DataError where the language has no cues or names a way to take content that the reader does not know.
    """
    senses: dict[str, tuple[Cue, ...]] = {}
    for group in load(language, "cues", Cues).verbs:
        unknown = set(group.takes) - FRAMES
        if unknown:
            raise DataError(f"language data {language}/cues.yaml: unknown kinds of content {sorted(unknown)}")
        cue = Cue(group.stance, frozenset(group.takes), group.commitment)
        for lemma in group.lemmas:
            senses[lemma] = (*senses.get(lemma, ()), cue)
    return senses
