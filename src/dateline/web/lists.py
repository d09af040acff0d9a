"""The lists: chronology, statements, expectations, related items, actors, search."""

from collections.abc import Callable, Sequence

from litestar.handlers import HTTPRouteHandler

from dateline.views import (
    FOUND_AT_MOST,
    STANCES,
    STATES,
    STATUSES,
    ActorRow,
    Bin,
    ChangeRow,
    ClaimRow,
    Coverage,
    EntryPage,
    EntryRow,
    ExpectationRow,
    HitRow,
    OutletWeeks,
    PageRow,
    PlaceRow,
    RelatedRow,
    StatementRow,
    Timeline,
)
from dateline.web.answers import Listing, doors, listing
from dateline.web.asking import Asked, day_asked
from dateline.web.drawing import Drawing, drawing
from dateline.web.gaps import coverage_chart
from dateline.web.keeper import Shown
from dateline.web.mapping import place_anchor, world_map


def chronology(shown: Shown, asked: Asked) -> EntryPage:
    """A page of the chronology with its facets."""
    return shown.view.browse(asked.browsing(shown.view, STATUSES))


def statements(shown: Shown, asked: Asked) -> Listing[StatementRow]:
    """Who said what."""
    filters = asked.filters(shown.view, (*STATUSES, *STANCES))
    rows = shown.view.statements(filters, asked.limit + 1, asked.after)
    return listing(rows, shown.view.how_many("statements", filters), asked.limit, lambda row: row.id)


def expectations(shown: Shown, asked: Asked) -> Listing[ExpectationRow]:
    """What is to come, and what became of it."""
    filters = asked.filters(shown.view, (*STATUSES, *STATES))
    rows = shown.view.expectations(filters, asked.limit + 1, asked.after)
    return listing(rows, shown.view.how_many("expectations", filters), asked.limit, lambda row: row.id)


def related(shown: Shown, asked: Asked) -> Listing[RelatedRow]:
    """What the pages point to."""
    filters = asked.filters(shown.view, STATUSES)
    rows = shown.view.related(filters, limit=asked.limit + 1, after=asked.after)
    return listing(rows, shown.view.how_many("related", filters), asked.limit, lambda row: row.id)


def actors(shown: Shown, asked: Asked) -> Listing[ActorRow]:
    """Who takes part, the busiest first."""
    return _cut(shown.view.actors(asked.filters(shown.view, STATUSES)), asked, lambda row: row.id)


def claims(shown: Shown, asked: Asked) -> Listing[ClaimRow]:
    """What is alleged, denied, confirmed or taken back."""
    return _cut(shown.view.claims(asked.filters(shown.view, (*STATUSES, *STANCES))), asked, lambda row: row.id)


def places(shown: Shown, asked: Asked) -> Listing[PlaceRow]:
    """Names of places with where on earth they are."""
    return _cut(shown.view.places(asked.filters(shown.view, STATUSES)), asked, place_anchor)


def changes(shown: Shown, asked: Asked) -> Listing[ChangeRow]:
    """What became of entries, the latest first."""
    rows = shown.view.changes(asked.since or "0")[::-1]
    return _cut(rows, asked, lambda row: f"{row.run}-{row.kind}-{row.entry}")


def pages(shown: Shown, asked: Asked) -> Listing[PageRow]:
    """The pages that were read, in order of publication."""
    filters = asked.filters(shown.view, STATUSES)
    rows = shown.view.pages(filters, asked.limit + 1, asked.after)
    return listing(rows, shown.view.how_many("pages", filters), asked.limit, lambda row: row.page)


def _cut[R](rows: Sequence[R], asked: Asked, id_of: Callable[[R], str]) -> Listing[R]:
    """The page of a whole list that is asked for."""
    begin = next((n + 1 for n, row in enumerate(rows) if id_of(row) == asked.after), 0)
    return listing(rows[begin : begin + asked.limit + 1], len(rows), asked.limit, id_of)


def search(shown: Shown, asked: Asked) -> Listing[HitRow]:
    """What holds all the words, newest first."""
    limit = asked.limit if asked.limit != Asked().limit else FOUND_AT_MOST
    rows = tuple(shown.view.search(asked.q, asked.filters(shown.view, STATUSES), limit)) if asked.q else ()
    return Listing(rows=rows, total=len(rows))


def timeline(shown: Shown, asked: Asked) -> Timeline:
    """Entries along time."""
    return shown.view.timeline(asked.browsing(shown.view, STATUSES), asked.lane_field)


def drawn_timeline(found: Timeline, shown: Shown, asked: Asked) -> Drawing | None:
    """The chart of a timeline, with a line at the day as of which it is asked for, or at that of the newest page."""
    sources = shown.view.sources()
    newest = sources[-1].published if sources else None
    return drawing(found, asked, day_asked(asked.as_of) or newest)


def coverage(shown: Shown, _: Asked) -> Coverage:
    """What the pages cover, and where they are silent."""
    return shown.view.coverage()


HANDLERS: list[HTTPRouteHandler] = [
    *doors("/chronology", chronology, answer=EntryPage, row=EntryRow, rows=lambda found: found.rows,
           template="chronology.html", summary="What happened, in order of time, with facets."),
    *doors("/timeline", timeline, answer=Timeline, row=Bin, template="timeline.html", drawn=drawn_timeline,
           rows=lambda found: found.stretch.bins if found.stretch else (),
           summary="Entries along time: how many in each stretch, and lanes of the weightiest."),
    *doors("/coverage", coverage, answer=Coverage, row=OutletWeeks, rows=lambda found: found.outlets,
           template="coverage.html",
           drawn=lambda found, _shown, _asked: coverage_chart(found),
           more=lambda shown: {"rejections": shown.view.contents().rejections},
           summary="Pages by outlet and week, silent weeks, actors without recent news."),
    *doors("/statements", statements, answer=Listing[StatementRow], row=StatementRow, rows=lambda found: found.rows,
           template="statements.html", summary="Who said what, and through whom it came."),
    *doors("/claims", claims, answer=Listing[ClaimRow], row=ClaimRow, rows=lambda found: found.rows,
           template="claims.html", summary="Claims with their sides over time."),
    *doors("/expectations", expectations, answer=Listing[ExpectationRow], row=ExpectationRow,
           rows=lambda found: found.rows, template="expectations.html",
           summary="Plans, promises and forecasts, and what became of them."),
    *doors("/related", related, answer=Listing[RelatedRow], row=RelatedRow, rows=lambda found: found.rows,
           template="related.html", summary="Other pages that the pages point to."),
    *doors("/actors", actors, answer=Listing[ActorRow], row=ActorRow, rows=lambda found: found.rows,
           template="actors.html", summary="Who takes part, the busiest first."),
    *doors("/places", places, answer=Listing[PlaceRow], row=PlaceRow, rows=lambda found: found.rows,
           template="places.html", summary="Places with where on earth they are, and why.",
           drawn=lambda found, _shown, _asked: world_map(found.rows)),
    *doors("/pages", pages, answer=Listing[PageRow], row=PageRow, rows=lambda found: found.rows,
           template="pages.html", summary="The pages that were read, in order of publication."),
    *doors("/changes", changes, answer=Listing[ChangeRow], row=ChangeRow, rows=lambda found: found.rows,
           template="changes.html", summary="What became of entries from run to run, the latest first."),
    *doors("/search", search, answer=Listing[HitRow], row=HitRow, rows=lambda found: found.rows,
           template="search.html", summary="Entries, statements, pages and related items that hold all the words."),
]  # fmt: skip
