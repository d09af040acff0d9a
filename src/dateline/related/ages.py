"""How old a teaser says it is, and the days and times that this means, counted from the page."""

import datetime
import re
from functools import cache

import msgspec

from dateline.articles import find_day
from dateline.records import Age, AgeUnit, Article, Interval, Timestamp
from dateline.related.furniture import either, furniture

NO_TIME = datetime.timedelta()
DAY = datetime.timedelta(days=1)
WEST, EAST = datetime.timedelta(hours=12), datetime.timedelta(hours=14)
"""How far clocks of the world are behind UTC and before it."""
SPANS: dict[AgeUnit, tuple[datetime.timedelta, datetime.timedelta]] = {
    "second": (datetime.timedelta(seconds=1),) * 2,
    "minute": (datetime.timedelta(minutes=1),) * 2,
    "hour": (datetime.timedelta(hours=1),) * 2,
    "day": (DAY, DAY),
    "week": (7 * DAY, 7 * DAY),
    "month": (28 * DAY, 31 * DAY),
    "year": (365 * DAY, 366 * DAY),
}
"""The shortest and the longest that a unit may be."""
CLOCK_UNITS = ("second", "minute", "hour")
BARE_UNITS = ("hour", "day")
"""Units that say an age without "ago": "5 min" is how long something takes to read."""
MOST_YEARS = 99
LEAP_YEAR = 2096
AROUND_A_DATE = 22
"""Characters that may stand by a date on its line: a time of day, "Published"."""
DATE_LIKE = re.compile(r"\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9}\.?")
LONGEST = 60


class SaidAge(msgspec.Struct, frozen=True):
    """An age as it stands: a count of units, a day, or a time of day (HH:MM).

    The year of `day` is LEAP_YEAR, which is far off, where the words have none.
    """

    words: str
    count: int | None = None
    unit: AgeUnit | None = None
    day: datetime.date | None = None
    clock: str | None = None


class PageClock(msgspec.Struct, frozen=True):
    """The first and the last moment at which the page may have stood as it does; the same where its time is known.

    `universal` says that they are in UTC: the page's own day may then be another one.
    """

    first: datetime.datetime
    last: datetime.datetime
    universal: bool = False

    @property
    def is_exact(self) -> bool:
        return self.first == self.last

    @property
    def first_day(self) -> datetime.date:
        return (self.first - (WEST if self.universal else NO_TIME)).date()

    @property
    def last_day(self) -> datetime.date:
        return (self.last + (EAST if self.universal else NO_TIME)).date()


def page_clock(article: Article, captured: datetime.datetime | None = None) -> PageClock:
    """When ages on the page are counted from: when it was captured, else its last update, else its publication."""
    if captured is not None:
        moment = captured.astimezone(datetime.UTC).replace(second=0, microsecond=0)
        return PageClock(moment, moment, universal=True)
    stamps = [article.published, *([article.updated] if article.updated else [])]
    return _clock(max(stamps, key=lambda stamp: stamp.iso))


def said_age(text: str) -> SaidAge | None:
    """The age that some words are, with nothing else: "14h ago", "Posted 3 days ago", "Yesterday", "April 12"."""
    if len(text) > LONGEST:
        return None
    bare = _leads().sub("", text).strip(" ,.:()[]–—-").casefold()
    data = furniture()
    if bare in data.days_ago:
        return SaidAge(text, data.days_ago[bare], None)
    if bare in data.now:
        return SaidAge(text, 0, "minute")
    counted = _counted().fullmatch(bare)
    return _counted_age(text, counted) if counted else _dated_age(text, bare)


def trailing_age(text: str) -> tuple[str, SaidAge] | None:
    """A line without the age at its end, and that age: "Bridge reopens - 3 hours ago"."""
    found = _trailing().search(text[-LONGEST:])
    if found is None:
        return None
    age = said_age(found[1])
    rest = text[: len(text) - len(found[0])].rstrip(" ,–—-|·•(")
    return (rest, age) if age and rest else None


