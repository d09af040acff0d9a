"""What `comparison.same_event` sees of two reports, feature by feature, with the score of `likelihood.py`."""

from collections.abc import Collection, Iterator
from typing import Literal

import msgspec

from dateline.merging import comparison
from dateline.merging.blocking import keys, met
from dateline.merging.candidates import Candidate
from dateline.merging.comparison import ONE_STORY, same_event, story_likeness
from dateline.merging.likelihood import likelihood, meeting_numbers
from dateline.merging.shelf import Shelf

Counts = Literal["must", "may", "score"]
"""How a feature counts: it must fit; it may let in what does not fit otherwise; only the score asks for it."""


class Feature(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is compared of two reports: what each says, and whether that lets them be one event."""

    name: str
    one: str
    other: str
    fits: bool
    counts: Counts = "must"


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """How two reports compare, feature by feature and by which rule; `score` is how likely they are one event."""

    same: bool
    rule: str
    features: tuple[Feature, ...]
    score: float


def explain(a: Candidate, b: Candidate) -> Explanation:
    """What `same_event` sees of two reports."""
    features = (*_demanded(a, b), *_letting_in(a, b), *_scored(a, b))
    return Explanation(
        same=same_event(a, b), rule=_rule(a, b, features), features=features, score=round(likelihood(a, b), 2)
    )


def shared_keys(a: Candidate, b: Candidate) -> list[str]:
    """The keys under which one report asks for the other; reports that share none are not compared by themselves."""
    asked = {key for duals in keys(a).values() for key in duals}
    return sorted(asked.intersection(keys(b)))


def meet(shelf: Shelf, a: Candidate, b: Candidate) -> bool:
    """Whether two reports on a shelf are compared because they meet under a key."""
    return b.rid in met(shelf, {a.rid: keys(a)}, {})[a.rid]


def _demanded(a: Candidate, b: Candidate) -> Iterator[Feature]:
    kind = a.family if a.family == b.family else "deed"
    rows = (
        ("kind of event", _kind(a), _kind(b), comparison.same_kind(a, b)),
        ("to come, happened or claimed", a.status, b.status, a.time_class == b.time_class),
        ("who", _names(a.actors), _names(b.actors), _may_be_one(a.actors, b.actors)),
        ("to or with whom", _names(a.recipients), _names(b.recipients), _may_be_one(a.recipients, b.recipients)),
        (_parties_rule(kind), _names(a.parties), _names(b.parties), comparison.same_parties(a, b)),
        ("days", _days_of(a), _days_of(b), comparison.same_days(a, b)),
        ("place", _names(a.places), _names(b.places), comparison.same_place(a, b)),
    )
    for name, one, other, fits in rows:
        # Of meetings and journeys who does it to whom is not asked, but who takes part.
        counts: Counts = "score" if name in ("who", "to or with whom") else "must"
        yield Feature(name=name, one=one, other=other, fits=fits, counts=counts)


def _letting_in(a: Candidate, b: Candidate) -> Iterator[Feature]:
    """What makes one event of reports that do not fit in all that is demanded."""
    shared, words = len(a.wording & b.wording), len(a.wording | b.wording)
    likeness = story_likeness(a, b)
    near = f"pages {abs((a.published - b.published).days)} days apart"
    rows = (
        ("words in common", _names(a.wording & b.wording), f"{shared} of {words}", comparison.same_sentence(a, b)),
        ("main events of one story", f"from {ONE_STORY}", f"{likeness:.2f}, {near}", comparison.one_story(a, b)),
        ("a day that one page rules out", _ruled_out(a), _ruled_out(b), comparison.rejects_day(a, b)),
        ("days side by side, told alike", _days_of(a), _days_of(b), comparison.contradict_on_days(a, b)),
        ("only said or supposed who", _doubt(a), _doubt(b), comparison.contradict_on_actor(a, b)),
        ("people in two places, told alike", _names(a.places), _names(b.places), comparison.contradict_on_place(a, b)),
    )
    for name, one, other, fits in rows:
        yield Feature(name=name, one=one, other=other, fits=fits, counts="may")
    if a.event.page_id == b.event.page_id:
        told = comparison.told_again(a, b)
        yield Feature(name="one page tells it again", one=_place(a), other=_place(b), fits=told)


def _scored(a: Candidate, b: Candidate) -> Iterator[Feature]:
    numbers = [", ".join(q.words for q in c.event.quantities) for c in (a, b)]
    fits = meeting_numbers(a, b) is not False
    yield Feature(
        name="object",
        one=_names(a.objects),
        other=_names(b.objects),
        fits=_may_be_one(a.objects, b.objects),
        counts="score",
    )
    yield Feature(name="numbers", one=numbers[0], other=numbers[1], fits=fits, counts="score")


def _parties_rule(kind: str) -> str:
    if kind == comparison.MEETING:
        return "who meet: all, or two of them"
    if kind == comparison.JOURNEY:
        return "who travels, and no stop of the trip"
    return "who and to whom together"


def _may_be_one(mine: Collection[str], yours: Collection[str]) -> bool:
    return not mine or not yours or not set(mine).isdisjoint(yours)


def _names(found: Collection[str]) -> str:
    return ", ".join(sorted(found))


def _kind(c: Candidate) -> str:
    return f"{c.family} ({c.event.type})" if c.event.type else c.family


def _days_of(c: Candidate) -> str:
    days = [day.isoformat() if day else "" for day in (c.interval.earliest, c.interval.latest)]
    return "no date" if c.interval.is_open else days[0] if days[0] == days[1] else " to ".join(days)


def _ruled_out(c: Candidate) -> str:
    days = (i.earliest or i.latest for i in (c.lead.not_then if c.lead else ()))
    return ", ".join(day.isoformat() for day in days if day is not None)


def _doubt(c: Candidate) -> str:
    return "yes" if comparison.is_doubtful(c) else "no"


def _place(c: Candidate) -> str:
    return "headline" if c.headline else "text"


def _rule(a: Candidate, b: Candidate, features: Collection[Feature]) -> str:
    if a.event.page_id == b.event.page_id:
        told = comparison.told_again(a, b)
        return "one page tells it again" if told else "one page tells of both without pointing back"
    if comparison.same_sentence(a, b):
        return "nearly the same sentence, as in copies of one dispatch"
    if comparison.rejects_day(a, b):
        return "main events of one story; one page says that it was not on the other's day"
    if comparison.one_story(a, b):
        return "main events of one story, of one kind on one day"
    failed = [f.name for f in features if f.counts == "must" and not f.fits]
    if not same_event(a, b):
        return f"all that is demanded must fit, and does not: {'; '.join(failed)}"
    if not comparison.same_days(a, b):
        return "all fits; the pages contradict each other by a day"
    if not comparison.same_parties(a, b):
        return "all fits; the pages contradict each other on who did it"
    if not comparison.same_place(a, b):
        return "all fits; the pages contradict each other on the place"
    return "kind, status, parties, days and place fit"
