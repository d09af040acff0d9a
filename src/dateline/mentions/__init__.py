"""Who and what a page speaks of: people, organisations, countries, places, groups, and words for them."""

from dateline.mentions.finding import find_mentions
from dateline.mentions.index import MentionIndex

__all__ = ["MentionIndex", "find_mentions"]
