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
HARMING = frozenset({"ACCIDENT", "ASSAULT", "CRIME", "DISASTER", "HEALTH", "WEATHER"})
"""Types of what befalls people and things: told in the present, it is news all the same."""


class Habits:
    """Tells habits from events. `presents` are the blocks that tell the news in the present: headlines, captions."""

    def __init__(self, words: Predicates, kind_of: KindOf, presents: tuple[Span, ...]) -> None:
        self.words = words
        self.kind_of = kind_of
        self.presents = presents

    def tells_habit(self, verb: Token) -> bool:
        """The simple present tells a state or a habit, except in headlines and captions, where it tells the news."""
        return is_present(verb) and not self._in_present(verb)

    def is_generic(self, verb: Token, sense: Sense | None) -> bool:
        """ "Players who sign up get ...", "they often meet", "X supplies drones to Y"."""
        if not self.tells_habit(verb):
            return self._is_passive_present(verb, sense)
        if verb.lemma_.lower() in self.words.feeling or self._is_of_thing(verb, sense):
            return True
        marks = {c.lower_ for c in children(verb, "mark")}
        if marks & self.words.conditioning:
            return False
        return verb.dep_ in ("relcl", "advcl") or self._is_repeated(verb) or self._is_trade(verb, sense)

    def _is_passive_present(self, verb: Token, sense: Sense | None) -> bool:
        """The same in the passive, of nobody with a name: "when boosters are recovered", "rings are cut by the sea"."""
        helpers = {c.lower_ for c in children(verb, "aux", "auxpass")}
        if verb.tag_ != "VBN" or not helpers or not helpers <= {"is", "are"} or self._in_present(verb):
            return False
        kinds = {self.kind_of(s) for s in children(verb, "nsubjpass")}
        if verb.dep_ == "advcl":
            return kinds <= {None, "group"}
        harmed = sense is not None and sense.type in HARMING
        agents = (o for p in children(verb, "agent") for o in children(p, "pobj"))
        return kinds <= {None} and not harmed and not self._is_timed(verb) and not any(map(self.kind_of, agents))

    def _is_of_thing(self, verb: Token, sense: Sense | None) -> bool:
        """ "Registration closes", "the update allows you to play": what a thing does, undated."""
        subjects = children(verb, "nsubj")
        kept = sense is not None and sense.type in HARMING
        return (
            bool(subjects)
            and subjects[-1].pos_ == "NOUN"
            and is_thing(subjects[-1], self.words, self.kind_of)
            and not kept
            and not self._is_timed(verb)
        )

    def _is_timed(self, verb: Token) -> bool:
        return any(t.ent_type_ in TIMES for t in verb.subtree)

    def _in_present(self, verb: Token) -> bool:
        return any(s.start <= verb.idx < s.end for s in self.presents)

    def _is_repeated(self, verb: Token) -> bool:
        return any(
            c.lower_ in self.words.habitual or (c.dep_ == "npadvmod" and c.left_edge.lower_ in ("every", "each"))
            for c in verb.children
        )

    def _is_trade(self, verb: Token, sense: Sense | None) -> bool:
        """ "X supplies drones": with what is not counted the present tells what one does, not what was done."""
        if sense is None or sense.type in SAYING or self._is_timed(verb):
            return False
        objects = children(verb, "dobj", "obj")
        return bool(objects) and all(map(self._is_uncounted, objects))

    def _is_uncounted(self, noun: Token) -> bool:
        counted = children(noun, "det", "nummod", "poss", "quantmod", "predet")
        return noun.pos_ == "NOUN" and not counted and self.kind_of(noun) in (None, "group")


def is_thing(noun: Token, words: Predicates, kind_of: KindOf) -> bool:
    """A noun or pronoun that stands for nobody who could act: "this update", "the decision", "it"."""
    if kind_of(noun) is not None or noun.pos_ == "PROPN":
        return False
    name = noun.lemma_.lower()
    return name in words.things or (
        noun.pos_ == "NOUN" and name.endswith(words.things_ending) and name not in words.things_not
    )
