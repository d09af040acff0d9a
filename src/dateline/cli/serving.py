"""The command that serves web pages."""

from typing import Annotated

import typer

from dateline.cli.options import ChronicleArgument
from dateline.cli.output import say


def serve(
    chronicle: ChronicleArgument,
    host: Annotated[
        str, typer.Option(help="Address to listen on; beyond this machine it needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8765,
    token: Annotated[
        str | None,
        typer.Option(metavar="TEXT", envvar="DATELINE_TOKEN", help="Whoever asks must bring it.", show_default=False),
    ] = None,
) -> None:
    """The chronicle as web pages and as an HTTP API, until Ctrl-C."""
    from dateline.web import address, begin, serve

    if begin(chronicle):
        say(f"there was no {chronicle}; it is made, and empty: the first page says how to begin")
    say(f"{chronicle} is at {address(host, port, token)} (Ctrl-C ends)")
    serve(chronicle, host=host, port=port, token=token)
