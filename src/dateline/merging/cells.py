"""The cells of an entry, each by a stated rule.

interval    the days that all dated reports share; where they share none, those of the earliest report that gives a day
type, mode  of the earliest report that has one
actors      of all reports, in order of first report; recipients and places likewise
status      of the latest report (publication, then position): what was planned and then done is done
words       of the report with most parties and places, body before headline, earliest first
said_by     all speakers of all chains; empty where some report has the page's own voice
disputes    where reports differ, and who says which: see `disputes.py`
quantities  of each thing that is counted, the number of the latest report that gives it
doubted     actors that every report which gives them holds in doubt

Reports that a later version of their page replaces (`revisions.py`) give no value to interval, status, words and
quantities; they are reports all the same, and where they differ they are in dispute.
"""

from collections.abc import Sequence

import msgspec

from dateline.merging.candidates import Candidate
from dateline.merging.disputes import disputes
from dateline.merging.revisions import current, superseded
from dateline.records import ArgumentRole, Basis, Entry, EntryQuantity, EventDate, Interval, Report, content_id

BASIS_ORDER: tuple[Basis, ...] = ("stated", "relative", "story", "assumed")


def entry_id(first: Candidate) -> str:
    """From the earliest report: page and position of its trigger, and the decision where a person added it.

    What a person adds may begin where the reader found another event, or somebody added one.
    """
    event = first.event
    added = (event.decision,) if event.decision else ()
    return content_id("entry", event.page_id, event.trigger.start, *added)


def entry_of(group: Sequence[Candidate], salience: float, sources: int) -> Entry:
    """The entry of one group of reports; its frame is set later. `sources` counts the independent ones."""
    now = current(group)
    date = best_date(now)
    return Entry(
        id=entry_id(group[0]),
        words=_best_words(now),
        type=next((c.event.type for c in group if c.event.type), None),
        mode=next((c.event.mode for c in group if c.event.mode), None),
        actors=_names(group, "actor"),
        recipients=tuple(n for n in _names(group, "recipient") if n not in _names(group, "actor")),
        places=_names(group, "place"),
        interval=date.interval,
        value=date.value,
        basis=date.basis,
        status=now[-1].status,
        said_by=_said_by(group),
        reports=tuple(_report(c) for c in group),
        salience=salience,
        sources=sources,
        disputes=disputes(group, date.interval),
        quantities=_quantities(group),
        doubted=_doubted(group),
    )


def best_date(group: Sequence[Candidate]) -> EventDate:
    """The date of an entry, after the rule at the head of this module."""
    dated = [c.event.date for c in group if not c.interval.is_open]
    if not dated:
        return group[0].event.date
    shared: Interval | None = Interval(None, None)
    for date in dated:
        shared = shared.intersection(date.interval) if shared is not None else None
    if shared is None:
        return next((d for d in dated if d.interval.is_day), dated[0])
    exact = sorted((d for d in dated if d.interval == shared), key=lambda d: BASIS_ORDER.index(d.basis))
    if exact:
        return exact[0]
    return EventDate(interval=shared, basis="story", rule="inherited", expressions=dated[0].expressions)


def _best_words(group: Sequence[Candidate]) -> str:
    def rank(item: tuple[int, Candidate]) -> tuple[bool, int, int]:
        number, c = item
        return (c.headline, -len(c.actors) - len(c.recipients) - len(c.places), number)

    return min(enumerate(group), key=rank)[1].event.words


def _names(group: Sequence[Candidate], role: ArgumentRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for c in group for n in c.named(role)))


def _said_by(group: Sequence[Candidate]) -> tuple[str, ...]:
    if any(not c.event.chain for c in group):
        return ()
    return tuple(dict.fromkeys(s.name for c in group for link in c.event.chain for s in link.speakers))


def _quantities(group: Sequence[Candidate]) -> tuple[EntryQuantity, ...]:
    """Of each thing that is counted, the number of the latest report: counts are revised."""
    old = superseded(group)
    told = [(place, q) for place, c in enumerate(group) if place not in old for q in c.event.quantities]
    latest = {(q.kind, q.unit, q.of): (place, q) for place, q in told}
    return tuple(EntryQuantity(report=place, **msgspec.structs.asdict(q)) for place, q in latest.values())


def _doubted(group: Sequence[Candidate]) -> tuple[str, ...]:
    """Actors that no report names without doubt."""
    acting = [(c.full.get(a.name, a.name), a.doubt) for c in group for a in c.event.arguments if a.role == "actor"]
    sure = {name for name, doubt in acting if doubt is None}
    return tuple(dict.fromkeys(name for name, _ in acting if name not in sure))


def _report(c: Candidate) -> Report:
    return Report(
        page_id=c.event.page_id,
        event_id=c.event.id,
        span=c.event.span,
        sentence=c.event.sentence,
        chain=c.event.chain,
        status=c.status,
    )
