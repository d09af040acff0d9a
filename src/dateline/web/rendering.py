"""Web pages from templates. Everything that a page says is escaped: nothing of it is ever taken for markup."""

import datetime
import hashlib
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Response

from dateline import __version__
from dateline.views import SECTORS, View
from dateline.web import wording
from dateline.web.carrying import carried
from dateline.web.columns import HEADINGS
from dateline.web.mapping import place_anchor
from dateline.web.zones import UTC, HomeZone


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dateline.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(wording.FILTERS, place_anchor=place_anchor)
    environment.globals.update(
        version=__version__, asset=asset, built=built, UTC=UTC, HEADINGS=HEADINGS, SECTORS=SECTORS
    )
    return environment


@cache
def asset(name: str) -> str:
    """The address of one of our own files; it changes with the content, so that browsers may keep it for good."""
    content = (resources.files("dateline.web") / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def built(name: str) -> str | None:
    """The same of a file that is built from `frontend`; None where nothing is built, as pages do without."""
    name = f"built/{name}"
    return asset(name) if (resources.files("dateline.web") / "static" / name).is_file() else None


def render(
    template: str,
    view: View | None,
    status_code: int = 200,
    zone: HomeZone | None = None,
    as_of: datetime.date | None = None,
    **context: Any,
) -> Response[str]:
    """A web page. `zone` is the home time zone, where one was chosen; `as_of` the day as of which the view is."""
    location = view.location if view else ""
    text = _environment().get_template(template).render(chronicle=location, zone=zone, as_of=as_of, **context)
    if as_of is not None:
        text = carried(text, as_of)
    return Response(text, media_type="text/html", status_code=status_code)
