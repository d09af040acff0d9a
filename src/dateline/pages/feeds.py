"""RSS and Atom files: an item a page."""

from collections.abc import Iterator
from typing import Any

from dateline.pages.columns import day_of
from dateline.pages.inputs import Found, Input, ReadOptions
from dateline.pages.limits import UnreadableError
from dateline.pages.recognition import make_page
from dateline.records import Page, Rejection

ITEMS = frozenset({"item", "entry"})
BODIES = ("encoded", "content", "description", "summary")
DAYS = ("pubdate", "published", "issued", "date", "updated", "modified")
DEPTH = 60
"""Elements within elements; of the markup of XHTML content too."""


def read_feed(item: Input, _: ReadOptions) -> Iterator[Found]:
    """A page for each item, with its link, day and headline; its words are the content, else the description.

    Locations are `FILE#ITEM`, counted from 1. Entities that a feed defines are never resolved.
    """
    from lxml import etree

    events = etree.iterparse(
        item.file,
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    title, number, depth = None, 0, 0
    for event, element in events:
        depth += 1 if event == "start" else -1
        if depth > DEPTH:
            raise UnreadableError("failed", f"elements more than {DEPTH} deep")
        name = _name(element)
        if event == "start":
            continue
        if name == "title" and title is None and not number:
            title = _words(element)
        if name in ITEMS:
            number += 1
            yield _item_page(element, f"{item.location}#{number}", title)
            element.clear()


def _item_page(element: Any, location: str, source: str | None) -> Page | Rejection:
    fields: dict[str, Any] = {}
    for child in element:
        fields.setdefault(_name(child), child)
    body = next((words for name in BODIES if name in fields and (words := _markup(fields[name]))), None)
    if not body:
        return Rejection(location=location, reason="empty", detail="a headline and a link only: fetch the page itself")
    days = (day_of(_words(fields[name])) for name in DAYS if name in fields)
    return make_page(
        body.encode("utf-8", "replace"),
        location,
        media="text/html",
        url=_link(element),
        header_date=next((day for day in days if day), None),
        header_title=_words(fields["title"]) if "title" in fields else None,
        source=source,
    )


def _link(element: Any) -> str | None:
    """The address of an item: in RSS the words of `link`, in Atom the first that leads to the page itself."""
    for child in element:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or _words(child) or "").strip()
            if address.startswith(("http://", "https://")):
                return str(address)
    return None


def _markup(element: Any) -> str:
    """The HTML in an element, escaped or as elements of its own."""
    from lxml import etree

    if len(element):
        return "".join(etree.tostring(child, encoding="unicode") for child in element).strip()
    return (element.text or "").strip()


def _words(element: Any) -> str | None:
    return " ".join("".join(element.itertext()).split()) or None


def _name(element: Any) -> str:
    """The name of an element without its namespace, in small letters; empty for what is no element."""
    return element.tag.rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""
