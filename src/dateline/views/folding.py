"""What a chronology shows first: the inclusion rule. It folds, it never deletes."""

import datetime

import msgspec

from dateline.records import Entry

FOLD_BELOW = 0.3
"""Entries of less salience are colour: folded."""

BACKGROUND_DAYS = 365
"""Entries that ended more than so many days before the page that first reports them are background: folded."""


class Folding(msgspec.Struct, frozen=True, kw_only=True):
    """The thresholds of the inclusion rule; both are options of `dateline chronology`."""

    below: float = FOLD_BELOW
    background_days: int = BACKGROUND_DAYS

    def folds(self, entry: Entry, first_reported: datetime.date) -> bool:
        """Whether an entry first reported on a day is colour or old background."""
        return entry.salience < self.below or self._is_background(entry, first_reported)

    def _is_background(self, entry: Entry, first_reported: datetime.date) -> bool:
        latest = entry.interval.latest
        return latest is not None and (first_reported - latest).days > self.background_days
