"""Two texts side by side, sentence beside sentence, with the words that differ."""

from collections.abc import Callable
from difflib import SequenceMatcher

import msgspec

from dateline.records import BlockKind, Reading
from dateline.syndication import Change, ChangeKind, alignment
from dateline.views.citations import Source

COMPARED_WORDS = 400
"""Words of a sentence whose differences are looked for one by one; a longer one differs as a whole."""


class Words(msgspec.Struct, frozen=True):
    """Some words of a sentence, and whether the other text has others here."""

    text: str
    differs: bool = False


class SidePair(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the older text beside one of the newer; empty where it has none beside it."""

    kind: ChangeKind
    block: BlockKind
    before: tuple[Words, ...] = ()
    after: tuple[Words, ...] = ()


class SideBySide(msgspec.Struct, frozen=True, kw_only=True):
    """Two texts in whole. The counts are of sentences, headline and captions among them."""

    before: Source
    after: Source
    pairs: tuple[SidePair, ...]
    added: int
    removed: int
    changed: int


def side_by_side(
    pages: tuple[str, str], source: Callable[[str], Source], reading: Callable[[str], Reading]
) -> SideBySide:
    """The texts of two pages (by id), the older first."""
    older, newer = sorted(pages, key=lambda page: _age(reading(page)))
    found = alignment(reading(older), reading(newer))
    return SideBySide(
        before=source(older),
        after=source(newer),
        pairs=tuple(map(_pair, found)),
        added=_count(found, "added"),
        removed=_count(found, "removed"),
        changed=_count(found, "changed"),
    )


def _age(reading: Reading) -> tuple[str, str, str]:
    article = reading.article
    return article.published.iso, article.updated.iso if article.updated else "", reading.page_id


def _count(found: list[Change], kind: ChangeKind) -> int:
    return sum(change.kind == kind for change in found)


def _pair(change: Change) -> SidePair:
    before, after = _differing(change) if change.kind == "changed" else (_whole(change.before), _whole(change.after))
    return SidePair(kind=change.kind, block=change.block, before=before, after=after)


def _whole(text: str | None) -> tuple[Words, ...]:
    return (Words(text),) if text else ()


def _differing(change: Change) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    old, new = (change.before or "").split(), (change.after or "").split()
    if max(len(old), len(new)) > COMPARED_WORDS:
        return (Words(" ".join(old), True),), (Words(" ".join(new), True),)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    before = tuple(Words(" ".join(old[i:j]), tag != "equal") for tag, i, j, _, _ in codes if i < j)
    after = tuple(Words(" ".join(new[k:m]), tag != "equal") for tag, _, _, k, m in codes if k < m)
    return before, after
