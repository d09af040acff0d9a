"""What a time expression is counted from, and what its reader makes of it."""

import datetime
from collections.abc import Callable
from typing import Literal, NamedTuple

import msgspec

from dateline.records import Basis, Interval
from dateline.times.calendar import Unit, interval_of, unit_value
from dateline.times.grammar import Found

Direction = Literal["past", "present", "future"]

_UNKNOWN = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX"}


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """The value of an expression. Without `interval` it covers the days of its value and mod."""

    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    value: str
    mod: str | None = None
    anchor: str | None = None
    basis: Basis = "relative"
    interval: Interval | None = None


class Origin(NamedTuple):
    """What is counted from: its first and last day, its TIMEX3 value, and the basis of what is counted from it."""

    earliest: datetime.date
    latest: datetime.date
    anchor: str
    basis: Basis

    @property
    def day(self) -> datetime.date | None:
        """The day, where it is one."""
        return self.earliest if self.earliest == self.latest else None

    def unit(self, unit: Unit, count: int) -> Resolved:
        """The unit that lies `count` units on; where the origin is too long to say which, all that it may be.

        Raises OverflowError outside the years 1 to 9999.
        """
        first, last = (unit_value(day, unit, count) for day in (self.earliest, self.latest))
        if first == last:
            return Resolved(value=first, anchor=self.anchor, basis=self.basis)
        days = Interval(interval_of(first).earliest, interval_of(last).latest)
        unknown = _UNKNOWN.get(unit, "XXXX-XX-XX")
        return Resolved(value=unknown, anchor=self.anchor, basis=self.basis, interval=days)


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """Where an expression stands: the time of speaking, the time line of the text, and which way its verb looks.

    `today` is the day of publication, or of speaking in dated quotations (`quoted`); `clock` is HH:MM of publication.
    `story` is the TIMEX3 value of the last time that the text named, `story_day` that of the last day. `direction`
    looks into the parse and is only called where the words leave it open.
    """

    today: datetime.date
    clock: str | None
    story: str | None
    story_day: str | None
    direction: Callable[[], Direction]
    quoted: bool = False
    near: bool = True

    @property
    def basis(self) -> Basis:
        """That of what is counted from today."""
        return "story" if self.quoted else "relative"

    @property
    def now(self) -> Origin:
        """Today."""
        return Origin(self.today, self.today, self.today.isoformat(), self.basis)

    @property
    def told(self) -> Origin:
        """The last time that the text named; today where it named none."""
        return self._from(self.story)

    @property
    def told_day(self) -> Origin:
        """The last day that the text named; today where it named none."""
        return self._from(self.story_day)

    @property
    def near_day(self) -> Origin | None:
        """The day that an hour without one belongs to; None where the last day that the text named is too far off."""
        return self.told_day if self.near else None

    def _from(self, value: str | None) -> Origin:
        days = interval_of(value) if value else None
        if value is None or days is None or days.earliest is None or days.latest is None:
            return self.now
        return Origin(days.earliest, days.latest, value, "story")


class Reading(NamedTuple):
    """An expression, what its reader made of it, and where it stood."""

    found: Found
    resolved: Resolved
    at: Situation
