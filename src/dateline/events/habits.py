"""Habits: what the simple present tells of anybody or of any time is no event."""

from collections.abc import Callable

from spacy.tokens import Token

from dateline.events.clauses import children, is_present
from dateline.events.codebook import Sense
from dateline.events.predicates import Predicates
from dateline.records import Span

KindOf = Callable[[Token], str | None]
SAYING = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of what is done by saying it, in the present too: "X condemns attacks on Y"."""
TIMES = frozenset({"DATE", "TIME"})


class Habits:
    """Tells habits from events. `presents` are the blocks that tell the news in the present: headlines, captions."""

    def __init__(self, words: Predicates, kind_of: KindOf, presents: tuple[Span, ...]) -> None:
        self.words = words
        self.kind_of = kind_of
        self.presents = presents

    def tells_habit(self, verb: Token) -> bool:
        """The simple present tells a state or a habit, except in headlines and captions, where it tells the news."""
        return is_present(verb) and not any(s.start <= verb.idx < s.end for s in self.presents)

    def is_generic(self, verb: Token, sense: Sense | None) -> bool:
        """ "Players who sign up get ...", "they often meet", "X supplies drones to Y"."""
        if not self.tells_habit(verb):
            return verb.dep_ == "advcl" and self._is_passive_present(verb)
        if verb.lemma_.lower() in self.words.feeling:
            return True
        marks = {c.lower_ for c in children(verb, "mark")}
        if marks & self.words.conditioning:
            return False
        return verb.dep_ in ("relcl", "advcl") or self._is_repeated(verb) or self._is_trade(verb, sense)

    def _is_passive_present(self, verb: Token) -> bool:
        """ "When boosters are recovered": the same in the passive, of nobody with a name."""
        helpers = {c.lower_ for c in children(verb, "aux", "auxpass")}
        named = any(self.kind_of(s) not in (None, "group") for s in children(verb, "nsubjpass"))
        return verb.tag_ == "VBN" and bool(helpers) and helpers <= {"is", "are"} and not named

    def _is_repeated(self, verb: Token) -> bool:
        return any(
            c.lower_ in self.words.habitual or (c.dep_ == "npadvmod" and c.left_edge.lower_ in ("every", "each"))
            for c in verb.children
        )

    def _is_trade(self, verb: Token, sense: Sense | None) -> bool:
        """ "X supplies drones": with what is not counted the present tells what one does, not what was done."""
        if sense is None or sense.type in SAYING or any(t.ent_type_ in TIMES for t in verb.subtree):
            return False
        objects = children(verb, "dobj", "obj")
        return bool(objects) and all(map(self._is_uncounted, objects))

    def _is_uncounted(self, noun: Token) -> bool:
        counted = children(noun, "det", "nummod", "poss", "quantmod", "predet")
        return noun.pos_ == "NOUN" and not counted and self.kind_of(noun) in (None, "group")
