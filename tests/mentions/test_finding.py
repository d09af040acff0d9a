"""Mentions and entities of whole articles."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

ReadFunction = Callable[..., Any]

PIECES = st.sampled_from(
    [
        *["Anna", "Berg", "Mr.", "President", "of", "the", "Oslo", ",", ".", "said", "he", "his", "they", "it", "its"],
        *["who", "Norwegian", "Norway's", "minister", "officials", "and", "“", "”", '"', "'s", "-", "–", "U.N."],
        *["A.J.", "46-year-old", "ministry", "in", "from", "visited", "x", "7", "IN", "North", "Korea", "city", "NATO"],
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map(" ".join))


@settings(max_examples=40, deadline=None)
@given(paragraphs=st.lists(TEXTS, max_size=3), title=TEXTS)
def test_any_text_gives_sound_records(read: ReadFunction, paragraphs: list[str], title: str) -> None:
    page = read(*paragraphs, title=title)
    ids = [entity.id for entity in page.entities]
    assert len(set(ids)) == len(ids)
    assert {mention.entity for mention in page.mentions} == set(ids)
    assert list(page.mentions) == sorted(page.mentions, key=lambda m: m.span)
    for mention in page.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(page.article.text)
        assert mention.span.covers(mention.head)
        assert page.by_id[mention.entity].kind == mention.kind
    for entity in page.entities:
        assert entity.name.strip()


def test_reading_twice_gives_the_same(read: ReadFunction) -> None:
    text = "Norwegian Foreign Minister Anna Berg met officials in Oslo. She said they agreed with Swedish media."
    assert (read(text).mentions, read(text).entities) == (read(text).mentions, read(text).entities)


def test_an_empty_article_has_no_mentions(read: ReadFunction) -> None:
    assert read().mentions == ()


def test_a_name_inside_a_description_is_a_mention_of_its_own(read: ReadFunction) -> None:
    page = read("Norway's state media reported the landing on Friday.")
    assert page.behind("Norway's state media") == "Norway's state media"
    assert page.behind("Norway") == "Norway"


def test_a_chain_of_complements_without_end_is_cut(read: ReadFunction) -> None:
    page = read("the head of " * 2000)
    assert page.article.text.startswith("the head of")
