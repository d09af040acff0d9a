"""What a time expression is counted from, and what its reader makes of it."""

import datetime
from collections.abc import Callable
from typing import Literal, NamedTuple

import msgspec

from dateline.records import Basis, Interval
from dateline.times.grammar import Found

Direction = Literal["past", "present", "future"]


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """Where an expression stands: the time of speaking, the time line of the text, and which way its verb looks.

    `today` is the day of publication, or of speaking within dated quotations; `clock` is HH:MM of the publication where it
    is known. `story` is the TIMEX3 value of the last resolved time of the text. `direction` looks into the parse and is
    only called where the words leave it open.
    """

    today: datetime.date
    clock: str | None
    story: str | None
    direction: Callable[[], Direction]
    quoted: bool = False

    @property
    def basis(self) -> Basis:
        """Counted from publication, or from a dated quotation's time."""
        return "story" if self.quoted else "relative"


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """The value of an expression. Without `interval` it covers the days of its value and mod."""

    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    value: str
    mod: str | None = None
    anchor: str | None = None
    basis: Basis = "relative"
    interval: Interval | None = None


class Reading(NamedTuple):
    """An expression, what its reader made of it, and where it stood."""

    found: Found
    resolved: Resolved
    at: Situation
