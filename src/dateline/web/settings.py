"""What a browser remembers of its reader: the home time zone."""

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler

from dateline.web.access import AnyRequest
from dateline.web.keeper import Shown
from dateline.web.rendering import render
from dateline.web.zones import COOKIE, Zone, home_zone, zones

OF_THE_PAGES = "pages"
A_YEAR = 365 * 24 * 3600


@get("/settings", sync_to_thread=True, include_in_schema=False)
def settings(request: AnyRequest, shown: NamedDependency[Shown], tz: Zone = None) -> Response[str]:
    """Choose the home time zone, or that of the pages."""
    zone = None if tz == OF_THE_PAGES else home_zone(request, tz)
    answer = render("settings.html", shown.view, zone=zone, as_of=shown.as_of, zones=zones(), chosen=bool(tz))
    if tz == OF_THE_PAGES:
        answer.delete_cookie(COOKIE, path="/")
    elif tz:
        answer.set_cookie(COOKIE, tz, max_age=A_YEAR, httponly=True, samesite="lax", path="/")
    return answer


HANDLERS: list[HTTPRouteHandler] = [settings]
