"""What an HTML page says about itself in JSON-LD and meta elements: dates, publisher, authors, headline, access."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from lxml.html import HtmlElement

from dateline.articles.stamps import find_stamp
from dateline.records import Timestamp

SCRIPT_LIMIT = 400_000
"""Characters of JSON-LD that are looked at in one script."""
NODE_LIMIT = 3_000
VALUE_LIMIT = 300
"""Characters of a value: what is longer is no name and no date."""
STORY = re.compile(r"(?:Article|Posting|Report|Review|Blog|NewsStory)$")
DATED = re.compile(r"(?:Article|Posting|Report|Review|Blog|NewsStory|WebPage|Object|CreativeWork|Recipe|Event)$")
LOOSE = {
    "datePublished": re.compile(r'"datePublished"\s*:\s*"([^"]{6,60})"'),
    "dateModified": re.compile(r'"dateModified"\s*:\s*"([^"]{6,60})"'),
}

PUBLISHED_KEYS = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "bt:pubdate", "cxenseparse:recs:publishtime", "pubdate", "publishdate",
    "publish-date", "publish_date", "published-date", "publication_date", "article.published", "dcterms.issued",
    "dc.date.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "datecreated",
    "citation_publication_date", "citation_date", "originalpublicationdate", "displaydate", "uploaddate", "date",
)  # fmt: skip
UPDATED_KEYS = (
    "article:modified_time", "og:article:modified_time", "article:modified", "article:updated_time", "og:updated_time",
    "datemodified", "dcterms.modified", "dc.date.modified", "bt:moddate", "last-modified", "last-updated", "lastmod",
)  # fmt: skip
PUBLISHER_KEYS = ("og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone")
AUTHOR_KEYS = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")
TITLE_KEYS = ("og:title", "twitter:title", "headline")


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What the head of a page says. `free` is False where it says that the article is only for subscribers; `story` is
    True where it calls itself an article.
    """

    published: Timestamp | None = None
    updated: Timestamp | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    headline: str | None = None
    free: bool | None = None
    types: frozenset[str] = frozenset()
    story: bool = False
    metas: Mapping[str, str] = {}
    language: str | None = None
    address: str | None = None


def read_facts(tree: HtmlElement) -> Facts:
    """The facts of a parsed page. Where JSON-LD and meta elements differ, JSON-LD about an article wins."""
    metas = _metas(tree)
    scripts = [s.text for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower() and s.text]
    nodes = [node for script in scripts for node in _nodes(script[:SCRIPT_LIMIT])]
    stories = [node for node in nodes if _is(node, STORY)]
    dated = [*stories, *(node for node in nodes if _is(node, DATED) and not _is(node, STORY))]
    loose = "" if dated else "\n".join(script[:SCRIPT_LIMIT] for script in scripts)
    return Facts(
        published=_stamp([_text(n.get("datePublished")) for n in dated])
        or _stamp(_all(LOOSE["datePublished"], loose))
        or _stamp([metas.get(key) for key in PUBLISHED_KEYS]),
        updated=_stamp([_text(n.get("dateModified")) for n in dated])
        or _stamp(_all(LOOSE["dateModified"], loose))
        or _stamp([metas.get(key) for key in UPDATED_KEYS]),
        publisher=_first([_name(n.get("publisher")) for n in stories]) or _first(map(metas.get, PUBLISHER_KEYS)),
        authors=_authors(stories) or tuple(a for a in [_first(map(metas.get, AUTHOR_KEYS))] if a and "://" not in a),
        headline=_first([_text(n.get("headline")) for n in stories]) or _first(map(metas.get, TITLE_KEYS)),
        free=next((_bool(n["isAccessibleForFree"]) for n in stories if "isAccessibleForFree" in n), None),
        types=frozenset(t for n in nodes for t in _types(n)),
        story=bool(stories),
        metas=metas,
        language=tree.get("lang") or tree.get("xml:lang") or metas.get("content-language"),
        address=_address(tree, metas),
    )


def _address(tree: HtmlElement, metas: Mapping[str, str]) -> str | None:
    """The page's own address, where it gives it in full."""
    links = [link.get("href") or "" for link in tree.iter("link") if link.get("rel") == "canonical"]
    return next((a for a in [*links, metas.get("og:url", "")] if a.startswith(("http://", "https://"))), None)


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Content of meta elements by their name in small letters; of equal names the first that says anything."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or "").lower()
        value = " ".join((meta.get("content") or "").split())
        if key and value and len(value) <= VALUE_LIMIT:
            found.setdefault(key, value)
    return found


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script, outer ones first."""
    try:
        data: Any = json.loads(script.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return
    waiting = deque([data])
    for _ in range(NODE_LIMIT):
        if not waiting:
            return
        item = waiting.popleft()
        if isinstance(item, dict):
            yield item
            waiting.extend(value for value in item.values() if isinstance(value, dict | list))
        elif isinstance(item, list):
            waiting.extend(value for value in item if isinstance(value, dict | list))


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _is(node: dict[str, Any], kind: re.Pattern[str]) -> bool:
    return any(kind.search(name) for name in _types(node))


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return words if words and len(words) <= VALUE_LIMIT else None


def _name(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _authors(stories: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """The authors that the first article with any names, each once."""
    for node in stories:
        given = node.get("author")
        names = [_name(author) for author in (given if isinstance(given, list) else [given])]
        found = tuple(dict.fromkeys(name for name in names if name and "://" not in name))
        if found:
            return found
    return ()


def _bool(value: Any) -> bool | None:
    return {"true": True, "false": False}.get(str(value).lower())


def _all(pattern: re.Pattern[str], text: str) -> list[str]:
    return [match[1] for match in pattern.finditer(text)]


def _stamp(values: Sequence[str | None]) -> Timestamp | None:
    for value in values:
        found = find_stamp(value) if value else None
        if found is not None:
            return msgspec.structs.replace(found, basis="metadata")
    return None


def _first(values: Any) -> str | None:
    return next((value for value in values if value), None)
