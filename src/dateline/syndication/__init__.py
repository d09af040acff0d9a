"""One story, many sites: copies of one text, versions of one page, pages about one event.

All are pure functions of the readings, whatever their order.
"""

from dateline.syndication.changes import Change, ChangeKind, alignment, changes
from dateline.syndication.duplicates import DuplicateIndex, are_copies, copies, near_copies, signatures
from dateline.syndication.groups import origins, syndicates
from dateline.syndication.stories import Story, rarity, story_clusters, story_weights
from dateline.syndication.versions import in_order_of_text, version_chains, version_key

__all__ = [
    "Change", "ChangeKind", "DuplicateIndex", "Story", "alignment", "are_copies", "changes", "copies",
    "in_order_of_text", "near_copies", "origins", "rarity", "signatures", "story_clusters", "story_weights",
    "syndicates", "version_chains", "version_key",
]  # fmt: skip
