"""The article of a page whose markup is lost: plain text with furniture around it."""

from collections.abc import Sequence

from dateline.articles.assembling import assemble
from dateline.articles.datelines import first_dateline
from dateline.articles.labelling import label_lines, shares_words, special_kind
from dateline.articles.languages import find_language
from dateline.articles.lines import Line, split_lines
from dateline.articles.listing import is_teaser_list
from dateline.articles.publishing import find_published
from dateline.articles.running import article_lines, line_probabilities
from dateline.articles.signing import find_agency, find_byline, find_contributors, find_notes, find_publisher
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


def find_flattened_article(page: Page) -> Article | Rejection:
    """The article of a text page.

    Rejections: `no_article` where no run of lines reads like an article, `no_date` where nothing says when it appeared.
    """
    lines = split_lines(page.text)
    header = lines[:1] if lines and read_header(lines[0].text)[0] else []
    rest = lines[len(header) :]
    body = _body(rest, page.header_title)
    if not body:
        return _rejected(page, "no_article", "no run of lines reads like an article")
    kinds = label_lines(rest, body, page.header_title)
    labelled: Labelled = [(line, "header") for line in header] + list(zip(rest, kinds, strict=True))
    published, updated = find_published(page, [line.text for line, kind in labelled if kind == "posted"])
    if published is None:
        return _rejected(page, "no_date", "neither a header line nor the page says when it was published")
    return _article(page, labelled, published, updated)


def _rejected(page: Page, reason: RejectionReason, detail: str) -> Rejection:
    return Rejection(location=page.location, reason=reason, detail=detail, page_id=page.id)


def _body(lines: Sequence[Line], title: str | None) -> list[int]:
    """Indices of the paragraphs; none where they are too few, too doubtful, a list, or about another headline."""
    if not lines:
        return []
    texts = [line.text for line in lines]
    words = [text.count(" ") + 1 for text in texts]
    chosen, expected = article_lines(line_probabilities(texts), words)
    body = [i for i in chosen if special_kind(texts[i]) is None]
    length = sum(max(words[i], len(texts[i]) // LONGEST_WORD) for i in body)
    if length < MIN_WORDS or expected < MIN_EXPECTED or is_teaser_list(texts, body):
        return []
    if title and expected < SURE and not shares_words(title, [texts[i] for i in body]):
        return []
    return body


def _article(page: Page, labelled: Labelled, published: Timestamp, updated: Timestamp | None) -> Article:
    title, title_line = _title(page, labelled)
    text, blocks = assemble(_parts(labelled, title, title_line))
    dateline = first_dateline(text, blocks)
    signed = [line.text for line, kind in labelled if kind == "credit"]
    byline, outlet = find_byline(signed)
    return Article(
        page_id=page.id,
        title=title,
        text=text,
        blocks=blocks,
        published=published,
        updated=updated,
        agency=find_agency(signed, dateline),
        byline=byline,
        publisher=outlet or find_publisher([line.text for line, kind in labelled if kind in ("promo", "furniture")]),
        dateline=dateline,
        language=find_language("\n".join(b.span.of(text) for b in blocks if b.kind == "body")),
        url=page.url,
        lines=tuple(LineLabel(line.number, kind) for line, kind in labelled),
        contributors=find_contributors(signed),
        notes=find_notes([line.text for line, kind in labelled if kind != "header"]),
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
