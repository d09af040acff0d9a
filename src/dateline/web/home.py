"""The first page, and what is in the chronicle."""

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler

from dateline.views import Browsing, Contents, Filters
from dateline.web.keeper import Shown
from dateline.web.rendering import render

DUE_SHOWN = 10
LATEST_SHOWN = 12


@get("/", sync_to_thread=True, include_in_schema=False)
def home(shown: NamedDependency[Shown]) -> Response[str]:
    """What is in the chronicle, what came last, what falls due."""
    view = shown.view
    latest = view.browse(Browsing(sort="newest", limit=LATEST_SHOWN))
    due = [row for state in ("due", "open") for row in view.expectations(Filters(status=state), DUE_SHOWN)]
    return render("home.html", view, contents=view.contents(), latest=latest, due=due[:DUE_SHOWN])


@get("/status.json", sync_to_thread=True, operation_id="status_json", tags=["status"],
     summary="What is in the chronicle: counts, outlets, and what was rejected with its reason.")  # fmt: skip
def status(shown: NamedDependency[Shown]) -> Contents:
    """The counts of `dateline status`."""
    return shown.view.contents()


HANDLERS: list[HTTPRouteHandler] = [home, status]
