"""Rows of related items, and the text by which they are found."""

from dateline.records import Article, Interval, RelatedItem
from dateline.store.rows import Row, encode, sort_key
from dateline.store.words import words


def related_row(item: RelatedItem, article: Article, position: int) -> Row:
    """An item with the days of its age; where it has none it counts on the day of its page."""
    days = item.age.days if item.age else Interval.day(article.published.day)
    return {
        "id": item.id,
        "page_id": item.page_id,
        "position": position,
        "earliest": days.earliest.isoformat() if days.earliest else None,
        "latest": days.latest.isoformat() if days.latest else None,
        "sort": sort_key(days),
        "words": spaced(related_text(item)),
        "record": encode(item),
    }


def related_text(item: RelatedItem) -> str:
    """Headline, then each of its teasers."""
    teasers = dict.fromkeys(place.teaser for place in item.places if place.teaser)
    return " · ".join([item.headline, *teasers])


def spaced(text: str) -> str:
    """The words of a text as search compares them, each between blanks."""
    return f" {' '.join(word.key for word in words(text))} "
