"""Pages of an invented world, as the reader would give them: for measuring what a chronicle of any size costs.

One page a time, in order of publication, the same for the same seed. What is assumed:

- 26 years of pages, evenly spread: a million events are 105 a day; six outlets.
- 30,000 actors, drawn with the frequencies of names in news (Zipf: the first has a part in 1 event of 14), 3,000
  places, 40,000 words.
- Events of 16 types and of none, 40 verbs in all; three in twenty are to come. As on pages that were read, 2 in 5 have
  a day, 2 in 5 no date, the others a week, a month or a year; half of them have a recipient.
- One in eight is an event of the last days told again: in other words, with another number, or a day off. One in ten of
  those to come is put off to another day.
"""

import datetime
import random
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

import msgspec

from dateline.records import (
    Argument,
    ArgumentRole,
    Article,
    Block,
    Entity,
    EntityKind,
    EventDate,
    EventMention,
    Interval,
    Link,
    Mention,
    Page,
    Reading,
    Sentence,
    Span,
    Speaker,
    Statement,
    Timestamp,
    content_id,
)

START, DAYS = datetime.date(1998, 1, 1), 9_500
ACTORS, PLACES, WORDS = 30_000, 3_000, 40_000
COMMON = 30
"""Words at the head that are about as frequent: of nouns in news, the first has 1 in 200."""
TOLD_AGAIN, TO_COME, SAID = 0.13, 0.15, 0.2
ALONE, PUT_OFF = 0.5, 0.1
LENGTHS = ((1, 0.4), (0, 0.4), (7, 0.1), (30, 0.07), (365, 0.03))
"""Days of a date, each with its share of the events."""
OUTLETS = ("Harbour Post", "Northern Wire", "The Ledger", "Valley Times", "Coast Radio", "Daily Meridian")
COUNTRIES = (
    ("France", "FR"), ("Japan", "JP"), ("Brazil", "BR"), ("Kenya", "KE"), ("Norway", "NO"), ("India", "IN"),
    ("Peru", "PE"), ("Poland", "PL"), ("Egypt", "EG"), ("Canada", "CA"), ("Turkey", "TR"), ("Vietnam", "VN"),
)  # fmt: skip
BODIES = ("Council", "Ministry", "Union", "Party", "Company", "Court", "Agency", "Front")
VERBS = (
    ("meet", "met", "CONSULT", "meeting"), ("visit", "visited", "CONSULT", "journey"),
    ("sign", "signed a treaty with", "AGREE", ""), ("criticize", "criticized", "ACCUSE", ""),
    ("shell", "shelled", "ASSAULT", ""), ("arrest", "arrested", "COERCE", ""),
    ("sanction", "sanctioned", "SANCTION", ""), ("supply", "supplied", "AID", ""),
    ("protest", "protested against", "PROTEST", ""), ("ask", "asked for the help of", "REQUEST", ""),
    ("threaten", "threatened", "THREATEN", ""), ("retreat", "retreated from", "RETREAT", ""),
    ("mobilize", "mobilized against", "MOBILIZE", ""), ("cooperate", "cooperated with", "COOPERATE", ""),
    ("reject", "rejected", "REJECT", ""), ("praise", "praised", "SUPPORT", ""),
)  # fmt: skip
PUTTING_OFF = ("postpone", "postponed", None, "")
PLAIN_VERBS = (
    "hire", "sue", "audit", "fine", "warn", "fund", "insure", "lease", "merge", "name", "open", "paint", "restore",
    "rename", "repair", "replace", "rescue", "rate", "search", "tax", "trail", "train", "trust", "weigh",
)  # fmt: skip
SYLLABLES = (
    "ba",
    "cor",
    "del",
    "fen",
    "gar",
    "hol",
    "jin",
    "kav",
    "lum",
    "mer",
    "nor",
    "pel",
    "ros",
    "sul",
    "tav",
    "vin",
)


class Told(msgspec.Struct, frozen=True):
    """An event of the invented world. `days` are those of its date (1 is a day), 0 where it has none."""

    actor: int
    recipient: int
    place: int
    verb: tuple[str, str, str | None, str]
    day: datetime.date
    words: tuple[int, ...]
    number: int
    to_come: bool
    days: int = 1
    alone: bool = False
    moves: bool = False
    """Whether what is to come is put off to its day."""


