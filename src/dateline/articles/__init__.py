"""From a page to its article: headline, dateline, paragraphs and captions; everything else is left out and named."""

from dateline.articles.anatomy import marks
from dateline.articles.datelines import agency_named
from dateline.articles.finding import find_article
from dateline.articles.lines import Line, split_lines
from dateline.articles.stamps import find_day

__all__ = ["Line", "agency_named", "find_article", "find_day", "marks", "split_lines"]
