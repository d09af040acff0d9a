"""The article of a page whose markup is lost."""

import datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles import find_article
from dateline.pages import make_page
from dateline.records import Article, Page, Rejection

TODAY = datetime.date(2024, 6, 1)
PARAGRAPHS = (
    "TARNBURG (AP) — The council of Tarnburg voted on Friday to close the old bridge after engineers found cracks in "
    "two of its pillars, the mayor said.",
    "The bridge was built in 1931 and carries about 9,000 cars a day. It will stay closed until the pillars have been "
    "strengthened, which is expected to take five months.",
    "“Nobody likes a detour, but nobody wants to fall into the river either,” Mayor Hanna Brock told reporters after "
    "the vote, which ended a debate of more than six hours.",
    "Shopkeepers on the left bank said that they feared for their trade. The council promised them help, but did not "
    "say how much money it had set aside for them.",
    "The regional government, which owns half of the bridge, said it would pay for the work if the council paid for "
    "the ferry that is to run in the meantime.",
)
TEASERS = (
    ("Ferry fares to rise in spring", "The operator says that fuel has become too dear to keep the old prices."),
    (
        "Museum shows a boat older than the town",
        "It was found in the mud below the market, and nobody knows who built it.",
    ),
    ("Choir wins prize at the third attempt", "The judges praised the altos, and asked the basses to be on time."),
    ("Three arrested after fight at the station", "Police say that a quarrel about a bicycle had got out of hand."),
)
HEADER = " date 2024-05-03 Tarnburg closes its old bridge"


def _page(lines: list[str], name: str = "a.txt") -> Page:
    page = make_page("\n".join(lines).encode(), name)
    assert isinstance(page, Page)
    return page


def _article(lines: list[str]) -> Article:
    found = find_article(_page(lines), TODAY)
    assert isinstance(found, Article), found
    return found


def _kinds(article: Article) -> dict[int, str]:
    return {label.number: label.kind for label in article.lines}


def _teasers(*, doubled: bool, dash: bool, age: str | None) -> list[str]:
    lines = []
    for section in ("Top Stories", "World", "Sports"):
        lines.append(section)
        for title, sentence in TEASERS:
            lines += ["-"] * dash + [title] * (1 + doubled) + [sentence] + [age] * (age is not None)
    return lines


CREDITED = [
    HEADER,
    "",
    "The old bridge of Tarnburg, seen from the market on Thursday, May 2, 2024. (Ida Holm/Tarnburg Photos via AP)",
    "",
    "By The Associated Press",
    "",
    "Posted May 3, 2024 8:05 am.",
    "",
    "Last Updated May 3, 2024 9:15 am.",
    "",
    *[line for paragraph in PARAGRAPHS for line in (paragraph, "")],
    "The Associated Press",
    "",
    "Submit a Correction",
    *_teasers(doubled=True, dash=False, age="14h ago"),
]
BARE = [
    HEADER,
    *PARAGRAPHS[:2],
    "- Everything you need to know, sent directly to you: Download the Tarnburg News App",
    "- Complete coverage of the bridge",
    *PARAGRAPHS[2:],
    "---- Holm reported from Lower Tarnburg.",
    "MORE LOCAL NEWS",
    *_teasers(doubled=False, dash=True, age=None),
]


def test_every_line_of_a_page_with_its_head_is_labelled() -> None:
    kinds = _kinds(_article(CREDITED))
    assert kinds[1] == "header"
    assert kinds[3] == "caption"
    assert kinds[5] == "credit"
    assert kinds[7] == kinds[9] == "posted"
    assert [kinds[n] for n in range(11, 20, 2)] == ["body"] * 5
    assert kinds[21] == "credit"
    assert {kinds[n] for n in kinds if n > 21} == {"furniture"}


def test_promo_lines_between_paragraphs_are_no_paragraphs() -> None:
    kinds = _kinds(_article(BARE))
    assert [kinds[n] for n in range(2, 10)] == ["body", "body", "promo", "promo", "body", "body", "body", "credit"]
    assert {kinds[n] for n in kinds if n > 9} == {"furniture"}


def test_the_text_is_headline_captions_and_paragraphs_in_the_order_of_the_page() -> None:
    article = _article(CREDITED)
    assert [block.kind for block in article.blocks] == ["headline", "caption", *["body"] * 5]
    assert article.body == "\n\n".join(PARAGRAPHS)
    assert article.blocks[0].line == 1
    assert article.title == "Tarnburg closes its old bridge"


def test_the_posted_line_gives_the_time_and_the_updated_line_the_update() -> None:
    article = _article(CREDITED)
    assert article.published.iso == "2024-05-03T08:05"
    assert article.published.basis == "page"
    assert article.updated is not None
    assert article.updated.iso == "2024-05-03T09:15"


def test_a_posted_line_of_another_day_does_not_move_the_header() -> None:
    article = _article([line.replace("Posted May 3", "Posted May 1") for line in CREDITED])
    assert (article.published.iso, article.published.basis) == ("2024-05-03", "header")


