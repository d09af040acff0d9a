"""What an answer means: by its status no page, or the page that its content is."""

import datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from dateline.fetching.downloading import Answer
from dateline.fetching.refusing import RefusedError
from dateline.pages import ReadOptions, captured_page
from dateline.records import Page, Rejection

GONE = frozenset({404, 410})
FORBIDDEN = frozenset({401, 402, 403, 407, 451})
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses after which it is worth asking again."""


def checked(answer: Answer, *, conditional: bool) -> Answer:
    """The answer if it is a page, or says that a page asked for on a condition has not changed.

    Raises RefusedError otherwise: `missing`, `not_allowed`, `unreachable`, with the wait that the site asks for.
    """
    if answer.status == 200 or (answer.status == 304 and conditional):
        return answer
    words = f"answered with status {answer.status}"
    if answer.status in GONE:
        raise RefusedError("missing", words)
    if answer.status in FORBIDDEN:
        raise RefusedError("not_allowed", words)
    raise RefusedError("unreachable", words, again=answer.status in BUSY, wait=retry_after(answer))


def retry_after(answer: Answer) -> float | None:
    """Seconds that the site asks to be left alone for, by number or by date; None where it does not say."""
    words = (answer.header("retry-after") or "").strip()
    if words.isascii() and words.isdigit():
        return float(words[:9])
    try:
        moment = parsedate_to_datetime(words)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return max((moment - datetime.datetime.now(datetime.UTC)).total_seconds(), 0.0)


def page_of(answer: Answer, location: str, options: ReadOptions) -> Page | Rejection:
    """The page that an answer brings, the same as of its record in an archive."""
    headers = Message()
    headers["Content-Type"] = answer.header("content-type") or "text/html"
    return captured_page(
        answer.content,
        location,
        url=answer.url,
        kind=headers.get_content_type(),
        charset=headers.get_content_charset(),
        captured=answer.moment,
        options=options,
    )
