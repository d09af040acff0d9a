"""Free-text search: what holds all the words, as rows."""

from dateline.store import EVERYTHING, Filters, Hit, SearchKind
from dateline.views.ground import Ground
from dateline.views.lists import hit_row
from dateline.views.rows import HitRow

FOUND_AT_MOST = 20
SEARCHED_AT_MOST = 1000
"""Hits that are looked at where filters are given too."""


def search(ground: Ground, query: str, filters: Filters, limit: int) -> list[HitRow]:
    """What holds every word of the query, newest first; of what fits the filters where they are given."""
    if filters == EVERYTHING:
        hits = ground.reader.search(query, limit=limit)
    else:
        fitting = _fitting(ground, filters)
        found = ground.reader.search(query, limit=SEARCHED_AT_MOST)
        hits = [hit for hit in found if hit.id in fitting[hit.kind]][:limit]
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


def _fitting(ground: Ground, filters: Filters) -> dict[SearchKind, set[str]]:
    """Ids of what fits the filters; a page fits when an entry or statement on it does."""
    reader = ground.reader
    entries, statements = list(reader.entries(filters)), list(reader.statements(filters))
    pages = {report.page_id for entry in entries for report in entry.reports}
    return {
        "entry": {entry.id for entry in entries},
        "statement": {statement.id for statement in statements},
        "page": pages | {statement.page_id for statement in statements},
        "related": {item.id for item in reader.related(filters)},
    }
