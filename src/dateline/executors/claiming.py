"""Claims of the pages that are merged, kept in the tables of a chronicle."""

import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from dateline.records import Claim, Reading
from dateline.store import MergeWriter

if TYPE_CHECKING:
    from dateline.merging import ClaimKind, Pair, Voice


def hear_pages(tables: MergeWriter, readings: Collection[Reading], gone: Iterable[str]) -> None:
    """Bring the claims up to date with pages that were read, and pages that are gone."""
    from dateline.merging import hear

    shelf = TableClaims(tables)
    hear(shelf, readings, gone)
    shelf.flush()


class TableClaims:
    """What claims keep between pages, over the tables of a chronicle. Claims are written by `flush`."""

    def __init__(self, tables: MergeWriter) -> None:
        self._tables = tables
        self._voices: dict[str, Sequence[Voice]] = {}
        self._claims: dict[str, Claim | None] = {}

    def owners(self, kind: "ClaimKind", keys: Collection[str]) -> Mapping[str, Collection[str]]:
        return self._tables.shelf.owners(f"claim {kind}", keys)

    def put(self, kind: "ClaimKind", pairs: "Iterable[Pair]") -> None:
        self._tables.shelf.put(f"claim {kind}", pairs)

    def drop(self, kind: "ClaimKind", pairs: "Iterable[Pair]") -> None:
        self._tables.shelf.drop(f"claim {kind}", pairs)

    def voices(self, pages: Collection[str]) -> "Mapping[str, Sequence[Voice]]":
        from dateline.merging import Voice

        unknown = {_name(page): page for page in pages if page not in self._voices}
        for name, record in self._tables.shelf.reports(list(unknown)).items():
            self._voices[unknown[name]] = msgspec.json.decode(zlib.decompress(record), type=tuple[Voice, ...])
        return {page: self._voices[page] for page in pages if page in self._voices}

    def put_voices(self, found: "Mapping[str, Sequence[Voice]]") -> None:
        self._voices.update(found)
        encoder = msgspec.json.Encoder(order="deterministic")
        self._tables.shelf.put_reports(
            (_name(page), zlib.compress(encoder.encode(told))) for page, told in found.items()
        )

    def drop_voices(self, pages: Collection[str]) -> None:
        for page in pages:
            self._voices.pop(page, None)
        self._tables.shelf.drop_reports(map(_name, pages))

    def put_claims(self, found: Collection[Claim]) -> None:
        self._claims.update((claim.id, claim) for claim in found)

    def drop_claims(self, ids: Collection[str]) -> None:
        self._claims.update(dict.fromkeys(ids))

    def flush(self) -> None:
        """Write the claims that are not written yet."""
        new = [claim for _, claim in sorted(self._claims.items()) if claim is not None]
        self._tables.write_claims(new, [id for id, claim in self._claims.items() if claim is None])
        self._claims = {}


def _name(page: str) -> str:
    return f"voices of {page}"
