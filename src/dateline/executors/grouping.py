"""Stories on many sites and versions of pages, kept page by page: only what a page is a copy or version of is asked."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dateline.records import Reading
from dateline.store import MergeWriter

SHARED = 2
"""Slots of a signature that two pages share before their texts are compared. Pages that have nothing to do with each
other share one by chance too often; two, 1 pair in 10,000. Of copies cut down to a fifth 1 in 30 is missed."""
FEWEST_WORDS = 24
"""A shorter text is no copy of any."""

Pair = tuple[str, str]


def regroup(tables: MergeWriter, readings: Sequence[Reading], gone: Collection[str]) -> set[str]:
    """Make the groups of these pages anew; returns other pages whose words now count as from elsewhere."""
    from dateline.syndication import origins, syndicates, version_chains

    pages = {reading.page_id: reading for reading in readings}
    around = _around(tables, [*pages, *gone])
    _leave(tables, [*pages, *gone])
    _enter(tables, pages)
    around |= _around(tables, list(pages))
    known = list(tables.readings(around - set(gone)))
    tables.write_groups([*syndicates(known), *version_chains(known)], {*around, *gone})
    return _set_origins(tables, origins(known), gone) - set(pages)


def _around(tables: MergeWriter, pages: Collection[str]) -> set[str]:
    """All pages that are copies or versions of these, of those, and so on; and these."""
    found, edge = set(pages), list(pages)
    while edge:
        near = {page for pages in tables.shelf.owners("alike", edge).values() for page in pages}
        keys = {key for keys in tables.shelf.owners("versioned", edge).values() for key in keys}
        near |= {page for pages in tables.shelf.owners("version", sorted(keys)).values() for page in pages}
        edge = sorted(near - found)
        found |= near
    return found


def _leave(tables: MergeWriter, pages: Collection[str]) -> None:
    shelf = tables.shelf
    for kind, under in (("versioned", "version"), ("signed", "band")):
        held = list(_pairs(shelf.owners(kind, pages)))
        shelf.drop(kind, held)
        shelf.drop(under, [(key, page) for page, keys in held for key in keys.split()])
    alike = list(_pairs(shelf.owners("alike", pages)))
    shelf.drop("alike", [*alike, *((b, a) for a, b in alike)])


def _enter(tables: MergeWriter, pages: Mapping[str, Reading]) -> None:
    from dateline.syndication import near_copies, signatures, version_key

    shelf = tables.shelf
    long = [page for page in pages if len(pages[page].article.body.split()) >= FEWEST_WORDS]
    signed = signatures(pages[page].article.body for page in long)
    bands = {
        page: [f"{slot}:{value:08x}" for slot, value in enumerate(signature.digest())]
        for page, signature in zip(long, signed, strict=True)
    }
    versions = {page: version_key(reading.article) for page, reading in pages.items()}
    shelf.put("signed", [(page, " ".join(keys)) for page, keys in bands.items()])
    shelf.put("band", [(key, page) for page, keys in bands.items() for key in keys])
    shelf.put("versioned", list(versions.items()))
    shelf.put("version", [(key, page) for page, key in versions.items()])
    met = _met(tables, bands)
    texts = {r.page_id: r.article.body for r in tables.readings({page for pair in met for page in pair})}
    alike = [pair for pair in near_copies(texts) if pair in met or pair[::-1] in met]
    shelf.put("alike", [*alike, *((b, a) for a, b in alike)])


def _met(tables: MergeWriter, bands: Mapping[str, Sequence[str]]) -> set[Pair]:
    """Pages that share enough slots with one of these."""
    held = tables.shelf.owners("band", sorted({key for keys in bands.values() for key in keys}))
    met: set[Pair] = set()
    for page, keys in bands.items():
        counts = Counter(other for key in keys for other in held[key] if other != page)
        met.update((page, other) for other, count in counts.items() if count >= SHARED)
    return met


def _set_origins(tables: MergeWriter, origins: Mapping[str, str], gone: Iterable[str]) -> set[str]:
    """Keep where the words of pages come from; returns those for which that is new."""
    before = tables.shelf.owners("origin", [*origins, *gone])
    changed = {page for page, origin in origins.items() if before.get(page) != [origin]}
    lost = [(page, old) for page in (*sorted(changed), *gone) for old in before.get(page, ())]
    tables.shelf.drop("origin", lost)
    tables.shelf.put("origin", [(page, origins[page]) for page in sorted(changed)])
    return changed


def _pairs(owners: Mapping[str, Sequence[str]]) -> Iterator[Pair]:
    return ((key, owner) for key, found in owners.items() for owner in found)
