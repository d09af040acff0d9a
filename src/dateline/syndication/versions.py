"""Versions: the same page captured again with another text.

The same page is the same address, or, where pages have none, the same headline of the same outlet within a few days (a
weekly column repeats its headline).
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

from dateline.records import Article, Reading, VersionChain, content_id
from dateline.syndication.shingles import plain_words

DAYS = 3
"""Most days between two versions that only outlet and headline connect."""

TRACKING = ("utm_", "fbclid", "gclid", "cmpid", "mc_cid", "mc_eid")
"""How parameters begin that say where a reader came from, not which page it is."""

Key = tuple[str, ...]


def version_chains(readings: Iterable[Reading]) -> tuple[VersionChain, ...]:
    """Pages with two texts or more, in order of their first page. Of captures of one text the earliest is named."""
    chains = [distinct for same in same_pages(readings) if len(distinct := _distinct_texts(same)) > 1]
    return tuple(
        VersionChain(id=content_id("versions", chain[0].page_id), pages=tuple(article.page_id for article in chain))
        for chain in chains
    )


def same_pages(readings: Iterable[Reading]) -> list[list[Article]]:
    """Articles that are captures of one page, oldest first; single ones too."""
    by_key: dict[Key, list[Article]] = {}
    for article in sorted((reading.article for reading in readings), key=in_order_of_text):
        by_key.setdefault(_key(article), []).append(article)
    return [same for key, articles in by_key.items() for same in _near_in_time(articles, bounded=key[0] == "headline")]


def version_key(article: Article) -> str:
    """What the captures of one page share, without white space; other pages may share it too, if published later."""
    return content_id(*_key(article))


def in_order_of_text(article: Article) -> tuple[str, str, str]:
    """By when a text was made: its update, else its publication; then by page id."""
    return ((article.updated or article.published).iso, article.published.iso, article.page_id)


def _key(article: Article) -> Key:
    if article.url and (address := plain_address(article.url)):
        return "address", address
    headline = " ".join(plain_words(article.title))
    if article.publisher and headline:
        return "headline", article.publisher.casefold(), headline
    return "page", article.page_id


def plain_address(url: str) -> str | None:
    """An address without what may differ by capture: scheme, `www.`, tracking, fragment; None where it is none."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
        asked = [pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith(TRACKING)]
    except ValueError:
        return None
    return f"{host}{parts.path.rstrip('/')}?{urlencode(sorted(asked))}" if host else None


def _near_in_time(articles: list[Article], *, bounded: bool) -> Iterator[list[Article]]:
    near = [articles[0]]
    for earlier, later in pairwise(articles):
        if bounded and abs((later.published.day - earlier.published.day).days) > DAYS:
            yield near
            near = []
        near.append(later)
    yield near


def _distinct_texts(articles: list[Article]) -> list[Article]:
    by_text: dict[tuple[str, str], Article] = {}
    for article in articles:
        by_text.setdefault((article.title, article.body), article)
    return list(by_text.values())
