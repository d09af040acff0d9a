"""The event codebook: types with the verbs and nouns that name them, one YAML file a type.

PLOVER's types come with its modes; the types of the rest of the news are this project's own.
`docs/codebook.md` describes the form of a file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from dateline.errors import DataError
from dateline.languages import load

NO_TYPE = "NONE"
IDLE = "IDLE"
"""Stands for a type where a pattern says that there is no event."""
PLOVER = "PLOVER"
CLASS = "@"
"""Before the name of a class of words, where a list of words may stand."""

Words = frozenset[str]
ObjectKind = Literal["acting", "person", "individual", "organization", "country", "any"]


class VerbPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs with the company they must keep; every named condition has to hold.

    `objects`: lemmas, one of which is the object's head or in its compound. `actors`: the same of the subject.
    `complements`: lemmas of an adjective or infinitive, or of what will be done ("warned that they would attack").
    `particle`, `prep`: a particle, a preposition, or several to choose from. `behind`: lemmas of nouns behind a
    preposition ("put behind bars"). `with`, `to`: the kind that the object, or the object of "to", must be (acting:
    person, organisation, country or group). `company`: whether several act together. `modifier`: a word before the
    verb. `others`: whether somebody else is to act ("want X to go", "insist that X go"). `by`: the kind that the
    subject must be. `naming`: whether it says what somebody is called. `speech`: to say it is an event of its own,
    though it introduces a statement.
    """

    lemma: str | tuple[str, ...]
    objects: Words | None = None
    actors: Words | None = None
    complements: Words | None = None
    behind: Words | None = None
    particle: str | Words | None = None
    prep: str | Words | None = None
    object_kind: ObjectKind | None = msgspec.field(default=None, name="with")
    to: Literal["acting", "person", "country"] | None = None
    company: bool | None = None
    modifier: str | None = None
    others: bool | None = None
    by: ObjectKind | None = None
    naming: bool | None = None
    speech: bool | None = None

    @property
    def lemmas(self) -> tuple[str, ...]:
        return (self.lemma,) if isinstance(self.lemma, str) else self.lemma

    @property
    def specificity(self) -> int:
        return sum(getattr(self, name) is not None for name in self.__struct_fields__[1:] if name != "speech")


class NounPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that names the event only among certain words: lemmas, one of which stands in its sentence."""

    lemma: str
    among: Words


class ModeData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mode of a type: how it is done. Its words name the type as well."""

    description: str = ""
    verbs: tuple[str | VerbPattern, ...] = ()
    nouns: tuple[str | NounPattern, ...] = ()


