"""Commands that show one thing: an entry, what is in a chronicle, all of it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import AsOfOption, ChronicleArgument, Shape, ShapeOption, opened
from dateline.cli.output import write, write_file, write_rendered


class Whole(StrEnum):
    """How a whole chronicle is exported."""

    csv = "csv"
    json = "json"
    jsonl = "jsonl"


def show(
    chronicle: ChronicleArgument,
    id: Annotated[str, typer.Argument(metavar="ID", help="Id of an entry, or its beginning.")],
    as_of: AsOfOption = None,
    format: ShapeOption = Shape.text,
) -> None:
    """One entry: every sentence that supports it, who says so, how its date was reached."""
    from dateline.exports import encoded

    with opened(chronicle, as_of) as view:
        found = view.show(id)
    if format is Shape.json:
        write([encoded(found), "\n"])
        return
    from dateline.cli.dossier import entry_dossier

    write_rendered(*entry_dossier(found))


def dossier(
    chronicle: ChronicleArgument,
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="A name, or the id of an actor.")],
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Events and statements shown.")] = 20,
    as_of: AsOfOption = None,
    format: ShapeOption = Shape.text,
) -> None:
    """Somebody: names, roles over time, events, statements, who else takes part."""
    from dateline.exports import encoded

    with opened(chronicle, as_of) as view:
        found = view.dossier(actor)
    if format is Shape.json:
        write([encoded(found), "\n"])
        return
    from dateline.cli.portrait import portrait

    write_rendered(*portrait(found, limit))


def status(chronicle: ChronicleArgument, format: ShapeOption = Shape.text) -> None:
    """What is in a chronicle: pages, entries, and what was rejected, with counted reasons."""
    from dateline.exports import encoded
    from dateline.views import View

    with View(chronicle) as view:
        found = view.contents()
    if format is Shape.json:
        write([encoded(found), "\n"])
        return
    from dateline.cli.dossier import inventory

    write_rendered(*inventory(found))


def export(
    chronicle: ChronicleArgument,
    format: Annotated[Whole, typer.Argument(help="csv has a row an entry; json and jsonl have everything.")],
    as_of: AsOfOption = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """The whole chronicle: entries with their evidence, statements, expectations, actors, pages, related items."""
    from dateline.exports import everything

    with opened(chronicle, as_of) as view:
        pieces = everything(view, format.value)
        if output is None:
            write(pieces)
        else:
            write_file(pieces, output)
