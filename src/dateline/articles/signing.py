"""Who made an article: byline, agency and outlet, out of credit lines and what stands around the article."""

import re
from collections.abc import Sequence

from dateline.articles.anatomy import outlet_in
from dateline.articles.datelines import agency_named, agency_within

BY = re.compile(r"by:?\s+(.+)", re.IGNORECASE)


def find_agency(signed: Sequence[str]) -> str | None:
    """The agency that the credit lines name."""
    for text in signed:
        agency = agency_named(BY.sub(r"\1", text, count=1)) or agency_within(text)
        if agency:
            return agency
    return None


def find_byline(signed: Sequence[str]) -> tuple[str | None, str | None]:
    """Who wrote it, as the byline says it without "By", and the outlet that it names after them."""
    for text in signed:
        match = BY.match(text)
        if match:
            words = match[1].strip(" .,|")
            name, comma, outlet = words.rpartition(", ")
            named = outlet_in("outlet", outlet) if comma else None
            return (name, named) if named == outlet else (words, None)
    return None, None


def find_publisher(around: Sequence[str]) -> str | None:
    """The outlet, where a line around the article names it: "X Top Stories", "Download the X App"."""
    return next((name for text in around if (name := outlet_in("publisher", text))), None)