def test_agency_byline_and_dateline_are_read() -> None:
    article = _article(CREDITED)
    assert (article.agency, article.byline) == ("AP", "The Associated Press")
    assert article.dateline is not None
    assert article.dateline.place == "TARNBURG"
    assert article.dateline.span.of(article.text) == "TARNBURG (AP) —"


def test_the_outlet_is_read_from_its_own_promotion() -> None:
    assert _article(BARE).publisher == "Tarnburg News"


def test_blank_lines_make_no_difference_to_the_text() -> None:
    dense = [line for line in CREDITED if line]
    assert _article(dense).text == _article(CREDITED).text


def test_a_headline_of_its_own_is_found_where_there_is_no_header() -> None:
    lines = ["Home", "News", "Sport", "Tarnburg council closes old bridge", "By Ida Holm, Tarnburg Post"]
    article = _article([*lines, "Published: 3 May 2024 08:05 GMT", *PARAGRAPHS, "Comments", "Share"])
    assert article.title == "Tarnburg council closes old bridge"
    assert (article.byline, article.publisher) == ("Ida Holm", "Tarnburg Post")
    assert (article.published.iso, article.published.zone) == ("2024-05-03T08:05", "GMT")


def test_a_byline_may_say_when_it_was_published() -> None:
    article = _article(
        ["Tarnburg council closes old bridge", "By Ida Holm on Friday, May 3rd, 2024 at 8:05 a.m.", *PARAGRAPHS]
    )
    assert (article.byline, article.published.iso) == ("Ida Holm", "2024-05-03T08:05")


def _reason(lines: list[str], today: datetime.date = TODAY) -> str:
    found = find_article(_page(lines), today)
    assert isinstance(found, Rejection)
    return found.reason


def test_a_page_that_says_no_date_is_rejected() -> None:
    assert _reason(list(PARAGRAPHS)) == "no_date"


def test_a_page_dated_after_the_day_of_reading_is_rejected() -> None:
    assert _reason([HEADER.replace("2024", "2099"), *PARAGRAPHS]) == "future_date"
    assert _reason([HEADER, *PARAGRAPHS], datetime.date(2024, 5, 1)) == "future_date"


def test_a_day_of_grace_is_left_for_time_zones() -> None:
    assert isinstance(find_article(_page([HEADER, *PARAGRAPHS]), datetime.date(2024, 5, 2)), Article)


@pytest.mark.parametrize("rest", [[], ["Home", "News", "Sign in"], _teasers(doubled=True, dash=False, age="2h ago")])
def test_furniture_alone_is_no_article(rest: list[str]) -> None:
    assert _reason([HEADER, *rest]) == "no_article"


def test_a_page_in_another_language_is_an_article_that_is_not_english() -> None:
    german = (
        "Der Rat der Stadt hat am Freitag beschlossen, die alte Brücke zu sperren, weil zwei ihrer Pfeiler Risse "
        "haben, sagte die Bürgermeisterin nach der Sitzung.",
        "Die Brücke wurde 1931 gebaut und trägt etwa 9000 Autos am Tag. Sie bleibt gesperrt, bis die Pfeiler verstärkt "
        "sind, was nach Angaben der Stadt fünf Monate dauern soll.",
        "„Niemand mag Umwege, aber niemand will in den Fluss fallen“, sagte die Bürgermeisterin nach der Abstimmung, "
        "die eine Debatte von mehr als sechs Stunden beendete.",
    )
    found = find_article(_page([" date 2024-05-03 Stadt sperrt alte Brücke", *german]), TODAY)
    assert isinstance(found, Article)
    assert found.language == "de"


LINE = st.one_of(st.sampled_from([*CREDITED, *BARE]), st.text(max_size=60))


@settings(max_examples=60, deadline=None)
@given(st.lists(LINE, max_size=30), st.booleans())
def test_whatever_the_lines_blocks_reproduce_them_and_nothing_is_raised(lines: list[str], dated: bool) -> None:
    content = "\n".join([HEADER, *lines] if dated else lines)
    page = make_page(content.encode("utf-8", "surrogatepass"), "a.txt")
    if isinstance(page, Rejection) or page.media == "text/html":
        return
    found = find_article(page, TODAY)
    assert msgspec.json.encode(found) == msgspec.json.encode(find_article(page, TODAY))
    if isinstance(found, Rejection):
        assert found.reason in ("no_article", "no_date", "future_date")
        return
    raw = page.text.split("\n")
    assert [label.number for label in found.lines] == [
        n for n, line in enumerate(raw, 1) if line.replace("\u200b", "").strip()
    ]
    for block in found.blocks:
        words = block.span.of(found.text)
        assert words
        assert block.line is not None
        assert words in " ".join(raw[block.line - 1].replace("\u200b", "").split())
    assert "\n\n".join(b.span.of(found.text) for b in found.blocks) == found.text
