"""When a flattened page was published and updated."""

import datetime
import re
from collections.abc import Sequence

from dateline.articles.anatomy import anatomy
from dateline.articles.stamps import find_stamp
from dateline.records import Page, Timestamp


def find_published(
    page: Page, posted_lines: Sequence[str], today: datetime.date
) -> tuple[Timestamp | None, Timestamp | None]:
    """When a page was published and updated, by its header and its posted lines.

    The header's day stands; a posted line of the same day adds the time. With neither, an update is the best known, and
    then the day that whoever reads the page gives. A day after `last_day(page, today)` is taken only where there is no
    other: that is for the caller to see.
    """
    last = last_day(page, today)
    told = [(name, stamp) for text in posted_lines for name, stamp in _stamps_of(text)]
    stamps = {name: stamp for name, stamp in reversed(told) if stamp.day <= last}
    posted, updated = stamps.get("published"), stamps.get("updated")
    later = told[0][1] if told and not stamps else None
    given = Timestamp(day=page.header_date, basis=page.date_basis) if page.header_date else None
    if given is None or given.basis == "option":
        return posted or updated or given or later, updated
    if posted is not None and posted.day == given.day:
        return posted, updated
    return given, updated


def last_day(page: Page, today: datetime.date) -> datetime.date:
    """The last day on which a page can have appeared: that of its capture or of reading, and one more for zones."""
    captured = page.captured.date() if page.captured is not None else today
    return min(captured, today) + datetime.timedelta(days=1)


def _stamps_of(text: str) -> list[tuple[str, Timestamp]]:
    words = "|".join(anatomy().updated_words)
    parts = re.split(rf"(?=\b(?:last\s+)?(?:{words})\b)", text, flags=re.IGNORECASE)
    found = []
    for part in parts:
        stamp = find_stamp(part)
        if stamp is not None:
            name = "updated" if re.search(rf"\b(?:{words})\b", part, re.IGNORECASE) else "published"
            found.append((name, stamp))
    return found
