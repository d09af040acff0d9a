"""Dates in words: intervals as short as they are exact, and how the date of an event was reached.

Month and day names are spelled here, so that no machine's locale changes what is printed.
"""

import calendar
import datetime
import re

from dateline.records import EventDate, Interval

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNDATED = "no date"

_VALUE_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.+))?")
_VALUE_MONTH = re.compile(r"(\d{4})-(\d\d)")
_VALUE_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_VAGUE = {"PRESENT_REF": "the present", "PAST_REF": "the past", "FUTURE_REF": "the future"}


def short_day(day: datetime.date) -> str:
    """`17 Sep 2023`."""
    return f"{day.day} {_month(day)} {day.year}"


def month(day: datetime.date) -> str:
    """`Sep 2023`."""
    return f"{_month(day)} {day.year}"


def long_day(day: datetime.date) -> str:
    """`Sunday 17 September 2023`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def in_words(interval: Interval, *, ahead: bool = False) -> str:
    """An interval in words, no more exact than it is: `Jul 2023`, `12–17 Sep 2023`, `before 17 Sep 2023`, `no date`.

    Whole months, years and decades are named as such. An open interval of the past ends `before` its last day (which
    may be that day itself) or began `since` its first; one `ahead` is `by` or `from` them.
    """
    earliest, latest = interval.earliest, interval.latest
    if earliest is None and latest is None:
        return UNDATED
    if earliest is None:
        return _last(latest, ahead) if latest else UNDATED
    if latest is None:
        return f"{'from' if ahead else 'since'} {short_day(earliest)}"
    return _years(earliest, latest) or _months(earliest, latest) or _days(earliest, latest)


def value_in_words(value: str) -> str:
    """A TIMEX3 value in full words: `2023-09-17` is `Sunday 17 September 2023`; unknown forms stay as they are."""
    if match := _VALUE_DAY.fullmatch(value):
        day = _day(*(int(part) for part in match.groups()[:3]))
        return value if day is None else long_day(day) + (f", {match[4]}" if match[4] else "")
    if (match := _VALUE_MONTH.fullmatch(value)) and 1 <= int(match[2]) <= 12:
        return f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    if match := _VALUE_WEEK.fullmatch(value):
        return f"week {int(match[2])} of {match[1]}"
    return _VAGUE.get(value, value)


def explain(date: EventDate, text: str, published: datetime.date, frame: str | None = None) -> str:
    """How the date of an event was reached, in one plain line.

    `text` is the article that the date's expressions are spans of, `published` the day of the page and `frame` what
    happened around the event, where it is part of something. Nothing is repeated that the date itself already says.
    """
    words = _quoted(date, text)
    match date.rule:
        case "expression":
            return _counted(words, date) if words else "the page gives the time in so many words"
        case "inherited":
            source = _counted(words, date) if words else "a time given nearby"
            return f"no time of its own; shares that of the passage: {source}"
        case "frame":
            return _within(f"“{frame}”" if frame else "the event it is part of", date.interval)
        case "duration":
            return f"{words or 'its duration'}, measured from {_anchor(date) or long_day(published)}"
        case "order":
            return f"no time of its own; bounded by {_counted(words, date)}"
        case "header":
            return f"no time of its own; the date of the page, {long_day(published)}"
        case "before_publication":
            return _beside(words, f"before the page was published, {long_day(published)}")
        case "after_publication":
            return _beside(words, f"after the page was published, {long_day(published)}")
        case "none":
            return "the page does not date it"


def expression(date: EventDate, text: str) -> str | None:
    """The time words of the page that date an event, in double quotation marks; None where there are none."""
    words = " … ".join(" ".join(span.of(text).split()) for span in date.expressions)
    return f'"{words}"' if words else None


def _quoted(date: EventDate, text: str) -> str:
    return ", ".join(f"'{' '.join(span.of(text).split())}'" for span in date.expressions)


def _counted(words: str, date: EventDate) -> str:
    anchor = _anchor(date)
    if date.basis == "stated" or anchor is None:
        return f"{words}, as the page says" if date.basis == "stated" else words
    return f"{words}, counted from {anchor}"


def _beside(words: str, reached: str) -> str:
    return f"{words}; {reached}" if words else f"not dated by the page; {reached}"


def _within(frame: str, interval: Interval) -> str:
    return f"no time of its own; the day of {frame}" if interval.is_day else f"day not given; within {frame}"


def _anchor(date: EventDate) -> str | None:
    return value_in_words(date.anchor) if date.anchor else None


def _last(latest: datetime.date, ahead: bool) -> str:
    return f"{'by' if ahead else 'before'} {short_day(latest)}"


def _month(day: datetime.date) -> str:
    return MONTHS[day.month - 1][:3]


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _years(earliest: datetime.date, latest: datetime.date) -> str | None:
    if (earliest.month, earliest.day, latest.month, latest.day) != (1, 1, 12, 31):
        return None
    first, last = earliest.year, latest.year
    if first == last:
        return str(first)
    if first % 10 == 0 and last == first + 9:
        return f"{first}s"
    return f"{first}–{last}"


def _months(earliest: datetime.date, latest: datetime.date) -> str | None:
    if earliest.day != 1 or latest.day != calendar.monthrange(latest.year, latest.month)[1]:
        return None
    if earliest.year != latest.year:
        return f"{_month(earliest)} {earliest.year} – {_month(latest)} {latest.year}"
    if earliest.month == latest.month:
        return f"{_month(latest)} {latest.year}"
    return f"{_month(earliest)}–{_month(latest)} {latest.year}"


def _days(earliest: datetime.date, latest: datetime.date) -> str:
    if earliest == latest:
        return short_day(latest)
    if earliest.year != latest.year:
        return f"{short_day(earliest)} – {short_day(latest)}"
    if earliest.month == latest.month:
        return f"{earliest.day}–{short_day(latest)}"
    return f"{earliest.day} {_month(earliest)} – {short_day(latest)}"
