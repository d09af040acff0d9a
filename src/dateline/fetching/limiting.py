"""Who makes a page of an answer, and for how long: the caller may end what takes too long."""

from collections.abc import Callable

from dateline.records import Page, Rejection

Limited = Callable[[str, Callable[[], Page | Rejection]], Page | Rejection]
"""Given a location and what makes its page, the page or why there is none."""


def at_once(_: str, make: Callable[[], Page | Rejection]) -> Page | Rejection:
    """Without any limit."""
    return make()
