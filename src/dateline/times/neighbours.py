"""What stands beside an expression bounds it: limits ("since"), ranges, measures ("two months after"), today."""

import itertools

import msgspec
from spacy.tokens import Doc, Token

from dateline.records import Interval
from dateline.times.calendar import OPEN, Unit, grain_of, interval_of, shift_day, unit_value
from dateline.times.counted import ended, value_of
from dateline.times.durations import amount_of, loosened, unit_of
from dateline.times.lexemes import Lexeme
from dateline.times.situation import Reading, Resolved
from dateline.times.tense import governing_verb, head_of, verb_above

_LIMITS = {"since": "ON_OR_AFTER", "by": "ON_OR_BEFORE", "until": "ON_OR_BEFORE", "before": "BEFORE", "after": "AFTER"}
_NEAR = 12
"""How many expressions away a measure looks for its anchor."""
_BESIDE = 5
"""So many letters between an hour and its day make them one: ") on "."""
_RANGE_MARKS = ("to", "until", "hyphen", "and")


def bounded_by_neighbours(readings: list[Reading], doc: Doc) -> list[Reading]:
    """The readings with their intervals bounded by the words and times around them; spans and types stay."""
    dated = _with_joined_years(_with_ago(readings))
    ranged = _with_ranges(dated)
    return [_bounded(reading, dated[max(n - _NEAR, 0) : n + _NEAR], doc) for n, reading in enumerate(ranged)]


def _with_ago(readings: list[Reading]) -> list[Reading]:
    """ "two years ago this week", "a week ago Tuesday": the second is moved by the first."""
    done = list(readings)
    for index, (first, second) in enumerate(itertools.pairwise(readings)):
        adjacent = second.found.span.start - first.found.span.end == 1
        if first.found.kind == "ago" and adjacent and second.found.kind in ("unit", "weekday", "deictic"):
            unit, amount = unit_of(first.found), amount_of(first.found)
            if unit is not None and amount is not None and amount == int(amount):
                done[index + 1] = _moved(second, -int(amount) * unit[1], unit[0])
    return done


def _replaced(reading: Reading, **changes: object) -> Reading:
    return reading._replace(resolved=msgspec.structs.replace(reading.resolved, **changes))


def _interval(resolved: Resolved) -> Interval:
    return resolved.interval or interval_of(resolved.value)


def _joins(first: Reading, second: Reading, kinds: tuple[str, ...]) -> bool:
    """Whether exactly one lexeme, of these kinds, stands between the two."""
    mark, other = first.found.after, second.found.before
    return mark is not None and mark == other and mark.kind in kinds


def _with_joined_years(readings: list[Reading]) -> list[Reading]:
    """ "March and June 2010": the year of the second is that of the first."""
    done: list[Reading] = []
    for reading in reversed(readings):
        if done and _lacks_year(reading) and _joins(reading, done[-1], (*_RANGE_MARKS, "comma", "or")):
            reading = _with_year_of(reading, done[-1])
        if done and reading.found.kind == "clock":
            reading = _with_day_of(reading, done[-1])
        done.append(reading)
    return done[::-1]


def _lacks_year(reading: Reading) -> bool:
    return reading.found.kind in ("month", "month_day") and reading.resolved.basis == "relative"


def _with_day_of(reading: Reading, following: Reading) -> Reading:
    """ "between 9 a.m. and 11 a.m. on Tuesday", "at 3 p.m. (1300 GMT) on Tuesday": all are hours of Tuesday."""
    day, hour = following.resolved.value.partition("T")[0], reading.resolved.value.partition("T")[2]
    joined = _joins(reading, following, _RANGE_MARKS) and following.resolved.type == "TIME"
    beside = 0 <= following.found.span.start - reading.found.span.end <= _BESIDE
    if not (beside or (joined and following.found.kind != "clock")) or grain_of(day) != "day":
        return reading
    resolved = following.resolved
    return _replaced(reading, value=f"{day}T{hour}", anchor=resolved.anchor, basis=resolved.basis, interval=None)


def _with_year_of(reading: Reading, following: Reading) -> Reading:
    value = following.resolved.value
    if following.resolved.basis != "stated" or grain_of(value) not in ("day", "month"):
        return reading
    for year in (int(value[:4]), int(value[:4]) - 1):
        moved = f"{year:04}{reading.resolved.value[4:]}"
        days, end = interval_of(moved), interval_of(value).latest
        if days.earliest and end and days.earliest <= end:
            return _replaced(reading, value=moved, basis="stated", anchor=None, interval=None)
    return reading


