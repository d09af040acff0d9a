"""Who is who on the pages that are merged, kept in the tables of a chronicle."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from dateline.records import Actor
from dateline.store import MergeWriter

if TYPE_CHECKING:
    from dateline.merging import ActorKind, Appearance, Pair


class TableActors:
    """What actors keep between pages, over the tables of a chronicle."""

    def __init__(self, tables: MergeWriter) -> None:
        self._tables = tables

    def owners(self, kind: "ActorKind", keys: Collection[str], limit: int | None = None) -> Mapping[str, Sequence[str]]:
        return self._tables.shelf.owners(f"actor {kind}", keys, limit)

    def put(self, kind: "ActorKind", pairs: "Iterable[Pair]") -> None:
        self._tables.shelf.put(f"actor {kind}", pairs)

    def drop(self, kind: "ActorKind", pairs: "Iterable[Pair]") -> None:
        self._tables.shelf.drop(f"actor {kind}", pairs)

    def appearances(self, forms: Collection[str]) -> "Mapping[str, Sequence[Appearance]]":
        from dateline.merging import Appearance

        decoder = msgspec.json.Decoder(Appearance)
        found: dict[str, list[Appearance]] = {}
        for form, record in self._tables.appearances(forms):
            found.setdefault(form, []).append(decoder.decode(record))
        return found

    def put_appearances(self, found: "Collection[Appearance]") -> None:
        encoder = msgspec.json.Encoder(order="deterministic")
        self._tables.add_appearances((seen.form, seen.place, seen.page_id, encoder.encode(seen)) for seen in found)

    def drop_appearances(self, pages: Collection[str]) -> None:
        self._tables.drop_appearances(pages)

    def write_actors(self, found: Collection[Actor], gone: Collection[str]) -> None:
        self._tables.write_actors(found, gone)
