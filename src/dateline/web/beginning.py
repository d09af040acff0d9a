"""An empty chronicle: how to begin, and the built-in sample at one click."""

import datetime
import hmac
import secrets
import threading
from typing import Annotated

import msgspec
from litestar import post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import PermissionDeniedException
from litestar.handlers import HTTPRouteHandler
from litestar.params import Body
from litestar.response import Redirect

from dateline.web.access import AnyRequest
from dateline.web.keeper import Keeper


class Beginning:
    """Reads the sample into an empty chronicle, once, for who has this server's word.

    The word stands in the form of the first page. A page of another site can send a form here, but cannot read ours:
    it does not have the word.
    """

    def __init__(self, keeper: Keeper, location: str) -> None:
        self.word = secrets.token_urlsafe(24)
        self._keeper = keeper
        self._location = location
        self._lock = threading.Lock()

    def read_sample(self, word: str) -> None:
        """Read the sample where nothing is in the chronicle. Raises PermissionDeniedException where the word is off."""
        from dateline.executors import read_sources
        from dateline.sample import sample_pages

        if not hmac.compare_digest(word.encode(), self.word.encode()):
            raise PermissionDeniedException(
                "this form is not of this server, or older than it; open the first page again"
            )
        with self._lock, sample_pages() as folder:
            if not self._keeper.renewed().view.contents().pages:
                read_sources([str(folder)], self._location, today=datetime.date.today())
                self._keeper.renewed()


class SampleForm(msgspec.Struct, frozen=True):
    """What the button of the empty first page sends."""

    word: str = ""


@post("/sample", sync_to_thread=True, include_in_schema=False, status_code=303)
def sample(
    request: AnyRequest,
    beginning: NamedDependency[Beginning],
    data: Annotated[SampleForm, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Redirect:
    """Read the sample, then show the first page."""
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise PermissionDeniedException("a page of another site cannot load the sample")
    beginning.read_sample(data.word)
    return Redirect(path="/", status_code=303)


HANDLERS: list[HTTPRouteHandler] = [sample]