def resolved(said: SaidAge, clock: PageClock) -> Age | None:
    """The age with its days, and its times where the page's own time allows; None where no calendar reaches so far."""
    try:
        if said.day is not None:
            return Age(words=said.words, days=Interval.day(_with_year(said.day, clock)))
        if said.clock is not None:
            return _today_or_yesterday(said.words, datetime.time.fromisoformat(said.clock), clock)
        if said.unit is None:
            days = (said.count or 0) * DAY
            return Age(words=said.words, days=Interval(clock.first_day - days, clock.last_day - days))
        return _counted_back(said, said.count or 0, said.unit, clock)
    except (OverflowError, ValueError):
        return None


def _counted_back(said: SaidAge, count: int, unit: AgeUnit, clock: PageClock) -> Age:
    shortest, longest = SPANS[unit]
    earliest, latest = clock.first - (count + 1) * longest, clock.last - count * shortest
    times = tuple(moment.isoformat(timespec="minutes") for moment in (earliest, latest))
    return Age(
        words=said.words,
        days=Interval(earliest.date(), latest.date()),
        count=count,
        unit=unit,
        times=(times[0], times[1]) if clock.is_exact and unit in CLOCK_UNITS else None,
    )


def _today_or_yesterday(words: str, time: datetime.time, clock: PageClock) -> Age:
    """A time of day of the last 24 hours before the page."""
    if clock.universal:
        return Age(words=words, days=Interval(clock.first_day - DAY, clock.last_day))
    moments = [datetime.datetime.combine(end.date(), time) for end in (clock.first, clock.last)]
    first = moments[0] if moments[0] <= clock.first else moments[0] - DAY
    last = moments[1] if moments[1] <= clock.last else moments[1] - DAY
    iso = last.isoformat(timespec="minutes")
    return Age(words=words, days=Interval(first.date(), last.date()), times=(iso, iso) if clock.is_exact else None)


def _clock(stamp: Timestamp) -> PageClock:
    if stamp.time is not None:
        moment = datetime.datetime.combine(stamp.day, datetime.time.fromisoformat(stamp.time))
        return PageClock(moment, moment)
    midnight = datetime.datetime.combine(stamp.day, datetime.time.min)
    return PageClock(midnight, midnight.replace(hour=23, minute=59))


def _counted_age(text: str, match: re.Match[str]) -> SaidAge | None:
    number, name, ago = match[1], match[2], match[3]
    unit = next(unit for unit, names in furniture().units.items() if name in names)
    count = 1 if number in furniture().one else int(number)
    if (not ago and unit not in BARE_UNITS) or (unit == "year" and count > MOST_YEARS):
        return None
    return SaidAge(text, count, unit)


def _dated_age(text: str, bare: str) -> SaidAge | None:
    if not any(character.isdecimal() for character in bare):
        return None
    found = find_day(bare)
    if found is not None:
        day, start, end = found
        rest = bare[:start] + bare[end:]
        return SaidAge(text, day=day) if len(rest) <= AROUND_A_DATE and not _has_long_words(rest) else None
    yearless = find_day(f"{bare}, {LEAP_YEAR}") if DATE_LIKE.fullmatch(bare) else None
    return SaidAge(text, day=yearless[0]) if yearless and yearless[1] == 0 else None


def _has_long_words(text: str) -> bool:
    return any(len(word) > 4 for word in re.findall(r"[^\W\d_]+", text))


def _with_year(day: datetime.date, clock: PageClock) -> datetime.date:
    """The latest such day that is not after the page, where the words had no year."""
    if day.year != LEAP_YEAR:
        return day
    last = clock.last_day
    day = day.replace(year=last.year)
    return day if day <= last else day.replace(year=last.year - 1)


@cache
def _counted() -> re.Pattern[str]:
    data = furniture()
    units = either(name for names in data.units.values() for name in names)
    number = rf"(?:{either(data.one)})(?=\s)|\d{{1,3}}"
    more = rf"(?:,? (?:and )?\d{{1,2}}\s?(?:{units})\.?)?"
    return re.compile(rf"({number})\s?({units})\.?{more}(\s+(?:{either(data.ago)}))?")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:(?:{either(furniture().age_leads)})\b\W*)+", re.IGNORECASE)


@cache
def _trailing() -> re.Pattern[str]:
    data = furniture()
    units = either(name for names in data.units.values() for name in names)
    return re.compile(
        rf"(?:\s|[(|·•–—])((?:\d{{1,3}}|{either(data.one)})\s?(?:{units})\.?\s+(?:{either(data.ago)}))\W*$",
        re.IGNORECASE,
    )
