"""Words, queries, matches and snippets of full-text search, without a database."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Span
from dateline.store.words import MOST_TERMS, Term, matches, snippet, terms, words

TEXTS = st.text(max_size=400)


def keys(text: str) -> list[str]:
    return [word.key for word in words(text)]


def test_words_are_letters_and_digits_folded() -> None:
    assert keys("Élysée's 3rd_BIG week-end: Straße, ½!") == [
        "elysee",
        "s",
        "3rd",
        "big",
        "week",
        "end",
        "strasse",
        "12",
    ]


def test_an_accent_of_its_own_belongs_to_its_letter() -> None:
    assert keys("caf\u0065\u0301 au lait") == ["cafe", "au", "lait"]


def test_a_query_asks_for_words_phrases_and_beginnings() -> None:
    assert terms('bridge "opened on Friday" Var* so-called') == (
        Term(("bridge",)),
        Term(("opened", "on", "friday")),
        Term(("var",), prefix=True),
        Term(("so", "called")),
    )


def test_a_query_of_signs_asks_for_nothing() -> None:
    assert terms('"" * ( ) -- "*" ^:') == ()


def test_matches_are_the_words_of_whole_phrases() -> None:
    text = "the old bridge, not the bridge of old"
    assert [span.of(text) for span in matches(text, terms('"old bridge"'))] == ["old", "bridge"]
    assert [span.of(text) for span in matches(text, terms("ol*"))] == ["old", "old"]


def test_a_snippet_is_cut_around_the_first_match_and_says_so() -> None:
    text = "word " * 200 + "needle here\n\nand   there " + "word " * 200
    cut, spans = snippet(text, terms("needle there"))
    assert cut.startswith("… word")
    assert cut.endswith("word …")
    assert len(cut) < 260
    assert [span.of(cut) for span in spans] == ["needle", "there"]
    assert "needle here and there" in cut


@given(TEXTS)
def test_every_word_lies_where_it_says(text: str) -> None:
    ends = 0
    for word in words(text):
        assert ends <= word.span.start < word.span.end <= len(text)
        assert word.key
        assert word.key.isalnum()
        ends = word.span.end


@given(TEXTS)
def test_any_query_is_understood(query: str) -> None:
    assert len(terms(query)) <= MOST_TERMS


@given(TEXTS, TEXTS)
def test_a_snippet_shows_matching_words_only(text: str, query: str) -> None:
    wanted = terms(query)
    cut, spans = snippet(text, wanted)
    fit = {span.of(text) for span in matches(text, wanted)}
    assert all(span.of(cut) in fit for span in spans)
    assert list(spans) == sorted(spans)


@given(TEXTS.filter(lambda text: any(True for _ in words(text))))
def test_a_text_is_found_by_its_own_first_word(text: str) -> None:
    first = next(words(text))
    assert matches(text, (Term((first.key,)),))[0] == first.span
    assert Span(0, 0) not in matches(text, (Term((first.key,)),))
