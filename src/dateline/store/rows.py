"""Records to rows and back. Pure functions; the tables are `schema.py`'s."""

import zlib
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec

from dateline.records import (
    Actor,
    Anchor,
    Article,
    Decision,
    Entry,
    Expectation,
    Interval,
    Page,
    Reading,
    Rejection,
    Statement,
    Syndicate,
    VersionChain,
    content_id,
)
from dateline.store.folding import folded, storable

Row = dict[str, Any]

UNDATED = "9999-99-99"
"""Sorts what has no date after everything that has one."""


class ArticleOnly(msgspec.Struct, frozen=True):
    """The part of a reading that most views want; decoding it skips the rest."""

    article: Article


def encode(record: object) -> str:
    """The record as JSON."""
    return msgspec.json.encode(record).decode()


def unpack[T](data: bytes, kind: type[T]) -> T:
    """The record of a compressed JSON."""
    return msgspec.json.decode(zlib.decompress(data), type=kind)


def page_row(page: Page) -> Row:
    location, name = storable(page.location), storable(page.name)
    bare = msgspec.structs.replace(page, content=b"", location=location, name=name)
    return {
        "id": page.id,
        "location": location,
        "folded": folded(name) + "\n" + folded(storable(page.url or "")),
        "record": encode(bare),
        "content": zlib.compress(page.content, 6),
    }


def page_of(record: str, content: bytes) -> Page:
    page = msgspec.json.decode(record, type=Page)
    return msgspec.structs.replace(page, content=zlib.decompress(content))


def reading_row(reading: Reading) -> Row:
    article = reading.article
    record = msgspec.json.encode(reading)
    return {
        "page_id": reading.page_id,
        "reader": reading.reader,
        "published": article.published.iso,
        "title": storable(article.title),
        "publisher": _optional(article.publisher),
        "agency": _optional(article.agency),
        "digest": content_id(record),
        "record": zlib.compress(record, 6),
    }


def source_name_rows(reading: Reading) -> list[Row]:
    article = reading.article
    named = {"publisher": article.publisher, "agency": article.agency}
    return [row for role, name in named.items() if name for row in name_rows(reading.page_id, role, [name])]


def statement_row(statement: Statement, article: Article) -> Row:
    published = Interval.day(article.published.day)
    interval = statement.interval if statement.interval and not statement.interval.is_open else published
    return {
        "id": statement.id,
        "page_id": statement.page_id,
        "start": statement.span.start,
        "stop": statement.span.end,
        "stance": statement.stance,
        **_days(interval),
        "sort": sort_key(interval),
        "record": encode(statement),
    }


def statement_name_rows(statement: Statement) -> list[Row]:
    outer = [speaker.name for link in statement.chain[:-1] for speaker in link.speakers]
    channels = [link.channel for link in statement.chain if link.channel]
    return [
        *name_rows(statement.id, "speaker", [s.name for s in statement.speakers]),
        *name_rows(statement.id, "outer", outer),
        *name_rows(statement.id, "channel", channels),
        *name_rows(statement.id, "addressee", [s.name for s in statement.addressees]),
    ]


def rejection_row(rejection: Rejection) -> Row:
    clean = msgspec.structs.replace(rejection, location=storable(rejection.location), detail=storable(rejection.detail))
    return {
        "location": clean.location,
        "reason": clean.reason,
        "page_id": clean.page_id,
        "record": encode(clean),
    }


def actor_row(actor: Actor) -> Row:
    name = storable(actor.name)
    columns = {"id": actor.id, "kind": actor.kind, "name": name, "folded": folded(name), "country": actor.country}
    return columns | _recorded(actor)


def actor_name_rows(actor: Actor) -> list[Row]:
    others = [name for name in actor.names if name != actor.name]
    return [*name_rows(actor.id, "name", [actor.name]), *name_rows(actor.id, "other", others)]


def entry_row(entry: Entry) -> Row:
    columns = {
        "id": entry.id,
        "sort": sort_key(entry.interval),
        **_days(entry.interval),
        "type": entry.type,
        "status": entry.status,
        "basis": entry.basis,
        "frame": entry.frame,
        "salience": entry.salience,
        "sources": entry.sources,
    }
    return columns | _recorded(entry)


def entry_name_rows(entry: Entry) -> list[Row]:
    return [
        *name_rows(entry.id, "actor", entry.actors),
        *name_rows(entry.id, "recipient", entry.recipients),
        *name_rows(entry.id, "place", entry.places),
        *name_rows(entry.id, "said_by", entry.said_by),
    ]


def entry_report_rows(entry: Entry) -> list[Row]:
    return [
        {
            "entry_id": entry.id,
            "position": position,
            "page_id": report.page_id,
            "event_id": report.event_id,
            "start": report.span.start,
            "stop": report.span.end,
        }
        for position, report in enumerate(entry.reports)
    ]


def expectation_row(expectation: Expectation) -> Row:
    columns = {
        "id": expectation.id,
        "entry": expectation.entry,
        "kind": expectation.kind,
        "state": expectation.state,
        "sort": sort_key(expectation.due),
        **_days(expectation.due),
    }
    return columns | _recorded(expectation)


def decision_row(number: int, decision: Decision) -> Row:
    columns = {"number": number, "at": decision.at, "author": storable(decision.by), "kind": decision.kind}
    return columns | {"record": encode(decision)}


def without_quotes(decision: Decision, pages: Collection[str]) -> Decision:
    """The decision without the words of these pages."""
    targets = tuple(Anchor(t.page_id, "") if t.page_id in pages else t for t in decision.targets)
    return msgspec.structs.replace(decision, targets=targets, seen="", value="", fields={}, source="")


def page_group_row(group: Syndicate | VersionChain) -> Row:
    return {"id": group.id, "kind": "story" if isinstance(group, Syndicate) else "versions"} | _recorded(group)


def page_group_member_rows(group: Syndicate | VersionChain) -> list[Row]:
    pages = [copy.page_id for copy in group.copies] if isinstance(group, Syndicate) else group.pages
    return [{"group_id": group.id, "page_id": page} for page in pages]


def name_rows(owner: str, role: str, names: Iterable[str]) -> list[Row]:
    """One row a name, each name once within its role."""
    once = dict.fromkeys(storable(name) for name in names)
    return [
        {"owner": owner, "role": role, "position": position, "name": name, "folded": folded(name)}
        for position, name in enumerate(once)
    ]


def sort_key(interval: Interval) -> str:
    """Orders intervals by their first known day, then by their last; what has none comes last."""
    first = interval.earliest or interval.latest
    last = interval.latest or interval.earliest
    return f"{first.isoformat() if first else UNDATED} {last.isoformat() if last else UNDATED}"


def unique[T](records: Iterable[T], key: str) -> Sequence[T]:
    """The records, the last of those that share a key."""
    return list({getattr(record, key): record for record in records}.values())


def _days(interval: Interval) -> Row:
    return {
        "earliest": interval.earliest.isoformat() if interval.earliest else None,
        "latest": interval.latest.isoformat() if interval.latest else None,
    }


def _recorded(record: object) -> Row:
    text = encode(record)
    return {"digest": content_id(text), "record": text}


def _optional(text: str | None) -> str | None:
    return storable(text) if text else None
