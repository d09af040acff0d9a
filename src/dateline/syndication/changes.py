"""What differs between two texts, sentence by sentence."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from dateline.records import BlockKind, Reading
from dateline.syndication.passages import Passage, passages

REWORDED = 0.5
"""Likeness of words from which a sentence counts as changed, not as one taken out and another put in."""
COMPARED_AT_MOST = 40
"""Sentences of one changed stretch that are looked through for a reworded one."""

ChangeKind = Literal["added", "removed", "changed", "same"]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One difference: `before` is None where something was added, `after` where it was removed.

    Only an alignment has any of the kind "same".

    `paragraph` is that of the newer text, of the older one where it was removed; it counts from 1 within `block`.
    """

    kind: ChangeKind
    block: BlockKind
    paragraph: int
    before: str | None
    after: str | None


def changes(before: Reading, after: Reading) -> list[Change]:
    """What the later text changed in the earlier one, in its order. White space alone is no change."""
    return [change for change in alignment(before, after) if change.kind != "same"]


def alignment(before: Reading, after: Reading) -> list[Change]:
    """Both texts in whole, sentence beside sentence: what stayed the same is of the kind "same"."""
    old, new = passages(before), passages(after)
    matcher = SequenceMatcher(None, _keys(old), _keys(new), autojunk=False)
    found: list[Change] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found.extend(_change("same", a, b) for a, b in zip(old[i:j], new[k:m], strict=True))
        else:
            found.extend(_stretch(old[i:j], new[k:m]))
    return found


def _keys(given: Sequence[Passage]) -> list[tuple[str, bool]]:
    return [(passage.text, passage.kind == "headline") for passage in given]


def _stretch(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[Change]:
    """One changed stretch: reworded sentences are paired in order, the others stand alone."""
    left = 0
    for passage in new:
        partner = _reworded(passage, old[left : left + COMPARED_AT_MOST])
        if partner is None:
            yield _change("added", None, passage)
            continue
        yield from (_change("removed", gone, None) for gone in old[left : left + partner])
        yield _change("changed", old[left + partner], passage)
        left += partner + 1
    yield from (_change("removed", gone, None) for gone in old[left:])


def _reworded(passage: Passage, among: Sequence[Passage]) -> int | None:
    """Index of the first passage that this one seems to be made from."""
    matcher: SequenceMatcher[str] = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(passage.text.split())
    for number, other in enumerate(among):
        matcher.set_seq1(other.text.split())
        same_kind = (other.kind == "headline") == (passage.kind == "headline")
        if same_kind and matcher.quick_ratio() >= REWORDED and matcher.ratio() >= REWORDED:
            return number
    return None


def _change(kind: ChangeKind, before: Passage | None, after: Passage | None) -> Change:
    place = after or before
    assert place is not None
    return Change(
        kind=kind,
        block=place.kind,
        paragraph=place.paragraph,
        before=before.text if before else None,
        after=after.text if after else None,
    )
