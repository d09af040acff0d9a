"""Events of an article: what happened, who did it to whom, where and when, whether it did, and who says so."""

from dateline.events.commitment import commitment_at
from dateline.events.dyads import type_between
from dateline.events.finding import find_events

__all__ = ["commitment_at", "find_events", "type_between"]
