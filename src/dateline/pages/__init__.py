"""From files and folders to pages: what is there, what it is written in, and what kind of page it is."""

from dateline.pages.captures import captured_page
from dateline.pages.documents import page_breaks
from dateline.pages.inputs import COLUMNS, ReadOptions
from dateline.pages.limits import PAGE_LIMIT, OverdueError
from dateline.pages.loading import Loading, find_pages, load_page, load_pages
from dateline.pages.recognition import make_page, read_header
from dateline.pages.sources import SourceFile, list_sources

__all__ = [
    "COLUMNS",
    "PAGE_LIMIT",
    "Loading",
    "OverdueError",
    "ReadOptions",
    "SourceFile",
    "captured_page",
    "find_pages",
    "list_sources",
    "load_page",
    "load_pages",
    "make_page",
    "page_breaks",
    "read_header",
]
