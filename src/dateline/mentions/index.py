"""Finding the entity that a word of the text stands for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Union

from dateline.records import Entity, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


class MentionIndex:
    """Lookup of mentions and entities by the head word of a phrase."""

    def __init__(self, mentions: Sequence[Mention], entities: Sequence[Entity]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self._heads: dict[int, list[Mention]] = {}
        self._inside: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span.start)):
            self._heads.setdefault(mention.head.start, []).append(mention)
            if mention.form == "name":
                for position in range(mention.span.start, mention.span.end):
                    self._inside[position] = mention

    def mentions_at(self, place: Union["Token", int]) -> tuple[Mention, ...]:
        """The mentions whose head is a token (or begins at a code point), the longest first.

        Where no mention has its head there, the shortest name that covers the place is given: a parse may take
        another word of a name for its head.
        """
        position = place if isinstance(place, int) else place.idx
        if position in self._heads:
            return tuple(self._heads[position])
        return (self._inside[position],) if position in self._inside else ()

    def all_at(self, place: Union["Token", int]) -> tuple[Entity, ...]:
        """The entities at a place; more than one where "they" stands for several."""
        return tuple(dict.fromkeys(self.entities[m.entity] for m in self.mentions_at(place)))

    def at(self, place: Union["Token", int]) -> Entity | None:
        """The first of `all_at`."""
        return next(iter(self.all_at(place)), None)
