"""The article of an HTML page."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles import find_article
from dateline.pages import make_page
from dateline.records import Article, Page, Rejection

TODAY = datetime.date(2024, 6, 1)
STORY = (
    "NORVIK (Reuters) - The harbour council agreed on Monday to build a second quay, after three years of talks.",
    "The new quay is to be 400 metres long and will cost about 20 million crowns, council leader Per Holt said.",
    "Fishermen had asked for it since a storm damaged the old quay, which was built by their grandfathers in 1911.",
    "Work is expected to begin in autumn, once the ground below the old fish market has been looked at by engineers.",
)


def _html(
    title: str, body: str, head: str = '<meta property="article:published_time" content="2024-05-06T08:00:00Z">'
) -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def _found(content: str) -> Article | Rejection:
    page = make_page(content.encode("utf-8", "surrogatepass"), "a.html")
    assert isinstance(page, Page)
    return find_article(page, TODAY)


MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
ARTICLE = MENU + "<article><h1>Norvik builds a quay</h1>" + "".join(f"<p>{p}</p>" for p in STORY) + "</article>"


def test_paragraphs_headline_date_and_dateline_are_found() -> None:
    article = _found(_html("Norvik builds a quay", ARTICLE))
    assert isinstance(article, Article)
    assert article.title == "Norvik builds a quay"
    assert article.body == "\n\n".join(STORY)
    assert (article.published.iso, article.published.basis) == ("2024-05-06T08:00", "metadata")
    assert article.agency == "Reuters"
    assert article.dateline is not None
    assert article.dateline.span.of(article.text) == "NORVIK (Reuters) -"
    assert article.lines == ()


def test_a_header_line_before_the_markup_gives_day_and_headline() -> None:
    article = _found(" date 2024-05-07 A quay for Norvik\n" + _html("Norvik builds a quay", ARTICLE))
    assert isinstance(article, Article)
    assert (article.title, article.published.iso) == ("A quay for Norvik", "2024-05-07")
    assert "date 2024" not in article.text


def _reason(content: str) -> str:
    found = _found(content)
    assert isinstance(found, Rejection)
    return found.reason


def test_a_page_without_an_article_and_an_error_page_are_no_articles() -> None:
    assert _reason(_html("Home", MENU)) == "no_article"
    assert _reason(_html("404 Not Found", f"<p>{STORY[0]}</p><p>{STORY[1]}</p>")) == "error_page"


def test_a_page_without_a_date_is_rejected() -> None:
    found = _found(_html("Norvik builds a quay", ARTICLE.replace("1911", "old days"), head=""))
    assert isinstance(found, Rejection)
    assert found.reason == "no_date"


def test_a_megabyte_of_tags_and_a_tag_of_a_megabyte_are_answered() -> None:
    for body in ("<br><i></i>" * 100_000, "<p " + " ".join(f"a{n}=''" for n in range(100_000)) + ">"):
        assert isinstance(_found(_html("Tags", body)), Rejection)


def test_deep_nesting_is_answered_and_not_a_crash() -> None:
    found = _found(_html("Deep", "<div>" * 30_000 + ARTICLE + "</div>" * 30_000))
    assert isinstance(found, Article | Rejection)


FRAGMENT = st.sampled_from(
    ["<p>", "</p>", "<table><tr>", "<div", "<!--", "&#0;", "<script>", "]]>", "<a href='x'>", *STORY]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(FRAGMENT, st.text(max_size=20)), max_size=20))
def test_whatever_the_markup_nothing_is_raised(pieces: list[str]) -> None:
    content = _html("Title", "".join(pieces))
    if isinstance(make_page(content.encode("utf-8", "surrogatepass"), "a.html"), Rejection):
        return
    found = _found(content)
    assert found == _found(content)
    if isinstance(found, Article):
        assert "\n\n".join(block.span.of(found.text) for block in found.blocks) == found.text


PARAGRAPHS = "".join(f"<p>{p}</p>" for p in STORY)


def test_an_article_that_stands_on_the_page_twice_is_kept_once() -> None:
    article = _found(_html("Norvik builds a quay", ARTICLE + "<section>" + PARAGRAPHS + "</section>"))
    assert isinstance(article, Article)
    assert [article.text.count(paragraph) for paragraph in STORY] == [1, 1, 1, 1]


def test_a_stub_before_a_paywall_is_flagged() -> None:
    stub = f"<article><h1>Norvik builds a quay</h1><p>{STORY[0]}</p><p>{STORY[1]}</p></article>"
    offer = "<div><p>Subscribe now to continue reading this article.</p></div>"
    article = _found(_html("Norvik builds a quay", MENU + stub + offer))
    assert isinstance(article, Article)
    assert article.flags == ("paywall",)


def test_a_page_that_asks_for_consent_and_a_front_page_are_no_articles() -> None:
    assert _reason(_html("Before you continue", f"<p>{STORY[0]}</p><p>{STORY[1]}</p>")) == "consent"
    front = '<link rel="canonical" href="https://a.example/">'
    assert _reason(_html("The Norvik Mail", ARTICLE, head=front)) == "index"


def test_the_credits_of_a_page_name_agency_contributors_and_notes() -> None:
    foot = "<p>Ida Lund reported from Tarnburg.</p><p>Correction: An earlier version gave the wrong length.</p>"
    article = _found(_html("Norvik builds a quay", ARTICLE.replace("</article>", foot + "</article>")))
    assert isinstance(article, Article)
    assert article.contributors == ("Ida Lund",)
    assert [note.kind for note in article.notes] == ["correction"]


def test_a_page_that_is_not_english_is_kept_with_its_language() -> None:
    german = (
        "Der Rat der Stadt hat am Montag beschlossen, einen zweiten Kai zu bauen, nach drei Jahren voller Gespräche.",
        "Der neue Kai soll 400 Meter lang werden und etwa 20 Millionen Kronen kosten, sagte der Vorsitzende des Rates.",
        "Die Fischer hatten darum gebeten, seit ein Sturm den alten Kai beschädigte, den ihre Großväter gebaut hatten.",
    )
    body = MENU + "<article><h1>Ein Kai für Norvik</h1>" + "".join(f"<p>{p}</p>" for p in german) + "</article>"
    article = _found(_html("Ein Kai für Norvik", body))
    assert isinstance(article, Article)
    assert article.language == "de"
    assert german[1] in article.body
