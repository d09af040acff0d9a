"""Where chronicles are kept: one SQLite file, or a PostgreSQL database by its URL.

`open_store` gives a Store; its `reader()` answers questions, its `writer()` is one transaction that changes things.
Views are given readers only.
"""

from dateline.store.connection import Store, open_store
from dateline.store.filters import EVERYTHING, Filters
from dateline.store.folding import folded
from dateline.store.merge_writer import MergeWriter
from dateline.store.overview import ActorBrief, EntryCells, Publication, Told, Written
from dateline.store.reader import StoreReader
from dateline.store.search_index import number as document_number
from dateline.store.summaries import (
    SEARCH_KINDS,
    Change,
    Counts,
    Hit,
    PageSummary,
    Run,
    SearchKind,
    Tombstone,
    Turn,
    TurnKind,
)
from dateline.store.words import matches, terms, word_keys
from dateline.store.writer import StoreWriter

__all__ = [
    "EVERYTHING",
    "SEARCH_KINDS",
    "ActorBrief",
    "Change",
    "Counts",
    "EntryCells",
    "Filters",
    "Hit",
    "MergeWriter",
    "PageSummary",
    "Publication",
    "Run",
    "SearchKind",
    "Store",
    "StoreReader",
    "StoreWriter",
    "Told",
    "Tombstone",
    "Turn",
    "TurnKind",
    "Written",
    "document_number",
    "folded",
    "matches",
    "open_store",
    "terms",
    "word_keys",
]  # fmt: skip
