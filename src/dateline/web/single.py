"""Single things by their id: one entry, one page, one actor, each as a web page, as JSON and as CSV."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.openapi import ResponseSpec
from litestar.params import Parameter
from litestar.response import Stream

from dateline.errors import UsageError
from dateline.views import ClaimView, Dossier, EntryRow, EntryView, PageView, View, VoiceRow, voice_rows
from dateline.web.access import AnyRequest
from dateline.web.answers import csv_answer
from dateline.web.keeper import Shown
from dateline.web.network import network
from dateline.web.rendering import render
from dateline.web.zones import Zone, home_zone

DOSSIER_ROWS = 300
"""Of an actor in many entries the weightiest are shown, and the latest statements."""

Id = Annotated[str, Parameter(description="An id, or a beginning that no other has; .json and .csv may stand behind.")]


type Find[T] = Callable[[View, str, str | None], T]
Against = Annotated[str | None, Parameter(description="Of a page: another one, to be shown beside it.")]
Show = Annotated[list[str] | None, Parameter(description="Of a page: kinds of marks that are shown; all without it.")]


def thing_door[T](
    path: str,
    find: Find[T],
    *,
    answer: type[T],
    row: type[msgspec.Struct],
    rows: Callable[[T], Sequence[msgspec.Struct]],
    template: str,
    summary: str,
    drawn: Callable[[T], Any] | None = None,
) -> HTTPRouteHandler:
    """The handler of one kind of thing: `path/ID`, `path/ID.json`, and `path/ID.csv` with the rows it is made of.

    `drawn` makes the chart of the page.
    """

    def thing(
        request: AnyRequest,
        shown: NamedDependency[Shown],
        id: Id,
        against: Against = None,
        show: Show = None,
        tz: Zone = None,
    ) -> Response[Any] | Stream:
        name, form = _form(id)
        found = _found(find, shown.view, name, against)
        match form:
            case "json":
                return Response(msgspec.json.encode(found), media_type="application/json")
            case "csv":
                return csv_answer(row, rows(found), f"{path}/{name}")
            case _:
                zone, chart = home_zone(request, tz), drawn(found) if drawn else None
                return render(
                    template, shown.view, zone=zone, as_of=shown.as_of, found=found, path=path, show=show, chart=chart
                )

    name = path.strip("/")
    described = ResponseSpec(data_container=answer, description=summary, generate_examples=False)
    return get(
        f"{path}/{{id:str}}",
        sync_to_thread=True,
        operation_id=f"{name}_one",
        summary=summary,
        tags=[name],
        responses={200: described},
    )(thing)


def _form(id: str) -> tuple[str, str | None]:
    name, dot, form = id.rpartition(".")
    return (name, form) if dot and form in ("json", "csv") else (id, None)


def _found[T](find: Find[T], view: View, name: str, against: str | None) -> T:
    try:
        return find(view, name, against)
    except UsageError as error:
        raise NotFoundException(str(error)) from error


HANDLERS: list[HTTPRouteHandler] = [
    thing_door("/entries", lambda view, id, _: view.show(id), answer=EntryView, row=EntryRow,
               rows=lambda found: (found.entry, *found.parts), template="entry.html",
               summary="One entry: every sentence that supports it, who says so, how its date was reached."),
    thing_door("/pages", View.page, answer=PageView, row=EntryRow, rows=lambda found: found.entries,
               template="page.html", summary="One page: its article with what was found in it, and what it points to."),
    thing_door("/actors", lambda view, id, _: view.dossier(id, DOSSIER_ROWS), answer=Dossier, row=EntryRow,
               rows=lambda found: found.entries, template="actor.html", drawn=network,
               summary="One actor: names, roles over time, entries, statements, co-actors."),
    thing_door("/claims", lambda view, id, _: view.claim(id), answer=ClaimView, row=VoiceRow, rows=voice_rows,
               template="claim.html",
               summary="One claim: who takes which side of it, in which words, in order of time."),
]  # fmt: skip
