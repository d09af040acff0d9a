"""Many readings -> one chronicle: a function of the readings, whatever their order, at once or page by page."""

from dateline.merging.actors import actors
from dateline.merging.candidates import Candidate
from dateline.merging.claims import claims
from dateline.merging.merging import merge
from dateline.merging.shelf import Kind, MemoryShelf, Pair, Shelf
from dateline.merging.updating import Changes, update

__all__ = ["Candidate", "Changes", "Kind", "MemoryShelf", "Pair", "Shelf", "actors", "claims", "merge", "update"]
