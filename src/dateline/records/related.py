"""What the rest of a page points to: the teasers of its lists, never mixed with the article."""

from typing import Literal

import msgspec

from dateline.records.times import Interval

AgeUnit = Literal["second", "minute", "hour", "day", "week", "month", "year"]


class Age(msgspec.Struct, frozen=True, kw_only=True):
    """How old a teaser says it is: `words` as they stand, and the days on which it appeared, counted from the page.

    `count` and `unit` are what the words say ("14h ago"); None where they are a date. Words drop what is left over:
    "14h" is from 14 to 15 hours. `times` is the same to the minute, earliest and latest as ISO, where the unit is an
    hour or less: with "+00:00" where it is known when the page was captured, else in the page's own zone where it says
    its time.
    """

    words: str
    days: Interval
    count: int | None = None
    unit: AgeUnit | None = None
    times: tuple[str, str] | None = None


class TeaserPlace(msgspec.Struct, frozen=True, kw_only=True):
    """One place of a page where an item stands. Lines are 1-based lines of a flattened page, None and empty in HTML.

    `headline_line` is the first line of a headline that stands twice; `duration` is that of a video, in seconds.
    """

    section: str | None = None
    section_line: int | None = None
    headline_line: int | None = None
    teaser: str = ""
    teaser_lines: tuple[int, ...] = ()
    label: str | None = None
    age: Age | None = None
    duration: int | None = None


class RelatedItem(msgspec.Struct, frozen=True, kw_only=True):
    """Another page that this one points to. What stands in several places of the page is one item.

    `headline` is without its label; `url` is text only: it is never fetched because a page says so.
    """

    id: str
    page_id: str
    headline: str
    url: str | None = None
    places: tuple[TeaserPlace, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections and lists that it stands in, in order of the page, each once."""
        return tuple(dict.fromkeys(place.section for place in self.places if place.section))

    @property
    def teaser(self) -> str:
        """The first teaser."""
        return next((place.teaser for place in self.places if place.teaser), "")

    @property
    def label(self) -> str | None:
        """The first label, in capitals: EXCLUSIVE, OPINION, LIVE."""
        return next((place.label for place in self.places if place.label), None)

    @property
    def age(self) -> Age | None:
        """The first age."""
        return next((place.age for place in self.places if place.age), None)

    @property
    def duration(self) -> int | None:
        """Seconds of the first video."""
        return next((place.duration for place in self.places if place.duration is not None), None)

    @property
    def lines(self) -> tuple[int, ...]:
        """Lines of its headlines and teasers on a flattened page, in order."""
        heads = (place.headline_line for place in self.places if place.headline_line is not None)
        return tuple(sorted({*heads, *(line for place in self.places for line in place.teaser_lines)}))
