"""The event codebook: PLOVER types with the verbs and nouns that name them, one YAML file a type."""

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from dateline.languages import load

NO_TYPE = "NONE"


class VerbPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb with the company it must keep; every named condition has to hold.

    `objects`: lemmas, one of which is the object's head or in its compound. `actors`: the same of the subject.
    `complements`: lemmas of an adjective or infinitive. `particle`, `prep`: a particle, a preposition. `with`, `to`:
    the kind that the object, or the object of "to", must be (acting: person, organisation, country or group).
    `company`: whether several act together. `modifier`: a word before the verb. `speech`: to say it is an event of
    its own, though it introduces a statement.
    """

    lemma: str
    objects: frozenset[str] | None = None
    actors: frozenset[str] | None = None
    complements: frozenset[str] | None = None
    particle: str | None = None
    prep: str | None = None
    object_kind: Literal["acting", "person", "individual", "country", "any"] | None = msgspec.field(
        default=None, name="with"
    )
    to: Literal["acting", "person", "country"] | None = None
    company: bool | None = None
    modifier: str | None = None
    speech: bool | None = None

    @property
    def specificity(self) -> int:
        return sum(getattr(self, name) is not None for name in self.__struct_fields__[1:] if name != "speech")


class TypeData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the codebook."""

    label: str
    description: str
    source: str
    verbs: tuple[str | VerbPattern, ...] = ()
    nouns: tuple[str, ...] = ()
    copulas: frozenset[str] = frozenset()
    exchange: frozenset[str] = frozenset()


class Predicate(msgspec.Struct, frozen=True):
    """What the codebook asks of a verb in its sentence. Kinds are entity kinds."""

    lemma: str
    objects: frozenset[str] = frozenset()
    object_kinds: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    preps: frozenset[str] = frozenset()
    to_kinds: frozenset[str] = frozenset()
    company: bool = False
    modifiers: frozenset[str] = frozenset()


ACTING = frozenset({"person", "organization", "country", "group"})
KINDS = {
    "acting": ACTING,
    "person": frozenset({"person", "group"}),
    "individual": frozenset({"person"}),
    "country": frozenset({"country"}),
}


def _kind_fits(wanted: str | None, kinds: frozenset[str], objects: frozenset[str]) -> bool:
    if wanted is None:
        return True
    return bool(objects or kinds) if wanted == "any" else bool(kinds & KINDS[wanted])


def _fits(pattern: VerbPattern, p: Predicate) -> bool:
    return (
        (pattern.objects is None or bool(pattern.objects & p.objects))
        and (pattern.actors is None or bool(pattern.actors & p.subjects))
        and (pattern.complements is None or bool(pattern.complements & p.complements))
        and (pattern.particle is None or pattern.particle in p.particles)
        and (pattern.prep is None or pattern.prep in p.preps)
        and _kind_fits(pattern.object_kind, p.object_kinds, p.objects)
        and _kind_fits(pattern.to, p.to_kinds, frozenset())
        and (pattern.company is None or pattern.company == p.company)
        and (pattern.modifier is None or pattern.modifier in p.modifiers)
    )


class Codebook:
    """Looks up types of verbs and nouns; the most specific pattern wins, then the order of type names."""

    def __init__(self, types: dict[str, TypeData]) -> None:
        self.types = types
        self._verbs: dict[str, list[tuple[int, str, VerbPattern]]] = {}
        self._nouns: dict[str, str] = {}
        for name, data in sorted(types.items(), key=lambda item: (item[0] == NO_TYPE, item[0])):
            for verb in data.verbs:
                pattern = VerbPattern(verb) if isinstance(verb, str) else verb
                self._verbs.setdefault(pattern.lemma, []).append((-pattern.specificity, name, pattern))
            for noun in data.nouns:
                self._nouns.setdefault(noun, name)
        for patterns in self._verbs.values():
            patterns.sort(key=lambda p: (p[0], p[1] == NO_TYPE, p[1]))

    def verb_type(self, predicate: Predicate) -> tuple[str | None, bool]:
        """Type of a verb as it stands, and whether saying it is an event even where it introduces a statement.

        NO_TYPE for an event without a type, None where the codebook has no fitting pattern.
        """
        for _, name, pattern in self._verbs.get(predicate.lemma, ()):
            if _fits(pattern, predicate):
                return name, bool(pattern.speech) or name != NO_TYPE
        return None, False

    def noun_type(self, words: Iterable[str]) -> str | None:
        """Type of a noun, given its lemma with and without its compound, longest first."""
        return next((self._nouns[w] for w in words if w in self._nouns), None)

    def exchange_type(self, lemmas: frozenset[str]) -> str | None:
        """Type of handing over one of these things in exchange for something."""
        return next((name for name, data in self.types.items() if data.exchange & lemmas), None)

    def copula_type(self, lemmas: frozenset[str]) -> str | None:
        """Type of calling something one of these ("is illegal")."""
        return next((name for name, data in self.types.items() if data.copulas & lemmas), None)


@cache
def codebook(language: str = "en") -> Codebook:
    """The codebook of a language: every file of `languages/<language>/events`."""
    folder = resources.files("dateline.languages") / language / "events"
    names = sorted(f.name.removesuffix(".yaml") for f in folder.iterdir() if f.name.endswith(".yaml"))
    return Codebook({name: load(language, f"events/{name}", TypeData) for name in names})
