"""Mentions and entities of one article."""

from typing import TYPE_CHECKING

from dateline.mentions.bodies import add_bodies, add_countries
from dateline.mentions.cast import Cast
from dateline.mentions.names import find_names
from dateline.mentions.nominals import add_descriptions
from dateline.mentions.people import add_people
from dateline.mentions.pronouns import add_pronouns
from dateline.mentions.tokens import read_tokens
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
    cast = Cast(tokens)
    names, country_words = find_names(article, doc, tokens)
    add_countries(cast, country_words)
    add_bodies(cast, names)
    add_people(cast, names)
    add_descriptions(cast)
    add_pronouns(cast)
    return cast.records(article.page_id)
