"""Who may ask, and what a browser may do with the answer."""

import hashlib
import hmac
from typing import Any
from urllib.parse import urlencode, urlsplit

from litestar import Request, Response
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.response import Redirect

AnyRequest = Request[Any, Any, Any]
COOKIE = "dateline_token"

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}
"""Sent with every answer: nothing but our own files is loaded, run or framed."""


class Guard:
    """Lets a request through or not.

    Without a token only names of this machine are answered: a page elsewhere could give its own name our address (DNS
    rebinding). With one, each request brings it as `Authorization: Bearer` or as the cookie that a first visit with
    `?token=` sets.
    """

    def __init__(self, token: str | None, hosts: frozenset[str]) -> None:
        self._token = token
        self._hosts = hosts

    def check(self, request: AnyRequest) -> Response[None] | None:
        """None lets the request through. Raises NotAuthorizedException or PermissionDeniedException."""
        if self._token is None:
            if _host(request) not in self._hosts:
                raise PermissionDeniedException("this server only answers to the name of this machine")
            return None
        given = request.query_params.get("token")
        if given is not None and self._fits(given):
            answer = Redirect(path=_without_token(request))
            answer.set_cookie(key=COOKIE, value=self._cookie, httponly=True, samesite="strict", path="/")
            return answer
        if not self._has_token(request):
            raise NotAuthorizedException("open the address with ?token=…, as `dateline serve` printed it")
        return None

    @property
    def _cookie(self) -> str:
        """What the cookie holds: not the token itself."""
        return hashlib.sha256(f"cookie {self._token}".encode()).hexdigest()

    def _has_token(self, request: AnyRequest) -> bool:
        bearer = request.headers.get("authorization", "")
        if bearer.lower().startswith("bearer ") and self._fits(bearer[7:].strip()):
            return True
        return hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), self._cookie.encode())

    def _fits(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), (self._token or "").encode())


def _host(request: AnyRequest) -> str:
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def _without_token(request: AnyRequest) -> str:
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "token"]
    return f"{request.url.path}?{urlencode(kept)}" if kept else request.url.path
