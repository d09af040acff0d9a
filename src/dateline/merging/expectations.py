"""Plans, promises and forecasts, and what later reports say became of them."""

from collections.abc import Sequence

from dateline.merging.candidates import COMING, Candidate
from dateline.merging.cells import entry_id
from dateline.merging.names import plain
from dateline.records import Entry, Expectation, ExpectationState, Interval, content_id


def expectations(entries: Sequence[Entry], groups: Sequence[Sequence[Candidate]]) -> list[Expectation]:
    """One expectation for each entry that is to come, in order of the entries.

    fulfilled: a later page, of the same kind of event and the same actors, reports that it happened within the due time
    (or at all, where none was given). contradicted: it reports that it did not. due: the time has passed and a page
    dated after it has been read, but your pages do not tell. open: no page dated after it has been read. lapsed: it
    is due, and such a page speaks of the same actors and matter as still to come.
    """
    pairs = list(zip(entries, groups, strict=True))
    by_actor: dict[str, list[tuple[Entry, Sequence[Candidate]]]] = {}
    for entry, group in pairs:
        for actor in {plain(a) for a in (*entry.actors, *entry.recipients)}:
            by_actor.setdefault(actor, []).append((entry, group))
    last_page = max((g[-1].published for g in groups), default=None)
    found = []
    for entry, group in pairs:
        if entry.status not in COMING:
            continue
        due = _due(entry, group)
        near = [
            p for a in dict.fromkeys(plain(a) for a in (*entry.actors, *entry.recipients)) for p in by_actor.get(a, ())
        ]
        outcome = _outcome(entry, group, near)
        found.append(
            Expectation(
                id=content_id("expectation", entry.id),
                entry=entry.id,
                kind=entry.status,  # type: ignore[arg-type]
                due=due,
                state=_state(entry, group, near, outcome, last_page is not None and _is_after(last_page, due)),
                outcome=outcome.id if outcome is not None else None,
            )
        )
    return found


def _due(entry: Entry, group: Sequence[Candidate]) -> Interval:
    """The days of the coming event; open where the date is only that of the promise."""
    latest = entry.interval.latest
    told = latest is not None and latest < group[0].published
    of_saying = all(c.event.date.rule in ("inherited", "frame") for c in group)
    ended = latest is not None and latest <= group[0].published
    return Interval(None, None) if told or (of_saying and ended) else entry.interval


def _is_after(day: object, due: Interval) -> bool:
    return due.latest is not None and day > due.latest  # type: ignore[operator]


def _state(
    entry: Entry,
    group: Sequence[Candidate],
    near: Sequence[tuple[Entry, Sequence[Candidate]]],
    outcome: Entry | None,
    is_past: bool,
) -> ExpectationState:
    if outcome is not None:
        return "contradicted" if outcome.status in ("denied", "not_happened") else "fulfilled"
    if not is_past:
        return "open"
    spoken_of = any(
        other.id != entry.id
        and other.status in (*COMING, "possible")
        and _is_matter(entry, group, other, others)
        and _told_later(others, _due(entry, group))
        for other, others in near
    )
    return "lapsed" if spoken_of else "due"


def _outcome(
    entry: Entry, group: Sequence[Candidate], near: Sequence[tuple[Entry, Sequence[Candidate]]]
) -> Entry | None:
    fitting = [
        other
        for other, others in near
        if other.status in ("happened", "ongoing", "denied", "not_happened")
        and others[-1].published > group[0].published
        and _is_matter(entry, group, other, others)
        and _in_time(entry, group, other)
    ]
    return min(fitting, key=lambda e: (e.interval.earliest is None, str(e.interval.earliest), e.id), default=None)


def _is_matter(entry: Entry, group: Sequence[Candidate], other: Entry, others: Sequence[Candidate]) -> bool:
    """The same kind of event by the same actors, with no other recipient, object or place."""
    if not set(map(plain, entry.actors)) & set(map(plain, other.actors)) or entry_id(group[0]) == entry_id(others[0]):
        return False
    if group[0].family != others[0].family and group[0].event.lemma != others[0].event.lemma:
        return False
    if entry.places and other.places and not set(map(plain, entry.places)) & set(map(plain, other.places)):
        return False
    mine, yours = _objects(group), _objects(others)
    return not (mine and yours and not mine & yours)


def _objects(group: Sequence[Candidate]) -> set[str]:
    """The words of the objects, longer than three letters."""
    names = [n for c in group for n in c.event.names("object", "recipient")]
    return {w for n in names for w in plain(n).split() if len(w) > 3}


def _in_time(entry: Entry, group: Sequence[Candidate], other: Entry) -> bool:
    due = _due(entry, group)
    if other.interval.latest is None or other.interval.latest < group[0].published:
        return False
    return due.is_open or due.intersection(other.interval) is not None


def _told_later(others: Sequence[Candidate], due: Interval) -> bool:
    return any(_is_after(c.published, due) for c in others)
