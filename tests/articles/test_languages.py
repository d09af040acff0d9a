"""Words by table, and the language that they show."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.articles.languages import LETTERS, LETTERS_AND_DIGITS, find_language, small_words

TEXTS = st.text(st.one_of(st.characters(max_codepoint=127), st.sampled_from("’‘“”–—…•\xa0é")))


@given(TEXTS)
def test_words_by_table_are_those_of_the_patterns(text: str) -> None:
    for kept, pattern in ((LETTERS, r"[^\W\d_]+"), (LETTERS_AND_DIGITS, r"\w+")):
        words = small_words(text, kept)
        assert words == (None if "é" in text else re.findall(pattern, text.lower()))


def test_running_english_is_english_with_and_without_letters_beyond_ascii() -> None:
    told = "The council said on Monday that it would build a second quay in the harbour"
    assert find_language(f"{told}.") == find_language(f"{told} of Tromsø.") == "en"
