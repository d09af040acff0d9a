"""Where an event was: said of itself, lent by the event that it is part of or one with, or the dateline's.

Where the reporter sits is the last resort: it is taken only for what the first sentence of a dispatch tells in the
page's own voice, where no other place stands in that sentence.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec
from spacy.tokens import Doc, Token

from dateline.events.clauses import ancestors
from dateline.events.drafts import Draft
from dateline.events.participants import Cast
from dateline.events.predicates import Predicates
from dateline.gazetteer import gazetteer
from dateline.languages import load
from dateline.records import Argument, Article, EventPlace, Location, PlaceBasis, PlacePart, Span


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`event_places.yaml` of one language."""

    origins: frozenset[str]
    destinations: frozenset[str]
    passages: frozenset[str]
    leaving: frozenset[str]
    reaching: frozenset[str]
    returning: frozenset[str]


@cache
def place_words(language: str = "en") -> PlaceWords:
    """The words of a language for the parts that places play."""
    data: PlaceWords = load(language, "event_places", PlaceWords)
    return data


class Places:
    """The places of the events of one page."""

    def __init__(self, article: Article, cast: Cast, locations: Sequence[Location], words: Predicates) -> None:
        self._article = article
        self._cast = cast
        self._words = words
        self._of_entity: Mapping[str | None, Location] = {place.entity: place for place in locations}

    def share(self, drafts: Sequence[Draft]) -> None:
        """Give places to the events that have none of their own."""
        for draft in drafts:
            if draft.family == "journey" and not draft.names("place"):
                _give(draft, self._left(draft), "return")
        for draft in drafts:
            if draft.antecedent is not None:
                _lend(draft.antecedent, draft, "same")
                _lend(draft, draft.antecedent, "same")
        for draft in drafts:
            for around in (draft.frame, draft.holder):
                if around is not None and _is_there(draft, self._words) and _holds_place(around, draft):
                    _lend(around, draft, "frame")
        for position, draft in enumerate(drafts):
            _lend_all(draft, (before for before in reversed(drafts[:position]) if self._goes_on(before, draft)))
        for draft in drafts:
            if draft.family == "journey" and draft.is_past and not draft.names("place"):
                _give(draft, self._of_parts(draft, drafts), "parts")

    def _left(self, draft: Draft) -> Argument | None:
        """ "Returned home from Norway, ending a three-day trip": Norway."""
        token, words = draft.trigger.token, place_words()
        above = {a.i for a in ancestors(token)}
        before = token.doc[token.sent.start : token.i]
        if not draft.trigger.is_noun or not any(t.lower_ in words.returning for t in before):
            return None
        named = (
            t for t in before if t.dep_ == "pobj" and t.head.lower_ == "from" and above & {a.i for a in ancestors(t)}
        )
        return next((a for t in named if (a := self._argument(t)) is not None), None)

    def _argument(self, token: Token) -> Argument | None:
        if self._cast.kind_of(token) not in ("place", "country"):
            return None
        mention, entity = self._cast.mentions_at(token)[0], self._cast.entities_at(token)[0]
        return Argument(role="place", name=entity.name, span=mention.span, entity=entity.id)

    def _goes_on(self, before: Draft, draft: Draft) -> bool:
        """ "At the meeting with Falk, Lund said …. She invited Falk …": what the two of them do next is done there."""
        around = before.holder or before.frame
        return (
            around is not None
            and around.family == "meeting"
            and not draft.names("place")
            and draft.trigger.token.lemma_.lower() in self._words.performed
            and draft.sentence.block == before.sentence.block
            and 0 <= draft.number - before.number <= 1
            and len(draft.parties) > 1
            and draft.parties <= around.parties | before.parties
        )

    def _of_parts(self, journey: Draft, drafts: Sequence[Draft]) -> Argument | None:
        """The country in which the traveller did on the journey what has a place."""
        inside = (d for d in drafts if d is not journey and d.is_past and _is_on(d, journey))
        found = (self._country(a) for d in inside for a in d.arguments if a.role == "place")
        return next((argument for argument in found if argument is not None), None)

    def _country(self, place: Argument) -> Argument | None:
        location = self._of_entity.get(place.entity) if place.entity else None
        code = location.place.country if location is not None and location.place is not None else ""
        country = gazetteer().codes.get(code)
        return Argument(role="place", name=country.name, span=place.span) if country is not None else None

    def of(self, draft: Draft) -> tuple[EventPlace, ...]:
        """Every place of an event with the part it plays and how it came to it, in order of the text."""
        own = [a for a in draft.arguments if a.role == "place"]
        found = [*(self._made(a, draft) for a in own), *self._countries_left(draft, own)]
        if not found and (dateline := self._dateline(draft)) is not None:
            found.append(dateline)
        return tuple(sorted(found, key=lambda place: place.span))

    def _made(self, argument: Argument, draft: Draft) -> EventPlace:
        part = _part(argument.span, draft) if draft.placed == "attached" else "at"
        return EventPlace(name=argument.name, span=argument.span, entity=argument.entity, part=part, basis=draft.placed)

    def _countries_left(self, draft: Draft, own: Sequence[Argument]) -> Iterator[EventPlace]:
        """ "Flew home from Norway": a country behind "from" is no place of the event but its beginning."""
        words = place_words()
        if draft.trigger.token.lemma_.lower() not in self._words.journeys | self._words.moving | {"travel"}:
            return
        for preposition in draft.trigger.carrier.children:
            if preposition.dep_ == "prep" and preposition.lower_ in words.origins:
                for token in (c for c in preposition.children if c.dep_ == "pobj"):
                    argument = self._argument(token)
                    if argument is not None and argument.span not in {a.span for a in own}:
                        yield EventPlace(name=argument.name, span=argument.span, entity=argument.entity, part="from")

    def _dateline(self, draft: Draft) -> EventPlace | None:
        head = self._article.dateline
        location = next((place for place in self._of_entity.values() if _is_head(place, self._article)), None)
        if head is None or location is None or location.place is None or not _leads(draft, self._article):
            return None
        elsewhere = (p.span for p in self._of_entity.values() if draft.sentence.span.covers(p.span))
        if draft.chain or not draft.is_past or any(span != location.span for span in elsewhere):
            return None
        return EventPlace(name=location.name, span=location.span, entity=location.entity, basis="dateline")


