"""Mentions and entities of one article."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from dateline.mentions.bodies import add_bodies, add_countries
from dateline.mentions.cast import Cast
from dateline.mentions.introductions import join_introductions
from dateline.mentions.names import find_names, loud_tokens
from dateline.mentions.nominals import add_descriptions
from dateline.mentions.offices import add_countries_of_office
from dateline.mentions.people import add_people
from dateline.mentions.predicates import add_told_roles
from dateline.mentions.pronouns import add_pronouns
from dateline.mentions.sites import add_sites
from dateline.mentions.tokens import Tokens, read_tokens
from dateline.records import Article, Entity, Mention, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_mentions(
    article: Article, doc: "Doc", sentences: tuple[Sentence, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Who and what the article speaks of: mentions in order of their spans, and their entities.

    `doc` is the parse of `article.text`. Every mention's entity is given, and every entity has a mention. A pronoun
    for several ("they") gives one mention for each, over the same span.
    """
    if not sentences:
        return (), ()
    tokens = read_tokens(doc)
    loud = loud_tokens(article, tokens)
    cast = Cast(tokens, loud)
    found = find_names(loud, doc, tokens)
    add_countries(cast, found.countries)
    add_bodies(cast, found.names)
    add_people(cast, found.names, found.nicknames)
    add_told_roles(cast)
    add_descriptions(cast)
    join_introductions(cast, _lead_end(article, tokens))
    add_countries_of_office(cast)
    add_sites(cast)
    add_pronouns(cast)
    add_told_roles(cast)
    return cast.records(article.page_id)


def _lead_end(article: Article, tokens: Tokens) -> int:
    """The first token after the first paragraph."""
    lead = next((b for b in article.blocks if b.kind == "body"), None)
    end = lead.span.end if lead else 0
    return bisect_left(tokens.start, end)
