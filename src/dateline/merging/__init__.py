"""Many readings -> one chronicle: a function of the readings, whatever their order, at once or page by page."""

from dateline.merging.actors import Appearance, actor_of
from dateline.merging.additions import ADDED, added_id, checked_cells, find_quote, triggers_in, with_additions
from dateline.merging.anchoring import anchored_event, decided_events
from dateline.merging.blocking import WIDTH
from dateline.merging.candidates import Candidate, event_id
from dateline.merging.checking import check, source_day
from dateline.merging.claiming import ClaimKind, MemoryClaims, claims, hear
from dateline.merging.edits import CELLS, cell_text, parsed
from dateline.merging.expectations import follow_up
from dateline.merging.explaining import Explanation, Feature, explain, meet, shared_keys
from dateline.merging.frames import set_frames
from dateline.merging.kinds import base_of, kind_of, triggers
from dateline.merging.likelihood import likelihood, traits
from dateline.merging.log import BINDING, Standing, bind, in_force, standing, undone
from dateline.merging.merging import merge
from dateline.merging.recognising import ActorKind, MemoryActors, actors, make_due, recognise
from dateline.merging.shelf import Kind, MemoryShelf, Pair, Shelf
from dateline.merging.updating import Changes, compose, regroup, update
from dateline.merging.voices import Voice, voices

__all__ = [
    "ADDED", "BINDING", "CELLS", "WIDTH", "ActorKind", "Appearance", "Candidate", "Changes", "ClaimKind",
    "Explanation", "Feature", "Kind", "MemoryActors", "MemoryClaims", "MemoryShelf", "Pair", "Shelf", "Standing",
    "Voice", "actor_of", "actors", "added_id", "anchored_event", "base_of", "bind", "cell_text", "check",
    "checked_cells", "claims", "compose", "decided_events", "event_id", "explain", "find_quote", "follow_up", "hear",
    "in_force", "kind_of", "likelihood", "make_due", "meet", "merge", "parsed", "recognise", "regroup", "set_frames",
    "shared_keys", "source_day", "standing", "traits", "triggers", "triggers_in", "undone", "update", "voices",
    "with_additions",
]  # fmt: skip
