"""Why a page holds no article, or only a part of one, alike for markup and for text whose markup is lost."""

import datetime

import msgspec
import pytest

from dateline.articles import find_article
from dateline.articles.refusing import once
from dateline.pages import make_page
from dateline.records import Article, Page, Rejection

TODAY = datetime.date(2024, 6, 1)
STORY = (
    "NORVIK (Reuters) - The harbour council agreed on Monday to build a second quay, after three years of talks.",
    "The new quay is to be 400 metres long and will cost about 20 million crowns, council leader Per Holt said.",
    "Fishermen had asked for it since a storm damaged the old quay, which was built by their grandfathers in 1911.",
    "Work is expected to begin in autumn, once the ground below the old fish market has been looked at by engineers.",
    "The council did not say where the boats are to lie in the meantime, or who would pay for the way to other ports.",
    "Holt told reporters that the quay would be named after nobody, because the last one had been renamed four times.",
)
MENU = ("Home", "News", "Sport")
KINDS = ("text", "markup")


def _find(
    kind: str, lines: tuple[str, ...], title: str = "Norvik builds a quay", captured: datetime.datetime | None = None
) -> Article | Rejection:
    header = f" date 2024-05-06 {title}\n" if title else ""
    if kind == "text":
        content, name = header + "\n".join(lines), "a.txt"
    else:
        words = "".join(f"<p>{line}</p>" for line in lines)
        content, name = (
            f"{header}<!DOCTYPE html><html><head><title></title></head><body>{words}</body></html>",
            "a.html",
        )
    page = make_page(content.encode(), name)
    assert isinstance(page, Page)
    return find_article(msgspec.structs.replace(page, captured=captured), TODAY)


def _reason(kind: str, lines: tuple[str, ...], title: str = "Norvik builds a quay") -> str:
    found = _find(kind, lines, title)
    assert isinstance(found, Rejection), found
    return found.reason


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_is_an_error_says_so(kind: str) -> None:
    assert _reason(kind, (*MENU, "Sorry, the page was not found"), "404 Not Found") == "error_page"
    assert _reason(kind, ("Error 404", "The page was not found", *MENU)) == "error_page"
    assert _reason(kind, ("Access denied", "You have no permission to see this page.")) == "error_page"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_asks_for_consent_says_so(kind: str) -> None:
    asked = (
        "Before you continue",
        "We and our 812 partners use cookies on this page.",
        "Accept all",
    )
    assert _reason(kind, asked) == "consent"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_shows_nothing_but_an_offer_withholds_its_article(kind: str) -> None:
    assert _reason(kind, (*MENU, "Subscribe to continue reading", "Already a subscriber? Log in")) == "paywall"


@pytest.mark.parametrize("kind", KINDS)
def test_a_stub_is_kept_and_flagged(kind: str) -> None:
    found = _find(kind, (*MENU, *STORY[:3], "Subscribe now to continue reading this article.", "Already a subscriber?"))
    assert isinstance(found, Article)
    assert STORY[1] in found.body
    assert found.flags == ("paywall",)


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_stub_is_flagged_where_the_offer_stands_below_it(kind: str) -> None:
    found = _find(kind, (*MENU, *STORY, "To continue reading, register for free or sign in."))
    assert isinstance(found, Article)
    assert found.flags == ("paywall",)


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_article_on_a_page_that_sells_subscriptions_is_not_flagged(kind: str) -> None:
    found = _find(kind, (*MENU, "Subscribe", "Already a subscriber? Log in", *STORY, "Comments", "Subscribe"))
    assert isinstance(found, Article)
    assert found.flags == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_body_that_stands_twice_is_kept_once_and_flagged(kind: str) -> None:
    found = _find(kind, (*STORY, "Norvik builds a quay", *STORY))
    assert isinstance(found, Article)
    assert found.body == "\n\n".join(STORY)
    assert found.flags == ("repeated",)


def test_of_equal_paragraphs_the_first_is_kept_short_lines_all() -> None:
    texts = [STORY[0], "No.", STORY[1], "No.", STORY[0]]
    assert once(texts, [0, 1, 2, 3, 4]) == [0, 1, 2, 3]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_dated_after_its_capture_is_rejected(kind: str) -> None:
    early = datetime.datetime(2024, 4, 1, 12, tzinfo=datetime.UTC)
    found = _find(kind, STORY, captured=early)
    assert isinstance(found, Rejection)
    assert found.reason == "future_date"
    assert "captured on 2024-04-01" in found.detail


@pytest.mark.parametrize("kind", KINDS)
def test_a_day_after_the_capture_is_no_day_of_publication_where_there_is_another(kind: str) -> None:
    captured = datetime.datetime(2024, 5, 6, 12, tzinfo=datetime.UTC)
    lines = ("Published 20 May 2024", "Updated 7 May 2024", *STORY)
    found = _find(kind, lines, title="", captured=captured)
    assert isinstance(found, Article)
    assert found.published.day == datetime.date(2024, 5, 7)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_gives_no_day_but_one_to_come_is_rejected_for_that(kind: str) -> None:
    lines = ("Norvik builds a quay", "Published 20 May 2099", *STORY)
    assert _reason(kind, lines, title="") == "future_date"


TEASERS = tuple(
    line
    for n, what in enumerate(("ferry", "museum", "choir", "station", "school", "market", "bridge", "library"))
    for line in (
        f"The {what} of Norvik opens its doors again",
        f"After {n + 2} years of work the {what} can be seen by everybody who has the time to come on a Sunday.",
    )
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_of_pages_that_says_no_headline_of_its_own_is_an_index(kind: str) -> None:
    assert _reason(kind, (*MENU, *TEASERS), title="") == "index"
