"""The chronicle as web pages and as an HTTP API, over the same views as the command line."""

from dateline.web.app import make_app
from dateline.web.serving import LOOPBACK, address, begin, serve

__all__ = ["LOOPBACK", "address", "begin", "make_app", "serve"]
