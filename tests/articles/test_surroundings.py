"""What stands around each line."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.articles.features import COLUMN, COLUMNS, line_features
from dateline.articles.surroundings import OFFSETS, neighbours, reaches

LINES = st.lists(
    st.one_of(st.sampled_from(["Home", "The council met on Monday.", "Читать далее", "Share"]), st.text(min_size=1)),
    min_size=1,
    max_size=30,
).map(lambda texts: [" ".join(text.split()) or "-" for text in texts])


@settings(max_examples=50, deadline=None)
@given(LINES)
def test_beside_each_line_stand_its_neighbours_and_zeros_beyond_the_page(texts: list[str]) -> None:
    own = line_features(texts)
    windows = neighbours(own).reshape(len(texts), len(OFFSETS), len(COLUMNS) + 1)
    for line, window in enumerate(windows):
        for offset, row in zip(OFFSETS, window, strict=True):
            there = 0 <= line + offset < len(texts)
            assert row[-1] == there
            assert (row[:-1] == (own[line + offset] if there else 0)).all()


@settings(max_examples=50, deadline=None)
@given(LINES)
def test_every_column_is_a_number_whatever_the_lines(texts: list[str]) -> None:
    own = line_features(texts)
    assert own.shape == (len(texts), len(COLUMNS))
    assert np.isfinite(own).all()
    assert np.isfinite(reaches(own)).all()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("finished", "The council agreed on Monday to build a second quay, he said.”"),
        ("common_share", "It was the end of the road for all of us"),
        ("tools_first", "Subscribe"),
        ("ends_dots", "The council agreed..."),
        ("glued", "HomeNews"),
        ("begins_digit", "3 comments"),
        ("begins_quote", "“No”"),
        ("rules", "Home | News"),
    ],
)
def test_a_column_is_set_by_what_it_is_named_after(name: str, line: str) -> None:
    own = line_features([line, "quay harbour"])
    assert own[0, COLUMN[name]] > 0
    assert own[1, COLUMN[name]] == 0


def test_repeated_and_alike_lines_are_counted_over_the_page() -> None:
    lines = ["Quay opens", "Read more about the quay", "Quay opens", "Read more about the ferry"]
    own = line_features(lines)
    assert own[:, COLUMN["again"]].tolist() == [0, 0, 1, 0]
    assert own[:, COLUMN["repeated"]].tolist() == [1, 0, 1, 0]
    assert (own[:, COLUMN["alike"]] > 0).all()


def test_words_that_the_page_uses_again_make_a_line_topical() -> None:
    own = line_features(["The harbour council met", "Nothing of this", "The harbour works well", "Weather tomorrow"])
    topical = own[:, COLUMN["topical"]]
    assert min(topical[0], topical[2]) > topical[1] == topical[3] == 0
