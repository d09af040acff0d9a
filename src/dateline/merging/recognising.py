"""Who is who across pages, kept page by page: a page changes only the actors that it names, or whose names it explains.

What a name stands for is asked of the shelf of merging: see `naming.py`. From scratch is one big addition to an empty
shelf, so adding page by page, in any order, gives the same.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, Protocol

from dateline.merging import naming
from dateline.merging.actors import LONGEST_NAME, SEPARATOR, Appearance, actor_id, actor_of, appearances
from dateline.merging.candidates import Called
from dateline.merging.names import asked_of, is_named, plain
from dateline.merging.shelf import MemoryIndex, MemoryShelf, Pair, Shelf
from dateline.records import Actor, EntityKind, Reading

ActorKind = Literal[
    "form",  # page -> the forms (kind and name) of its entities
    "asks",  # key of a name -> forms that may stand for another name under it
    "is",  # form -> its actor
    "held",  # actor -> its forms
    "due",  # nothing -> actors that are to be made anew
]
DUE = ""
Known = tuple[EntityKind, str]
"""A name and what it is the name of."""
Formed = tuple[EntityKind, str, str | None]
"""The same, and for what has no name of its own its page."""


class ActorShelf(Protocol):
    """What is kept between one page and the next: keys, appearances, and actors."""

    def owners(self, kind: ActorKind, keys: Collection[str], limit: int | None = None) -> Mapping[str, Sequence[str]]:
        """What stands under each key, in order, at most `limit` a key; keys with nothing are left out."""
        ...

    def put(self, kind: ActorKind, pairs: Iterable[Pair]) -> None: ...

    def drop(self, kind: ActorKind, pairs: Iterable[Pair]) -> None: ...

    def appearances(self, forms: Collection[str]) -> Mapping[str, Sequence[Appearance]]:
        """The appearances of forms, in order; forms without any are left out."""
        ...

    def put_appearances(self, found: Collection[Appearance]) -> None: ...

    def drop_appearances(self, pages: Collection[str]) -> None: ...

    def write_actors(self, found: Collection[Actor], gone: Collection[str]) -> None:
        """Keep actors, in place of those of the same ids; take others away, by id."""
        ...


def actors(readings: Iterable[Reading], apart: Collection[Pair] = ()) -> tuple[Actor, ...]:
    """All actors, by name and kind. `names` holds every form met on any page.

    `apart` are pairs of keys of names (`dateline.mentions.name_key`) that people told apart.
    """
    known, names = list({r.page_id: r for r in readings}.values()), MemoryShelf()
    names.put("apart", apart)
    naming.learn(names, known, ())
    return actors_among(names, known)


def actors_among(names: Shelf, readings: Collection[Reading]) -> tuple[Actor, ...]:
    """All actors of some pages; the shelf of merging knows what their names stand for."""
    shelf = MemoryActors()
    recognise(shelf, names, readings)
    make_due(shelf, names)
    return shelf.everything()


def recognise(
    shelf: ActorShelf,
    names: Shelf,
    added: Collection[Reading],
    removed: Iterable[str] = (),
    asked: Collection[str] = (),
) -> None:
    """Note of these pages who appears on them, that `removed` are gone, and which actors are to be made anew.

    `asked` are keys of names that may stand for others than before. Pages that are known are looked at anew.
    """
    pages = sorted({*removed, *(reading.page_id for reading in added)})
    found = [seen for reading in added for seen in appearances(reading)]
    old = {(page, form) for page, forms in shelf.owners("form", pages).items() for form in forms}
    new = {(seen.page_id, seen.form) for seen in found}
    shelf.drop_appearances(pages)
    shelf.put_appearances(found)
    shelf.drop("form", sorted(old - new))
    shelf.put("form", sorted(new - old))
    forms = {form for _, form in old | new}
    _name(shelf, names, {seen.form: seen for seen in found}, forms, asked)


def _name(
    shelf: ActorShelf, names: Shelf, found: Mapping[str, Appearance], forms: Collection[str], asked: Collection[str]
) -> None:
    """Give forms their actors: those that have none, and those whose names may stand for others now."""
    shaken = {form for owners in shelf.owners("asks", sorted(asked)).values() for form in owners}
    before = {form: owners[0] for form, owners in shelf.owners("is", sorted({*forms, *shaken})).items()}
    fresh = {form: seen for form, seen in found.items() if form not in before}
    named = {form: _formed(seen) for form, seen in fresh.items()}
    named |= {form: _parted(form) for form in shaken if form not in fresh}
    full = naming.in_full(names, {(kind, name) for kind, name, _ in named.values()})
    after = {form: _identity(full, *called) for form, called in named.items()}
    left = sorted((form, id) for form, id in before.items() if after.get(form, id) != id)
    come = sorted((form, id) for form, id in after.items() if before.get(form) != id)
    shelf.drop("is", left)
    shelf.drop("held", [(id, form) for form, id in left])
    shelf.put("is", come)
    shelf.put("held", [(id, form) for form, id in come])
    shelf.put("asks", [(key, form) for form, seen in fresh.items() for key in _asking(seen)])
    shelf.put("due", [(DUE, id) for id in sorted({*before.values(), *after.values()})])


def _identity(full: Mapping[Called, str], kind: EntityKind, name: str, page: str | None) -> str:
    """The id of the actor that a form is of; what stands for another name is of no page of its own."""
    written = full.get((kind, name))
    return actor_id(kind, name, page) if written is None else actor_id(kind, written)


def make_due(shelf: ActorShelf, names: Shelf, limit: int | None = None) -> bool:
    """Make anew the actors, at most `limit`, that are due; says whether there were any."""
    due = list(shelf.owners("due", [DUE], limit).get(DUE, ()))
    held = shelf.owners("held", due)
    seen = shelf.appearances([form for id in due for form in held.get(id, ())])
    _forget(shelf, [(form, id) for id in due for form in held.get(id, ()) if form not in seen])
    by_actor = {id: _in_order(seen.get(form, ()) for form in held.get(id, ())) for id in due}
    first = {id: (found[0].kind, found[0].name) for id, found in by_actor.items() if found}
    full = naming.in_full(names, set(first.values()))
    made = [actor_of(id, full.get(called, called[1]), by_actor[id]) for id, called in first.items()]
    shelf.write_actors(made, [id for id in due if id not in first])
    shelf.drop("due", [(DUE, id) for id in due])
    return bool(due)


def _forget(shelf: ActorShelf, unseen: Collection[Pair]) -> None:
    """Forms that no page has any longer are nobody's."""
    shelf.drop("is", unseen)
    shelf.drop("held", [(id, form) for form, id in unseen])
    shelf.drop("asks", [(key, form) for form, _ in unseen for key in asked_of(_parted(form)[1])])


