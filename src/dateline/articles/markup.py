"""The article of an HTML page: its lines by `html_choice`, its dates and what it says of itself by `html_facts`."""

import datetime
import re
from collections.abc import Iterator, Sequence
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
from dateline.articles.signing import find_agency, find_byline, find_contributors, find_notes, find_publisher, says
from dateline.records import Article, BlockKind, Flag, LineKind, Page, Rejection, RejectionReason, Timestamp

MIN_WORDS = 12
"""An article has at least so many words of paragraphs."""
SHORT = 120
"""Words. A page of no more may be one of an error, of consent, or withheld."""
REPEATED = 12
"""Words. A paragraph of so many stands in an article once."""
SITE = re.compile(r"\s+[|–—»·-]\s+")

Labelled = list[tuple[Line, LineKind]]


class Found(NamedTuple):
    """A page's lines with their kinds, the paragraphs, and how many words of these stood there again."""

    title: str
    labelled: Labelled
    body: list[str]
    repeated: int = 0

    @property
    def words(self) -> int:
        """Words of the paragraphs."""
        return sum(text.count(" ") + 1 for text in self.body)

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
    body = _once(texts, own)
    if body:
        labelled = list(zip(lines, label_lines(lines, body, title or None), strict=True))
        again = sum(texts[i].count(" ") + 1 for i in set(own) - set(body))
        return Found(title, labelled, [line.text for line, kind in labelled if kind == "body"], again)
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


def _once(texts: Sequence[str], body: Sequence[int]) -> list[int]:
    """The paragraphs without those that stood above already: some pages hold their article twice."""
    seen: set[str] = set()
    kept = []
    for i in body:
        if texts[i].count(" ") < REPEATED or texts[i] not in seen:
            kept.append(i)
        seen.add(texts[i])
    return kept


def _refused(page: Page, facts: Facts, found: Found) -> Rejection | None:
    """Why a page is no article, if so."""
    words = found.words
    short = words <= SHORT
    if short and (says("consent", found.title) or (found.body and says("consent", found.body[0]))):
        return _rejected(page, "consent", "the page asks for consent and shows no article")
    if short and marks("error", found.title):
        return _rejected(page, "error_page", f"an error page: {found.title}")
    letters = sum(map(len, found.body))
    if words < MIN_WORDS and letters < 6 * MIN_WORDS:
        return _rejected(page, "no_article", "no article found in the markup")
    if _is_index(page, facts):
        return _rejected(page, "index", "a front page or a list of pages")
    return None


def _flags(facts: Facts, found: Found) -> Iterator[Flag]:
    around = found.of("body", "furniture", "promo", "credit") if found.words <= SHORT else []
    if around and (facts.free is False or any(says("paywall", text) for text in around)):
        yield "paywall"
    if found.repeated * 3 >= found.words > 0:
        yield "repeated"


def _is_index(page: Page, facts: Facts) -> bool:
    """A page that calls itself no article, has no date of publication, and whose address is that of a site's front."""
    address = page.url or facts.address
    if address is None or facts.published is not None or facts.metas.get("og:type", "website").lower() == "article":
        return False
    return urlsplit(address).path.strip("/").lower() in FRONTS and not urlsplit(address).query


FRONTS = frozenset({"", "index.html", "index.htm", "index.php", "home", "news", "en", "default.aspx"})


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
        flags=tuple(_flags(facts, found)),
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
