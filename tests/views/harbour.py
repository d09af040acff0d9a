"""A small invented story as records: a minister's visit to a port, a promise kept later. Nothing is read for it."""

import datetime
from pathlib import Path

from dateline.records import (
    Actor,
    ActorRole,
    Argument,
    Article,
    Attestation,
    Block,
    Chronicle,
    Dateline,
    Entity,
    Entry,
    EventDate,
    EventMention,
    Expectation,
    Interval,
    Link,
    Page,
    Reading,
    Rejection,
    Report,
    Sentence,
    Span,
    Speaker,
    Statement,
    Timestamp,
)
from dateline.store import open_store

VISIT = (
    "Minister Ada Lund ends visit to Norvik",
    "NORVIK (CW) — ",
    "Ada Lund ended a five-day visit to Norvik on Sunday, the Norvik News Agency reported.",
    "On Friday, Lund met Mayor Per Holt at the old fort.",
    "Lund vowed to open a ferry line in August.",
    "A choir sang for the guests.",
    "The two last met in Osmark in April 2017.",
    "In recent months, two trial sailings failed.",
    "“The line is safe,” Lund told reporters.",
    "Fishermen, the agency reported, allege that the port took bribes.",
)
OPENING = (
    "=Ferry to Norvik sails",
    "NORVIK (CW) — ",
    "The ferry line to Norvik opened on Monday, months after Lund's visit.\x1b[31m",
)
SUNDAY = datetime.date(2021, 5, 16)
SEPTEMBER = datetime.date(2021, 9, 2)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def between(first: str | None, last: str | None) -> Interval:
    return Interval(day(first) if first else None, day(last) if last else None)


def article(id: str, lines: tuple[str, ...], published: datetime.date, publisher: str | None) -> Article:
    title, head, *paragraphs = lines
    paragraphs[0] = head + paragraphs[0]
    text = "\n\n".join([title, *paragraphs])
    starts = [text.index(part) for part in [title, *paragraphs]]
    blocks = tuple(
        Block("headline" if start == 0 else "body", Span(start, start + len(part)))
        for start, part in zip(starts, [title, *paragraphs], strict=True)
    )
    return Article(
        page_id=id,
        title=title,
        text=text,
        blocks=blocks,
        published=Timestamp(day=published),
        publisher=publisher,
        agency="CW",
        dateline=Dateline(span=Span(starts[1], starts[1] + len(head)), place="Norvik", agency="CW"),
    )


P1, P2 = "aaaa000000000001", "bbbb000000000002"
FIRST = article(P1, VISIT, SUNDAY, "Harbour Times")
SECOND = article(P2, OPENING, SEPTEMBER, None)
ARTICLES = {P1: FIRST, P2: SECOND}


def at(page: str, words: str) -> Span:
    start = ARTICLES[page].text.index(words)
    return Span(start, start + len(words))


def sentence(page: str, words: str) -> Span:
    span = at(page, words)
    block = ARTICLES[page].block_at(span.start)
    assert block is not None
    return block.span


AGENCY = Link(
    speakers=(Speaker(name="Norvik News Agency", span=at(P1, "Norvik News Agency"), entity="e-agency"),),
    cue=at(P1, "reported"),
    stance="reports",
)
LUND = Link(speakers=(Speaker(name="Ada Lund", span=at(P1, "Lund"), entity="e-lund"),), cue=at(P1, "told"))
FISHERMEN = Link(
    speakers=(Speaker(name="fishermen", span=at(P1, "Fishermen")),),
    cue=at(P1, "allege"),
    stance="alleges",
    commitment="possible",
)


def mention(id: str, page: str, words: str, quote: str, date: EventDate, **more: object) -> EventMention:
    span = at(page, quote)
    fields = {"trigger": span, "lemma": quote.split()[0], **more}
    return EventMention(
        id=id, page_id=page, span=span, sentence=sentence(page, quote), words=words, date=date, **fields
    )


def dated(
    interval: Interval, rule: str, basis: str, *expressions: str, anchor: str | None = None, page: str = P1
) -> EventDate:
    spans = tuple(at(page, words) for words in expressions)
    return EventDate(interval=interval, rule=rule, basis=basis, expressions=spans, anchor=anchor)


TRIP = between("2021-05-12", "2021-05-16")
MENTIONS = (
    mention(
        "m-trip",
        P1,
        "Ada Lund visits Norvik",
        "ended a five-day visit to Norvik",
        dated(TRIP, "duration", "relative", "five-day", anchor="2021-05-16"),
        type="CONSULT",
        chain=(AGENCY,),
        arguments=(Argument(role="actor", name="Ada Lund", span=at(P1, "Ada Lund"), entity="e-lund"),),
    ),
    mention(
        "m-fort",
        P1,
        "Ada Lund meets Per Holt",
        "met Mayor Per Holt",
        dated(between("2021-05-14", "2021-05-14"), "expression", "relative", "Friday", anchor="2021-05-16"),
        type="CONSULT",
    ),
    mention(
        "m-ferry",
        P1,
        "Ada Lund opens a ferry line",
        "open a ferry line",
        dated(between("2021-08-01", "2021-08-31"), "expression", "relative", "August", anchor="2021-05-16"),
        realis="future",
        outlook="promised",
    ),
    mention("m-choir", P1, "a choir sings", "A choir sang", dated(TRIP, "frame", "story")),
    mention(
        "m-osmark",
        P1,
        "Ada Lund meets Per Holt",
        "last met in Osmark",
        dated(between("2017-04-01", "2017-04-30"), "expression", "stated", "April 2017"),
        type="CONSULT",
    ),
    mention(
        "m-trial",
        P1,
        "two trial sailings fail",
        "two trial sailings failed",
        dated(between(None, "2021-05-16"), "before_publication", "relative", "In recent months"),
    ),
    mention(
        "m-bribes",
        P1,
        "the port takes bribes",
        "took bribes",
        dated(between(None, None), "none", "assumed"),
        chain=(AGENCY, FISHERMEN),
    ),
    mention(
        "m-opening",
        P2,
        "the ferry line opens",
        "opened on Monday",
        dated(between("2021-08-30", "2021-08-30"), "expression", "relative", "Monday", anchor="2021-09-02", page=P2),
    ),
    mention(
        "m-trip2", P2, "Ada Lund visits Norvik", "Lund's visit", dated(between(None, None), "none", "assumed", page=P2)
    ),
)
BY_ID = {found.id: found for found in MENTIONS}