def _with_ranges(readings: list[Reading]) -> list[Reading]:
    """ "from May 3 to June 5": both ends cover the whole range."""
    done = list(readings)
    for index, (first, second) in enumerate(itertools.pairwise(readings)):
        if not _is_range(first, second):
            continue
        first, second = _in_order(first, second)
        days = Interval(_interval(first.resolved).earliest, _interval(second.resolved).latest)
        done[index] = _replaced(first, interval=days)
        done[index + 1] = _replaced(second, interval=days)
    return done


def _is_range(first: Reading, second: Reading) -> bool:
    before = first.found.before
    opened = before.payload if before is not None and before.kind == "from" else None
    if not (_joins(first, second, _RANGE_MARKS) and _on_calendar(first) and _on_calendar(second)):
        return False
    mark = first.found.after.kind if first.found.after else ""
    ends = _ordered(*_in_order(first, second))
    if mark == "and":
        return ends and opened == "between"
    same_grain = grain_of(first.resolved.value) == grain_of(second.resolved.value)
    return ends and (opened == "from" or (same_grain and mark != "until"))


def _on_calendar(reading: Reading) -> bool:
    return reading.resolved.type in ("DATE", "TIME") and grain_of(reading.resolved.value) is not None


def _ordered(first: Reading, second: Reading) -> bool:
    begin, end = _interval(first.resolved).earliest, _interval(second.resolved).latest
    return begin is not None and end is not None and begin <= end


def _in_order(first: Reading, second: Reading) -> tuple[Reading, Reading]:
    """Where each end by itself was taken for the closest of its name, the later name gives way."""
    if _ordered(first, second):
        return first, second
    cycle: Unit | None = {"weekday": "week", "month": "year", "month_day": "year"}.get(first.found.kind)  # type: ignore[assignment]
    if cycle is None or first.resolved.basis == "stated":
        return first, second
    if second.resolved.basis == "stated" or second.at.direction() == "past":
        return _moved(first, -1, cycle), second
    return first, _moved(second, 1, cycle)


