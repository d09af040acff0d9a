"""Commands about one story on many sites: who carries it, and what was changed."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import (
    AsOfOption,
    ChronicleArgument,
    Format,
    FormatOption,
    LimitOption,
    Shape,
    ShapeOption,
    opened,
)
from dateline.cli.output import say, write, write_list, write_rendered

if TYPE_CHECKING:
    from rich.text import Text

    from dateline.views import Comparison


def syndication(
    chronicle: ChronicleArgument,
    as_of: AsOfOption = None,
    limit: LimitOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Which outlets carry the same story, and what each changed."""
    from dateline.cli import tables
    from dateline.views import CopyRow

    with opened(chronicle, as_of) as view:
        rows = view.syndication(limit)
    write_list(format, CopyRow, rows, tables.copy_table, "no story is carried by several pages")


def diff(
    chronicle: ChronicleArgument,
    page: Annotated[str, typer.Argument(metavar="PAGE", help="Id of a page, its beginning, or its address.")],
    other: Annotated[
        str | None, typer.Argument(metavar="[PAGE]", help="Another page to compare it with.", show_default=False)
    ] = None,
    format: ShapeOption = Shape.text,
) -> None:
    """What an outlet changed in a page from version to version, or what one page changed in another."""
    from dateline.exports import encoded
    from dateline.views import View

    with View(chronicle) as view:
        found = view.diff(page, other)
    if format is Shape.json:
        write([encoded(found), "\n"])
    elif not found:
        say("this page has one version only; name a second page to compare it with")
    else:
        write_rendered(*shown(found))


def shown(found: "Sequence[Comparison]") -> "Iterator[Text]":
    """Each pair of texts: the pages, then what was taken out (-) and put in (+)."""
    from rich.text import Text

    from dateline.cli.terminal import printable

    for comparison in found:
        yield Text(printable(f"--- {comparison.before.cited}  [{comparison.before.page}]"), style="bold")
        yield Text(printable(f"+++ {comparison.after.cited}  [{comparison.after.page}]"), style="bold")
        if not comparison.changes:
            yield Text("The sentences are the same.")
        for change in comparison.changes:
            yield Text(f"@ {change.block} {change.paragraph}" if change.block != "headline" else "@ headline", "dim")
            if change.before is not None:
                yield Text(printable(f"- {change.before}"), style="red")
            if change.after is not None:
                yield Text(printable(f"+ {change.after}"), style="green")
