"""The chronicle as web pages and as an HTTP API, over the same views as the command line."""

from dateline.web.app import make_app
from dateline.web.serving import LOOPBACK, address, serve

__all__ = ["LOOPBACK", "address", "make_app", "serve"]