class World:
    """What is drawn from: the same for the same seed. Pages are spread over `days`."""

    def __init__(self, seed: int = 7, days: int = DAYS) -> None:
        self.days = days
        self.draw = random.Random(seed)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(ACTORS)))
        self._recent: list[Told] = []

    def pages(self, pages: int, events: int) -> Iterator[tuple[Page, Reading]]:
        """So many pages with so many events in all, in order of publication."""
        for number in range(pages):
            day = START + datetime.timedelta(days=self.days * number // pages)
            count = events * (number + 1) // pages - events * number // pages
            yield self.page(f"{number:07d}", day, count)

    def page(self, name: str, day: datetime.date, events: int) -> tuple[Page, Reading]:
        """One page: new events, and some of the last days told again."""
        told = [self._told(day) for _ in range(events)]
        again = [self._again() for _ in range(events) if self._recent and self.draw.random() < TOLD_AGAIN]
        self._recent = [*self._recent, *told][-60:]
        return _Telling(name, day, self.draw).tell([*told, *again])

    def _told(self, day: datetime.date) -> Told:
        draw = self.draw
        actor, recipient = (self._actor() for _ in range(2))
        to_come = draw.random() < TO_COME
        days = draw.randrange(3, 90) if to_come else -draw.randrange(4)
        known = draw.random() < 0.6
        verb = draw.choice(VERBS) if known else (v := draw.choice(PLAIN_VERBS), f"{v.removesuffix('e')}ed", None, "")
        words = tuple(self._word() for _ in range(4))
        when, number = day + datetime.timedelta(days=days), draw.randrange(2, 900)
        told = Told(actor, recipient + (recipient == actor), draw.randrange(PLACES), verb, when, words, number, to_come)
        long = draw.choices([days for days, _ in LENGTHS], [share for _, share in LENGTHS])[0]
        return msgspec.structs.replace(told, days=long, alone=draw.random() < ALONE)

    def _again(self) -> Told:
        told = self.draw.choice(self._recent)
        number = told.number if self.draw.random() < 0.8 else self.draw.randrange(2, 900)
        if told.to_come and self.draw.random() < PUT_OFF:
            return msgspec.structs.replace(told, day=told.day + datetime.timedelta(days=30), days=1, moves=True)
        off = self.draw.random() < 0.1 and not told.to_come
        happened = told.day - datetime.timedelta(days=1) if off else told.day
        return msgspec.structs.replace(told, number=number, day=happened)

    def _word(self) -> int:
        return int(COMMON * ((WORDS / COMMON + 1) ** self.draw.random() - 1))

    def _actor(self) -> int:
        return bisect_left(self._weights, self.draw.random() * self._weights[-1])


def word(number: int) -> str:
    """A word of the invented language."""
    found = ""
    for _ in range(4):
        number, part = divmod(number, len(SYLLABLES))
        found = SYLLABLES[part] + found
    return found


def actor_name(number: int) -> tuple[str, EntityKind, str | None]:
    """Name, kind and country of an actor."""
    if number < len(COUNTRIES):
        return COUNTRIES[number][0], "country", COUNTRIES[number][1]
    if number % 3 == 0:
        return f"{word(number // 8).title()} {BODIES[number % 8]}", "organization", None
    return f"{word(number * 7 % 4096).title()} {word(number // 5).title()}", "person", None


def _when(told: Told) -> str:
    if not told.days:
        return ""
    return f" on {told.day.day} {told.day:%B %Y}" if told.days == 1 else f" by {told.day.day} {told.day:%B %Y}"


def _date(told: Told) -> EventDate:
    if not told.days:
        return EventDate(interval=Interval(None, None), basis="assumed", rule="none")
    if told.days == 1:
        return EventDate(interval=Interval.day(told.day), basis="stated", rule="expression", value=told.day.isoformat())
    first = told.day - datetime.timedelta(days=told.days - 1)
    return EventDate(interval=Interval(first, told.day), basis="stated", rule="expression")


class _Telling:
    """The text of a page while it grows, and the records that stand on it."""

    def __init__(self, name: str, day: datetime.date, draw: random.Random) -> None:
        self.day, self.draw, self.name = day, draw, name
        self.id = content_id("generated page", name)
        self.text = ""
        self.blocks: list[Block] = []
        self.sentences: list[Sentence] = []
        self.entities: dict[str, Entity] = {}
        self.mentions: list[Mention] = []
        self.events: list[EventMention] = []
        self.statements: list[Statement] = []

    def tell(self, told: list[Told]) -> tuple[Page, Reading]:
        title = f"Report {self.name}"
        self.text = title
        self.blocks.append(Block("headline", Span(0, len(title))))
        self.sentences.append(Sentence(Span(0, len(title)), 0))
        for one in told:
            self._event(one)
        at = Timestamp(day=self.day, time="08:00")
        outlet = OUTLETS[int(self.id, 16) % len(OUTLETS)]
        article = Article(
            page_id=self.id, title=title, text=self.text, blocks=tuple(self.blocks), published=at, publisher=outlet
        )
        content = self.text.encode()
        page = Page(
            id=self.id, location=f"generated/{self.name}.txt", name=self.name, media="text/plain", content=content
        )
        reading = Reading(
            page_id=self.id,
            reader="generated",
            article=article,
            sentences=tuple(self.sentences),
            entities=tuple(self.entities.values()),
            mentions=tuple(self.mentions),
            statements=tuple(self.statements),
            events=tuple(self.events),
        )
        return page, reading

    def _event(self, told: Told) -> None:
        lemma, past, type, family = PUTTING_OFF if told.moves else told.verb
        says = self.draw.random() < SAID
        self.text += "\n\n"
        start = len(self.text)
        speaker = self._named("", told.words[0] % ACTORS, " said that ") if says else None
        to_come = told.to_come and not told.moves
        actor = self._named("actor", told.actor, " will " if to_come else " ")
        verb = lemma if to_come else past
        trigger = Span(len(self.text), len(self.text) + len(verb.split()[0]))
        self.text += verb + " "
        recipient = None if told.alone or told.moves else self._named("recipient", told.recipient, " in ")
        place = self._named("place", told.place, "")
        many = [word(number) for number in told.words]
        self.text += f"{_when(told)} over {told.number} "
        matter = f"{many[0]}s of {many[1]}"
        about = Argument(role="object", name=matter, span=Span(len(self.text), len(self.text) + len(matter)))
        self.text += f"{matter} {' '.join(many[2:])}."
        span = Span(start, len(self.text))
        self.blocks.append(Block("body", span))
        self.sentences.append(Sentence(span, len(self.blocks) - 1))
        evidence = Span(actor.span.start, place.span.end)
        link = None if speaker is None else Link(speakers=(self._speaker(speaker),))
        self.events.append(
            EventMention(
                id=content_id(self.id, trigger.start),
                page_id=self.id,
                span=evidence,
                sentence=span,
                trigger=trigger,
                lemma=lemma,
                family=family,
                words=evidence.of(self.text) + f" over {told.number} {many[0]}s",
                type=type,
                arguments=(actor, *((recipient,) if recipient else ()), place, about),
                realis="future" if to_come else "past",
                outlook="planned" if to_come else None,
                date=_date(told),
                chain=() if link is None else (link,),
            )
        )
        if link is not None and speaker is not None:
            self._statement(link, speaker, span, actor.span.start)

    def _statement(self, link: Link, speaker: Argument, span: Span, content: int) -> None:
        self.statements.append(
            Statement(
                id=content_id(self.id, "said", span.start),
                page_id=self.id,
                span=span,
                chain=(link,),
                cue=Span(speaker.span.end + 1, speaker.span.end + 5),
                cue_lemma="say",
                content=(Span(content, span.end - 1),),
                form="indirect",
            )
        )

    def _speaker(self, argument: Argument) -> Speaker:
        return Speaker(name=argument.name, span=argument.span, entity=argument.entity)

    def _named(self, role: ArgumentRole | str, number: int, after: str) -> Argument:
        name, kind, country = (word(number).title() + "burg", "place", None) if role == "place" else actor_name(number)
        span = Span(len(self.text), len(self.text) + len(name))
        self.text += name + after
        id = content_id(self.id, kind, name)
        if id not in self.entities:
            self.entities[id] = Entity(id=id, kind=kind, name=name, names=(name,), country=country)  # type: ignore[arg-type]
        self.mentions.append(Mention(span=span, head=span, kind=kind, form="name", entity=id))  # type: ignore[arg-type]
        return Argument(role=role or "actor", name=name, span=span, entity=id)  # type: ignore[arg-type]
