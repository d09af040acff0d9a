"""The furniture of an HTML page as tokens: blocks of text in order, with the address they link to. Text only.

One pass over the tree without recursion. Links within the article's own paragraphs are not furniture.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec

from dateline.records import Article, Page
from dateline.related.tokens import Token, make_token, plain

MARKUP_LIMIT = 2_000_000
"""Characters of markup that are looked at: no list of teasers stands behind so many."""
TAG_LIMIT = 40_000
HUGE_TAG = re.compile(r"<[^<>]{50000,}>?")
"""Libxml2 compares each attribute of a tag with all others."""
LONGEST_URL = 2000
BLOCK_LIMIT = 1000
"""Characters of one block: the teaser of no list is longer."""
LINKED_SHARE = 0.6
"""A block of which so much is linked is a link."""
HEADING_LETTERS = 60

HOME = re.compile(r"(?:https?://[^/]*)?/?(?:\?.*)?")
"""The front page of a site is no related item."""

UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "form", "select", "textarea", "iframe", "object", "math", "head"}
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ITEMS = frozenset({"li", "article", "dt"})
PARTS = frozenset({"ul", "ol", "section", "aside", "nav", "footer", "header", "main", "table", "tr"})
"""What begins or ends with one of these or of ITEMS belongs to no teaser before it."""
MENUS = frozenset({"nav", "footer"})
CARDS = frozenset({"article", "main", "section", "aside", "li"})
"""A header or footer within one of these is its own, not the page's."""
INLINE = frozenset(
    {"span", "b", "strong", "i", "em", "u", "small", "sup", "sub", "font", "abbr", "mark", "q", "cite", "code", "wbr"}
)


class Block(msgspec.Struct):
    """Text that is gathered until the next border of a block."""

    pieces: list[str] = []
    linked: int = 0
    url: str | None = None
    opens: bool = False
    titled: bool = False
    in_menu: bool = False

    @property
    def letters(self) -> int:
        return sum(map(len, self.pieces))


def markup_tokens(page: Page, article: Article) -> Iterator[list[Token]]:
    """The tokens of an HTML page, parted where its article stands between them; none where it cannot be parsed."""
    from lxml import etree, html

    markup = _bounded(page.text)
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return
    own = {plain(block.span.of(article.text)) for block in article.blocks if block.kind != "headline"}
    title = plain(article.title)
    base = page.url or article.url
    stretch: list[Token] = []
    for block in _blocks(root):
        words = " ".join("".join(block.pieces).split())
        if not words:
            if block.opens:
                stretch.append(Token(kind="opener"))
            continue
        key = plain(words)
        if key in own or (key == title and block.url is None):
            yield stretch
            stretch = []
        else:
            heads = block.titled and block.url is None and len(words) <= HEADING_LETTERS
            token = make_token(
                words, opens=block.opens, titled=heads, in_menu=block.in_menu, url=_address(block.url, base)
            )
            stretch.append(msgspec.structs.replace(token, kind="heading") if heads and token.kind == "line" else token)
    yield stretch


def _bounded(text: str) -> str:
    text = text[:MARKUP_LIMIT]
    if text.count("<") > TAG_LIMIT:
        text = "<".join(text.split("<", TAG_LIMIT)[:TAG_LIMIT])
    return HUGE_TAG.sub("", text)


def _blocks(root: Any) -> Iterator[Block]:
    """Blocks in document order. A link or time outside of a paragraph is a block of its own."""
    from lxml import etree

    block, href, paragraphs, titles, unseen = Block(), None, 0, 0, 0
    menus = _Menus()
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = node.tag if isinstance(node.tag, str) else ""
        starts = event == "start"
        if unseen or tag in UNSEEN or not tag:
            unseen += (1 if starts else -1) if tag in UNSEEN else 0
            if not starts and not unseen:
                _add(block, node.tail, href)
            continue
        menus.follow(tag, starts=starts)
        parts = tag not in INLINE and not (tag in ("a", "time") and paragraphs)
        if parts and tag != "br":
            if block.pieces or block.opens:
                yield block
            block = Block(opens=tag in ITEMS or tag in PARTS, titled=titles > 0 or (starts and tag in HEADINGS))
            block.in_menu = menus.within
        if tag == "a":
            href = node.get("href") if starts else None
        paragraphs += (1 if starts else -1) if tag == "p" else 0
        titles += (1 if starts else -1) if tag in HEADINGS else 0
        block.titled = titles > 0
        _add(block, " " if tag == "br" else None, href)
        _add(block, node.text if starts else node.tail, href)
    yield block


class _Menus:
    """Follows where menus stand: navigation and foot of the page, and its head where that is none of a card's."""

    def __init__(self) -> None:
        self._depth = 0
        self._cards = 0
        self._heads: list[bool] = []

    @property
    def within(self) -> bool:
        return self._depth > 0

    def follow(self, tag: str, *, starts: bool) -> None:
        """One element begins or ends."""
        step = 1 if starts else -1
        if tag in CARDS:
            self._cards += step
        elif tag in MENUS:
            self._depth += step
        elif tag == "header" and starts:
            self._heads.append(not self._cards)
            self._depth += self._heads[-1]
        elif tag == "header":
            self._depth -= self._heads.pop()


def _add(block: Block, text: str | None, href: str | None) -> None:
    if not text or block.letters > BLOCK_LIMIT:
        return
    text = text[:BLOCK_LIMIT]
    block.pieces.append(text)
    block.linked += len(text) if href else 0
    if href and block.linked >= LINKED_SHARE * block.letters:
        block.url = block.url or href


def _address(href: str | None, base: str | None) -> str | None:
    """The absolute address of a link to a page; None for scripts, mail, and places on the page itself."""
    href = (href or "").strip()
    if not href or href.startswith("#") or len(href) > LONGEST_URL:
        return None
    try:
        url = urljoin(base or "", href).partition("#")[0]
        scheme = urlsplit(url).scheme
    except ValueError:
        return None
    return url if scheme in ("http", "https", "") and HOME.fullmatch(url) is None else None
