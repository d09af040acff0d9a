"""Arguments and options that commands share."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from dateline.views import View


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"


class Shape(StrEnum):
    """How one thing is printed."""

    text = "text"
    json = "json"


FILTER_PANEL = "Filters"

ChronicleArgument = Annotated[
    str, typer.Argument(metavar="CHRONICLE", help="A chronicle: a file, or the URL of a database.", show_default=False)
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How rows are printed.", case_sensitive=False)]
ShapeOption = Annotated[Shape, typer.Option("--format", "-f", help="How it is printed.", case_sensitive=False)]
LimitOption = Annotated[
    int | None, typer.Option("--limit", min=1, metavar="N", help="At most N rows.", show_default=False)
]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read.")]


AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Only what pages published by then say.", show_default=False),
]


@contextmanager
def opened(location: str, as_of: str | None = None) -> Iterator["View"]:
    """The chronicle, as it is or as its pages stood on the last day of a DATE that was typed. Raises UsageError."""
    from dateline import opening
    from dateline.views import last_day

    with opening.opened(location, last_day(as_of, "--as-of") if as_of is not None else None) as view:
        yield view


def _filter(flag: str, metavar: str, words: str) -> Any:
    return Annotated[
        str | None,
        typer.Option(flag, metavar=metavar, help=words, rich_help_panel=FILTER_PANEL, show_default=False),
    ]


FILTERS: dict[str, Any] = {
    "actor": _filter("--actor", "NAME", "Takes part; of statements, the speaker."),
    "place": _filter("--place", "NAME", "Where it was, or is to be."),
    "type": _filter("--type", "TYPE", "Event type, such as CONSULT or AID."),
    "status": _filter("--status", "STATUS", "Such as happened, planned, promised, alleged, denied."),
    "said_by": _filter("--said-by", "NAME", "Who says so."),
    "since": _filter("--since", "DATE", "From then on: YYYY, YYYY-MM or YYYY-MM-DD."),
    "until": _filter("--until", "DATE", "Up to then: YYYY, YYYY-MM or YYYY-MM-DD."),
    "source": _filter("--source", "NAME", "Publisher, agency, or part of the page's name or address."),
}
"""The filters that all lists share, by the parameter that carries them."""

SPEECH: dict[str, Any] = {
    "speaker": _filter("--speaker", "NAME", "Who says it."),
    "addressee": _filter("--addressee", "NAME", "To whom it is said."),
    "channel": _filter("--channel", "NAME", "Through whom or what it came."),
    "stance": _filter("--stance", "CLASS", "Class of the cue, such as denies, alleges, promises."),
    "about": _filter("--about", "WORDS", "Words that what is said holds."),
}
"""The filters of statements, likewise."""


def filtered(command: Callable[..., None], names: Iterable[str] = tuple(FILTERS)) -> Callable[..., None]:
    """The command with shared filters as options, gathered in its parameter `typed` (option name to text)."""
    wanted = {name: (FILTERS | SPEECH)[name] for name in names}
    signature = inspect.signature(command)

    def run(**given: Any) -> None:
        typed = {name: given.pop(name, None) for name in wanted}
        command(typed=typed, **given)

    own = [parameter for name, parameter in signature.parameters.items() if name != "typed"]
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in wanted.items()
    ]
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in [*own, *added]}
    run.__signature__ = signature.replace(parameters=[*own, *added])  # type: ignore[attr-defined]
    return run
