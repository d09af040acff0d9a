"""A home time zone: moments that a page gives with their zone, and moments of reading, on the reader's own clock.

Days of events stay as the pages give them: no page says at what moment of which zone a day begins.
"""

import datetime
import re
from functools import cache
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

import msgspec
from litestar.params import Parameter

from dateline.errors import UsageError
from dateline.languages import load
from dateline.views import short_day
from dateline.web.access import AnyRequest

COOKIE = "dateline_zone"
Zone = Annotated[str | None, Parameter(description="Home time zone, such as Europe/Oslo.")]
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)", re.ASCII)


class HomeZone(msgspec.Struct, frozen=True):
    """A zone of the IANA database, by its name."""

    name: str

    def of_page(self, day: datetime.date, time: str | None, zone: str | None) -> str | None:
        """When a page was published, on the home clock; None where it gives no time, or no zone that is known."""
        offset = page_zone(zone) if zone else None
        if time is None or offset is None:
            return None
        moment = datetime.datetime.combine(day, datetime.time.fromisoformat(time), tzinfo=offset)
        home = moment.astimezone(ZoneInfo(self.name))
        return f"{home:%H:%M}" if home.date() == day else f"{short_day(home.date())} {home:%H:%M}"

    def of_moment(self, iso: str) -> str:
        """A moment of the chronicle's own history, `22 Nov 2026 09:46`."""
        home = datetime.datetime.fromisoformat(iso).astimezone(ZoneInfo(self.name))
        return f"{short_day(home.date())} {home:%H:%M}"


UTC = HomeZone("UTC")


def home_zone(request: AnyRequest, given: str | None) -> HomeZone | None:
    """The zone of the address, else that of the cookie. Raises UsageError where the address names none."""
    if given:
        if given not in zones():
            raise UsageError(f"tz={given} is no time zone; give a name such as Europe/Oslo, America/New_York or UTC")
        return HomeZone(given)
    kept = request.cookies.get(COOKIE)
    return HomeZone(kept) if kept in zones() else None


@cache
def zones() -> tuple[str, ...]:
    """The names of zones that this machine knows, in order of the alphabet."""
    return tuple(sorted(name for name in available_timezones() if "/" in name or name == "UTC"))


def page_zone(written: str) -> datetime.tzinfo | None:
    """The zone that a page writes: hours east of Greenwich, or an abbreviation that means one zone only."""
    known = written if _OFFSET.fullmatch(written) else _abbreviations().get(written.upper(), "")
    if match := _OFFSET.fullmatch(known):
        east = datetime.timedelta(hours=int(match[2]), minutes=int(match[3]))
        if east >= datetime.timedelta(days=1):
            return None
        return datetime.timezone(-east if match[1] == "-" else east)
    return ZoneInfo(known) if known in zones() else None


@cache
def _abbreviations() -> dict[str, str]:
    found: dict[str, str] = load("en", "zones", dict[str, str])
    return found
