"""Lists of teasers, which are no article, and articles that look like lists."""

import datetime

import pytest

from dateline.articles import find_article
from dateline.articles.listing import is_teaser_list
from dateline.pages import make_page
from dateline.records import Article, Page, Rejection

ITEMS = (
    ("Ferry fares to rise in spring", "The operator says that fuel has become too dear to keep the old prices."),
    ("Museum shows a boat older than the town", "It was found in the mud below the market, said its director."),
    (
        "Choir of Tarnburg wins prize at the third attempt",
        "The judges praised the altos of the choir on Saturday, and asked the basses to be on time next year at the "
        "festival, which is to be held in the old theatre of Tarnburg.",
    ),
    (
        "Three arrested after fight at the station, police say",
        "Police say that a quarrel about a bicycle had got out of hand on Friday evening, when dozens of people were "
        "waiting for the last train to the coast.",
    ),
    (
        "Tarnburg closes its old bridge",
        "The council of Tarnburg voted on Friday to close the old bridge after engineers found cracks in its pillars, "
        "the mayor said, and it will stay closed for five months.",
    ),
    (
        "Why does the harbour smell of tar?",
        "A reader asked, and the harbour master answered: the boats are being made ready for summer, as every year.",
    ),
)
PARAGRAPHS = (
    "The council of Tarnburg voted on Friday to close the old bridge after engineers found cracks in its pillars.",
    "It will stay closed for five months. The ferry is to run until ten in the evening in the meantime.",
    "Shopkeepers on the left bank of the river said that they feared for their trade, and asked for help.",
)
SHAPES = {
    "plain": lambda title, told: [title, told],
    "dashed": lambda title, told: ["-", title, told],
    "doubled": lambda title, told: [title, title, told],
    "aged": lambda title, told: [title, told, "14h ago"],
    "timed": lambda title, told: ["2:17", title, title, told, "9h ago"],
    "labelled": lambda title, told: ["EXCLUSIVE", f"EXCLUSIVE | {title}", told],
    "cut": lambda title, told: [title, f"{told[:60].rsplit(' ', 1)[0]}..."],
}


def _list(shape: str, sections: int = 3) -> list[str]:
    lines = []
    for section in ("Top Stories", "World", "Sports")[:sections]:
        lines.append(section)
        for title, told in ITEMS:
            lines += SHAPES[shape](title, told)
    return lines


@pytest.mark.parametrize("shape", SHAPES)
def test_headlines_with_a_sentence_each_are_a_list(shape: str) -> None:
    lines = _list(shape)
    assert is_teaser_list(lines, range(len(lines)))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("sections", [1, 3])
def test_a_page_of_lists_is_no_article_even_where_they_hold_its_headline(shape: str, sections: int) -> None:
    lines = [" date 2024-05-03 Tarnburg closes its old bridge", *_list(shape, sections)]
    page = make_page("\n".join(lines).encode(), "a.txt")
    assert isinstance(page, Page)
    found = find_article(page, datetime.date(2024, 6, 1))
    assert isinstance(found, Rejection)
    assert found.reason == "no_article"


def test_one_item_of_a_list_below_others_is_no_article() -> None:
    lines = _list("plain", 1)
    assert is_teaser_list(lines, [lines.index(ITEMS[2][1])])


def test_paragraphs_in_a_row_are_no_list() -> None:
    assert not is_teaser_list(PARAGRAPHS, range(3))


def test_paragraphs_above_lists_are_no_list() -> None:
    assert not is_teaser_list([*PARAGRAPHS, *_list("doubled")], range(3))


def test_a_lone_first_paragraph_above_lists_is_no_list() -> None:
    assert not is_teaser_list(["Tarnburg closes its old bridge", PARAGRAPHS[0], *_list("aged")], [1])


def test_long_paragraphs_under_headings_of_their_own_are_no_list() -> None:
    lines = [line for title, told in ITEMS for line in (title, " ".join([told] * 6))]
    assert not is_teaser_list(lines, range(len(lines)))


def test_a_short_article_between_furniture_is_still_one() -> None:
    lines = [" date 2024-05-03 Tarnburg closes its old bridge", *PARAGRAPHS, *_list("timed")]
    page = make_page("\n".join(lines).encode(), "a.txt")
    assert isinstance(page, Page)
    found = find_article(page, datetime.date(2024, 6, 1))
    assert isinstance(found, Article)
    assert found.body == "\n\n".join(PARAGRAPHS)
