"""An event while it is being read: its trigger with what the steps have found out so far."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dateline.events.factuality import Factuality
from dateline.events.triggers import Trigger
from dateline.records import Argument, Chain, EventDate, Interval, Sentence, Span, Statement, TimeExpression

UNDATED = EventDate(interval=Interval(None, None), basis="assumed", rule="none")


@dataclass(slots=True, eq=False)
class Draft:
    """Filled step by step in `finding.find_events`; never leaves the package. Two drafts are equal only if they are one."""

    trigger: Trigger
    sentence: Sentence
    number: int
    """Index of the sentence in the article."""
    arguments: tuple[Argument, ...]
    factuality: Factuality
    family: str
    headline: bool
    statement: Statement | None = None
    chain: Chain = ()
    expressions: list[TimeExpression] = field(default_factory=list)
    date: EventDate | None = None
    frame: "Draft | None" = None
    governor: "Draft | None" = None
    antecedent: "Draft | None" = None
    """The event that a definite noun points back to ("the meeting"); same event."""

    def names(self, *roles: str) -> set[str]:
        return {a.name for a in self.arguments if a.role in roles}

    @property
    def parties(self) -> set[str]:
        return self.names("actor", "recipient")

    @property
    def is_past(self) -> bool:
        return self.factuality.realis in ("past", "ongoing")

    @property
    def is_dated(self) -> bool:
        return self.date is not None and not self.date.interval.is_open


def clause_span(tokens: list[Token], arguments: tuple[Argument, ...], expressions: list[TimeExpression], sentence: Span) -> Span:
    """The evidence: from the trigger to its arguments and time words, within the sentence, no more than the nearest of them."""
    core = Span(min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens))
    near = [s for s in (*(a.span for a in arguments), *(e.span for e in expressions)) if sentence.covers(s) and _gap(core, s) <= 90]
    return core.hull(*near)


def _gap(a: Span, b: Span) -> int:
    return max(0, b.start - a.end, a.start - b.end)
