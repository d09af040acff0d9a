"""Free-text search: what holds all the words, as rows."""

from functools import cached_property

from dateline.store import EVERYTHING, Filters, Hit, SearchKind
from dateline.views import by_entry
from dateline.views.ground import Ground
from dateline.views.lists import hit_row
from dateline.views.rows import HitRow
from dateline.views.values import Mask

FOUND_AT_MOST = 20


def search(ground: Ground, query: str, filters: Filters, limit: int) -> list[HitRow]:
    """What holds every word of the query, newest first; of what fits the filters where they are given."""
    fits = None if filters == EVERYTHING else _Fitting(ground, filters).fits
    hits = ground.reader.search(query, limit=limit, fits=fits)
    return [_row(ground, hit) for hit in hits]


def _row(ground: Ground, hit: Hit) -> HitRow:
    pages = tuple(dict.fromkeys(_pages(ground, hit)))
    cited = "; ".join(ground.evidence.source(page).cited for page in pages)
    return hit_row(hit, cited, next(iter(pages), None))


def _pages(ground: Ground, hit: Hit) -> list[str]:
    """The pages that something found stands on."""
    match hit.kind:
        case "page":
            return [hit.id]
        case "statement":
            statement = ground.reader.statement(hit.id)
            return [statement.page_id] if statement else []
        case "entry":
            entry = ground.reader.entry(hit.id)
            return [report.page_id for report in entry.reports] if entry else []
        case "related":
            item = ground.reader.related_item(hit.id)
            return [item.page_id] if item else []


class _Fitting:
    """What fits the filters: found out for a kind of thing when the first of it is asked for."""

    def __init__(self, ground: Ground, filters: Filters) -> None:
        self._ground = ground
        self._filters = filters

    def fits(self, kind: SearchKind, id: str) -> bool:
        """Whether something fits; a page does when an entry or statement on it does."""
        match kind:
            case "entry":
                at = self._ground.columns.position(id)
                return at is not None and bool(self._entries[at])
            case "statement":
                return id in self._statements
            case "page":
                return id in self._pages
            case "related":
                return id in self._related

    @cached_property
    def _entries(self) -> Mask:
        return self._ground.columns.matching(self._filters)

    @cached_property
    def _statements(self) -> dict[str, str]:
        """Statements with their pages."""
        listed = by_entry.listed(self._ground, "statements", self._filters)
        if listed is None:
            return dict(self._ground.reader.pages_of_statements(self._filters))
        pages = self._ground.statement_pages
        return {id: pages[id] for id in listed if id in pages}

    @cached_property
    def _pages(self) -> frozenset[str]:
        return frozenset(self._ground.columns.pages_in(self._entries)).union(self._statements.values())

    @cached_property
    def _related(self) -> frozenset[str]:
        return frozenset(item.id for item in self._ground.reader.related(self._filters))
