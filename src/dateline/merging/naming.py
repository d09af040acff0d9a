"""Which full name of the pages a name stands for, in another spelling or for short, kept page by page.

A person's name stands for the same name in another spelling or order (`dateline.mentions.spellings`), else for the only
fuller name that it may be short for; an acronym for the only full name of a body that a page uses it for. A full name
is written as on the first page that has it. Names that people told apart never stand for each other.

What a name stands for depends on the full names that share a key with it. A page that brings such a name changes what
the pages that ask for these keys say, and no other page.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from dateline.mentions import asked_keys, is_given_name, name_key, short_keys
from dateline.merging.candidates import Called, Candidate
from dateline.merging.names import MARK, acronyms_of, asked_of, body_key, is_acronym, plain_key
from dateline.merging.shelf import Pair, Shelf
from dateline.records import EntityKind, Reading

PART = "\x1f"
LONGEST = 200
"""Letters of a name; what is longer is none."""


def learn(shelf: Shelf, readings: Collection[Reading], gone: Iterable[str]) -> set[str]:
    """Know the names of these pages, and no longer those of pages that are gone.

    Returns the keys under which a name may now stand for another than before.
    """
    old = shelf.owners("bears", sorted({*gone, *(r.page_id for r in readings)}))
    before = {(page, owner) for page, owners in old.items() for owner in owners}
    after = {(r.page_id, owner) for r in readings for owner in _borne(r)}
    dropped, put = sorted(before - after), sorted(after - before)
    touched = {owner for _, owner in (*dropped, *put)}
    near = sorted({key for owner in touched for key in (_key(owner), *_short(owner))})
    was = shelf.owners("written", near, 1)
    shelf.drop("bears", dropped)
    shelf.put("bears", put)
    shelf.drop("written", [_place(owner) for _, owner in dropped])
    shelf.put("written", [_place(owner) for _, owner in put])
    _forget(shelf, [owner for _, owner in dropped])
    shelf.put("fuller", [pair for _, owner in put for pair in _fuller(owner)])
    return _shaken(touched, was, shelf.owners("written", near, 1))


def _shaken(touched: Collection[str], was: Mapping[str, list[str]], now: Mapping[str, list[str]]) -> set[str]:
    """Keys whose names may stand for others now: not those of names that are on other pages too, written as before.

    `was` and `now` are the first that bear each name. Without this every page that names somebody well known would
    have all pages that name them read anew.
    """
    changed = [owner for owner in touched if not _is_known(owner, was) or not _is_known(owner, now)]
    keys = {key for owner in changed for key in (_key(owner), *_short(owner))}
    return keys | {key for first in (was, now) for name in keys & first.keys() for key in _short(first[name][0])}


def _is_known(owner: str, first: Mapping[str, list[str]]) -> bool:
    """Whether the first that bears a name writes it as this one does."""
    return any(_written(one) == _written(owner) for one in first.get(_key(owner), ()))


def in_full(shelf: Shelf, names: Collection[Called]) -> dict[Called, str]:
    """The full name of each name that stands for another, or is written in another way on the first page with it.

    Only people and acronyms stand for others by themselves; what people decided holds for every name.
    """
    own = {called: name_key(called[1]) for called in names}
    asked = {called: _asked_as(*called) for called in names}
    known = shelf.owners("fuller", sorted({key for keys in asked.values() for key in keys}))
    fuller = shelf.owners("fuller", sorted({key for keys in known.values() for key in keys}))
    apart = shelf.owners("apart", sorted({own[called] for called, keys in asked.items() if keys}))
    meant = {called: _meant(keys, known, fuller, apart.get(own[called], ())) for called, keys in asked.items()}
    keys = {called: key or own[called] for called, key in meant.items()}
    written = shelf.owners("written", sorted({key for called, key in keys.items() if asked[called]}), 1)
    found = {c: _written(written[key][0]) for c, key in keys.items() if asked[c] and key in written}
    alias = shelf.owners("alias", sorted(set(keys.values())), 1)
    found |= {called: alias[key][0] for called, key in keys.items() if key in alias}
    return {called: full for called, full in found.items() if full != called[1]}


def _asked_as(kind: EntityKind | None, name: str) -> tuple[str, ...]:
    """The keys of the full names that a name may stand for: a person's of people, an acronym of bodies, others none.

    A given name alone stands for nobody of another page.
    """
    if kind == "person":
        return () if is_given_name(name) else asked_keys(name)
    return (MARK + name,) if kind in ("organization", None) and is_acronym(name) else ()


def asking(candidates: Iterable[Candidate]) -> set[Pair]:
    """The keys that the names of events ask for, each with the page."""
    return {(key, c.event.page_id) for c in candidates for a in c.event.arguments for key in asked_of(a.name)}


def _meant(
    keys: Iterable[str], known: dict[str, list[str]], fuller: dict[str, list[str]], apart: Collection[str]
) -> str | None:
    """The only name of those that are known which none of them is fuller than."""
    found = {name for key in keys for name in known.get(key, ()) if plain_key(name) not in apart}
    fullest = {name for name in found if not found.intersection(fuller.get(name, ()))}
    return min(fullest) if len(fullest) == 1 else None


def _borne(reading: Reading) -> Iterator[str]:
    """Full names of people, and of bodies with an acronym, on a page: where they stand (in order of pages), as written.

    The acronym comes last.
    """
    stamp = reading.article.published.iso
    for number, entity in enumerate(reading.entities):
        name = entity.name.replace(PART, " ")
        place = f"{stamp} {reading.page_id} {number:06d}{PART}{name}"
        if len(name) > LONGEST:
            continue
        if entity.kind == "person" and short_keys(name):
            yield place
        for acronym in acronyms_of(entity):
            yield f"{place}{PART}{acronym}"


def _written(owner: str) -> str:
    return owner.split(PART)[1]


def _key(owner: str) -> str:
    """The key of the full name that an owner is."""
    _, name, *acronym = owner.split(PART)
    return body_key(name, acronym[0]) if acronym else name_key(name)


def _short(owner: str) -> set[str]:
    """The keys of what the full name is called for short."""
    _, name, *acronym = owner.split(PART)
    return {MARK + acronym[0]} if acronym else set(short_keys(name))


def _place(owner: str) -> Pair:
    return _key(owner), owner


def _fuller(owner: str) -> list[Pair]:
    key = _key(owner)
    return [(short, key) for short in sorted(_short(owner) - {key})]


def _forget(shelf: Shelf, owners: Collection[str]) -> None:
    """Take names that no page bears any longer from under their short forms."""
    left = shelf.owners("written", sorted({_key(owner) for owner in owners}), 1)
    shelf.drop("fuller", [pair for owner in owners if _key(owner) not in left for pair in _fuller(owner)])
