"""Events of an article: what happened, who did it to whom, where and when, whether it did, and who says so."""

from dateline.events.finding import find_events
from dateline.events.status import status_of

__all__ = ["find_events", "status_of"]
