"""What is in a chronicle: counts, sources, rejections with their reasons."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import msgspec

from dateline.records import Decision, Rejection, RejectionReason
from dateline.store import Counts
from dateline.views.citations import Source

REASONS: dict[RejectionReason, str] = {
    "missing": "not there, or cannot be opened",
    "empty": "empty",
    "binary": "binary, not text",
    "too_large": "too large",
    "unsupported": "a kind of file that no reader knows",
    "missing_extra": "needs an optional dependency",
    "no_article": "no article on the page",
    "error_page": "an error page",
    "consent": "asks for consent and shows no article",
    "paywall": "withholds its article",
    "index": "a front page or a list of pages",
    "no_date": "no date on the page",
    "future_date": "dated in the future",
    "not_allowed": "the site does not allow it to be fetched",
    "unreachable": "the site did not answer",
    "private_address": "a private address, which is not fetched",
    "too_slow": "took too long to read",
    "removed": "taken out of the chronicle by somebody",
    "failed": "the reader failed",
}


class OutletCount(msgspec.Struct, frozen=True, kw_only=True):
    """Pages of one outlet, and the days of the first and last of them."""

    outlet: str
    pages: int
    first: datetime.date
    last: datetime.date


class RejectionCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many sources were rejected for one reason, and which, each with what was said of it."""

    reason: RejectionReason
    words: str
    count: int
    rejected: tuple[tuple[str, str], ...]


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What `dateline status` shows. `rejected` pairs each location with its detail."""

    location: str
    pages: int
    read: int
    entries: int
    statements: int
    expectations: int
    actors: int
    related: int
    layout: int
    outlets: tuple[OutletCount, ...]
    rejections: tuple[RejectionCount, ...]
    decisions: int = 0
    waiting: tuple[str, ...] = ()
    """Decisions whose words stand on no page as it is read now."""


def contents(location: str, counts: Counts, sources: Iterable[Source], rejections: Iterable[Rejection]) -> Contents:
    """The contents of a chronicle."""
    return Contents(
        location=location,
        pages=counts.pages,
        read=counts.readings,
        entries=counts.entries,
        statements=counts.statements,
        expectations=counts.expectations,
        actors=counts.actors,
        related=counts.related,
        layout=counts.layout,
        outlets=_outlets(list(sources)),
        rejections=_rejections(list(rejections)),
    )


def with_decisions(found: Contents, log: Sequence[Decision], waiting: Collection[str]) -> Contents:
    """The contents with how many decisions there are, and those (by id) that wait for their words to be found."""
    told = tuple(f"{d.id[:6]} {d.kind} by {d.by}: “{d.targets[0].quote}”" for d in log if d.id in waiting)
    return msgspec.structs.replace(found, decisions=len(log), waiting=told)


def _outlets(sources: list[Source]) -> tuple[OutletCount, ...]:
    days: dict[str, list[datetime.date]] = {}
    for source in sources:
        days.setdefault(source.outlet, []).append(source.published)
    counted = [OutletCount(outlet=o, pages=len(d), first=min(d), last=max(d)) for o, d in days.items()]
    return tuple(sorted(counted, key=lambda outlet: (-outlet.pages, outlet.outlet)))


def _rejections(rejections: list[Rejection]) -> tuple[RejectionCount, ...]:
    counts = Counter(rejection.reason for rejection in rejections)
    return tuple(
        RejectionCount(
            reason=reason,
            words=REASONS[reason],
            count=count,
            rejected=tuple(sorted((r.location, r.detail) for r in rejections if r.reason == reason)),
        )
        for reason, count in sorted(counts.items())
    )
