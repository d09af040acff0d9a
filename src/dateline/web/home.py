"""The first page: what is in the chronicle, what is new since the last visit, what waits, what falls due."""

import datetime
import hashlib
from collections.abc import Iterator
from typing import Annotated

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import Parameter
from litestar.response import Stream

from dateline.errors import UsageError
from dateline.views import Browsing, Contents, EntryRow, ExpectationRow, Filters, News, Review, View
from dateline.web.access import AnyRequest
from dateline.web.answers import csv_answer
from dateline.web.beginning import Beginning
from dateline.web.keeper import Readiness, Shown
from dateline.web.rendering import render
from dateline.web.wording import compact
from dateline.web.zones import Zone, home_zone

DUE_SHOWN = 10
DISPUTED_SHOWN = 6
LATEST_SHOWN = 12
A_VISIT = 6 * 3600
"""Seconds that a visit lasts: what was new when it began stays new so long, however often the page is opened."""
A_YEAR = 365 * 24 * 3600

Moment = Annotated[str, Parameter(description="A moment, ISO in UTC, or a day.")]
Since = Annotated[str | None, Parameter(description="The same; without it, the last visit.")]


class Visit(msgspec.Struct, frozen=True):
    """What a browser remembers of one chronicle: when that had last changed at the last visit, and at this one.

    Cookies of a machine are shared by all its ports, so their names tell chronicles apart.
    """

    since: str | None
    newest: str
    name: str

    @classmethod
    def of(cls, request: AnyRequest, location: str, newest: str) -> "Visit":
        """The visit that a request belongs to."""
        name = hashlib.sha256(location.encode()).hexdigest()[:8]
        kept = [request.cookies.get(f"dateline_{kind}_{name}") for kind in ("since", "seen")]
        moments = [moment for moment in map(_moment_or_none, kept) if moment]
        return cls(moments[0] if moments else None, newest, name)

    def remember(self, answer: Response[str]) -> None:
        """Keep it in the browser."""
        for kind, moment, age in (("seen", self.newest, A_YEAR), ("since", self.since or self.newest, A_VISIT)):
            if moment:
                key = f"dateline_{kind}_{self.name}"
                answer.set_cookie(key, compact(moment), max_age=age, httponly=True, samesite="lax", path="/")


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """What the first page shows. `news` is what came after `since`; None where nothing did, then `latest` has rows.

    `newest` is when the chronicle last changed (ISO in UTC), "" where nothing was ever done to it.
    """

    contents: Contents
    since: str | None
    newest: str
    news: News | None
    latest: tuple[EntryRow, ...]
    review: Review
    due: tuple[ExpectationRow, ...]


class HomeRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the first page: in which part it stands, when, what, and the id of the entry that it is of."""

    part: str
    date: str
    event: str
    entry: str
    detail: str = ""


def found_at_home(view: View, since: str | None) -> Home:
    """What is in the chronicle, what is new since a moment, what waits, what falls due."""
    newest = view.newest_change()
    new = view.news(since) if since and since < newest else None
    latest = () if new else view.browse(Browsing(filters=_by_now(view), sort="newest", limit=LATEST_SHOWN)).rows
    review = view.review()
    return Home(
        contents=view.contents(),
        since=since,
        newest=newest,
        news=new,
        latest=latest,
        review=msgspec.structs.replace(review, rows=review.rows[:DISPUTED_SHOWN]),
        due=tuple(falling_due(view)),
    )


def home_rows(found: Home) -> Iterator[HomeRow]:
    """The lines of the first page in their order."""
    for part, rows in (("new", found.news.entries if found.news else ()), ("latest", found.latest)):
        yield from (HomeRow(part=part, date=row.date, event=row.event, entry=row.id) for row in rows)
    for change in found.news.changes if found.news else ():
        how = ": ".join(filter(None, (change.kind, change.detail)))
        yield HomeRow(part="changed", date="", event=change.event, entry=change.entry, detail=how)
    for row in found.review.rows:
        disputed = ", ".join(row.disputed)
        yield HomeRow(part="review", date=row.date, event=row.event, entry=row.id, detail=disputed)
    for due in found.due:
        yield HomeRow(part="due", date=due.due, event=due.event, entry=due.entry, detail=due.state)


@get("/", sync_to_thread=True, include_in_schema=False)
def home(
    request: AnyRequest,
    shown: NamedDependency[Shown],
    beginning: NamedDependency[Beginning],
    since: Since = None,
    tz: Zone = None,
) -> Response[str]:
    """The first page."""
    view, zone = shown.view, home_zone(request, tz)
    contents = view.contents()
    if not contents.pages and shown.as_of is None:
        return render("empty.html", view, contents=contents, beginning=beginning)
    visit = Visit.of(request, view.location, view.newest_change())
    found = found_at_home(view, _moment(since) if since else visit.since)
    said = {name: getattr(found, name) for name in found.__struct_fields__}
    answer = render("home.html", view, zone=zone, as_of=shown.as_of, given=since, **said)
    visit.remember(answer)
    return answer


def _by_now(view: View) -> Filters:
    """What has a date, and not one that is all behind the newest page: neither is the latest of anything."""
    pages = view.sources()
    return Filters(since=datetime.date.min, until=pages[-1].published if pages else None)


@get("/.json", sync_to_thread=True, operation_id="home_json", tags=["home"],
     summary="What is in the chronicle, what is new, what waits for review, what falls due.")  # fmt: skip
def home_as_json(request: AnyRequest, shown: NamedDependency[Shown], since: Since = None) -> Home:
    """The first page as JSON."""
    return found_at_home(shown.view, _since(request, shown.view, since))


@get("/.csv", sync_to_thread=True, operation_id="home_csv", tags=["home"], media_type="text/csv",
     summary="The lines of the first page.")  # fmt: skip
def home_as_table(request: AnyRequest, shown: NamedDependency[Shown], since: Since = None) -> Stream:
    """The first page as a table."""
    return csv_answer(HomeRow, home_rows(found_at_home(shown.view, _since(request, shown.view, since))), "home")


def _since(request: AnyRequest, view: View, given: str | None) -> str | None:
    """The moment that is asked for, else the last visit of this browser."""
    return _moment(given) if given else Visit.of(request, view.location, view.newest_change()).since


def falling_due(view: View) -> list[ExpectationRow]:
    """What is due without an outcome, the latest first, and then what is still to come, the earliest first."""
    due = list(view.expectations(Filters(status="due"), DUE_SHOWN, backwards=True))
    coming = list(view.expectations(Filters(status="open"), DUE_SHOWN))
    half = max(DUE_SHOWN // 2, DUE_SHOWN - len(coming))
    return [*due[:half], *coming][:DUE_SHOWN]


@get("/status.json", sync_to_thread=True, operation_id="status_json", tags=["status"],
     summary="What is in the chronicle: counts, outlets, and what was rejected with its reason.")  # fmt: skip
def status(shown: NamedDependency[Shown]) -> Contents:
    """The counts of `dateline status`."""
    return shown.view.contents()


@get("/ready.json", sync_to_thread=False, operation_id="ready_json", tags=["status"],
     summary="Whether the server has warmed up: until it has, answers may take long.")  # fmt: skip
def ready(readiness: NamedDependency[Readiness]) -> Readiness:
    """For programs that wait for a server that has just been started."""
    return readiness


@get("/news.json", sync_to_thread=True, operation_id="news_json", tags=["status"],
     summary="What came after a moment: pages, new entries, what became of those known before.")  # fmt: skip
def news(shown: NamedDependency[Shown], since: Moment) -> News:
    """What the first page shows as new."""
    return shown.view.news(_moment(since))


@get("/review.json", sync_to_thread=True, operation_id="review_json", tags=["status"],
     summary="What waits for somebody's judgement: disputed entries, decisions whose words are gone.")  # fmt: skip
def review(shown: NamedDependency[Shown]) -> Review:
    """What the first page shows as waiting."""
    return shown.view.review()


def _moment(given: str) -> str:
    """A moment or a day as the chronicle writes it. Raises UsageError."""
    found = _moment_or_none(given)
    if found is None:
        raise UsageError(f"since={given} is no moment; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, in UTC")
    return found


def _moment_or_none(given: str | None) -> str | None:
    try:
        moment = datetime.datetime.fromisoformat(given or "")
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    try:
        return moment.astimezone(datetime.UTC).isoformat(timespec="seconds")
    except OverflowError:
        return None


HANDLERS: list[HTTPRouteHandler] = [home, home_as_json, home_as_table, status, ready, news, review]
