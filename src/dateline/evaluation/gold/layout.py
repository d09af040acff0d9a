"""The gold of annotated pages: `*.events.jsonl`, with `*.pages.jsonl` and `aliases.json` beside it."""

import datetime
from pathlib import Path

import msgspec

from dateline.errors import UsageError
from dateline.evaluation.layouts import decode, decode_lines, one_file
from dateline.records import LineKind, Status


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One annotated event. `quote` stands on line `line` of the page; `start` and `end` are inclusive, None unknown."""

    id: str
    page: str
    quote: str
    line: int
    plover: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    start: datetime.date | None
    end: datetime.date | None
    status: Status
    said_by: tuple[str, ...]
    same_as: str | None
    what: str = ""
    doubt: str | None = None


class GoldPage(msgspec.Struct, frozen=True, kw_only=True):
    """What the lines of a page are; numbers count from 1, a pair is an inclusive range."""

    page: str
    body_lines: list[int | tuple[int, int]] = []
    caption_lines: list[int | tuple[int, int]] = []
    credit_lines: list[int | tuple[int, int]] = []
    promo_lines: list[int | tuple[int, int]] = []
    posted_lines: list[int | tuple[int, int]] = []
    furniture_from: int | None = None

    def kinds(self) -> dict[int, LineKind]:
        """Kind of each line that stands in a range; furniture is not listed, it runs to the end of the page."""
        ranges: dict[LineKind, list[int | tuple[int, int]]] = {
            "body": self.body_lines,
            "caption": self.caption_lines,
            "credit": self.credit_lines,
            "promo": self.promo_lines,
            "posted": self.posted_lines,
        }
        return {number: kind for kind, parts in ranges.items() for part in parts for number in _numbers(part)}

    def kind_of(self, number: int) -> LineKind | None:
        """Kind of a non-blank line; None for the header line and others that the gold says nothing of."""
        if self.furniture_from is not None and number >= self.furniture_from:
            return "furniture"
        return self.kinds().get(number)


def _numbers(part: int | tuple[int, int]) -> range:
    first, last = (part, part) if isinstance(part, int) else part
    return range(first, last + 1)


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """A set of annotated pages. `pages` is None where no file says what their lines are."""

    folder: Path
    events: list[GoldEvent]
    pages: list[GoldPage] | None
    aliases: dict[str, list[str]]

    @property
    def page_names(self) -> list[str]:
        return sorted({e.page for e in self.events} | {p.page for p in self.pages or ()})


def load_gold(path: Path, pages: Path | None) -> Gold:
    """The gold at a path (the events file, or its folder); `pages` defaults to `../seeds` beside the gold's folder.

    Raises UsageError where a file or folder is missing, DataError where a record does not fit.
    """
    events = one_file(path, "*.events.jsonl")
    folder = pages or events.absolute().parent.parent / "seeds"
    if not folder.is_dir():
        raise UsageError(f"the pages are not in {folder}: name their folder with --pages")
    lines = events.with_name(events.name.removesuffix(".events.jsonl") + ".pages.jsonl")
    aliases = events.with_name("aliases.json")
    gold = Gold(
        folder=folder,
        events=decode_lines(events, GoldEvent),
        pages=decode_lines(lines, GoldPage) if lines != events and lines.exists() else None,
        aliases=decode(aliases, dict[str, list[str]]) if aliases.exists() else {},
    )
    missing = [name for name in gold.page_names if not (folder / name).is_file()]
    if missing or not gold.events:
        raise UsageError(f"{folder} lacks the page {missing[0]}" if missing else f"{events} holds no events")
    return gold
