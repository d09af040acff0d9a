"""The stage: what the rest of a page says becomes related items."""

from collections.abc import Iterable, Iterator

from dateline.articles import split_lines
from dateline.records import Article, Page, RelatedItem, TeaserPlace, content_id
from dateline.related.ages import PageClock, page_clock, resolved
from dateline.related.furniture import furniture
from dateline.related.lists import Draft, ListReader
from dateline.related.tokens import Token, make_token

MOST_ITEMS = 500
"""Items of one page; no page points to more that a reader would look at."""
ARTICLE_LINES = ("headline", "body", "header")


def find_related(page: Page, article: Article) -> tuple[RelatedItem, ...]:
    """The teasers around the article, in order of the page; doubles are one item with several places.

    On a flattened page those are the lines labelled furniture, in HTML links with the words around them. Nothing of it
    belongs to the article, and nothing is fetched.
    """
    clock = page_clock(article, page.captured)
    drafts = (draft for tokens in _stretches(page, article) for draft in ListReader().read(tokens))
    kept = (draft for draft in drafts if _leads_elsewhere(draft, page, article) and not is_paid(draft))
    return tuple(_items(page.id, kept, clock))


def _leads_elsewhere(draft: Draft, page: Page, article: Article) -> bool:
    """Whether it points to a page, and by its address to another one; on a flattened page every teaser does."""
    return page.media != "text/html" or draft.head.url not in (None, page.url, article.url)


def is_paid(draft: Draft) -> bool:
    """Whether somebody paid for it to stand there."""
    return (draft.label or "").casefold() in furniture().paid


def _stretches(page: Page, article: Article) -> Iterable[list[Token]]:
    if page.media == "text/html":
        from dateline.related.markup import markup_tokens

        return markup_tokens(page, article)
    return _line_stretches(page, article)


def _line_stretches(page: Page, article: Article) -> Iterator[list[Token]]:
    """The tokens of furniture lines, parted where the article stands between them."""
    kinds = {label.number: label.kind for label in article.lines}
    stretch: list[Token] = []
    for line in split_lines(page.text):
        kind = kinds.get(line.number)
        if kind == "furniture":
            stretch.append(make_token(line.text, number=line.number, opens=line.bullet, blank_before=line.blank_before))
        elif kind in ARTICLE_LINES and stretch:
            yield stretch
            stretch = []
    yield stretch


def _items(page_id: str, drafts: Iterable[Draft], clock: PageClock) -> Iterator[RelatedItem]:
    """One item a headline or address, in order of first appearance."""
    by_key: dict[str, list[Draft]] = {}
    keys: dict[str, str] = {}
    for draft in drafts:
        names = [name for name in (draft.head.key, draft.head.url) if name]
        key = next((keys[name] for name in names if name in keys), draft.head.key)
        keys |= dict.fromkeys(names, key)
        if key in by_key or len(by_key) < MOST_ITEMS:
            by_key.setdefault(key, []).append(draft)
    for key, same in by_key.items():
        yield RelatedItem(
            id=content_id(page_id, key),
            page_id=page_id,
            headline=same[0].head.text,
            url=next((draft.head.url for draft in same if draft.head.url), None),
            places=_places(same, clock),
        )


def _places(drafts: Iterable[Draft], clock: PageClock) -> tuple[TeaserPlace, ...]:
    places = [_place(draft, clock) for draft in drafts]
    return tuple(dict.fromkeys(places))


def _place(draft: Draft, clock: PageClock) -> TeaserPlace:
    section = draft.section
    return TeaserPlace(
        section=section.text.rstrip(" :»›>") if section else None,
        section_line=section.number if section else None,
        headline_line=draft.head.number,
        teaser=" ".join(token.text for token in draft.teaser),
        teaser_lines=tuple(token.number for token in draft.teaser if token.number is not None),
        label=draft.label,
        age=resolved(draft.age, clock) if draft.age else None,
        duration=draft.duration.duration if draft.duration else None,
    )