def _moved(reading: Reading, count: int, cycle: Unit) -> Reading:
    days, grain = interval_of(reading.resolved.value), grain_of(reading.resolved.value)
    if days.earliest is None or days.latest is None or grain is None:
        return reading
    middle = shift_day(days.earliest + (days.latest - days.earliest) // 2, count, cycle)
    return _replaced(reading, value=unit_value(middle, grain), interval=None) if middle is not None else reading


def _bounded(reading: Reading, readings: list[Reading], doc: Doc) -> Reading:
    before, resolved = reading.found.before, reading.resolved
    after = reading.found.after
    if reading.found.kind in ("unit", "fiscal") and after is not None and after.kind == "ended":
        return _until(reading, readings)
    if _is_plain(reading):
        return reading
    if resolved.type == "DURATION":
        return _measured(reading, readings, doc)
    if resolved.interval is not None and resolved.mod is None and _on_calendar(reading):
        return reading
    if before is not None and before.payload == "from" and reading.at.direction() == "future":
        return _begun(reading, before, doc)
    if before is not None and before.kind in _LIMITS and _on_calendar(reading) and _governs(doc, before, reading):
        return _limited(reading, before.kind)
    return _clipped(reading)


def _governs(doc: Doc, before: Lexeme, reading: Reading) -> bool:
    """Whether the word before is about the time itself: not in "since Monday's vote", nor in "by 1990s artists"."""
    head, mark = head_of(doc, reading.found.span), _token_at(doc, before.start)
    return head is not None and mark is not None and head.head.i == mark.i and mark.dep_ != "agent"


def _begun(reading: Reading, before: Lexeme, doc: Doc) -> Reading:
    """ "Troops will leave from Monday": what begins then has no end; "a letter from Monday" is of that day."""
    mark = _token_at(doc, before.start)
    of_verb = mark is not None and mark.head.pos_ in ("VERB", "AUX") and _governs(doc, before, reading)
    return _limited(reading, "since") if of_verb and _on_calendar(reading) else _clipped(reading)


def _limited(reading: Reading, kind: str) -> Reading:
    """One end of a limit is open. It never leaves out the named unit itself, which "before 2010" may touch."""
    days = _interval(reading.resolved)
    open_end = Interval(days.earliest, None) if kind in ("since", "after") else Interval(None, days.latest)
    if reading.resolved.type == "TIME" and kind in ("before", "after"):
        open_end = days
    return _replaced(reading, interval=open_end, mod=reading.resolved.mod or _LIMITS[kind])


def _clipped(reading: Reading) -> Reading:
    """A past event of a unit still running ends today, a coming one begins today."""
    days, today = _interval(reading.resolved), reading.at.today
    if not _on_calendar(reading) or days.earliest is None or days.latest is None:
        return reading
    if not days.earliest < today < days.latest and not (days.earliest <= today <= days.latest and not days.is_day):
        return reading
    rest = {"past": Interval(None, today), "future": Interval(today, None)}.get(reading.at.direction(), OPEN)
    return _replaced(reading, interval=days.intersection(rest))


def _measured(reading: Reading, readings: list[Reading], doc: Doc) -> Reading:
    """ "two months after X": where one of the two events has a time, the interval is that of the other one."""
    found = reading.found
    unit, amount = unit_of(found), amount_of(found)
    if unit is None or amount is None or amount != int(amount):
        return reading
    if found.after is not None and found.after.kind in ("ended", "to", "until"):
        return _until(reading, readings)
    if found.after is None or found.after.kind not in ("before", "after"):
        return _ahead(reading, int(amount) * unit[1], unit[0])
    known, inside = _known_end(reading, readings, doc)
    if known is None:
        return reading
    # "Y two months after X": Y lies two months later than X.
    later = (found.after.kind == "after") == inside
    count = int(amount) * unit[1] * (1 if later else -1)
    days = _offset_days(interval_of(known.resolved.value), count, unit[0])
    if reading.resolved.mod is not None:
        days = loosened(days, reading.resolved.mod, unit[0], later=later)
    return _replaced(
        reading,
        interval=days,
        anchor=known.resolved.value,
        basis="story",
    )


def _until(reading: Reading, readings: list[Reading]) -> Reading:
    """ "the three months ended June 30", "the year to March"."""
    later = next((r for r in readings if r.found.before == reading.found.after), None)
    days = ended(reading.found, later.resolved.value) if later is not None and _on_calendar(later) else None
    unit = unit_of(reading.found)
    if later is None or days is None or unit is None:
        return reading
    changes = {"interval": days, "anchor": later.resolved.value, "basis": later.resolved.basis}
    if reading.resolved.type == "DATE":
        changes |= {"value": value_of(days, unit[0])}
    return _replaced(reading, **changes)


def _is_plain(reading: Reading) -> bool:
    """ "for the quarter" is all of it, whatever the verb."""
    found = reading.found
    return found.kind == "unit" and len(found.lexemes) == 2 and found.has("the") and not found.lead


def _ahead(reading: Reading, count: int, unit: Unit) -> Reading:
    """ "within 90 days", "in two weeks" of what is to come: from today on."""
    before = reading.found.before
    if reading.resolved.interval not in (None, OPEN) or before is None or before.payload not in ("in", "within"):
        return reading
    if reading.at.direction() != "future":
        return reading
    today = reading.at.today
    days = Interval(today, _offset_days(Interval.day(today), count, unit).latest)
    return _replaced(reading, interval=days, anchor=today.isoformat())


def _known_end(reading: Reading, readings: list[Reading], doc: Doc) -> tuple[Reading | None, bool]:
    """The time of the same sentence that the measure counts from, and whether it stands in what "after" governs."""
    mark = reading.found.after
    token = _token_at(doc, mark.start) if mark is not None else None
    if token is None:
        return None, False
    governed = range(token.i + 1, token.right_edge.i + 1) if token.dep_ == "prep" else _clause(token)
    sentence = token.sent
    main = verb_above(token.head.head if token.dep_ == "mark" else token.head)
    inside: list[Reading] = []
    outside: list[Reading] = []
    for other in readings:
        place = _token_at(doc, other.found.span.start)
        if other is reading or place is None or not sentence.start <= place.i < sentence.end or not _is_anchor(other):
            continue
        if place.i in governed:
            inside.append(other)
        elif governing_verb(doc, other.found.span) == main:
            outside.append(other)
    return (inside[0], True) if inside else (outside[0], False) if outside else (None, False)


def _is_anchor(reading: Reading) -> bool:
    return _on_calendar(reading) and grain_of(reading.resolved.value) not in ("decade", "century")


def _clause(mark: Token) -> range:
    """The words of the clause that a conjunction begins."""
    return range(mark.i + 1, mark.head.right_edge.i + 1)


def _token_at(doc: Doc, position: int) -> Token | None:
    words = doc.char_span(position, position + 1, alignment_mode="expand")
    return words[0] if words is not None and len(words) else None


def _offset_days(days: Interval, count: int, unit: Unit) -> Interval:
    """Days so far off, in whole units where the unit is coarser than a day: two months after 3 April is all of June."""
    try:
        ends = [end and interval_of(unit_value(end, unit, count)) for end in (days.earliest, days.latest)]
    except OverflowError:
        return OPEN
    first, last = ends
    return Interval(first.earliest if first else None, last.latest if last else None)
