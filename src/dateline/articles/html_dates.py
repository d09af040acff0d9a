"""When an HTML page was published and updated: its metadata, its address, marked and visible dates, then htmldate."""

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec
from lxml.html import HtmlElement

from dateline.articles.html_facts import Facts
from dateline.articles.publishing import find_published, last_day
from dateline.articles.stamps import find_stamp
from dateline.records import Page, Timestamp

FIRST = datetime.date(1995, 1, 1)
"""No page of the web is older."""
IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(\d{1,2})\2(\d{1,2})(?!\d)")
PUBLISHED_MARK = re.compile(r"publi|post(?:ed|-?date)|entry-date|dt-published|date-?line|created", re.IGNORECASE)
UPDATED_MARK = re.compile(r"updat|modif|dt-updated|revis", re.IGNORECASE)
ASIDE = frozenset({"nav", "aside", "footer", "li"})
NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
SHOWN = 300
"""Characters of a line that are looked at for a date."""
TIMES = 200
"""Elements of time that are looked at."""
DEPTH = 40

Dates = tuple[Timestamp | None, Timestamp | None]


def find_html_dates(
    page: Page, tree: HtmlElement, facts: Facts, texts: Sequence[str], posted: Sequence[str], today: datetime.date
) -> Dates:
    """When a page was published and last updated. `texts` are its visible lines, `posted` those about just that.

    The first of these that gives a day up to `last_day(page, today)`: the header line of the page, its metadata, its
    address, an element of time that is marked, another one in the article, the posted lines, htmldate, the day that
    whoever reads the page gives. Where only the day is known, the time is taken from a later one of the same day. A
    header's day, and a later day where there is no other, stand even in the future: that is for the caller to see.
    """
    last = last_day(page, today)
    visible, visible_update = find_published(msgspec.structs.replace(page, header_date=None), posted, today)
    marked, other, marked_update = _timed(tree)
    told = Timestamp(day=page.header_date, basis=page.date_basis) if page.header_date else None
    header = told if told and told.basis != "option" else None
    given = (header, facts.published, address_day(page.url or facts.address), marked, other, visible)
    known = [s for s in given if s and (s is header or FIRST <= s.day <= last)]
    later = [s for s in given if s and s.day > last]
    published = _with_time(known) or _searched(tree, texts, last) or told or _with_time(later)
    updates = [s for s in (facts.updated, marked_update, visible_update) if s and FIRST <= s.day <= last]
    return published, _update(updates, published)


def address_day(address: str | None) -> Timestamp | None:
    """The day in a page's address, as in /2024/05/06/ or -20240506."""
    for year, part, month, day in IN_ADDRESS.findall(address or ""):
        if not part and len(month + day) != 4:
            continue
        try:
            return Timestamp(day=datetime.date(int(year), int(month), int(day)), basis="url")
        except ValueError:
            continue
    return None


def _with_time(known: Sequence[Timestamp]) -> Timestamp | None:
    if not known:
        return None
    first = known[0]
    timed = next((s for s in known if s.time and s.day == first.day), None)
    return msgspec.structs.replace(first, time=timed.time, zone=timed.zone) if timed and not first.time else first


def _update(updates: Sequence[Timestamp], published: Timestamp | None) -> Timestamp | None:
    """The first update that is not before the publication and not the same."""
    if published is None:
        return None
    later = (s for s in updates if (s.day, s.time or "99") > (published.day, published.time or ""))
    return next((s for s in later if s.day > published.day or (s.time and published.time)), None)


def _timed(tree: HtmlElement) -> tuple[Timestamp | None, Timestamp | None, Timestamp | None]:
    """Elements of time: the first marked as published, the first other one of the article, the first update."""
    found: dict[str, Timestamp] = {}
    for element in islice(_elements(tree), TIMES):
        marks = " ".join(element.get(name) or "" for name in ("class", "itemprop", "id", "data-testid", "pubdate"))
        parent = element.getparent()
        marks += f" {parent.get('class') or ''}" if parent is not None else ""
        kind = "updated" if UPDATED_MARK.search(marks) else "marked" if PUBLISHED_MARK.search(marks) else "other"
        if kind in found or _is_aside(element):
            continue
        stamp = find_stamp((element.get("datetime") or element.get("content") or "")[:60])
        stamp = stamp or find_stamp((element.text_content() or "")[:100])
        if stamp is not None:
            found[kind] = stamp
    return found.get("marked"), found.get("other"), found.get("updated")


def _elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("time", "span", "div", "abbr", "p", "a"):
        if element.tag == "time" or "date" in (element.get("itemprop") or "").lower():
            yield element


def _is_aside(element: HtmlElement) -> bool:
    return any(above.tag in ASIDE for above in islice(element.iterancestors(), DEPTH))


def _searched(tree: HtmlElement, texts: Sequence[str], last: datetime.date) -> Timestamp | None:
    """The day that htmldate finds, where a line shows its numbers: out of hidden markup it also takes days of files,
    and of a mere year it makes its first day."""
    from htmldate import find_date

    found = find_date(tree, original_date=True, url="", max_date=last.isoformat())
    if not found:
        return None
    day = datetime.date.fromisoformat(found)
    return Timestamp(day=day) if any(_shows(text[:SHOWN], day) for text in texts) else None


def _shows(text: str, day: datetime.date) -> bool:
    numbers = {int(number) for number in NUMBER.findall(text)} if str(day.year % 100) in text else set()
    return {day.day, day.year} <= numbers or {day.day, day.month, day.year % 100} <= numbers
