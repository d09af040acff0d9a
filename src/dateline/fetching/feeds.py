"""The addresses of a feed's entries: RSS 0.9 to 2.0, RDF and Atom."""

import codecs
import contextlib
import re
from xml.parsers import expat

import httpx

from dateline.fetching.addresses import is_web_address

_ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:rss|feed|RDF)[\s>]")
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
HEAD = 4096
ENTRIES = ("item", "entry")
DEEPEST = 60


class _StopError(Exception):
    """What no feed has: declared entities, or elements without end within each other."""


def is_feed(content: bytes) -> bool:
    """Whether some bytes are a feed, by their first element."""
    head = content[:HEAD]
    root = _ROOT.search(head)
    markup = _MARKUP.search(head)
    if root is None or (markup and markup.start() < root.start()):
        return False
    return head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<")


def feed_links(content: bytes, address: str) -> list[str]:
    """The addresses of the entries, in the feed's order, each once; `address` is the feed's own.

    Of a damaged feed those before the damage. Nothing that it declares is expanded, nothing that it names is loaded.
    """
    links = _Links()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = links.start
    parser.EndElementHandler = links.end
    parser.CharacterDataHandler = links.text
    parser.EntityDeclHandler = links.declared
    with contextlib.suppress(expat.ExpatError, _StopError, ValueError, LookupError):
        parser.Parse(content, True)
    joined = (_joined(address, link) for link in links.found)
    return list(dict.fromkeys(link for link in joined if link))


class _Links:
    """Follows the parser through the entries. An entry's address is its link; where it has none, its guid."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._path: list[str] = []
        self._words: list[str] = []
        self._link = ""
        self._guid = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if len(self._path) >= DEEPEST:
            raise _StopError
        self._path.append(local)
        self._words.clear()
        # Of Atom's links those to other representations, enclosures and the like are passed over.
        if self._in_entry("link") and attributes.get("rel", "alternate") == "alternate":
            self._link = self._link or attributes.get("href", "").strip()

    def end(self, name: str) -> None:  # noqa: ARG002
        if self._in_entry("link"):
            self._link = self._link or "".join(self._words).strip()
        elif self._in_entry("guid"):
            self._guid = "".join(self._words).strip()
        elif self._path[-1] in ENTRIES:
            self._close()
        self._words.clear()
        self._path.pop()

    def text(self, data: str) -> None:
        if self._in_entry("link", "guid"):
            self._words.append(data)

    def declared(self, *_: object) -> None:
        raise _StopError

    def _in_entry(self, *names: str) -> bool:
        return len(self._path) > 1 and self._path[-2] in ENTRIES and self._path[-1] in names

    def _close(self) -> None:
        link = self._link or (self._guid if is_web_address(self._guid) else "")
        if link:
            self.found.append(link)
        self._link = self._guid = ""


def _joined(address: str, link: str) -> str:
    try:
        return str(httpx.URL(address).join(link))
    except (httpx.InvalidURL, ValueError):
        return link
