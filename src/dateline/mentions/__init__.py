"""Who and what a page speaks of: people, organisations, countries, places, groups, and words for them."""

from dateline.mentions.finding import find_mentions
from dateline.mentions.index import MentionIndex
from dateline.mentions.lexicon import nouns_for_somebody
from dateline.mentions.spellings import asked_keys, is_given_name, is_plain_name, name_key, short_keys

__all__ = [
    "MentionIndex", "asked_keys", "find_mentions", "is_given_name", "is_plain_name", "name_key", "nouns_for_somebody",
    "short_keys",
]  # fmt: skip
