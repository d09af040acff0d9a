"""The article of an HTML page: its lines by `html_choice`, its dates and what it says of itself by `html_facts`."""

import datetime
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from dateline.articles.anatomy import marks
from dateline.articles.assembling import assemble
from dateline.articles.datelines import first_dateline
from dateline.articles.html_choice import choose_lines
from dateline.articles.html_dates import find_html_dates
from dateline.articles.html_facts import Facts, read_facts
from dateline.articles.html_text import extracted_text, markup_of, page_lines, parse_markup
from dateline.articles.labelling import label_lines, special_kind
from dateline.articles.languages import find_language
from dateline.articles.lines import Line
from dateline.articles.listing import is_teaser_list
from dateline.articles.refusing import Shown, flags_of, once, why_nothing, why_refused
from dateline.articles.signing import find_agency, find_byline, find_contributors, find_notes, find_publisher
from dateline.records import Article, BlockKind, LineKind, Page, Rejection, RejectionReason, Timestamp

MIN_WORDS = 12
"""An article has at least so many words of paragraphs."""
SITE = re.compile(r"\s+[|–—»·-]\s+")

Labelled = list[tuple[Line, LineKind]]


class Found(NamedTuple):
    """A page's lines with their kinds, and the paragraphs."""

    title: str
    labelled: Labelled
    body: list[str]

    @property
    def shown(self) -> Shown:
        """What the page shows, as `refusing` looks at it."""
        return Shown(self.title, self.body, [line.text for line, _ in self.labelled])

    def of(self, *kinds: LineKind) -> list[str]:
        """The lines of some kinds."""
        return [line.text for line, kind in self.labelled if kind in kinds]


def find_markup_article(page: Page, today: datetime.date) -> Article | Rejection:
    """The article of an HTML page; nothing is dated later than a day after `today`.

    Rejections: `no_article` where no lines read like one, `error_page`, `consent` and `index` for pages that are
    these, `no_date` where neither the header nor the page gives a day.
    """
    markup = markup_of(page)
    tree = parse_markup(markup)
    if tree is None:
        return _rejected(page, "no_article", "no markup")
    facts = read_facts(tree)
    title = " ".join((page.header_title or facts.headline or _title(tree.findtext(".//title") or "")).split())
    found = _found(page_lines(markup), extracted_text(tree, is_foreign), title)
    refused = _refused(page, facts, found)
    if refused is not None:
        return refused
    texts = [line.text for line, _ in found.labelled]
    published, updated = find_html_dates(page, tree, facts, texts, found.of("posted"), today)
    if published is None:
        return _rejected(page, "no_date", "neither its metadata nor the page gives a date")
    return _article(page, facts, found, published, updated)


def _title(words: str) -> str:
    """A page's title without the name of its site."""
    return max(SITE.split(" ".join(words.split())), key=len)


def _rejected(page: Page, reason: RejectionReason, detail: str) -> Rejection:
    return Rejection(location=page.location, reason=reason, detail=detail, page_id=page.id)


def _found(lines: list[Line], extracted: str, title: str) -> Found:
    """The lines and paragraphs of a page. What is not running English is taken as the extractor gives it."""
    texts = [line.text for line in lines]
    chosen = [] if is_foreign(extracted) else choose_lines(texts, extracted)[0]
    own = [i for i in chosen if special_kind(texts[i]) is None and texts[i] != title]
    body = once(texts, own)
    if body:
        labelled = list(zip(lines, label_lines(lines, body, title or None), strict=True))
        return Found(title, labelled, [line.text for line, kind in labelled if kind == "body"])
    extracts = [" ".join(line.split()) for line in extracted.split("\n")]
    extracts = [text for text in extracts if text and text != title and special_kind(text) is None]
    around: Labelled = [(line, _apart(line.text)) for line in lines]
    return Found(title, around, extracts)


def is_foreign(extracted: str) -> bool:
    """Whether an extractor's text is not running English."""
    return bool(extracted) and find_language(extracted) != "en"


def _apart(text: str) -> LineKind:
    """The kind of a line where no paragraphs say what stands near them: a mere date may be today's."""
    kind = special_kind(text) or "furniture"
    return "furniture" if kind == "posted" and not marks("posted", text) else kind


def _refused(page: Page, facts: Facts, found: Found) -> Rejection | None:
    """Why a page is no article, if so."""
    shown = found.shown
    reason = why_refused(shown)
    if reason is None and shown.words < MIN_WORDS and sum(map(len, found.body)) < 6 * MIN_WORDS:
        reason = why_nothing(shown, "no article found in the markup")
    if reason is None and _is_index(page, facts, found):
        reason = "index", "a front page or a list of pages"
    return _rejected(page, *reason) if reason else None


def _is_index(page: Page, facts: Facts, found: Found) -> bool:
    """A page that does not say it is an article or when it appeared, and is a site's front, a section's or a list."""
    if facts.story or facts.published is not None or facts.metas.get("og:type", "website").lower() == "article":
        return False
    if facts.types & LISTS or _is_front(page.url or facts.address):
        return True
    body = [i for i, (_, kind) in enumerate(found.labelled) if kind == "body"]
    return bool(body) and is_teaser_list([line.text for line, _ in found.labelled], body)


def _is_front(address: str | None) -> bool:
    try:
        parts = urlsplit(address or "/-")
    except ValueError:
        return False
    return parts.path.strip("/").lower() in FRONTS and not parts.query


FRONTS = frozenset({"", "index.html", "index.htm", "index.php", "home", "news", "en", "default.aspx"})
LISTS = frozenset({"CollectionPage", "SearchResultsPage"})
"""What JSON-LD calls pages that list others."""


def _article(page: Page, facts: Facts, found: Found, published: Timestamp, updated: Timestamp | None) -> Article:
    text, blocks = assemble(_parts(found))
    dateline = first_dateline(text, blocks)
    signed = found.of("credit")
    byline, outlet = find_byline(signed)
    authors = ", ".join(facts.authors) or None
    agency = find_agency([*facts.authors, *signed, *filter(None, [facts.publisher])], dateline)
    return Article(
        page_id=page.id,
        title=found.title,
        text=text,
        blocks=blocks,
        published=published,
        updated=updated,
        publisher=page.source or facts.publisher or outlet or find_publisher(found.of("promo", "furniture")),
        agency=agency,
        byline=authors or byline,
        dateline=dateline,
        language=find_language("\n".join(found.body)),
        url=page.url or facts.address,
        contributors=find_contributors(signed),
        notes=find_notes(found.of("body", "credit", "posted", "promo", "furniture")),
        flags=flags_of(found.shown, facts.free),
    )


def _parts(found: Found) -> list[tuple[BlockKind, str, int | None]]:
    parts: list[tuple[BlockKind, str, int | None]] = [("headline", found.title, None)]
    kinds: list[tuple[BlockKind, str, int | None]] = [
        ("body" if kind == "body" else "caption", line.text, None)
        for line, kind in found.labelled
        if kind == "body" or kind == "caption"
    ]
    if any(kind == "body" for kind, _, _ in kinds):
        return parts + kinds
    return parts + [("body", text, None) for text in found.body]
