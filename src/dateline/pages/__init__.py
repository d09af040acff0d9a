"""From files and folders to pages: what is there, what it is written in, and what kind of page it is."""

from dateline.pages.loading import find_pages, load_page
from dateline.pages.recognition import PAGE_LIMIT, make_page, read_header
from dateline.pages.sources import SourceFile, list_sources

__all__ = ["PAGE_LIMIT", "SourceFile", "find_pages", "list_sources", "load_page", "make_page", "read_header"]
