"""The stage: where on earth the countries and places of a page are."""

import re
from collections.abc import Iterator, Sequence

from dateline.gazetteer import Spot, gazetteer, place_of_code, place_of_id
from dateline.places.names import english_names, plain, spots
from dateline.places.resolving import Resolved, resolve_places
from dateline.places.sites import Site, site_of
from dateline.records import Article, Entity, Location, Mention, Place, Precision, Span

PARTED = re.compile(r"[,/]")
"""Parts the place of a dateline from what holds it and from a second one."""
PRECISIONS: dict[str, Precision] = {"city": "city", "country": "country", "site": "point"}
"""Of a place's kind; all others are areas."""


def find_places(article: Article, mentions: tuple[Mention, ...], entities: tuple[Entity, ...]) -> tuple[Location, ...]:
    """One location for each country and place, in order of the text; before them the dateline's, if that is no entity.

    Raises DataError where the gazetteer is missing.
    """
    kinds = {entity.id: entity for entity in entities if entity.kind in ("country", "place")}
    written = [m for m in mentions if m.entity in kinds and m.form != "pronoun"]
    spans = {m: m.span for m in written if _is_name(m, kinds[m.entity], article.text)}
    dateline = dateline_span(article)
    asked = list(dict.fromkeys(span for span in (dateline, *spans.values()) if span is not None))
    resolved = dict(zip(asked, resolve_places(article.text, asked), strict=True))
    page = _Page(article.text, kinds, written, {m: resolved[span] for m, span in spans.items()})
    alone = dateline is not None and dateline not in spans.values()
    head = [_location(None, dateline, article.text, resolved[dateline])] if dateline and alone else []
    return (*head, *page.locations())


def dateline_span(article: Article) -> Span | None:
    """The place at the head of a dispatch: "OSLO", without what holds it, the day and the agency."""
    head = article.dateline
    if head is None or not head.place:
        return None
    place = PARTED.split(head.place, maxsplit=1)[0].strip()
    start = article.text.find(place, head.span.start, head.span.end) if place else -1
    return Span(start, start + len(place)) if start >= 0 else None


def _is_name(mention: Mention, entity: Entity, text: str) -> bool:
    """Whether the words themselves name the place: not "the city", nor "Oslo" where the government is meant."""
    if mention.form == "nominal":
        return False
    if entity.kind == "place":
        return True
    country = gazetteer().codes.get(entity.country or "")
    return country is None or mention.span.of(text) not in country.capitals


class _Page:
    """The countries and places of a page with what their names were resolved to."""

    def __init__(
        self, text: str, entities: dict[str, Entity], mentions: list[Mention], found: dict[Mention, Resolved]
    ) -> None:
        self._text = text
        self._entities = entities
        self._found = found
        self._mentions: dict[str, list[Mention]] = {}
        for mention in mentions:
            self._mentions.setdefault(mention.entity, []).append(mention)
        self._sites = [Site(m.span, self._entities[m.entity], found.get(m)) for m in mentions]

    def locations(self) -> Iterator[Location]:
        """One for each entity."""
        for id, mentions in self._mentions.items():
            yield self._located(self._entities[id], mentions)

    def _located(self, entity: Entity, mentions: Sequence[Mention]) -> Location:
        known = next(((m, r) for m in mentions if (r := self._found.get(m)) is not None and r.spot is not None), None)
        if known is not None:
            return _location(entity.id, known[0].span, self._text, known[1])
        if entity.kind == "country" or (entity.name[:1].isupper() and _names_country(entity)):
            return _location(entity.id, mentions[0].span, self._text, _by_code(entity))
        around = next(((m, r) for m in mentions if (r := site_of(m.span, self._text, self._sites)) is not None), None)
        if around is not None:
            return _location(entity.id, around[0].span, self._text, around[1])
        named = next((m for m in mentions if m in self._found), None)
        if named is not None and (led := self._led_by(named)) is not None:
            return _location(entity.id, named.span, self._text, led)
        if named is None and entity.name != entity.name.lower():
            return self._described(entity, mentions[0])
        nowhere = Resolved(None, "undecided" if named is None else "unknown")
        return _location(entity.id, (named or mentions[0]).span, self._text, nowhere)

    def _led_by(self, mention: Mention) -> Resolved | None:
        """ "Bergen Zoo" on a page that speaks of Bergen."""
        words = plain(mention.span.of(self._text))
        for other, resolved in self._found.items():
            name = plain(other.span.of(self._text))
            if resolved.spot is not None and name and words.startswith(f"{name} "):
                return Resolved(resolved.spot, "within", other.span.of(self._text), other.span)
        return None

    def _described(self, entity: Entity, mention: Mention) -> Location:
        """A place that is only described, by words that give its name away: "the Norwegian capital"."""
        found = [s for s in spots(plain(entity.name)) if s.country == entity.country and s.kind == "city"]
        best = max(found, key=lambda s: (s.capital, s.population), default=None)
        resolved = Resolved(best, "known") if best else Resolved(None, "undecided")
        return _location(entity.id, mention.span, self._text, resolved)


def _names_country(entity: Entity) -> bool:
    return entity.name in gazetteer().names


def _by_code(entity: Entity) -> Resolved:
    spot = place_of_code(entity.country or "") or next(iter(spots(plain(entity.name))), None)
    return Resolved(spot, "known") if spot else Resolved(None, "unknown")


def _location(entity: str | None, span: Span, text: str, resolved: Resolved) -> Location:
    spot = resolved.spot
    return Location(
        entity=entity,
        name=" ".join(span.of(text).split()),
        span=span,
        place=_place(spot) if spot else None,
        precision=PRECISIONS.get(spot.kind, "area") if spot else None,
        reason=resolved.reason,
        via=resolved.via,
        via_span=resolved.via_span,
    )


def _place(spot: Spot) -> Place:
    region = place_of_id(spot.region) if spot.region and spot.kind in ("city", "county") else None
    english = english_names()
    return Place(
        id=spot.id,
        name=english.get(spot.id, spot.name),
        kind=spot.kind,
        country=spot.country,
        region=english.get(region.id, region.name) if region else "",
        latitude=round(spot.latitude, 5),
        longitude=round(spot.longitude, 5),
        members=spot.members,
    )
