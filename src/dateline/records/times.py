"""Dates as exact as the page: intervals, TIMEX3 values, and how each was reached."""

import datetime
from typing import Literal

import msgspec

from dateline.records.spans import Span

Basis = Literal[
    "stated",  # the page names the day, month or year in full
    "relative",  # counted from the publication time ("Sunday", "last year")
    "story",  # counted from another time of the text ("two months after ..."), or shared with a frame
    "assumed",  # nothing on the page says so; only ever shown with this mark
]


class Interval(msgspec.Struct, frozen=True):
    """Days from `earliest` to `latest`, both inclusive; None is an open end."""

    earliest: datetime.date | None
    latest: datetime.date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"an interval cannot end before it begins: {self.earliest} > {self.latest}")

    @classmethod
    def day(cls, day: datetime.date) -> "Interval":
        return cls(day, day)

    @property
    def is_day(self) -> bool:
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_open(self) -> bool:
        """Whether nothing at all is known."""
        return self.earliest is None and self.latest is None

    def contains(self, other: "Interval") -> bool:
        """Whether every day of `other` is one of this interval's."""
        starts = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends

    def intersection(self, other: "Interval") -> "Interval | None":
        """The days that both share; None when there is none."""
        earliest = max((d for d in (self.earliest, other.earliest) if d), default=None)
        latest = min((d for d in (self.latest, other.latest) if d), default=None)
        if earliest and latest and earliest > latest:
            return None
        return Interval(earliest, latest)


class Timestamp(msgspec.Struct, frozen=True, kw_only=True):
    """When a page says it was published or updated. `time` is HH:MM as the page gives it, `zone` likewise."""

    day: datetime.date
    time: str | None = None
    zone: str | None = None
    basis: Literal["header", "metadata", "page", "url", "option"] = "page"

    @property
    def iso(self) -> str:
        """`2024-04-13T08:03` where the time is known, else `2024-04-13`."""
        return f"{self.day.isoformat()}T{self.time}" if self.time else self.day.isoformat()


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A TIMEX3 of the text (ISO-TimeML), with the days it covers.

    `value` is the TIMEX3 value ("2023-09-12", "2023-H1", "P3D", "PAST_REF"), `mod` the TIMEX3 modifier (START, MID,
    END, APPROX, BEFORE, AFTER ...). `anchor` is the TIMEX3 value that a relative expression was counted from. The
    interval is never narrower than the value; it is fully open for durations, sets and vague references that no day
    bounds.
    """

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None
    anchor: str | None = None
    interval: Interval
    basis: Basis