class TypeData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the codebook.

    `scheme` says whose type it is. `content_modes` gives the mode by the type of what is asked for, refused or
    threatened. `idle` holds idioms that are no event, though their verb may name one: "pay attention"; `idle_nouns`
    the same of nouns: "great deal".
    """

    label: str
    description: str
    source: str
    scheme: str = "own"
    verbs: tuple[str | VerbPattern, ...] = ()
    nouns: tuple[str | NounPattern, ...] = ()
    copulas: frozenset[str] = frozenset()
    exchange: frozenset[str] = frozenset()
    modes: dict[str, ModeData] = {}
    content_modes: dict[str, str] = {}
    idle: tuple[VerbPattern, ...] = ()
    idle_nouns: tuple[str, ...] = ()

    def patterns(self) -> Iterator[tuple[str | None, VerbPattern]]:
        """Every pattern with its mode."""
        for mode, verbs in ((None, self.verbs), *((name, data.verbs) for name, data in self.modes.items())):
            for verb in verbs:
                yield mode, VerbPattern(verb) if isinstance(verb, str) else verb

    def all_nouns(self) -> Iterator[tuple[str | None, str | NounPattern]]:
        """Every noun with its mode."""
        for mode, nouns in ((None, self.nouns), *((name, data.nouns) for name, data in self.modes.items())):
            yield from ((mode, noun) for noun in nouns)


class Predicate(msgspec.Struct, frozen=True):
    """What the codebook asks of a verb in its sentence. Kinds are entity kinds."""

    lemma: str
    objects: Words = frozenset()
    object_kinds: Words = frozenset()
    subjects: Words = frozenset()
    subject_kinds: Words = frozenset()
    complements: Words = frozenset()
    particles: Words = frozenset()
    preps: Words = frozenset()
    behind: Words = frozenset()
    to_kinds: Words = frozenset()
    company: bool = False
    modifiers: Words = frozenset()
    others: bool = False
    naming: bool = False


class Sense(msgspec.Struct, frozen=True):
    """What the codebook makes of a word; `is_act`: saying it is an event even where it introduces a statement."""

    type: str
    mode: str | None = None
    is_act: bool = True


ACTING = frozenset({"person", "organization", "country", "group"})
KINDS = {
    "acting": ACTING,
    "person": frozenset({"person", "group"}),
    "individual": frozenset({"person"}),
    "organization": frozenset({"organization", "country"}),
    "country": frozenset({"country"}),
}


def _asked(patterns: Iterable[VerbPattern]) -> frozenset[str]:
    names = VerbPattern.__struct_fields__[1:]
    return frozenset(name for p in patterns for name in names if getattr(p, name) is not None) - {"speech"}


def _kind_fits(wanted: str | None, kinds: Words, objects: Words) -> bool:
    if wanted is None:
        return True
    return bool(objects or kinds) if wanted == "any" else bool(kinds & KINDS[wanted])


def _word_fits(wanted: str | Words | None, found: Words) -> bool:
    return wanted is None or (wanted in found if isinstance(wanted, str) else bool(wanted & found))


def _fits(pattern: VerbPattern, p: Predicate) -> bool:
    return (
        (pattern.objects is None or bool(pattern.objects & p.objects))
        and (pattern.actors is None or bool(pattern.actors & p.subjects))
        and (pattern.complements is None or bool(pattern.complements & p.complements))
        and (pattern.behind is None or bool(pattern.behind & p.behind))
        and _word_fits(pattern.particle, p.particles)
        and _word_fits(pattern.prep, p.preps)
        and _kind_fits(pattern.object_kind, p.object_kinds, p.objects)
        and _kind_fits(pattern.to, p.to_kinds, frozenset())
        and (pattern.company is None or pattern.company == p.company)
        and (pattern.modifier is None or pattern.modifier in p.modifiers)
        and (pattern.others is None or pattern.others == p.others)
        and _kind_fits(pattern.by, p.subject_kinds, p.subjects)
        and (pattern.naming is None or pattern.naming == p.naming)
    )


class Codebook:
    """Looks up types of verbs and nouns.

    The most specific pattern wins, then idioms that are no event, then those of `own` types, then PLOVER's types before
    others, then the order of names. Lists of words may hold names of `classes` ("@troops"); DataError where there is
    none of that name.
    """

    def __init__(
        self,
        types: Mapping[str, TypeData],
        classes: Mapping[str, Words] | None = None,
        own: Mapping[str, TypeData] | None = None,
    ) -> None:
        own = own or {}
        # What is added to a type leaves its scheme, codes and description as they are.
        self.types = {**own, **types}
        self._classes = classes or {}
        self._verbs: dict[str, list[tuple[tuple[int, bool], VerbPattern, Sense]]] = {}
        self._nouns: dict[str, list[tuple[Words | None, Sense]]] = {}
        both = [*own.items(), *types.items()]
        self.copulas = [(name, self._expand(name, data.copulas)) for name, data in both]
        self.exchange = [(name, self._expand(name, data.exchange)) for name, data in both]
        self._taken: Words = frozenset()
        for name in sorted(own):
            self._add(name, own[name])
        self._taken = frozenset(noun for noun, senses in self._nouns.items() if senses[0][0] is None)
        for name in sorted(types, key=lambda n: (n == NO_TYPE, types[n].scheme != PLOVER, n)):
            self._add(name, types[name])
        for patterns in self._verbs.values():
            patterns.sort(key=lambda p: p[0])
        self._asked = {lemma: _asked(p for _, p, _ in patterns) for lemma, patterns in self._verbs.items()}

    def _add(self, name: str, data: TypeData) -> None:
        idle = [(Sense(IDLE), pattern) for pattern in data.idle]
        named = [(Sense(name, m, bool(p.speech) or name != NO_TYPE), p) for m, p in data.patterns()]
        for sense, pattern in idle + named:
            expanded = self._expanded(name, pattern)
            for lemma in pattern.lemmas:
                rank = (-pattern.specificity, sense.type != IDLE)
                self._verbs.setdefault(lemma, []).append((rank, expanded, sense))
        for noun in data.idle_nouns:
            self._add_noun(noun, None, Sense(IDLE))
        for mode, told in data.all_nouns():
            if isinstance(told, str):
                self._add_noun(told, None, Sense(name, mode))
            else:
                self._add_noun(told.lemma, self._expand(name, told.among), Sense(name, mode))

    def _add_noun(self, noun: str, among: Words | None, sense: Sense) -> None:
        """A user's noun that needs no other words wins over the codebook's."""
        if noun not in self._taken:
            self._nouns.setdefault(noun, []).append((among, sense))

    def _expanded(self, name: str, pattern: VerbPattern) -> VerbPattern:
        lists = {field: getattr(pattern, field) for field in ("objects", "actors", "complements", "behind")}
        return msgspec.structs.replace(
            pattern, **{field: self._expand(name, words) for field, words in lists.items() if words is not None}
        )

    def _expand(self, name: str, words: Words) -> Words:
        """The words with the members of the classes that are named among them."""
        named = sorted(w for w in words if w.startswith(CLASS))
        unknown = [w for w in named if w[1:] not in self._classes]
        if unknown:
            raise DataError(f"event type {name}: no class of words {unknown[0]} (known: {', '.join(self._classes)})")
        return words.difference(named).union(*(self._classes[w[1:]] for w in named))

    def asked(self, lemma: str) -> frozenset[str]:
        """Which conditions the patterns of a verb name: fields of `VerbPattern`."""
        return self._asked.get(lemma, frozenset())

    def knows(self, lemma: str) -> bool:
        """Whether a verb of that lemma is listed."""
        return lemma in self._verbs

    def verb(self, predicate: Predicate) -> Sense | None:
        """Sense of a verb as it stands; of type NO_TYPE for an event without a type, None where no pattern fits."""
        return next((s for _, pattern, s in self._verbs.get(predicate.lemma, ()) if _fits(pattern, predicate)), None)

    def noun(self, words: Iterable[str], around: Callable[[], Words] = frozenset) -> Sense | None:
        """Sense of a noun, given its lemma with and without its compound, longest first; None where it has none.

        `around` gives the lemmas of its sentence. The sense that most of them speak for wins.
        """
        known = next((self._nouns[w] for w in words if w in self._nouns), ())
        if all(among is None for among, _ in known):
            return known[0][1] if known and known[0][1].type != IDLE else None
        found = around()
        spoken = [(len(among & found), sense) for among, sense in known if among is not None]
        most = max(number for number, _ in spoken)
        plain = (sense for among, sense in known if among is None)
        return next((s for number, s in spoken if number == most), None) if most else next(plain, None)

    def exchange_type(self, lemmas: Words) -> str | None:
        """Type of handing over one of these things in exchange for something."""
        return next((name for name, things in self.exchange if things & lemmas), None)

    def is_exchanged(self, name: str | None) -> bool:
        """Whether things are given in return under a type."""
        return any(name == kind and things for kind, things in self.exchange)

    def copula_type(self, lemmas: Words) -> str | None:
        """Type of calling something one of these ("is illegal")."""
        return next((name for name, words in self.copulas if words & lemmas), None)

    def content_mode(self, name: str | None, content: str | None) -> str | None:
        """Mode of a type by the type of what it asks for, refuses or threatens."""
        data = self.types.get(name or "")
        return data.content_modes.get(content or "") if data is not None else None

    def is_plover(self, name: str | None) -> bool:
        """Whether a type is one of PLOVER's."""
        return name in self.types and self.types[name].scheme == PLOVER


@cache
def word_classes(language: str = "en") -> dict[str, Words]:
    """Classes of words that patterns may name, from `languages/<language>/event_classes.yaml`."""
    data: dict[str, Words] = load(language, "event_classes", dict[str, frozenset[str]])
    return data


@cache
def codebook(language: str = "en") -> Codebook:
    """The codebook of a language: every file of `languages/<language>/events`."""
    folder = resources.files("dateline.languages") / language / "events"
    names = sorted(f.name.removesuffix(".yaml") for f in folder.iterdir() if f.name.endswith(".yaml"))
    return Codebook({name: load(language, f"events/{name}", TypeData) for name in names}, word_classes(language))
