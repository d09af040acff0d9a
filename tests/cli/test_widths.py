"""Columns share the width so that words stay whole."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.widths import Column, widths

COLUMNS = (Column("Date", share=2, least=11), Column("Event", share=4), Column("Who", share=1), Column("Id"))


def test_columns_take_no_more_than_their_text() -> None:
    assert widths(COLUMNS, [["1 May", "rain", "page", "ab"]], 200) == [5, 5, 4, 2]


def test_the_widest_share_gets_the_most_of_what_is_left() -> None:
    date, event, who, id = widths(COLUMNS, [["1 May 2021", "word " * 30, "name " * 30, "abcdef"]], 80)
    assert (date, id) == (10, 6)
    assert event > who
    assert date + event + who + id == 80


def test_long_words_stay_whole_where_there_is_room() -> None:
    _, _, who, _ = widths(COLUMNS, [["1 May 2021", "word " * 30, "Constantine", "abcdef"]], 60)
    assert who == len("Constantine")


@given(st.lists(st.lists(st.text(max_size=60), min_size=4, max_size=4), max_size=5), st.integers(4, 200))
def test_the_columns_never_exceed_the_line(cells: list[list[str]], total: int) -> None:
    found = widths(COLUMNS, cells, total)
    assert sum(found) <= total
    assert min(found) >= 1