def entry(id: str, status: str, salience: float, *mentions: str, **more: object) -> Entry:
    first = BY_ID[mentions[0]]
    reports = tuple(
        Report(page_id=m.page_id, event_id=m.id, span=m.span, sentence=m.sentence, chain=m.chain)
        for m in map(BY_ID.__getitem__, mentions)
    )
    cells = {
        "words": first.words,
        "type": first.type,
        "actors": (),
        "recipients": (),
        "places": (),
        "said_by": tuple(speaker.name for link in first.chain for speaker in link.speakers),
        "interval": first.date.interval,
        "value": None,
        "basis": first.date.basis,
    }
    return Entry(id=id, mode=None, status=status, salience=salience, reports=reports, **cells | more)


TRIP_ID, FORT_ID, FERRY_ID, CHOIR_ID, OSMARK_ID, TRIAL_ID, BRIBES_ID, OPENING_ID = (
    f"{number}{number}abcd{number:010d}" for number in range(1, 9)
)
ENTRIES = (
    entry(
        TRIP_ID, "happened", 0.9, "m-trip", "m-trip2", actors=("Ada Lund",), recipients=("Norvik",), places=("Norvik",)
    ),
    entry(
        FORT_ID, "happened", 0.95, "m-fort", actors=("Ada Lund", "Per Holt"), places=("the old fort",), frame=TRIP_ID
    ),
    entry(FERRY_ID, "promised", 0.6, "m-ferry", actors=("Ada Lund",), said_by=("Ada Lund",)),
    entry(CHOIR_ID, "happened", 0.1, "m-choir", frame=TRIP_ID),
    entry(OSMARK_ID, "happened", 0.6, "m-osmark", actors=("Ada Lund", "Per Holt"), places=("Osmark",)),
    entry(TRIAL_ID, "happened", 0.5, "m-trial"),
    entry(BRIBES_ID, "alleged", 0.5, "m-bribes"),
    entry(OPENING_ID, "happened", 0.8, "m-opening", places=("Norvik",)),
)
MINISTER = ActorRole(
    title="Minister",
    country="NO",
    attested=(Attestation(SUNDAY, P1, at(P1, "Minister")), Attestation(SEPTEMBER, P2, at(P2, "Ferry"))),
)
STATEMENT = Statement(
    id="ssss000000000001",
    page_id=P1,
    span=at(P1, "“The line is safe,” Lund told reporters"),
    chain=(AGENCY, LUND),
    cue=at(P1, "told"),
    cue_lemma="tell",
    content=(at(P1, "The line is safe,"),),
    form="direct",
    addressees=(Speaker(name="reporters", span=at(P1, "reporters")),),
)
CHRONICLE = Chronicle(
    actors=(
        Actor(
            id="acto000000000001",
            kind="person",
            name="Ada Lund",
            names=("Ada Lund", "Lund", "the minister"),
            country="NO",
            entities=("e-lund",),
            roles=(MINISTER,),
            sector="GOV",
            sector_told=MINISTER.attested[0],
        ),
        Actor(id="acto000000000002", kind="person", name="Per Holt", names=("Per Holt",), entities=("e-holt",)),
    ),
    entries=ENTRIES,
    expectations=(
        Expectation(
            id="expe000000000001",
            entry=FERRY_ID,
            kind="promised",
            due=between("2021-08-01", "2021-08-31"),
            state="fulfilled",
            outcome=OPENING_ID,
        ),
    ),
)


def reading(found: Article, statements: tuple[Statement, ...] = ()) -> Reading:
    return Reading(
        page_id=found.page_id,
        reader="test",
        article=found,
        sentences=tuple(Sentence(block.span, number) for number, block in enumerate(found.blocks)),
        entities=(Entity(id="e-lund", kind="person", name="Ada Lund"),),
        statements=statements,
        events=tuple(m for m in MENTIONS if m.page_id == found.page_id),
    )


READINGS = (reading(FIRST, (STATEMENT,)), reading(SECOND))
PAGES = tuple(
    Page(id=id, location=f"pages/{id[:4]}.txt", name=f"{id[:4]}.txt", media="text/plain", content=found.text.encode())
    for id, found in ARTICLES.items()
)
REJECTIONS = (
    Rejection(location="pages/empty.txt", reason="empty", detail="nothing in it"),
    Rejection(location="pages/photo.jpg", reason="binary", detail="not text"),
)


def write(path: Path) -> Path:
    """The story as a chronicle at a path."""
    with open_store(str(path), create=True) as store, store.writer() as writer:
        writer.add_pages(PAGES)
        writer.add_readings(READINGS)
        writer.add_rejections(REJECTIONS)
        writer.replace_chronicle(CHRONICLE)
    return path
