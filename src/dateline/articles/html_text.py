"""The words of an HTML page: all of its lines, by resiliparse, and what trafilatura takes for the article."""

import re
from collections.abc import Callable
from typing import Any

from lxml.html import HtmlElement

from dateline.articles.lines import Line, split_lines
from dateline.pages import read_header
from dateline.records import Page

MARKUP_LIMIT = 3_000_000
"""Characters of markup that are looked at: no article stands behind so many."""
TAG_LIMIT = 40_000
"""Tags that are looked at: the extractors need seconds for more."""
LITTLE = 400
"""Characters. Of so few trafilatura is asked again."""
HUGE_TAG = re.compile(r"<[^<>]{50000,}>?")
"""Libxml2 compares each attribute of a tag with all others."""


def markup_of(page: Page) -> str:
    """The markup of a page without its header line, within the limits."""
    text = page.text[:MARKUP_LIMIT]
    text = text.partition("\n")[2] if read_header(text)[0] else text
    if text.count("<") > TAG_LIMIT:
        text = "<".join(text.split("<", TAG_LIMIT)[:TAG_LIMIT])
    return HUGE_TAG.sub("", text)


def parse_markup(markup: str) -> HtmlElement | None:
    """The tree of a page; None where there is none."""
    from trafilatura.utils import load_html

    tree: HtmlElement | None = load_html(markup)
    return tree


def page_lines(markup: str) -> list[Line]:
    """The lines of the page as one would read them, furniture and all."""
    from resiliparse.extract.html2text import extract_plain_text

    markup = markup.encode("utf-8", "replace").decode("utf-8")
    text: str = extract_plain_text(markup, main_content=False, alt_texts=False, preserve_formatting=True)
    return split_lines(text)


def extracted_text(tree: HtmlElement, foreign: Callable[[str], bool]) -> str:
    """What trafilatura takes for the article: set to precision and without a second opinion, which is quick; as it is
    set by itself where that gives little, or words that are `foreign` to the line network, which then has no say."""
    quick = _extracted(tree, fast=True, favor_precision=True)
    if len(quick) >= LITTLE and not foreign(quick):
        return quick
    return max(_extracted(tree), quick, key=len)


def _extracted(tree: HtmlElement, fast: bool = False, favor_precision: bool = False) -> str:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(tree, include_comments=False, fast=fast, favor_precision=favor_precision)
    return (found.text or "") if found is not None else ""
