"""Plans, promises and forecasts, and what later reports say became of them.

| state | when |
|---|---|
| fulfilled | a later page reports the same kind of event by the same actors, within the due time if one was given |
| partly | such a page reports it, in words that say that it was done in part |
| contradicted | a page that came out after the due time had begun reports that it did not happen |
| withdrawn | such a page came out before, or a page says that it was called off |
| unclear | pages report both, that it happened and that it did not |
| lapsed | a page of the year after the due time speaks of the matter (its object and somebody of it), with no outcome |
| due | the due time has passed, and later pages do not speak of it: your pages do not tell |
| open | no due time was given, or no page dated after it has been read |

A slipped date is a new due time of the same expectation: see `moves.py`.

What is `due` follows from the date of the last page alone, so the shelf keeps it as open: see `Expectation.after`.
Without a due time, an outcome is looked for within a year of the first report.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, takewhile

from dateline.merging.candidates import Candidate
from dateline.merging.moves import Moves, all_turning, is_told_before, moves, told_again
from dateline.merging.names import long_words, plain
from dateline.merging.prospects import (
    FAILED,
    LOOKED_FOR,
    PART,
    REPORTED_WITHIN,
    SETTLED,
    WORD,
    Told,
    actor_keys,
    places_of,
    quarter_of,
    told_of,
    wording,
)
from dateline.merging.shelf import Kind, Pair, Shelf
from dateline.records import (
    Citation,
    Expectation,
    ExpectationState,
    Outlook,
    Quantity,
    Reading,
    content_id,
)

OUTLOOKS: dict[str, Outlook] = {"planned": "planned", "expected": "expected", "promised": "promised"}
LOOKED_AT = 50
"""Pages with the words of its object that are asked whether they speak of what is to come, earliest first."""
LESS = 0.95
"""Share of a promised number below which what was done is a part."""
LISTS: tuple[Kind, ...] = ("coming", "settled", "matter")


def follow_up(
    shelf: Shelf,
    written: Collection[str],
    gone: Collection[str],
    added: Iterable[Reading] = (),
    removed: Iterable[str] = (),
) -> None:
    """Make the expectations anew that entries, or pages that speak of them, may have changed."""
    told = told_of(shelf, sorted(written))
    before = shelf.owners("watched", sorted({*written, *gone}))
    after = {id: _watched(one) for id, one in told.items()}
    _watch(shelf, before, after)
    near = _met(shelf, {watched for some in (before, after) for many in some.values() for watched in many})
    spoken = {
        id for ids in shelf.owners("spoken", sorted({r.page_id for r in added} | set(removed))).values() for id in ids
    }
    affected = near | spoken | _spoken_of(shelf, added) | {id for id, one in told.items() if one.is_coming}
    _drop(shelf, sorted({*gone, *(id for id, one in told.items() if not one.is_coming)}))
    _make(shelf, sorted(affected - set(gone)), told)


def _met(shelf: Shelf, watched: Iterable[str]) -> set[str]:
    """What is to come that entries under these keys settle or move, or first told of."""
    found = sorted(watched)
    settling = [key for key, _ in _standing(found, "settled", "")]
    met = {id for ids in shelf.owners("coming", settling).values() for id in ids}
    return met | told_again(shelf, [key for key, _ in _standing(found, "coming", "") if key.startswith(WORD)])


def _standing(watched: Iterable[str], kind: Kind, id: str) -> list[Pair]:
    """The keys of a kind among what an entry is watched under, and what stands there: it, with the words beside it."""
    parted = (one.split(PART) for one in watched)
    return [(key, PART.join((id, *beside))) for of, key, *beside in parted if of == kind]


def _watched(told: Told) -> list[str]:
    return sorted({f"{kind}{PART}{key}" for kind, key in places_of(told)})


def _watch(shelf: Shelf, before: dict[str, list[str]], after: dict[str, list[str]]) -> None:
    """Put entries under the keys by which others find them."""
    old = {(id, watched) for id, many in before.items() for watched in many}
    new = {(id, watched) for id, many in after.items() for watched in many}
    for change, pairs in ((shelf.drop, old - new), (shelf.put, new - old)):
        change("watched", sorted(pairs))
        for kind in LISTS:
            change(kind, sorted(pair for id, one in pairs for pair in _standing([one], kind, id)))


def _spoken_of(shelf: Shelf, added: Iterable[Reading]) -> set[str]:
    """What was to come that pages speak of after its time, by `_spoken`; asked before any other page is looked at."""
    found: set[str] = set()
    for reading in added:
        day, words = reading.article.published.day, long_words(reading.article.text)
        quarters = range(quarter_of(day - LOOKED_FOR), quarter_of(day) + 1)
        keys = sorted(f"{word}|q{quarter}" for word in words for quarter in quarters)
        near = {owner for owners in shelf.owners("matter", keys).values() for owner in owners}
        told = told_of(shelf, sorted(_held(near, words)))
        names = {plain(entity.name) for entity in reading.entities}
        found |= {id for id, one in told.items() if one.objects <= words and names & one.story}
    return found


def _held(near: Iterable[str], words: Collection[str]) -> set[str]:
    """What is to come of which a page holds the words that stand beside it."""
    parted = (owner.split(PART) for owner in near)
    return {id for id, beside in parted if all(word in words for word in beside.split())}


def _make(shelf: Shelf, ids: Sequence[str], known: dict[str, Told]) -> None:
    told = known | told_of(shelf, [id for id in ids if id not in known])
    coming = {id: told[id] for id in ids if id in told and told[id].is_coming}
    turning = all_turning(shelf, coming.values())
    own = {id: one for id, one in coming.items() if not is_told_before(shelf, one, turning[id])}
    moved = {id: moves(one, turning[id]) for id, one in own.items()}
    late = {id: replace(one, moved=moved[id].due[-1]) if moved[id].by else one for id, one in own.items()}
    keys = {id: _both_watched(one, late.get(id, one)) for id, one in coming.items()}
    _watch(shelf, shelf.owners("watched", sorted(keys)), keys)
    near = _near(shelf, late, told)
    made = [_expectation(shelf, one, moved[id], near[id]) for id, one in late.items()]
    _drop(shelf, sorted(set(coming) - set(own)))
    old = shelf.expectations(ids)
    shelf.put_expectations([e for e in made if old.get(e.entry) != e])
    shelf.drop("spoken", _speaking(old.values()))
    shelf.put("spoken", _speaking(made))


def _drop(shelf: Shelf, ids: Sequence[str]) -> None:
    shelf.drop("spoken", _speaking(shelf.expectations(ids).values()))
    shelf.drop_expectations(ids)


def _speaking(found: Iterable[Expectation]) -> list[Pair]:
    """The pages that show that something has lapsed, with its entry."""
    return [(e.shown_by.page_id, e.entry) for e in found if e.shown_by and e.state == "lapsed"]


def _both_watched(told: Told, moved: Told) -> list[str]:
    """Under its own keys, and under those of the due time that it has now."""
    return sorted({*_watched(told), *_watched(moved)})


def _near(shelf: Shelf, late: dict[str, Told], told: dict[str, Told]) -> dict[str, list[Told]]:
    """For each entry to come those that may settle it, in order of ids."""
    keys = {
        id: sorted(key for kind, key in places_of(one) if kind == "coming" and not key.startswith(WORD))
        for id, one in late.items()
    }
    settled = shelf.owners("settled", sorted({key for many in keys.values() for key in many}))
    known = told | told_of(shelf, sorted({id for found in settled.values() for id in found} - set(told)))
    ids = {id: sorted({other for key in own for other in settled.get(key, ())} - {id}) for id, own in keys.items()}
    return {id: [known[other] for other in found if other in known] for id, found in ids.items()}


def _expectation(shelf: Shelf, told: Told, moved: Moves, near: Sequence[Told]) -> Expectation:
    fitting = [*(other for other in near if _settles(told, other)), *moved.called_off]
    outcome = min(fitting, key=_first_to_happen, default=None)
    state = _outcome_state(told, outcome, fitting) if outcome is not None else "open"
    shown = _cited(outcome.group[-1] if state == "withdrawn" else outcome.group[0]) if outcome is not None else None
    if outcome is None and told.due.latest is not None:
        shown = _spoken(shelf, told, told.due.latest)
        state = "lapsed" if shown is not None else "open"
    return Expectation(
        id=content_id("expectation", told.entry.id),
        entry=told.entry.id,
        kind=OUTLOOKS[told.entry.status],
        due=told.due,
        state=state,
        outcome=outcome.entry.id if outcome is not None else None,
        said=_cited(told.group[0]),
        shown_by=shown,
        moved_from=moved.due[:-1],
        moved_by=tuple(_cited(other.group[0]) for other in moved.by),
        moved_to=tuple(other.entry.id for other in moved.by),
    )


def _first_to_happen(told: Told) -> tuple[bool, bool, str, str]:
    """Outcomes in order: what happened before what did not, then by day."""
    interval = told.days
    return told.has_failed, interval.earliest is None, str(interval.earliest), told.entry.id


def _outcome_state(told: Told, outcome: Told, fitting: Sequence[Told]) -> ExpectationState:
    if outcome.calls_off:
        return "withdrawn"
    if outcome.entry.status in FAILED:
        due = told.due.earliest or told.due.latest
        return "withdrawn" if due is None or outcome.first < due else "contradicted"
    if any(other.has_failed and other.last >= outcome.first for other in fitting):
        return "unclear"
    return "partly" if _is_part(told, outcome) else "fulfilled"


def _is_part(told: Told, outcome: Told) -> bool:
    """Whether the words, or a smaller number of the same, say that it was done in part."""
    said = " ".join(c.event.words.casefold() for c in outcome.group)
    if any(f" {words} " in f" {said} " for words in wording().in_part):
        return True
    if any(wording().partly & c.wording for c in outcome.group):
        return True
    given = [quantity for c in outcome.group for quantity in c.event.quantities]
    return any(_is_less(done, wanted) for c in told.group for wanted in c.event.quantities for done in given)


def _is_less(done: Quantity, wanted: Quantity) -> bool:
    same = (done.kind, done.unit, done.of) == (wanted.kind, wanted.unit, wanted.of)
    return same and done.limits[1] < LESS * wanted.limits[0]


def _cited(c: Candidate) -> Citation:
    return Citation(page_id=c.event.page_id, span=c.event.sentence)


def _spoken(shelf: Shelf, told: Told, latest: date) -> Citation | None:
    """The first page within a year after the due time that names the object and somebody of the story: its sentence."""
    if not told.objects:
        return None
    last = latest + LOOKED_FOR
    later = islice(shelf.later_readings(sorted(told.objects), latest), LOOKED_AT)
    near = takewhile(lambda reading: reading.article.published.day <= last, later)
    reading = next((r for r in near if any(plain(entity.name) in told.story for entity in r.entities)), None)
    if reading is None:
        return None
    text = reading.article.text
    best = max(reading.sentences, key=lambda s: len(told.objects & long_words(s.span.of(text))), default=None)
    span = best.span if best is not None else reading.article.blocks[0].span
    return Citation(page_id=reading.page_id, span=span)


def _settles(told: Told, other: Told) -> bool:
    is_later = other.group[-1].published > told.group[0].published
    return other.entry.status in SETTLED and is_later and _is_matter(told, other) and _is_in_time(told, other)


def _is_matter(told: Told, other: Told) -> bool:
    """The same kind of event by the same actors, with no other place or object."""
    if told.entry.id == other.entry.id or not actor_keys(told.actors) & actor_keys(other.actors):
        return False
    mine, yours = told.group[0], other.group[0]
    if mine.family != yours.family and mine.event.lemma != yours.event.lemma:
        return False
    if told.places and other.places and not told.places & other.places:
        return False
    if told.named_recipients and other.named_recipients and not told.named_recipients & other.named_recipients:
        return False
    if not (told.objects and other.objects):
        return True
    return bool(told.objects & other.matter or told.matter & other.objects)


def _is_in_time(told: Told, outcome: Told) -> bool:
    latest = outcome.days.latest
    if latest is None:
        return _is_reported_at_once(told, outcome)
    if latest < told.group[0].published:
        return False
    return told.due.is_open or told.due.intersection(outcome.days) is not None


def _is_reported_at_once(told: Told, outcome: Told) -> bool:
    """An undated report is of the expected event where its page came out within days of the due time."""
    due, published = told.due, outcome.group[-1].published
    if outcome.entry.status in FAILED and published <= (due.latest or published):
        return True
    if due.earliest is None or due.latest is None:
        return False
    return due.earliest <= published <= due.latest + REPORTED_WITHIN
