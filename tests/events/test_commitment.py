"""Degrees of commitment at single words."""

import pytest

from dateline.evaluation.plain import article_of_lines
from dateline.events import commitment_at
from dateline.sentences import parse_article


@pytest.mark.parametrize(
    ("sentence", "word", "degree"),
    [
        ("The mayor opened the harbour.", "opened", 3),
        ("The mayor did not open the harbour.", "open", -3),
        ("The mayor will open the harbour.", "open", 2),
        ("The mayor may open the harbour.", "open", 1),
        ("The mayor declined to comment.", "comment", -2),
        ("There was no attack.", "attack", -2),
        ("The mayor urged the council to open the harbour.", "open", 1),
    ],
)
def test_degrees_follow_from_tense_negation_and_what_governs(sentence: str, word: str, degree: float) -> None:
    doc, _ = parse_article(article_of_lines("page", sentence))
    assert commitment_at(next(t for t in doc if t.text == word)) == degree
