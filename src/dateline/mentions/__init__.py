"""Who and what a page speaks of: people, organisations, countries, places, groups, and words for them."""

from dateline.mentions.finding import find_mentions
from dateline.mentions.geography import Place
from dateline.mentions.index import MentionIndex
from dateline.mentions.spellings import asked_keys, name_key, short_keys
from dateline.mentions.toponyms import distance_km, resolve_places

__all__ = [
    "MentionIndex",
    "Place",
    "asked_keys",
    "distance_km",
    "find_mentions",
    "name_key",
    "resolve_places",
    "short_keys",
]
