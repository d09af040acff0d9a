"""When a flattened page was published and updated."""

import re
from collections.abc import Sequence

from dateline.articles.anatomy import anatomy
from dateline.articles.stamps import find_stamp
from dateline.records import Page, Timestamp


def find_published(page: Page, posted_lines: Sequence[str]) -> tuple[Timestamp | None, Timestamp | None]:
    """When a page was published and updated, by its header and its posted lines.

    The header's day stands; a posted line of the same day adds the time. With neither, an update is the best known, and
    then the day that whoever reads the page gives.
    """
    stamps: dict[str, Timestamp] = {}
    for text in posted_lines:
        for name, stamp in _stamps_of(text):
            stamps.setdefault(name, stamp)
    posted, updated = stamps.get("published"), stamps.get("updated")
    given = Timestamp(day=page.header_date, basis=page.date_basis) if page.header_date else None
    if given is None or given.basis == "option":
        return posted or updated or given, updated
    if posted is not None and posted.day == given.day:
        return posted, updated
    return given, updated


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
