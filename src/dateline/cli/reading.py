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
from dateline.errors import DatelineError, SourceError

if TYPE_CHECKING:
    from dateline.executors import RunSummary


class Stopped(DatelineError):
    """Somebody pressed Ctrl-C."""

    exit_code = 130


def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Pages: files, folders, patterns.")],
    into: Annotated[str, typer.Option("--into", "-i", metavar="CHRONICLE", help="Made where there is none.")],
    jobs: JobsOption = 1,
) -> None:
    """Read pages into a chronicle."""
    summary = _read(sources, into, jobs)
    say(_told(summary, into))
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


def _read(sources: list[str], into: str, jobs: int) -> "RunSummary":
    from dateline.cli.progress import shown
    from dateline.executors import read_sources

    try:
        with shown() as listener:
            return read_sources(sources, into, jobs=jobs, today=datetime.date.today(), progress=listener)
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