def _in_order(found: Iterable[Sequence[Appearance]]) -> list[Appearance]:
    return sorted((seen for each in found for seen in each), key=lambda seen: seen.place)


def _formed(seen: Appearance) -> Formed:
    return seen.kind, seen.name, None if is_named(seen.kind, seen.name) else seen.page_id


def _parted(form: str) -> Formed:
    """Kind and name of a form, and the page where it is of one."""
    kind, name, *page = form.split(SEPARATOR)
    known: EntityKind = kind  # type: ignore[assignment]
    return known, name, page[0] if page else None


def _asking(seen: Appearance) -> Sequence[str]:
    """The keys under which what a name stands for may change."""
    return asked_of(seen.name) if len(seen.name) <= LONGEST_NAME else ()


class MemoryActors(MemoryIndex[ActorKind]):
    """A shelf in memory, for actors that are made at one go."""

    def __init__(self) -> None:
        super().__init__()
        self._appearances: dict[str, dict[str, Appearance]] = {}
        self._forms: dict[str, set[str]] = {}
        self._actors: dict[str, Actor] = {}

    def appearances(self, forms: Collection[str]) -> Mapping[str, Sequence[Appearance]]:
        found = {form: self._appearances.get(form, {}) for form in forms}
        return {form: [seen for _, seen in sorted(places.items())] for form, places in found.items() if places}

    def put_appearances(self, found: Collection[Appearance]) -> None:
        for seen in found:
            self._appearances.setdefault(seen.form, {})[seen.place] = seen
            self._forms.setdefault(seen.page_id, set()).add(seen.form)

    def drop_appearances(self, pages: Collection[str]) -> None:
        for page in pages:
            for form in self._forms.pop(page, ()):
                kept = {place: seen for place, seen in self._appearances[form].items() if seen.page_id != page}
                self._appearances[form] = kept

    def write_actors(self, found: Collection[Actor], gone: Collection[str]) -> None:
        for id in gone:
            self._actors.pop(id, None)
        self._actors.update((actor.id, actor) for actor in found)

    def everything(self) -> tuple[Actor, ...]:
        """All actors, by name and kind."""
        return tuple(sorted(self._actors.values(), key=lambda a: (plain(a.name), a.kind, a.id)))
