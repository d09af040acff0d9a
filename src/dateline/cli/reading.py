"""Commands that read pages."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.listing import chronology
from dateline.cli.options import JobsOption
from dateline.cli.output import say
from dateline.errors import DatelineError, SourceError, UsageError

if TYPE_CHECKING:
    from dateline.executors import Fetching, RunSummary
    from dateline.pages import ReadOptions


class Stopped(DatelineError):
    """Somebody pressed Ctrl-C."""

    exit_code = 130


def read(
    into: Annotated[str, typer.Option("--into", "-i", metavar="CHRONICLE", help="Made where there is none.")],
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE...", help="Files, folders, patterns, addresses; - for input.", show_default=False
        ),
    ] = None,
    jobs: JobsOption = 1,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="Day of pages that say none.", show_default=False)
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", "-c", metavar="KIND=NAME", help="Column of tables, as text=body.", show_default=False),
    ] = None,
    urls: Annotated[
        Path | None, typer.Option("--urls", metavar="FILE", help="Addresses to fetch, one a line.", show_default=False)
    ] = None,
    archive: Annotated[
        str | None, typer.Option("--archive", metavar="FILE", help="Keep what is fetched as WARC.", show_default=False)
    ] = None,
    rate: Annotated[
        float, typer.Option("--rate", metavar="N", min=0.001, max=10.0, help="Requests a second to one host.")
    ] = 0.5,
    codebook: Annotated[
        Path | None,
        typer.Option("--codebook", metavar="FILE", help="Event types of your own, as YAML.", show_default=False),
    ] = None,
) -> None:
    """Read pages into a chronicle; addresses are fetched, politely."""
    options, fetching = _options(date, column or []), _fetching(sources or [], urls, archive, rate)
    summary = _read(sources or [], into, jobs, options, fetching, _own_types(codebook))
    say(_told(summary, into))
    for extra in summary.missing_extras:
        say(extra)
    if summary.found and not summary.read and not summary.skipped:
        raise SourceError("none of these gave an article")


def demo(
    into: Annotated[str | None, typer.Option("--into", "-i", metavar="CHRONICLE", help="Keep it there.")] = None,
    jobs: JobsOption = 1,
) -> None:
    """Read the built-in sample and print what happened."""
    from dateline.sample import sample_pages

    with sample_pages() as folder, _kept_or_not(into) as chronicle:
        say(_told(_read([str(folder)], chronicle, jobs), chronicle))
        chronology(chronicle=chronicle)
    if into is not None:
        say(f"kept in {into}; now try `dateline show {into} ID` or `dateline expectations {into}`")


def _options(date: str | None, columns: list[str]) -> "ReadOptions":
    from dateline.pages import COLUMNS, ReadOptions

    try:
        day = datetime.date.fromisoformat(date) if date else None
    except ValueError:
        raise UsageError(f"--date {date}: a day is YYYY-MM-DD") from None
    named = {kind: name for kind, _, name in (column.partition("=") for column in columns)}
    if wrong := [kind for kind, name in named.items() if kind not in COLUMNS or not name]:
        raise UsageError(f"--column {wrong[0]}: give KIND=NAME, with a KIND of {', '.join(COLUMNS)}")
    return ReadOptions(date=day, columns={kind: named[kind] for kind in COLUMNS if kind in named})


def _fetching(sources: list[str], urls: Path | None, archive: str | None, rate: float) -> "Fetching":
    from dateline.executors import Fetching
    from dateline.fetching import FetchSettings, is_web_address, read_address_list

    addresses = tuple(read_address_list(urls)) if urls else ()
    if not sources and urls is None:
        raise UsageError("nothing to read: give files, folders, patterns, addresses, or --urls FILE")
    if archive and not addresses and not any(map(is_web_address, sources)):
        raise UsageError("--archive keeps what is fetched, and no address is given")
    return Fetching(addresses=addresses, settings=FetchSettings(interval=1 / rate), archive=archive)


def _own_types(codebook: Path | None) -> bytes:
    from dateline.events import read_own_types

    return read_own_types(codebook) if codebook is not None else b""


def _read(
    sources: list[str],
    into: str,
    jobs: int,
    options: "ReadOptions | None" = None,
    fetching: "Fetching | None" = None,
    types: bytes = b"",
) -> "RunSummary":
    from dateline.cli.progress import shown
    from dateline.executors import read_sources

    try:
        with shown() as listener:
            return read_sources(
                sources,
                into,
                jobs=jobs,
                today=datetime.date.today(),
                options=options,
                progress=listener,
                fetching=fetching,
                types=types,
            )
    except KeyboardInterrupt:
        raise Stopped(
            f"stopped; what was finished is kept in {into}. The same command again takes up the rest"
        ) from None


def _told(summary: "RunSummary", into: str) -> str:
    rejected = sum(summary.rejected.values())
    reasons = ", ".join(f"{count} {reason.replace('_', ' ')}" for reason, count in summary.rejected.items())
    return (
        f"{summary.read} read, {summary.skipped} known already, {rejected} rejected"
        + (f" ({reasons}; `dateline status {into}` names them)" if rejected else "")
        + f", in {summary.seconds:.1f} s"
    )


@contextmanager
def _kept_or_not(into: str | None) -> Iterator[str]:
    from tempfile import TemporaryDirectory

    if into is not None:
        yield into
        return
    with TemporaryDirectory(prefix="dateline-") as folder:
        yield str(Path(folder) / "sample.db")
