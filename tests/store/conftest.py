"""Records to keep: a small invented story, each part of which can be varied."""

import datetime
from typing import Any

import pytest

from dateline.records import (
    Actor,
    Article,
    Chronicle,
    Entry,
    Expectation,
    Interval,
    Link,
    Page,
    Reading,
    Report,
    Span,
    Speaker,
    Statement,
    Timestamp,
)

TEXT = "Bridge opens in Varn\n\nMinister Ada Holt opened the bridge on Friday. “It will stand,” Holt said."


class Sample:
    """Makes records of one page, one statement, one event; every field can be given."""

    def page(self, id: str = "page1", **fields: Any) -> Page:
        given = {"location": f"/news/{id}.txt", "name": f"{id}.txt", "media": "text/plain", "content": TEXT.encode()}
        return Page(id=id, **(given | fields))

    def article(self, page_id: str = "page1", **fields: Any) -> Article:
        published = Timestamp(day=datetime.date(2031, 5, 3))
        given = {"title": "Bridge opens in Varn", "text": TEXT, "blocks": (), "published": published}
        return Article(page_id=page_id, **(given | {"publisher": "The Varn Post", "agency": "NPA"} | fields))

    def statement(
        self, id: str = "said1", page_id: str = "page1", speaker: str = "Ada Holt", **fields: Any
    ) -> Statement:
        content = TEXT.index("It will")
        span = Span(content - 1, len(TEXT))
        chain = (Link(speakers=(Speaker(name=speaker, span=Span(span.end - 10, span.end - 6)),)),)
        given = {"chain": chain, "cue": Span(span.end - 5, span.end - 1), "cue_lemma": "say", "form": "direct"}
        return Statement(
            id=id, page_id=page_id, **({"span": span, "content": (Span(content, content + 13),)} | given | fields)
        )

    def reading(self, page_id: str = "page1", **fields: Any) -> Reading:
        given = {"article": self.article(page_id), "statements": (self.statement(f"{page_id}-said", page_id),)}
        return Reading(page_id=page_id, **({"reader": "1"} | given | fields))

    def report(self, page_id: str = "page1", event_id: str = "event1", start: int = 22, stop: int = 67) -> Report:
        return Report(page_id=page_id, event_id=event_id, span=Span(start, stop), sentence=Span(22, 68))

    def entry(self, id: str = "entry1", **fields: Any) -> Entry:
        given = {
            "words": "Ada Holt opened the bridge",
            "type": "AID",
            "mode": None,
            "actors": ("Ada Holt",),
            "recipients": (),
            "places": ("Varn",),
            "interval": Interval.day(datetime.date(2031, 5, 2)),
            "value": "2031-05-02",
            "basis": "relative",
            "status": "happened",
            "said_by": (),
            "reports": (self.report(),),
        }
        return Entry(id=id, **(given | fields))

    def actor(self, name: str = "Ada Holt", *others: str, **fields: Any) -> Actor:
        return Actor(id=f"actor-{name}", name=name, names=(name, *others), **({"kind": "person"} | fields))

    def expectation(self, id: str = "hope1", entry: str = "entry1", **fields: Any) -> Expectation:
        due = Interval(datetime.date(2031, 6, 1), datetime.date(2031, 6, 30))
        return Expectation(id=id, entry=entry, **({"kind": "promised", "due": due, "state": "open"} | fields))

    def chronicle(self, *entries: Entry, **fields: Any) -> Chronicle:
        return Chronicle(entries=entries or (self.entry(),), **fields)


@pytest.fixture(scope="session")
def sample() -> Sample:
    return Sample()
