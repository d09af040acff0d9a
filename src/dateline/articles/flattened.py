"""The article of a page whose markup is lost: plain text with furniture around it."""

import datetime
from collections.abc import Sequence

from dateline.articles.assembling import assemble
from dateline.articles.datelines import first_dateline
from dateline.articles.labelling import label_lines, shares_words, special_kind
from dateline.articles.languages import find_language
from dateline.articles.lines import Line, split_lines
from dateline.articles.listing import is_teaser_list
from dateline.articles.publishing import find_published
from dateline.articles.refusing import Shown, flags_of, once, why_nothing, why_refused
from dateline.articles.running import article_lines, line_probabilities
from dateline.articles.signing import find_agency, find_byline, find_contributors, find_notes, find_publisher, is_byline
from dateline.pages import read_header
from dateline.records import Article, BlockKind, LineKind, LineLabel, Page, Rejection, RejectionReason, Timestamp

Labelled = list[tuple[Line, LineKind]]
MIN_WORDS = 20
"""An article has at least so many words of paragraphs."""
LONGEST_WORD = 12
"""Characters. What has no blanks for longer is of a script that puts none between words."""
MIN_EXPECTED = 0.45
"""Below this expected F1 a page is taken for furniture only. Of real pages less than 2 in 100 are below."""
SURE = 0.8
"""Below this a header's headline must share words with the paragraphs."""


def find_flattened_article(page: Page, today: datetime.date) -> Article | Rejection:
    """The article of a text page; nothing on the page dates it later than a day after `today`.

    Rejections: `no_article` where no run of lines reads like an article, `error_page`, `consent`, `paywall` and `index`
    for pages that are these, `no_date` where nothing says when it appeared.
    """
    lines = split_lines(page.text)
    header = lines[:1] if lines and read_header(lines[0].text)[0] else []
    rest = lines[len(header) :]
    texts = [line.text for line in rest]
    body, listed = _body(texts, page.header_title)
    if not body:
        return _nothing(page, texts, listed)
    kinds = label_lines(rest, body, page.header_title)
    labelled: Labelled = [(line, "header") for line in header] + list(zip(rest, kinds, strict=True))
    title, title_line = _title(page, labelled)
    shown = Shown(title, [text for text, kind in zip(texts, kinds, strict=True) if kind == "body"], texts)
    refused = why_refused(shown)
    if refused is not None:
        return _rejected(page, *refused)
    published, updated = find_published(page, _dated(labelled), today)
    if published is None:
        return _rejected(page, "no_date", "neither a header line nor the page says when it was published")
    return _article(page, labelled, (title, title_line), shown, (published, updated))


def _rejected(page: Page, reason: RejectionReason, detail: str) -> Rejection:
    return Rejection(location=page.location, reason=reason, detail=detail, page_id=page.id)


def _dated(labelled: Labelled) -> list[str]:
    """The lines that may say when the page was published: those about just that, then bylines."""
    posted = [line.text for line, kind in labelled if kind == "posted"]
    return posted + [line.text for line, kind in labelled if kind == "credit" and is_byline(line.text)]


def _nothing(page: Page, texts: Sequence[str], listed: bool) -> Rejection:
    """Why a page has no paragraphs. A list of pages is one only where no header names an article."""
    if listed and page.header_title is None:
        return _rejected(page, "index", "a front page or a list of pages")
    shown = Shown(page.header_title or "", [], texts)
    return _rejected(page, *why_nothing(shown, "no run of lines reads like an article"))


def _body(texts: Sequence[str], title: str | None) -> tuple[list[int], bool]:
    """Indices of the paragraphs, none where they are too few, too doubtful, a list's, or about another headline; and
    whether they are a list's."""
    if not texts:
        return [], False
    words = [text.count(" ") + 1 for text in texts]
    chosen, expected = article_lines(line_probabilities(texts), words)
    body = once(texts, [i for i in chosen if special_kind(texts[i]) is None])
    length = sum(max(words[i], len(texts[i]) // LONGEST_WORD) for i in body)
    if length < MIN_WORDS or expected < MIN_EXPECTED:
        return [], False
    if is_teaser_list(texts, body):
        return [], True
    if title and expected < SURE and not shares_words(title, [texts[i] for i in body]):
        return [], False
    return body, False


def _article(
    page: Page,
    labelled: Labelled,
    headline: tuple[str, int | None],
    shown: Shown,
    dates: tuple[Timestamp, Timestamp | None],
) -> Article:
    title, title_line = headline
    text, blocks = assemble(_parts(labelled, title, title_line))
    dateline = first_dateline(text, blocks)
    signed = [line.text for line, kind in labelled if kind == "credit"]
    byline, outlet = find_byline(signed)
    return Article(
        page_id=page.id,
        title=title,
        text=text,
        blocks=blocks,
        published=dates[0],
        updated=dates[1],
        agency=find_agency(signed, dateline),
        byline=byline,
        publisher=outlet or find_publisher([line.text for line, kind in labelled if kind in ("promo", "furniture")]),
        dateline=dateline,
        language=find_language("\n".join(shown.body)),
        url=page.url,
        lines=tuple(LineLabel(line.number, kind) for line, kind in labelled),
        contributors=find_contributors(signed),
        notes=find_notes([line.text for line, kind in labelled if kind != "header"]),
        flags=flags_of(shown),
    )


def _title(page: Page, labelled: Labelled) -> tuple[str, int | None]:
    for line, kind in labelled:
        if kind == "headline":
            return page.header_title or line.text, line.number
    if page.header_title:
        return page.header_title, 1
    return "", None


def _parts(labelled: Labelled, title: str, title_line: int | None) -> list[tuple[BlockKind, str, int | None]]:
    parts: list[tuple[BlockKind, str, int | None]] = [("headline", title, title_line)]
    for line, kind in labelled:
        if kind == "body" or kind == "caption":
            parts.append((kind, line.text, line.number))
    return parts
