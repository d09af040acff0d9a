"""The web application: its addresses, its errors, its schema."""

import datetime
import hashlib
import logging
from importlib import resources
from pathlib import Path
from typing import Any

from litestar import Litestar, Response
from litestar.concurrency import sync_to_thread
from litestar.config.compression import CompressionConfig
from litestar.datastructures import MutableScopeHeaders
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi import OpenAPIConfig
from litestar.static_files import create_static_files_router
from litestar.types import Message, Scope

from dateline import __version__
from dateline.errors import ChronicleError, DatelineError, UsageError
from dateline.web import beginning, home, lists, settings, single
from dateline.web.access import COOKIE, HEADERS, AnyRequest, Guard
from dateline.web.asking import AsOf, asked, day_asked
from dateline.web.beginning import Beginning
from dateline.web.days import NotMadeYetError
from dateline.web.keeper import Keeper, Readiness, Shown
from dateline.web.rendering import render
from dateline.web.schema import SentSchema

logger = logging.getLogger(__name__)

FOR_GOOD = 31_536_000
"""Seconds that a browser may keep our own files: their addresses change with their content."""
COME_AGAIN = "5"
"""Seconds after which a browser asks again for what is not made yet."""
GZIP_LEVEL = 4
"""Half the time of the highest for a twentieth more bytes."""
PARTS = (lists, single, home, beginning, settings)
"""The modules that answer."""
UNCHANGING = ("/static/", "/schema", "/ready.json")
"""Addresses whose answers do not follow from the state of the chronicle."""
TAG, SHOWN = "dateline_tag", "dateline_shown"


def make_app(location: str, *, token: str | None = None, hosts: frozenset[str] = frozenset()) -> Litestar:
    """The application over one chronicle. Raises ChronicleError where the location is none.

    `hosts` are the names that it answers to where there is no token, beside those of this machine.
    """
    keeper = Keeper(location)
    first_steps = Beginning(keeper, location)
    guard = Guard(token, hosts | {"localhost", "127.0.0.1", "::1"})

    def shown(request: AnyRequest, as_of: AsOf = None) -> Shown:
        # The view of now is one from the first to the last look that a request takes at it.
        day = day_asked(as_of)
        now: Shown = request.scope["state"][SHOWN]
        return now if day is None else keeper.of_day(now, day)

    def steps() -> Beginning:
        return first_steps

    def ready() -> Readiness:
        return Readiness(ready=keeper.is_warm())

    async def before(request: AnyRequest) -> Response[Any] | None:
        refused = guard.check(request)
        if refused is not None or request.url.path.startswith(UNCHANGING):
            return refused
        # A view may have to be waited for: not where the other requests are served.
        shown = await sync_to_thread(keeper.shown) if keeper.is_due() else keeper.shown()
        return _unchanged(request, shown)

    return Litestar(
        route_handlers=[handler for part in PARTS for handler in part.HANDLERS] + [_static()],
        dependencies={
            "shown": Provide(shown, sync_to_thread=True),
            "beginning": Provide(steps, sync_to_thread=False),
            "readiness": Provide(ready, sync_to_thread=False),
            "asked": Provide(asked, sync_to_thread=False),
        },
        before_request=before,
        before_send=[_with_headers],
        on_startup=[keeper.warm_up],
        on_shutdown=[keeper.close],
        exception_handlers={
            HTTPException: _http_error,
            DatelineError: _dateline_error,
            Exception: _our_error,
        },
        openapi_config=OpenAPIConfig(
            title="Dateline",
            version=__version__,
            description="Events, statements and expectations of one chronicle, each tied to the words it stands on.",
            path="/schema",
            render_plugins=[SentSchema(path="/openapi.json")],
        ),
        compression_config=CompressionConfig(backend="gzip", gzip_compress_level=GZIP_LEVEL),
        logging_config=None,
    )


def _static() -> Any:
    return create_static_files_router(
        path="/static",
        directories=[Path(str(resources.files("dateline.web") / "static"))],
        cache_control=None,
        include_in_schema=False,
    )


async def _with_headers(message: Message, scope: Scope) -> None:
    """What every answer carries, also errors and files; pages of the chronicle have their tag."""
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    for name, value in HEADERS.items():
        headers[name] = value
    tag = scope["state"].get(TAG)
    if tag and message["status"] == 200:
        headers["etag"] = tag
        headers["cache-control"] = "private, no-cache"
    elif scope["path"].startswith("/static/") and b"v=" in scope["query_string"]:
        headers["cache-control"] = f"public, max-age={FOR_GOOD}, immutable"


def _unchanged(request: AnyRequest, shown: Shown) -> Response[Any] | None:
    """`304 Not Modified` where the reader has what we would send."""
    request.scope["state"][SHOWN] = shown
    if request.method not in ("GET", "HEAD"):
        return None
    tag = request.scope["state"][TAG] = _tag(request, shown.stamp)
    if tag in request.headers.get("if-none-match", ""):
        return Response(None, status_code=304, headers={"etag": tag})
    return None


def _tag(request: AnyRequest, stamp: str) -> str:
    kept = sorted(f"{name}={value}" for name, value in request.cookies.items() if name != COOKIE)
    asked_for = f"{__version__} {stamp} {request.url.path}?{request.url.query} {kept}"
    return f'W/"{hashlib.sha256(asked_for.encode()).hexdigest()[:32]}"'


def _http_error(request: AnyRequest, error: HTTPException) -> Response[Any]:
    return _error(request, error.status_code, error.detail)


def _dateline_error(request: AnyRequest, error: DatelineError) -> Response[Any]:
    status = 400 if isinstance(error, UsageError) else 503 if isinstance(error, ChronicleError) else 500
    answer = _error(request, status, str(error))
    if isinstance(error, NotMadeYetError):
        answer.headers |= {"retry-after": COME_AGAIN, "refresh": COME_AGAIN}
    return answer


def _our_error(request: AnyRequest, error: Exception) -> Response[Any]:
    logger.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _error(request, 500, "something of ours failed; the server's log says what")


def _error(request: AnyRequest, status: int, message: str) -> Response[Any]:
    """One shape for every error: `status` and `error`, as JSON or as a page."""
    if request.url.path.endswith((".json", ".csv")) or "text/html" not in request.headers.get("accept", "text/html"):
        return Response({"status": status, "error": message}, status_code=status)
    return render("error.html", None, status, as_of=_day_or_none(request), status=status, message=message)


def _day_or_none(request: AnyRequest) -> datetime.date | None:
    try:
        return day_asked(request.query_params.get("as_of"))
    except UsageError:
        return None
