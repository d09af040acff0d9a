"""The word classes of `languages/<code>/predicates.yaml`."""

from collections.abc import Iterable
from functools import cache, cached_property

import msgspec

from dateline.languages import load

Phrase = tuple[str, ...]


class Operators(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    promised: frozenset[str]
    planned: frozenset[str]
    expected: frozenset[str]
    possible: frozenset[str]
    happened: frozenset[str]
    attempted: frozenset[str]
    failed: frozenset[str]
    refused: frozenset[str]
    asked: frozenset[str]
    prevented: frozenset[str]
    made: frozenset[str]

    def of(self, lemma: str) -> str | None:
        """The class of a governing verb; None where it says nothing of what it governs."""
        return next((name for name in self.__struct_fields__ if lemma in getattr(self, name)), None)


class Predicates(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    stative: frozenset[str]
    light: frozenset[str]
    ending: frozenset[str]
    beginning: frozenset[str]
    occurring: frozenset[str]
    operators: Operators
    future: frozenset[str]
    hypothetical: frozenset[str]
    conditional: frozenset[str]
    alleging: frozenset[str]
    blaming: frozenset[str]
    believing: frozenset[str]
    traced: frozenset[str]
    negating: frozenset[str]
    particles: frozenset[str]
    conditioning: frozenset[str]
    conditions: frozenset[str]
    conditions_ahead: frozenset[str]
    habitual: frozenset[str]
    feeling: frozenset[str]
    advising: frozenset[str]
    purposing: frozenset[str]
    things_ending: tuple[str, ...]
    things: frozenset[str]
    things_not: frozenset[str]
    states: frozenset[str]
    manners: frozenset[str]
    undergoing: frozenset[str]
    supposing: frozenset[str]
    within: frozenset[str]
    locative: frozenset[str]
    near: frozenset[str]
    sites: frozenset[str]
    frames: frozenset[str]
    journeys: frozenset[str]
    meetings: frozenset[str]
    quantities: frozenset[str]
    another: frozenset[str]
    object_control: frozenset[str]
    exchange: frozenset[str]
    receiving: frozenset[str]
    journey_verbs: frozenset[str]
    meeting_verbs: frozenset[str]
    performed: frozenset[str]
    apart: frozenset[str]
    giving_with: frozenset[str]
    backgrounding: frozenset[str]
    sharing: frozenset[str]
    telling: frozenset[str]
    first_person: frozenset[str]
    moving: frozenset[str]
    families: dict[str, frozenset[str]]
    light_prep: frozenset[str]
    told: frozenset[str]
    standing: dict[str, frozenset[str]]
    cancelling: frozenset[str]
    postponing: frozenset[str]
    inviting: frozenset[str]
    accepting: frozenset[str]

    @cached_property
    def undone(self) -> frozenset[str]:
        """Verbs that say of an event that there was none, or none yet."""
        return self.cancelling | self.postponing

    @cached_property
    def condition_starts(self) -> dict[str, tuple[Phrase, ...]]:
        """The phrases that open a condition, by their first word."""
        return _grouped(self.conditions | self.conditions_ahead, 0)

    @cached_property
    def condition_ends(self) -> dict[str, tuple[Phrase, ...]]:
        """The same by their last word."""
        return _grouped(self.conditions | self.conditions_ahead, -1)

    def family(self, lemma: str) -> str:
        """The kind of event that "the visit" or "the meeting" can point back to."""
        if lemma in self.journeys or lemma in self.journey_verbs:
            return "journey"
        if lemma in self.meetings or lemma in self.meeting_verbs:
            return "meeting"
        return next((name for name, members in self.families.items() if lemma in members), lemma)


def _grouped(phrases: Iterable[str], place: int) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(phrases):
        words = tuple(phrase.split())
        found[words[place]] = (*found.get(words[place], ()), words)
    return found


@cache
def predicates(language: str = "en") -> Predicates:
    """The word classes of a language."""
    data: Predicates = load(language, "predicates", Predicates)
    return data
