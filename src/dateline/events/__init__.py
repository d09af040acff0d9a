"""Events of an article: what happened, who did it to whom, where and when, whether it did, and who says so."""

from dateline.events.codebook import Codebook, codebook
from dateline.events.commitment import commitment_at
from dateline.events.dyads import type_between
from dateline.events.finding import find_events
from dateline.events.numbers import numbers, quantity_words
from dateline.events.own_types import own_types, own_types_mark, read_own_types

__all__ = [
    "Codebook",
    "codebook",
    "commitment_at",
    "find_events",
    "numbers",
    "own_types",
    "own_types_mark",
    "quantity_words",
    "read_own_types",
    "type_between",
]
