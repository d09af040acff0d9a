"""Who and what a page speaks of: people, organisations, countries, places, groups, and words for them."""

from dateline.mentions.finding import find_mentions
from dateline.mentions.geography import Place
from dateline.mentions.index import MentionIndex
from dateline.mentions.toponyms import distance_km, resolve_places

__all__ = ["MentionIndex", "Place", "distance_km", "find_mentions", "resolve_places"]
