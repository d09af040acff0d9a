"""What the status of an answer means."""

import datetime
from email.utils import parsedate_to_datetime

from dateline.fetching.downloading import Answer
from dateline.fetching.refusing import RefusedError

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
