"""The server: on this machine alone, unless somebody asks for more and gives a token."""

import ipaddress
import secrets
from pathlib import Path
from urllib.parse import quote

from dateline.errors import UsageError

LOOPBACK = "127.0.0.1"


def begin(location: str) -> bool:
    """Make an empty chronicle where there is no file of that name; says whether it did. Raises ChronicleError."""
    from dateline.store import open_store

    if "://" in location or Path(location).exists():
        return False
    open_store(location, create=True).close()
    return True


def serve(location: str, *, host: str = LOOPBACK, port: int = 8765, token: str | None = None) -> None:
    """Serve one chronicle until interrupted.

    Raises ChronicleError where the location is none, UsageError where the host is not this machine's own and there is
    no token.
    """
    import uvicorn

    from dateline.web.app import make_app

    if token is None and not is_loopback(host):
        raise UsageError(f"--host {host} lets others in: give --token TEXT, for example --token {new_token()}")
    app = make_app(location, token=token, hosts=frozenset({host}))
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)


def address(host: str, port: int, token: str | None) -> str:
    """Where a browser opens it."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/" + (f"?token={quote(token, safe='')}" if token else "")


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def new_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(18)
