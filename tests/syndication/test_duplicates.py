"""Copies of one text are found, whoever comes first."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.syndication import DuplicateIndex, are_copies, copies, signatures
from dateline.syndication.shingles import in_common, phrases, plain_words, shingles

OTHER = (
    "A choir of forty children sang at the opening of the new library in Varn while rain fell on the guests, and the "
    "mayor, who had promised the building four years ago, thanked the masons one after another by their names."
)
word = st.sampled_from(
    ["pier", "board", "ferry", "town", "vote", "spring", "tide", "boat", "crew", "hall", "rain", "choir"]
)
text = st.lists(word, min_size=25, max_size=80).map(" ".join)


def test_a_copy_and_a_shortened_copy_are_found_and_another_story_is_not(dispatch: tuple[str, ...]) -> None:
    whole = " ".join(dispatch)
    texts = {"a": whole, "b": whole.upper().replace(",", " –"), "c": " ".join(dispatch[:2]), "d": OTHER}
    assert (copies(texts)) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_a_stub_is_no_copy(dispatch: tuple[str, ...]) -> None:
    assert (copies({"a": " ".join(dispatch), "b": dispatch[0]})) == []


def test_one_sentence_in_common_makes_no_copy(dispatch: tuple[str, ...]) -> None:
    assert (copies({"a": " ".join(dispatch), "b": f"{OTHER} {dispatch[0]}"})) == []


def test_texts_shorter_than_a_shingle_are_like_nothing() -> None:
    short, empty = shingles(["four words are few", ""])
    assert in_common(short, empty) == 0
    assert not are_copies(short, short)
    assert (copies({"a": "", "b": ""})) == []


def test_words_are_alike_in_any_case_and_width() -> None:
    assert plain_words("Ｆerry STRASSE") == plain_words("ferry straße")


def test_the_index_numbers_texts_as_they_are_added(dispatch: tuple[str, ...]) -> None:
    index = DuplicateIndex()
    index.add(signatures([OTHER]))
    index.add(signatures([" ".join(dispatch)]))
    asked = signatures([" ".join(dispatch), "nothing of this has ever been said here before"])
    assert index.candidates(asked) == [[1], []]


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), text, max_size=6), st.randoms())
@settings(max_examples=40)
def test_the_order_of_arrival_changes_nothing(texts: dict[str, str], random: object) -> None:
    keys = list(texts)
    random.shuffle(keys)  # type: ignore[attr-defined]
    assert (copies({key: texts[key] for key in keys})) == (copies(texts))


@given(text)
@settings(max_examples=40)
def test_a_text_is_always_a_copy_of_itself(words: str) -> None:
    enough = are_copies(*shingles([words, words]))
    assert (copies({"a": words, "b": words})) == ([("a", "b")] if enough else [])


@given(st.lists(st.text(st.sampled_from("ab _-.é’Ⅷ𝔞\u0301\ud800中"), max_size=40), max_size=6))
@settings(max_examples=60)
def test_shingles_are_those_of_the_words_of_each_text_whatever_stands_beside_it(texts: list[str]) -> None:
    rows = [list(zip(*(plain_words(text)[shift:] for shift in range(5)), strict=False)) for text in texts]
    found = [row.tolist() for row in phrases(texts)]
    numbers = {
        row: number
        for words, hashes in zip(rows, found, strict=True)
        for row, number in zip(words, hashes, strict=True)
    }
    assert [[numbers[row] for row in words] for words in rows] == found
    assert len(set(numbers.values())) == len(numbers)
    assert [row.tolist() for row in shingles(texts)] == [sorted(set(hashes)) for hashes in found]
