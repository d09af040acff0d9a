"""The reader: the ordered stages that make a Reading out of a Page. Read this first.

Reading a page is a pure function of the page and the day it is read on (a page dated later is rejected). Each stage is
given only what it declares to read and fills only what it declares to fill; `tests/test_pipeline.py` checks the order.
"""

import datetime
from collections.abc import Callable
from typing import Any

import msgspec

from dateline.articles import find_article
from dateline.events import find_events, own_types_mark
from dateline.mentions import find_mentions
from dateline.places import find_places
from dateline.records import Page, Reading, Rejection
from dateline.related import find_related
from dateline.sentences import parse_article
from dateline.statements import find_statements
from dateline.times import find_times

READER = "4"
"""Version of the reader: a page read by an older one is read again."""


LANGUAGES = frozenset({"en"})
"""Languages that are read. An article in another one is kept, dated and searchable, with no events."""


class Stage(msgspec.Struct, frozen=True):
    """One step of reading: the function, what it reads and what it fills (one name: the result; more: a tuple)."""

    run: Callable[..., Any]
    reads: tuple[str, ...]
    fills: tuple[str, ...]


INPUTS = ("page", "today")

STAGES = (
    Stage(find_article, ("page", "today"), ("article",)),
    Stage(find_related, ("page", "article"), ("related",)),
    Stage(parse_article, ("article",), ("doc", "sentences")),
    Stage(find_mentions, ("article", "doc", "sentences"), ("mentions", "entities")),
    Stage(find_places, ("article", "mentions", "entities"), ("places",)),
    Stage(find_times, ("article", "doc"), ("times",)),
    Stage(find_statements, ("article", "doc", "sentences", "mentions", "entities", "times"), ("statements",)),
    Stage(
        find_events,
        ("article", "doc", "sentences", "mentions", "entities", "times", "statements", "places"),
        ("events",),
    ),
)


def reader_version() -> str:
    """Name of this reader; with a user's event types in force (`dateline.events.own_types`) it is another one."""
    return READER + own_types_mark()


def read_page(page: Page, today: datetime.date) -> Reading | Rejection:
    """Everything that one page says, or why it is not read."""
    reader = reader_version()
    state: dict[str, Any] = {"page": page, "today": today}
    for stage in STAGES:
        article = state.get("article")
        if article is not None and article.language not in LANGUAGES:
            return Reading(page_id=page.id, reader=reader, article=article)
        result = stage.run(**{name: state[name] for name in stage.reads})
        if isinstance(result, Rejection):
            return result
        state.update(zip(stage.fills, result if len(stage.fills) > 1 else (result,), strict=True))
    fields = set(Reading.__struct_fields__) - {"page_id", "reader"}
    return Reading(page_id=page.id, reader=reader, **{name: state[name] for name in fields})
