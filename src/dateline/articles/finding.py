"""The first stage of reading: a page becomes an article, or a rejection that says why not."""

import datetime

import msgspec

from dateline.articles.flattened import find_flattened_article
from dateline.articles.publishing import last_day
from dateline.errors import DatelineError
from dateline.records import Article, Page, Rejection


def find_article(page: Page, today: datetime.date) -> Article | Rejection:
    """The article of a page: its own words, its parts, and what the page says about it.

    A page that names no publisher has the one that the table or feed names which it came from.
    `today` is the day of reading: a page dated after it, or after its capture, is rejected (`future_date`; one day of
    grace for time zones). Other rejections: `no_article`, `error_page`, `consent`, `paywall`, `index`, `no_date`, and
    `failed`, which names the error that an extractor ran into.
    """
    try:
        found = _find(page, today)
    except DatelineError:
        raise
    except Exception as error:
        return Rejection(
            location=page.location, reason="failed", detail=f"{type(error).__name__}: {error}", page_id=page.id
        )
    if isinstance(found, Article) and found.published.day > last_day(page, today):
        limit = f"the day of reading {today.isoformat()}"
        if page.captured is not None and page.captured.date() < today:
            limit = f"it was captured on {page.captured.date().isoformat()}"
        detail = f"dated {found.published.day.isoformat()}, after {limit}"
        return Rejection(location=page.location, reason="future_date", detail=detail, page_id=page.id)
    if isinstance(found, Article) and found.publisher is None and page.source is not None:
        return msgspec.structs.replace(found, publisher=page.source)
    return found


def _find(page: Page, today: datetime.date) -> Article | Rejection:
    if page.media == "text/html":
        from dateline.articles.markup import find_markup_article

        return find_markup_article(page, today)
    return find_flattened_article(page, today)
