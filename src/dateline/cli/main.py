"""The command `dateline`: commands, and how they end."""

from typing import Annotated

import typer

from dateline import __version__
from dateline.cli import evaluating, judging, listing, locating, pages, reading, relating, serving, showing, sites
from dateline.cli.output import say
from dateline.errors import DatelineError

EPILOG = """\b
Exit codes:
  0    done (rejected pages are counted, not errors)
  1    something of ours failed
  2    the call is off: a bad option, date, id or name
  3    nothing could be read from what was given
  4    the chronicle cannot be opened, read or written
  5    benchmark or language data is not as documented
  6    an optional dependency is not installed
  130  stopped with Ctrl-C; what was finished is kept
\b
Data goes to standard output, progress and warnings to standard error.
"""

app = typer.Typer(
    name="dateline",
    help="From dated news pages to a sourced chronicle: what happened, when, where, who did it, who says so.",
    epilog=EPILOG,
    rich_markup_mode=None,  # rich would take longer to load than all the rest of --help
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (
    reading.demo,
    reading.read,
    listing.chronology,
    showing.show,
    listing.search,
    listing.actors,
    showing.dossier,
    listing.statements,
    listing.claims,
    listing.expectations,
    locating.places,
    relating.related,
    sites.syndication,
    sites.diff,
    pages.pages,
    judging.judge,
    judging.why,
    judging.changes,
    judging.remove,
    showing.status,
    showing.export,
    serving.serve,
    evaluating.evaluate,
):
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 (acted on by its callback)
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; errors of use are one line on standard error, never a traceback."""
    try:
        code = app(args=arguments, prog_name="dateline", standalone_mode=False)
    except DatelineError as error:
        say(str(error))
        return error.exit_code
    except typer.TyperException as error:
        say(f"{error.format_message()} (dateline --help, dateline COMMAND --help)")
        return error.exit_code
    except typer.Abort:
        code = 130
    if code == 130:
        say("stopped")
    return code if isinstance(code, int) else 0
