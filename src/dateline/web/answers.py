"""The same rows as a web page, as JSON and as CSV."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.response import Stream

from dateline.exports import as_csv
from dateline.web.asking import Asked
from dateline.web.keeper import Shown
from dateline.web.rendering import render

ANSWER_VERSION = 1
"""Changes when a field of an answer is renamed or removed; added fields do not change it."""

type Ask[A] = Callable[[Shown, Asked], A]


class Listing[R](msgspec.Struct, frozen=True, kw_only=True):
    """Rows of one page of a list; `total` counts all that fit, and `after` is the cursor of the next page."""

    rows: tuple[R, ...]
    total: int
    after: str | None = None


def listing[R](rows: Iterable[R], total: int, limit: int, id_of: Callable[[R], str]) -> Listing[R]:
    """A page of at most `limit` rows, from as many and one more: the one more says that there is a next page."""
    found = tuple(rows)
    after = id_of(found[limit - 1]) if len(found) > limit else None
    return Listing(rows=found[:limit], total=total, after=after)


def doors[A](
    path: str,
    ask: Ask[A],
    *,
    answer: Any,
    row: type[msgspec.Struct],
    rows: Callable[[A], Sequence[msgspec.Struct]],
    template: str,
    summary: str,
    drawn: Callable[[A, Shown, Asked], Any] | None = None,
    more: Callable[[Shown], dict[str, Any]] | None = None,
) -> list[HTTPRouteHandler]:
    """Handlers of a list: `path` as a page, `path.json` as the answer, `path.csv` as its rows.

    `answer` and `row` are their types, for the schema; `drawn` makes the chart of the page, `more` what else it shows.
    """

    def as_page(shown: NamedDependency[Shown], asked: NamedDependency[Asked]) -> Response[str]:
        found = ask(shown, asked)
        chart = drawn(found, shown, asked) if drawn else None
        return render(
            template,
            shown.view,
            zone=asked.zone,
            as_of=shown.as_of,
            found=found,
            asked=asked,
            path=path,
            chart=chart,
            **(more(shown) if more else {}),
        )

    def as_json(shown: NamedDependency[Shown], asked: NamedDependency[Asked]) -> Any:
        return ask(shown, asked)

    def as_table(shown: NamedDependency[Shown], asked: NamedDependency[Asked]) -> Stream:
        return csv_answer(row, rows(ask(shown, asked)), path)

    as_json.__annotations__["return"] = answer
    name = path.strip("/")
    return [
        get(path, sync_to_thread=True, include_in_schema=False)(as_page),
        get(f"{path}.json", sync_to_thread=True, operation_id=f"{name}_json", summary=summary, tags=[name])(as_json),
        get(f"{path}.csv", sync_to_thread=True, operation_id=f"{name}_csv", summary=summary, tags=[name],
            media_type="text/csv")(as_table),
    ]  # fmt: skip


def csv_answer(row: type[msgspec.Struct], rows: Iterable[msgspec.Struct], path: str) -> Stream:
    """Rows as a file that a spreadsheet opens."""
    name = path.strip("/").replace("/", "-") or "dateline"
    return Stream(
        as_csv(row, rows),
        media_type="text/csv",
        headers={"content-disposition": f'attachment; filename="{name}.csv"'},
    )
