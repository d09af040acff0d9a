"""When an event was: its own time words, its clause's, its frame's, the story's; never narrower than the page."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.events.bounds import set_bounds
from dateline.events.clauses import DEPTH, ancestors, auxiliaries, children, is_verbal, phrase
from dateline.events.drafts import UNDATED, Draft
from dateline.events.frames import main_frame
from dateline.events.order import Ordered
from dateline.events.predicates import Predicates
from dateline.records import Basis, EventDate, Interval, TimeExpression
from dateline.times import lasting

STORY_REACH = 2
"""A day carries over to events of the same people this many sentences on."""


@dataclass(frozen=True, slots=True)
class _StoryPoint:
    number: int
    expression: EventDate
    people: frozenset[str]
    draft: Draft


class Dating:
    """Dates the drafts of one article. `published` is the day of the page."""

    def __init__(self, doc: Doc, times: Sequence[TimeExpression], published: datetime.date, words: Predicates) -> None:
        self.doc = doc
        self.times = times
        self.published = published
        self.words = words
        self._of_verbs: dict[int, list[TimeExpression]] = {}

    def date(self, drafts: Sequence[Draft], order: Sequence[Ordered]) -> None:
        """Sets `date` of every draft, own time words first, then what surrounds them, then what bounds them."""
        self._attach(drafts)
        for draft in drafts:
            draft.date = self._own(draft)
        owners = {t.i: d for d in drafts for t in d.trigger.words}
        for draft in drafts:
            draft.governor = self._governor(draft, owners)
        self._bound_by_duration(drafts)
        self._spread(drafts)
        self._bound_by_duration(drafts)
        self._share(drafts)
        self._spread(drafts)
        self._carry(drafts, order)
        self._spread(drafts)
        self._within_main_frame(drafts)
        set_bounds(drafts, order, self.published)
        for draft in drafts:
            draft.date = draft.date or UNDATED

    def _spread(self, drafts: Sequence[Draft]) -> None:
        """Dates from antecedent, clause, "since" and frame, in this order; what is dated first dates others next."""
        for _ in range(2):
            for step in (self._of_antecedent, self._of_clause, self._after_clause, self._of_frame):
                for draft in drafts:
                    if draft.date is None:
                        draft.date = step(draft)

    # --- time words of one's own

    def _attach(self, drafts: Sequence[Draft]) -> None:
        owners = {t.i: d for d in reversed(drafts) for t in reversed(d.trigger.words)}
        for expression in self.times:
            head = self._head(expression)
            if head is None:
                continue
            owner = self._noun_before(expression, owners) or self._owner(head, owners)
            if isinstance(owner, Draft):
                owner.expressions.append(expression)
            elif owner is not None:
                self._of_verbs.setdefault(owner.i, []).append(expression)

    def _head(self, expression: TimeExpression) -> Token | None:
        span = self.doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
        return span.root if span is not None else None

    def _noun_before(self, expression: TimeExpression, owners: dict[int, Draft]) -> Draft | None:
        """ "the establishment of ties 75 years ago": the noun whose phrase ends where the time words begin."""
        span = self.doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
        if span is None or span.start == 0:
            return None
        before = self.doc[span.start - 1]
        for token in (before, *ancestors(before)):
            if token.i in owners and owners[token.i].trigger.token.i == token.i and owners[token.i].trigger.is_noun:
                return owners[token.i] if phrase(token)[1] == span.start else None
            if is_verbal(token):
                return None
        return None

    def _owner(self, head: Token, owners: dict[int, Draft]) -> Draft | Token | None:
        """The trigger that a time word hangs from; else the verb. Words within the expression are not asked."""
        if head.i in owners:
            return owners[head.i]
        for token in ancestors(head):
            if token.i in owners:
                return owners[token.i]
            if is_verbal(token) and not (token.dep_ == "xcomp" and token.head.i in owners):
                return token
        return None

    def _own(self, draft: Draft) -> EventDate | None:
        expressions = draft.expressions + self._of_cue(draft)
        bounded = [e for e in expressions if self._dates(e) and not self._is_of_saying(e, draft)]
        if not bounded:
            return None
        best = min(bounded, key=lambda e: (_length(e.interval), e.span))
        return from_expression(best)

    def _is_of_saying(self, expression: TimeExpression, draft: Draft) -> bool:
        """ "On Monday they pledged to leave": the day of the pledge, not of the leaving."""
        latest, head = expression.interval.latest, self._head(expression)
        if draft.is_past or not draft.trigger.operators or latest is None or latest > self.published or head is None:
            return False
        return not any(a.i in (draft.trigger.token.i, draft.trigger.carrier.i) for a in (head, *ancestors(head)))

    def _dates(self, expression: TimeExpression) -> bool:
        """Whether an expression says when: a date, or a measure from a known time ("two months after that").

        "Recently" and "in recent years" say no more than that it is past.
        """
        if expression.interval.is_open or expression.type == "SET":
            return False
        if expression.type == "DURATION":
            return expression.anchor is not None
        if not expression.value.endswith("_REF"):
            return True
        words = self.doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
        return words is not None and any(w.lemma_.lower() in ("month", "week", "day", "hour") for w in words)

    def _of_cue(self, draft: Draft) -> list[TimeExpression]:
        if draft.cue is None:
            return []
        return [e for i, held in self._of_verbs.items() if self.doc[i].idx == draft.cue.start for e in held]

    # --- what surrounds an event

    def _governor(self, draft: Draft, owners: Mapping[int, Draft]) -> Draft | None:
        token = draft.trigger.operators[-1] if draft.trigger.operators else draft.trigger.carrier
        above = next((a for a in ancestors(token) if a.i in owners and owners[a.i] is not draft), None)
        return owners[above.i] if above is not None else None

    def _of_clause(self, draft: Draft) -> EventDate | None:
        """The date of the clause that this one leans on: coordination, relative clauses, participles.

        An event with time words of its own, be they vague, takes none over.
        """
        if any(e.type == "DATE" for e in draft.expressions):
            return None
        token = draft.trigger.operators[-1] if draft.trigger.operators else draft.trigger.carrier
        for _ in range(DEPTH):
            head = token.head
            if head.i == token.i or not self._shares_time(token, draft):
                return None
            if draft.governor is not None and head.i in {t.i for t in draft.governor.trigger.words}:
                return _inherit(draft.governor.date) if draft.governor.date is not None else None
            own = [e for e in self._of_verbs.get(head.i, ()) if self._dates(e)]
            if own:
                return _inherit(from_expression(own[0]))
            token = head
        return None

    def _shares_time(self, token: Token, draft: Draft) -> bool:
        head = token.head
        if not is_verbal(token):
            return token.dep_ in ("dobj", "pobj", "prep", "conj", "attr", "nsubj", "nsubjpass", "npadvmod") and not (
                token.dep_ == "prep" and token.lower_ in self.words.apart
            )
        if any(c.lower_ in self.words.apart for c in children(token, "mark")):
            return False
        if token.dep_ == "conj":
            return _tense(token) == _tense(head) or not children(token, "nsubj", "aux", "auxpass")
        if token.dep_ in ("relcl", "acl"):
            return draft.is_past and token.tag_ != "VB" and not _is_modal(token) and not _is_earlier(token)
        if token.dep_ == "advcl":
            return (
                not _is_modal(token)
                and token.tag_ != "VB"
                and not {a.lower_ for a in auxiliaries(token)} & {"has", "have", "had"}
            )
        return token.dep_ in ("xcomp",)

    def _after_clause(self, draft: Draft) -> EventDate | None:
        """ "Since entering on Tuesday, he met ...": from that day to the day of the page."""
        if draft.trigger.is_noun:
            return None
        for preposition in (c for c in draft.trigger.carrier.children if c.lower_ == "since"):
            inner = next((e for c in preposition.children for e in self._expressions_of(c)), None)
            if inner is not None and inner.interval.earliest is not None and inner.interval.earliest <= self.published:
                interval = Interval(inner.interval.earliest, self.published)
                return EventDate(
                    interval=interval, basis="story", rule="inherited", value=inner.value, expressions=(inner.span,)
                )
        return None

    def _expressions_of(self, token: Token) -> list[TimeExpression]:
        span = range(token.left_edge.i, token.right_edge.i + 1)
        return [e for e in self.times if (h := self._head(e)) is not None and h.i in span and not e.interval.is_open]

    def _of_antecedent(self, draft: Draft) -> EventDate | None:
        other = draft.antecedent
        return _inherit(other.date) if other is not None and other.date is not None else None

    def _of_frame(self, draft: Draft) -> EventDate | None:
        frame = draft.frame
        if (
            frame is None
            or frame.date is None
            or not (draft.is_past or draft.trigger.token.lemma_.lower() in self.words.performed)
        ):
            return None
        return _inherit(frame.date, "frame")

    # --- durations

    def _bound_by_duration(self, drafts: Sequence[Draft]) -> None:
        """ "concluding his three-day visit" on Saturday: Thursday to Saturday."""
        for draft in drafts:
            support = draft.trigger.support
            length = next((e for e in draft.expressions if e.type == "DURATION" and e.anchor is None), None)
            if length is None or support is None:
                continue
            edge = draft.date or self._edge(draft)
            if edge is None or not edge.interval.is_day:
                continue
            day = edge.interval.earliest
            if support.lemma_.lower() in self.words.ending:
                draft.date = _bounded(lasting(length.value, last=day), edge, length)
            elif support.lemma_.lower() in self.words.beginning:
                draft.date = _bounded(lasting(length.value, first=day), edge, length)

    def _share(self, drafts: Sequence[Draft]) -> None:
        """One event told twice has one date: the mention with time words of its own gives it."""
        for draft in drafts:
            other = draft.antecedent
            told = draft.date is not None and draft.date.rule in ("expression", "duration")
            if other is not None and told and (other.date is None or other.date.rule == "inherited"):
                other.date = _inherit(draft.date)

    def _edge(self, draft: Draft) -> EventDate | None:
        support = draft.trigger.support
        noun = support.head if support is not None and support.dep_ == "acl" else None
        if (
            draft.governor is not None
            and noun is not None
            and draft.governor.trigger.token.i == noun.i
            and draft.governor.date
        ):
            return draft.governor.date
        return self._of_clause(draft)

    # --- the story's time line

    def _carry(self, drafts: Sequence[Draft], order: Sequence[Ordered]) -> None:
        """A day told in one sentence holds for past events of the same people in the next ones.

        Not for those that are told to be before or after what happened on it.
        """
        points = self._story_points(drafts)
        apart = {frozenset((id(o.draft), id(o.other))) for o in order if o.relation != "during"}
        for draft in drafts:
            if draft.date is not None or not self._narrates(draft):
                continue
            near = [
                p
                for p in points
                if p.number <= draft.number <= p.number + STORY_REACH
                and p.people & draft.parties
                and frozenset((id(draft), id(p.draft))) not in apart
            ]
            if near:
                draft.date = _inherit(max(near, key=lambda p: p.number).expression)

    def _story_points(self, drafts: Sequence[Draft]) -> list[_StoryPoint]:
        points = []
        for draft in drafts:
            date = draft.date
            told = (
                date is not None and date.rule == "expression" and date.interval.is_day and self._is_near(date.interval)
            )
            if date is not None and told and draft.is_past and not draft.headline:
                points.append(_StoryPoint(draft.number, date, frozenset(draft.names("actor")), draft))
        for draft in drafts:
            for verb in ancestors(draft.trigger.carrier):
                for expression in self._of_verbs.get(verb.i, ()):
                    if expression.interval.is_day and draft.is_past and not draft.chain and verb.dep_ == "ROOT":
                        points.append(
                            _StoryPoint(
                                draft.number, from_expression(expression), frozenset(draft.names("actor")), draft
                            )
                        )
        return points

    def _is_near(self, interval: Interval) -> bool:
        return interval.earliest is not None and abs((self.published - interval.earliest).days) <= 10

    def _narrates(self, draft: Draft) -> bool:
        """A past-tense verb of the story itself: no noun, no perfect, no relative clause."""
        verb = draft.trigger.carrier
        helpers = {a.lower_ for a in auxiliaries(verb)}
        simple = verb.tag_ in ("VBD", "VBN", "VBG") and not helpers & {"had", "has", "have"}
        return (
            draft.is_past
            and is_verbal(verb)
            and simple
            and verb.dep_ not in ("relcl", "acl", "pcomp")
            and draft.factuality.realis == "past"
        )

    def _is_journey_itself(self, draft: Draft) -> bool:
        """A noun for the journey, rather than a stop on it."""
        return draft.family == "journey" and draft.trigger.is_noun

    def _within_main_frame(self, drafts: Sequence[Draft]) -> None:
        """Undated past events of the traveller fall within the journey that the page is about."""
        frame = main_frame(drafts, self.words)
        if frame is None or frame.date is None or frame.date.rule not in ("duration", "expression"):
            return
        for draft in drafts:
            if self._may_be_stop(draft, frame):
                if draft.date is None and self._narrates(draft):
                    draft.date = _inherit(frame.date, "frame")
                if draft.date is not None and frame.date.interval.contains(draft.date.interval):
                    draft.frame = None if self._is_journey_itself(draft) else frame

    def _may_be_stop(self, draft: Draft, frame: Draft) -> bool:
        """A past event of the traveller that is neither the journey nor part of something else."""
        held = draft.frame is not None and draft.frame.trigger.is_event
        told = draft is frame or draft.antecedent is frame
        return not told and not held and draft.is_past and bool(frame.names("actor") & draft.parties)


def from_expression(expression: TimeExpression) -> EventDate:
    return EventDate(
        interval=expression.interval,
        basis=expression.basis,
        rule="expression",
        value=expression.value,
        anchor=expression.anchor,
        expressions=(expression.span,),
    )


def _inherit(date: EventDate | None, rule: str = "inherited") -> EventDate | None:
    if date is None or date.interval.is_open:
        return None
    basis: Basis = "story"
    return EventDate(
        interval=date.interval,
        basis=basis,
        rule="frame" if rule == "frame" else "inherited",
        value=date.value,
        anchor=date.anchor,
        expressions=date.expressions,
    )


def _bounded(interval: Interval | None, edge: EventDate, length: TimeExpression) -> EventDate | None:
    """The days of an event of known length whose first or last day is known."""
    if interval is None:
        return edge
    return EventDate(
        interval=interval,
        basis="story",
        rule="duration",
        anchor=edge.value,
        expressions=tuple(sorted({*edge.expressions, length.span})),
    )


def _length(interval: Interval) -> float:
    if interval.earliest is None or interval.latest is None:
        return float("inf")
    return (interval.latest - interval.earliest).days


def _tense(verb: Token) -> str:
    helpers = {a.lower_ for a in auxiliaries(verb)}
    if helpers & {"will", "would", "'ll", "may", "might", "could"}:
        return "modal"
    if helpers & {"has", "have"}:
        return "perfect"
    return "past" if verb.tag_ in ("VBD", "VBN") or "had" in helpers else "present"


def _is_earlier(clause: Token) -> bool:
    """ "X, who had met Y", "X, who visited Y": told of X, not of the day."""
    return "had" in {a.lower_ for a in auxiliaries(clause)} or any(c.lower_ == "who" for c in clause.children)


def _is_modal(verb: Token) -> bool:
    return any(a.tag_ == "MD" for a in auxiliaries(verb))