def _is_head(place: Location, article: Article) -> bool:
    return article.dateline is not None and article.dateline.span.covers(place.span)


def _leads(draft: Draft, article: Article) -> bool:
    """Whether an event is told in the block that the dateline opens, in its first sentence behind it."""
    head = article.dateline
    return head is not None and 0 <= draft.sentence.span.start - head.span.end <= 2


def _is_on(draft: Draft, journey: Draft) -> bool:
    """Whether an event of the traveller lies within the dates of a journey."""
    days, whole = _days(draft), _days(journey)
    if days is None or whole is None:
        return False
    return whole[0] <= days[0] and days[1] <= whole[1] and bool(journey.names("actor") & draft.parties)


def _days(draft: Draft) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of an event that has both."""
    interval = draft.date.interval if draft.date is not None else None
    if interval is None or interval.earliest is None or interval.latest is None:
        return None
    return interval.earliest, interval.latest


def _part(span: Span, draft: Draft) -> PlacePart:
    """Whether an event is at a place, leads from it, to it or through it."""
    words, token = place_words(), _head(span, draft.trigger.token.doc)
    if token is None or not _hangs_on(token, draft):
        return "at"
    if token.dep_ == "dobj":
        lemma = token.head.lemma_.lower()
        return "from" if lemma in words.leaving else "to" if lemma in words.reaching else "at"
    preposition = token.head.lower_ if token.dep_ == "pobj" else ""
    if preposition in words.origins:
        return "from"
    if preposition in words.destinations:
        return "to"
    return "through" if preposition in words.passages and draft.family == "journey" else "at"


def _hangs_on(token: Token, draft: Draft) -> bool:
    """Whether a place belongs to the event's own words, not to another verb that has it too."""
    above = token.head.head if token.dep_ == "pobj" else token.head
    return any(word.i == above.i for word in (draft.trigger.token, draft.trigger.carrier, *draft.trigger.words))


def _head(span: Span, doc: Doc) -> Token | None:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return found.root if found is not None else None


def _holds_place(around: Draft, draft: Draft) -> bool:
    """A journey lends its country only to what the same sentence puts within it."""
    return around.family != "journey" or draft.trigger.token.dep_ == "pobj" or around is draft.holder


def _is_there(draft: Draft, words: Predicates) -> bool:
    return draft.is_past or draft.trigger.token.lemma_.lower() in words.performed


def _lend(owner: Draft, to: Draft, basis: PlaceBasis) -> None:
    if not to.names("place"):
        for argument in [a for a in owner.arguments if a.role == "place"]:
            _give(to, argument, basis)


def _lend_all(draft: Draft, owners: Iterable[Draft]) -> None:
    """The first that has a place lends it."""
    for owner in owners:
        _lend(owner, draft, "frame")


def _give(draft: Draft, place: Argument | None, basis: PlaceBasis) -> None:
    if place is not None:
        draft.arguments += (place,)
        draft.placed = basis
