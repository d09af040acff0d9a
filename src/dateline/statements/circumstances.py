"""When and where words were spoken, and through which outlet: apart from the times and places of what is said."""

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc, Token

from dateline.records import Argument, Interval, Mention, TimeExpression
from dateline.sentences import columns
from dateline.statements.cues import Cues, cue_data
from dateline.statements.drafts import Draft, span_of
from dateline.statements.speakers import Names
from dateline.statements.syntax import core, subtree

DAYS = ("DATE", "TIME")


class Circumstances:
    """The times and places of a page, asked by the cue that they hang from."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], times: Sequence[TimeExpression], names: Names) -> None:
        starts = {start: i for i, start in enumerate(columns(doc).start)}
        self._names = names
        self._times: dict[int, TimeExpression] = {}
        self._places: dict[int, Token] = {}
        for time in times:
            if time.type in DAYS and not time.interval.is_open:
                for word in _inside(doc, starts, time):
                    self._times.setdefault(_held_by(word), time)
        for mention in mentions:
            head = starts.get(mention.head.start)
            if head is not None and mention.kind in ("place", "country"):
                self._places.setdefault(head, doc[head])

    def time(self, draft: Draft, medium: Token | None) -> Interval | None:
        """The days of speaking, where a time word hangs from the cue or its medium."""
        time = self._times.get(draft.anchor) or (self._times.get(medium.i) if medium is not None else None)
        return time.interval if time is not None else None

    def place(self, draft: Draft, doc: Doc, prepositions: frozenset[str]) -> Argument | None:
        """Where it was spoken: a place behind a preposition that hangs from the cue and is not of what is said."""
        for preposition in doc[draft.anchor].children:
            if preposition.lower_ in prepositions and preposition.i not in draft.content:
                for noun in preposition.children:
                    if noun.i in self._places and noun.dep_ == "pobj":
                        words = span_of(core(noun, preposition.i), doc)
                        entity = self._names.entity(noun)
                        name = entity.name if entity else words.of(doc.text)
                        return Argument(role="place", name=name, span=words, entity=entity.id if entity else None)
        return None


def _inside(doc: Doc, starts: Mapping[int, int], time: TimeExpression) -> list[Token]:
    first = starts.get(time.span.start)
    if first is None:
        return []
    last = first
    while last + 1 < len(doc) and doc[last + 1].idx < time.span.end:
        last += 1
    return [t for t in doc[first : last + 1] if not first <= t.head.i <= last]


def _held_by(word: Token) -> int:
    """The word that a time hangs from, through its preposition; itself where it hangs from none."""
    above = word.head
    return above.head.i if above.dep_ == "prep" else above.i


def outlet_of(addressees: Iterable[Token], medium: Token | None, names: Names, data: Cues) -> str | None:
    """The outlet or agency that was spoken to or through: "told the Post", "in an interview with Radio Nord"."""
    near = [*addressees, *(medium.doc[i] for i in sorted(subtree(medium)))] if medium is not None else addressees
    for word in near:
        entity = names.entity(word)
        named = (entity.name, *entity.names) if entity is not None and entity.kind == "organization" else ()
        if any(is_outlet(name, data) for name in named):
            return named[0]
    return None


def is_outlet(name: str, data: Cues | None = None) -> bool:
    """Whether a name has a word of names of outlets and agencies in it ("Radio Nord", "Ostrel Times")."""
    outlets = (data or cue_data("en")).outlets
    return any(part.lower() in outlets for part in name.split())
