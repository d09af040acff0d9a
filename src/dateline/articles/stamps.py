"""Absolute dates and times in the short lines of a page: "Posted April 13, 2024 8:03 am." and its like."""

import datetime
import re
from functools import cache

from dateline.articles.anatomy import anatomy
from dateline.records import Timestamp


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(anatomy().months, key=len, reverse=True))
    flags = re.IGNORECASE
    return (
        re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)", flags),
        re.compile(rf"\b(?P<n>{months})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<y>(?:19|20)\d\d)\b", flags),
        re.compile(
            rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<n>{months})\b\.?,?[\s-]+(?P<y>(?:19|20)\d\d)\b",
            flags,
        ),
        re.compile(r"\b(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)\b", flags),
        re.compile(r"\b(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2})/(?P<d>\d{1,2})\b", flags),
    )


YEAR = re.compile(r"(?:19|20)\d\d")
CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap])\.?m\b\.?|(?<![\d.:/])(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?(?!\d)",
    re.I,
)
OFFSET = re.compile(r"\s*(Z\b|[+-]\d{2}:?\d{2}\b)")


def find_day(text: str) -> tuple[datetime.date, int, int] | None:
    """The first absolute date in some words, and where it stands. 03/04/2024 is none: it may be two days."""
    found: list[tuple[int, int, datetime.date]] = []
    if not YEAR.search(text):
        return None
    for pattern in _patterns():
        for match in pattern.finditer(text):
            day = _day(match)
            if day is not None:
                found.append((match.start(), -match.end(), day))
                break
    if not found:
        return None
    start, end, day = min(found)
    return day, start, -end


def find_stamp(text: str) -> Timestamp | None:
    """The first absolute date of a line, with the clock time and zone that stand after it, or else before it."""
    found = find_day(text)
    if found is None:
        return None
    day, start, end = found
    clock = CLOCK.search(text, end, end + 30) or CLOCK.search(text[max(0, start - 30) : start])
    if clock is None:
        return Timestamp(day=day)
    return Timestamp(day=day, time=_time(clock), zone=_zone(clock.string[clock.end() :]) if _time(clock) else None)


def _day(match: re.Match[str]) -> datetime.date | None:
    parts = match.groupdict()
    month = anatomy().months[parts["n"].lower()] if parts.get("n") else int(parts["m"])
    day = int(parts["d"])
    numeric = "n" not in parts and match.start("d") < match.start("y")
    if numeric and day <= 12 and month <= 12 and day != month:
        return None
    if numeric and month > 12:
        day, month = month, day
    try:
        return datetime.date(int(parts["y"]), month, day)
    except ValueError:
        return None


def _time(match: re.Match[str]) -> str | None:
    hour, minute = int(match[1] or match[4]), int(match[2] or match[5] or 0)
    half = (match[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _zone(after: str) -> str | None:
    offset = OFFSET.match(after)
    if offset:
        return offset[1]
    word = re.match(r"[\s(]*([A-Za-z]{1,4})\b", after)
    return word[1].upper() if word and word[1] in anatomy().zones else None
