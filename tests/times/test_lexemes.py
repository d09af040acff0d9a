"""Lexemes and the grammar over them."""

import pytest

from dateline.times.grammar import Candidates
from dateline.times.lexemes import lexemes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("May 3", ["month", "day_number"]),
        ("may 3", ["other", "day_number"]),
        ("more than two weeks", ["approx", "number_word", "units"]),
        ("New Year’s Day", ["holiday"]),
        ("at 8:03 a.m. EDT", ["in", "clock", "meridiem", "zone"]),
        ("the 1990s", ["the", "decade"]),
        ("2,500 or 3.5", ["decimal", "or", "decimal"]),
        ("A320 and 2GB", ["other", "and", "other"]),
        ("14h ago", ["day_number", "short_unit", "ago"]),
        ("one\ntwo", ["number_word", "break", "number_word"]),
        ("people of whom many", ["other", "of", "other", "few"]),
    ],
)
def test_lexemes_have_classes(text: str, kinds: list[str]) -> None:
    found = [lexeme.kind for lexeme in lexemes(text)]
    assert found == kinds


def test_lexemes_point_into_the_text() -> None:
    text = "They left no later than Friday."
    assert [text[x.start : x.end] for x in lexemes(text)] == ["They", "no later than", "Friday", "."]


def test_the_longest_match_comes_first() -> None:
    matches = Candidates("He left on Friday last week.").following()
    assert matches[0].words == "Friday last week"


def test_a_line_break_ends_an_expression() -> None:
    matches = Candidates("October\n12").following()
    assert [m.words for m in matches] == ["October"]
