"""What no input may exceed, and the error for what cannot be read."""

from dateline.records import RejectionReason

PAGE_LIMIT = 20_000_000
"""The most bytes that one page may have, unpacked. News pages have a hundredth of it."""
TEXT_LIMIT = 1_000_000
"""The most letters that a page of plain text may have: those of a report of three hundred pages."""
LINE_LIMIT = 50_000
"""The most lines that a page of plain text may have."""
DOCUMENT_LIMIT = 200_000_000
"""The most bytes of a file that has to be held as a whole: PDF, DOCX, MHTML, with all their pictures."""
DOCUMENT_PAGES = 3_000
"""The most pages of a PDF that are read."""
UNPACKED_RATIO = 200
"""All that is unpacked out of one file, on all levels, may have so many times its size on disk; text has about 10."""
UNPACKED_LEAST = 500_000_000
"""Bytes that may be unpacked out of one file however small it is."""
NESTING = 4
"""Archives within archives: a WARC.gz in a WACZ in a zip is within it."""
MEMBERS = 200_000
"""Members of one archive that are looked at."""
BAD_AT_FIRST = 1_000
"""Records that may be rejected before the first that gives a page; then the rest of the file is left."""
ROW_SECONDS = 300.0
"""By the clock, for the next row of a Parquet file; then the process that reads it ends."""


class OverdueError(BaseException):
    """Reading takes too long: raised from outside, at any place. No `except Exception` may take it for its own."""


class UnreadableError(Exception):
    """What is being read gives no page: the reason and the detail of its Rejection."""

    def __init__(self, reason: RejectionReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class Budget:
    """Bytes that may still be unpacked out of one file of a size in bytes: `left`, where another process says so."""

    def __init__(self, size: int, left: int | None = None) -> None:
        self.size = size
        self.left = max(UNPACKED_LEAST, UNPACKED_RATIO * size) if left is None else left

    def spend(self, count: int) -> None:
        """Take bytes off; raises UnreadableError (`too_large`) where there are not so many."""
        self.left -= count
        if self.left < 0:
            raise UnreadableError(
                "too_large", "unpacks to far more than any real page: taken for a bomb; the rest is left"
            )


def page_too_large() -> UnreadableError:
    return UnreadableError("too_large", f"more than {PAGE_LIMIT // 1_000_000} MB, the limit for one page")
