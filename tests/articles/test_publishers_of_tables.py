"""A page that names no publisher has the one that its table names."""

import datetime

from dateline.articles import find_article
from dateline.pages import make_page
from dateline.records import Article, Page

STORY = b"""Ada Lund, the transport minister, met Mayor Per Holt in Norvik on Friday, the city council said on Sunday.
The two signed an agreement on a new ferry line that will open in August, after more than four years of talks.
"We will keep our word," Lund told reporters at the end of her visit, which began on Wednesday with a tour.
"""


def test_the_publisher_of_a_table_is_that_of_a_page_that_names_none() -> None:
    title, day = "Minister Lund ends visit to Norvik", datetime.date(2021, 5, 16)
    page = make_page(STORY, "t.jsonl:1", header_date=day, header_title=title, source="The Harbour")
    assert isinstance(page, Page)
    article = find_article(page, datetime.date(2031, 1, 1))
    assert isinstance(article, Article)
    assert (article.publisher, article.title, article.published.day) == ("The Harbour", title, day)
