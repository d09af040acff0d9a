"""What the finders hand on: a statement in words of the parse, before spans, names and chains."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dateline.records import Span
from dateline.statements.cues import Cue

EDGES = frozenset(",.;:—–-…")
"""Marks that do not belong to a content when they stand at its edge outside quotation marks."""


@dataclass(frozen=True)
class Draft:
    """A statement in token indices of one parse.

    `anchor` is the word that makes the cue, `cue` the half-open range of all its words. `sources` are the heads of the
    speakers' phrases. `topic` says that the content is what is spoken about, not what is said;
    `continued`, that the content goes on without a cue of its own.
    """

    anchor: int
    cue: tuple[int, int]
    lemma: str
    sense: Cue
    sources: tuple[Token, ...]
    content: frozenset[int]
    topic: bool = False
    addressees: tuple[Token, ...] = ()
    negated: bool = False
    continued: bool = False

    def with_content(self, content: Iterable[int]) -> "Draft":
        """The same statement with another content."""
        return replace(self, content=frozenset(content))


def draft_of(
    word: Token,
    sense: Cue,
    sources: tuple[Token, ...],
    cue: tuple[int, int],
    found: tuple[set[int], bool],
    *,
    addressees: Iterable[Token] = (),
    negated: bool = False,
) -> Draft | None:
    """The statement of a cue word; None where its content lies within the cue itself."""
    content = frozenset(found[0]) - set(range(*cue))
    if not content:
        return None
    return Draft(
        anchor=word.i,
        cue=cue,
        lemma=word.lemma_.lower(),
        sense=sense,
        sources=sources,
        content=content,
        topic=found[1],
        addressees=tuple(t for t in addressees if t.i not in content),
        negated=negated,
    )


def without_closing_sources(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, where a source that closes the sentence stands over all before it and is nobody's words in it.

    In "Ost said A, Voss reported" the parse gives "Voss reported" to what Ost said.
    """
    closing = [(d, end) for d in drafts if (end := _end_of_closed(doc, d)) is not None]
    cut = [_cut(draft, closing, doc) for draft in drafts]
    last = {d.anchor for d, _ in closing}
    return [_with_closed(draft, cut) if draft.anchor in last else draft for draft in cut]


def _with_closed(last: Draft, drafts: Sequence[Draft]) -> Draft:
    """A source that closes a sentence, with all that those before it say: "... Who knew?” she said, X reports"."""
    said = (d.content for d in drafts if d.anchor in last.content and d.anchor != last.anchor and not d.topic)
    return last.with_content(last.content.union(*said) - set(range(*last.cue)))


def _end_of_closed(doc: Doc, draft: Draft) -> int | None:
    """Where the content ends, if it is all of a sentence up to a comma and its closing source; else None."""
    words = [i for i in draft.content if not doc[i].is_punct]
    if draft.topic or not words or max(words) >= draft.cue[0]:
        return None
    end = max(words) + 1
    parted = any(doc[i].text == "," for i in range(end, draft.cue[0]))
    return end if parted and min(draft.content) <= doc[draft.anchor].sent.start + 1 else None


def _cut(draft: Draft, closing: Sequence[tuple[Draft, int]], doc: Doc) -> Draft:
    for last, end in closing:
        if last.anchor in draft.content and draft.anchor in last.content and draft.anchor != last.anchor:
            kept = draft.content - set(range(end, doc[last.anchor].sent.end))
            draft = draft.with_content(kept) if kept else draft
    return draft


def runs(indices: Iterable[int], doc: Doc) -> list[tuple[int, int]]:
    """Half-open ranges of neighbouring words; a paragraph's end parts them."""
    found: list[tuple[int, int]] = []
    for index in sorted(indices):
        if doc[index].is_space:
            continue
        if found and all(_is_gap(doc[i]) for i in range(found[-1][1], index)):
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def _is_gap(word: Token) -> bool:
    return word.is_space and "\n" not in word.text


def trimmed(run: tuple[int, int], doc: Doc, quoted: frozenset[int]) -> tuple[int, int] | None:
    """The range without marks at its edges, or None where nothing else is in it. Marks of a quotation stay."""
    start, end = run
    while start < end and doc[start].text in EDGES and start not in quoted:
        start += 1
    while start < end and doc[end - 1].text in EDGES and end - 1 not in quoted:
        end -= 1
    return (start, end) if any(doc[i].is_alpha or doc[i].like_num for i in range(start, end)) else None


def span_of(run: tuple[int, int], doc: Doc) -> Span:
    """Code points of a range of words."""
    last = doc[run[1] - 1]
    return Span(doc[run[0]].idx, last.idx + len(last))
