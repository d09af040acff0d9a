"""Readers of days by name and of their parts: "yesterday", "this morning", "Christmas Eve", "recently"."""

import datetime

from dateline.records import Basis, Interval
from dateline.times.calendar import DAY, OPEN
from dateline.times.clock import at_time, part_value
from dateline.times.dates import RELATIVES, STORY_WORDS, relative_count
from dateline.times.grammar import Found
from dateline.times.holidays import Feast, feasts
from dateline.times.lexemes import vocabulary
from dateline.times.situation import Resolved, Situation


def read_deictic(found: Found, at: Situation) -> Resolved | None:
    """ "today", "yesterday", "tonight"."""
    if found.has("tonight"):
        return Resolved(type="TIME", value=f"{at.today.isoformat()}TNI", anchor=at.today.isoformat(), basis=at.basis)
    if found.has("named_day"):
        return Resolved(value=found.word("named_day") or "", basis="stated")
    day = at.today + (found.number("deictic") or 0) * DAY
    return Resolved(value=day.isoformat(), anchor=at.today.isoformat(), basis=at.basis)


def read_daypart(found: Found, at: Situation) -> Resolved | None:
    """A part of the day: of today ("this morning"), of yesterday ("last night"), or of the story's ("that evening")."""
    if found.has("overnight"):
        return _night(at)
    part, relative = found.word("daypart") or "", found.word(*RELATIVES)
    if relative is None and not (found.has("the") or part.startswith("T") or _stands_bare(found)):
        return None
    origin = at.now if relative in ("this", "last") else at.told if relative else at.near_day
    if origin is None:
        return Resolved(type="TIME", value=f"XXXX-XX-XX{part_value(part)}", basis=at.basis, interval=OPEN)
    step = -1 if relative == "last" else 1 if relative in ("next", "following") else 0
    return at_time(origin.unit("day", step), part_value(part))


def _stands_bare(found: Found) -> bool:
    """ "at dawn", "before nightfall"."""
    prepared = found.before is not None and found.before.kind in ("in", "by", "before", "after", "since", "until")
    return prepared and found.words.lower() in vocabulary().cues["bare_dayparts"]


def _night(at: Situation) -> Resolved:
    """ "overnight": the night before today, or the one after it."""
    future = at.direction() == "future"
    day = at.today if future else at.today - DAY
    interval = Interval(day, day + DAY)
    return Resolved(
        type="TIME", value=f"{day.isoformat()}TNI", anchor=at.today.isoformat(), basis=at.basis, interval=interval
    )


def read_holiday(found: Found, at: Situation) -> Resolved | None:
    """A holiday, of a named year or the closest one in the direction of the verb; no day where lands differ."""
    name = found.word("holiday") or ""
    year, relative = found.number("year"), found.word(*RELATIVES)
    if name == "unknown":
        return Resolved(value="XXXX-XX-XX", basis=at.basis, interval=OPEN)
    if year:
        return _feast_value(next(iter(feasts(name, year)), None), "stated", None)
    if relative and found.has("yearly"):
        feast = next(iter(feasts(name, at.today.year + relative_count(relative))), None)
    else:
        feast = _closest_feast(name, relative, at)
    return _feast_value(feast, at.basis, at.today.isoformat())


def _feast_value(feast: Feast | None, basis: Basis, anchor: str | None) -> Resolved | None:
    """The days of a holiday; where its calendar leaves a day of doubt, a day more on each side."""
    if feast is None or feast.earliest is None or feast.latest is None:
        return None
    first, last = feast.earliest.isoformat(), feast.latest.isoformat()
    value = first if feast.is_day else f"{first}/{last}"
    if feast.exact:
        return Resolved(value=value, anchor=anchor, basis=basis)
    around = Interval(feast.earliest - DAY, feast.latest + DAY)
    return Resolved(value=value, anchor=anchor, basis=basis, mod="APPROX", interval=around)


def _closest_feast(name: str, relative: str | None, at: Situation) -> Feast | None:
    """One in progress counts as past and as to come."""
    today, near = at.today, [f for n in (-2, -1, 0, 1, 2) for f in feasts(name, at.today.year + n)]
    direction = at.direction() if relative is None or relative in STORY_WORDS else None
    if relative == "this":
        return next((f for f in near if f.earliest and f.earliest.year == today.year), None)
    if direction == "past" or (relative and direction is None and relative_count(relative) < 0):
        return next((f for f in reversed(near) if _begins(f) < today + DAY * (direction == "past")), None)
    if direction == "future" or relative_count(relative or "") > 0:
        return next((f for f in near if _ends(f) > today - DAY * (direction == "future")), None)
    return min(near, key=lambda f: (abs((_begins(f) - today).days), _begins(f)), default=None)


def _begins(feast: Feast) -> datetime.date:
    return feast.earliest or datetime.date.min


def _ends(feast: Feast) -> datetime.date:
    return feast.latest or datetime.date.max


def read_vague(found: Found, at: Situation) -> Resolved | None:
    """ "recently", "in recent months", "now", "soon": a reference to past, present or future that no day bounds."""
    value = found.word("past_vague", "present", "future_vague") or ("PAST_REF" if found.has("recent") else "FUTURE_REF")
    interval = {"PAST_REF": Interval(None, at.today), "FUTURE_REF": Interval(at.today, None)}.get(value, OPEN)
    return Resolved(value=value, anchor=at.today.isoformat(), basis=at.basis, interval=interval)
