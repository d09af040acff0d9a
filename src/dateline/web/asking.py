"""What an address asks for: the filters and the page of a list, from its query and back into one."""

import datetime
from collections.abc import Collection
from typing import Annotated, Any
from urllib.parse import urlencode

import msgspec
from litestar.params import Parameter

from dateline.errors import UsageError
from dateline.views import (
    KINDS,
    LANE_FIELDS,
    MARKS,
    MOST_ROWS,
    ROWS_A_PAGE,
    SORTS,
    Browsing,
    Filters,
    Folding,
    LaneField,
    View,
    filters,
    last_day,
)
from dateline.web.access import AnyRequest
from dateline.web.columns import COLUMNS, USUAL
from dateline.web.zones import HomeZone, home_zone

SHARED = ("actor", "place", "type", "status", "said_by", "since", "until", "source")
"""The filters that all lists share."""
MOST_DAYS = 36_600
AsOf = Annotated[
    str | None, Parameter(description="Only what pages published by then say: YYYY, YYYY-MM or YYYY-MM-DD.")
]
ALL_KINDS = (*KINDS, "statement", "claim")


class Asked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The query of an address. What it does not say has its default, so that addresses stay short."""

    actor: str | None = None
    place: str | None = None
    type: str | None = None
    status: str | None = None
    said_by: str | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None
    q: str | None = None
    near: str | None = None
    days: int = 7
    all: bool = False
    sort: str = "time"
    lanes: str = "actor"
    as_of: str | None = None
    after: str | None = None
    before: str | None = None
    limit: int = ROWS_A_PAGE
    mark: str | None = None
    rows: tuple[str, ...] = KINDS
    columns: tuple[str, ...] = USUAL
    parts: str = "open"
    tz: str | None = None
    zone: HomeZone | None = None
    """The home time zone: that of the address, else the one that the browser remembers. No part of addresses."""

    def filters(self, view: View, statuses: tuple[str, ...]) -> Filters:
        """The shared filters, checked. Raises UsageError."""
        given: dict[str, Any] = {name: getattr(self, name) for name in SHARED}
        return filters(**given, statuses=statuses, types=view.types() if self.type else ())

    def browsing(self, view: View, statuses: tuple[str, ...]) -> Browsing:
        """The same for a page of the chronology. Raises UsageError."""
        return Browsing(
            filters=self.filters(view, statuses),
            words=self.q,
            near=self.near,
            days=self.days,
            folding=None if self.all else Folding(),
            sort=_one_of("sort", self.sort, SORTS),
            after=self.after,
            before=self.before,
            limit=self.limit,
            kinds=_some_of("rows", self.rows, ALL_KINDS),
            mark=_one_of("mark", self.mark, MARKS) if self.mark else None,
        )

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """The columns of the table in their order. Raises UsageError."""
        chosen = _some_of("columns", self.columns, COLUMNS)
        return tuple(name for name in COLUMNS if name in chosen)

    @property
    def lane_field(self) -> LaneField:
        """What the lanes of a timeline are. Raises UsageError."""
        field: LaneField = _one_of("lanes", self.lanes, LANE_FIELDS)
        return field

    def address(self, path: str, **changed: object) -> str:
        """A path with this query, some of it changed. A change but that of the page leads to the first page."""
        changed = {"after": None, "before": None} | changed
        query = msgspec.structs.replace(self, **changed).query()
        return f"{path}?{urlencode(query)}" if query else path

    def query(self, without: Collection[str] = ()) -> list[tuple[str, str]]:
        """Names and values of what is said, those `without` left out; a form keeps them in hidden fields."""
        said = msgspec.to_builtins(msgspec.structs.replace(self, zone=None))
        return [
            (name, "true" if value is True else ",".join(value) if isinstance(value, (list, tuple)) else str(value))
            for name, value in said.items()
            if value not in (None, "") and name not in without
        ]

    @property
    def narrowed(self) -> dict[str, str]:
        """What restricts the list, by the name of the parameter."""
        said = {name: getattr(self, name) for name in (*SHARED, "q", "near", "mark", "as_of")}
        return {name: value for name, value in said.items() if value}


def day_asked(as_of: str | None) -> datetime.date | None:
    """The last day of what a query says of `as_of`. Raises UsageError."""
    return last_day(as_of, "as_of") if as_of and as_of.strip() else None


def _one_of(parameter: str, name: str, valid: tuple[str, ...]) -> Any:
    if name not in valid:
        raise UsageError(f"{parameter}={name} is unknown; choose from {', '.join(valid)}")
    return name


def _some_of(parameter: str, names: tuple[str, ...], valid: tuple[str, ...]) -> Any:
    return tuple(_one_of(parameter, name, valid) for name in names)


def _listed(given: list[str] | None, usual: tuple[str, ...]) -> tuple[str, ...]:
    """Names from a parameter that is given once with commas, or once for each name. None at all are the usual ones."""
    names = [name.strip() for text in given or () for name in text.split(",")]
    return tuple(dict.fromkeys(filter(None, names))) or usual


def asked(
    request: AnyRequest,
    actor: Annotated[str | None, Parameter(description="Takes part; of statements, the speaker.")] = None,
    place: Annotated[str | None, Parameter(description="Where it was, or is to be.")] = None,
    type: Annotated[str | None, Parameter(description="Event type, such as CONSULT or AID.")] = None,
    status: Annotated[str | None, Parameter(description="Such as happened, planned, alleged, denied.")] = None,
    said_by: Annotated[str | None, Parameter(description="Who says so.")] = None,
    since: Annotated[str | None, Parameter(description="From then on: YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
    until: Annotated[str | None, Parameter(description="Up to then: YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
    source: Annotated[str | None, Parameter(description="Publisher, agency, or part of a page's address.")] = None,
    q: Annotated[str | None, Parameter(description='Words, "words in a row", beginnings*.')] = None,
    near: Annotated[str | None, Parameter(description="Id of an entry: only what is near it in time.")] = None,
    days: Annotated[int, Parameter(ge=0, le=MOST_DAYS, description="How near, in days.")] = 7,
    all: Annotated[bool, Parameter(description="With colour and old background.")] = False,
    sort: Annotated[str, Parameter(description="time, newest, salience or sources.")] = "time",
    lanes: Annotated[str, Parameter(description="What a timeline's lanes are: actor, type or place.")] = "actor",
    as_of: AsOf = None,
    after: Annotated[str | None, Parameter(description="The cursor that the page before gives.")] = None,
    before: Annotated[
        str | None, Parameter(description="Of the chronology: the cursor that the page after gives.")
    ] = None,
    limit: Annotated[int, Parameter(ge=1, le=MOST_ROWS, description="Rows of a page.")] = ROWS_A_PAGE,
    mark: Annotated[str | None, Parameter(description="disputed, assumed, single or edited entries.")] = None,
    rows: Annotated[
        list[str] | None, Parameter(description="Kinds of rows: event, expectation, statement, claim; commas between.")
    ] = None,
    columns: Annotated[
        list[str] | None, Parameter(description="Columns of the page's table; JSON and CSV have all fields.")
    ] = None,
    parts: Annotated[str, Parameter(description="open, or folded: parts of a frame on the page.")] = "open",
    tz: Annotated[str | None, Parameter(description="Home time zone of the page, such as Europe/Oslo.")] = None,
) -> Asked:
    """The query of a list. An empty field of a form counts as not given. Raises UsageError."""
    texts = {
        "actor": actor, "place": place, "type": type, "status": status, "said_by": said_by, "since": since,
        "until": until, "source": source, "q": q, "near": near, "as_of": as_of, "after": after, "before": before,
        "mark": mark, "tz": tz,
    }  # fmt: skip
    given = {name: text.strip() or None for name, text in texts.items() if text}
    return Asked(
        **given,
        days=days,
        all=all,
        sort=sort or "time",
        lanes=lanes or "actor",
        limit=limit,
        rows=_listed(rows, KINDS),
        columns=_listed(columns, USUAL),
        parts=_one_of("parts", parts or "open", ("open", "folded")),
        zone=home_zone(request, tz),
    )
