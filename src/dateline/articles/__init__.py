"""From a page to its article: headline, dateline, paragraphs and captions; everything else is left out and named."""

from dateline.articles.finding import find_article

__all__ = ["find_article"]
