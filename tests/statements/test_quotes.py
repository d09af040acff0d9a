"""Quotation marks of all kinds, paired within their paragraphs."""

import pytest

from dateline.sentences import parse_article
from dateline.statements.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“One.” Two. “Three.”", ["“One.”", "“Three.”"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("''One,'' he said.", ["''One,''"]),
        ("“One, 'two' and three.”", ["“One, 'two' and three.”"]),
        ("“One\n\n“Two.”", ["“One", "“Two.”"]),
        ('A 6" pipe broke.', []),
        ("No marks here.", []),
    ],
)
def test_marks_are_paired_within_a_paragraph(make_article, text, quoted):
    article = make_article(text)
    doc, _ = parse_article(article)
    assert [doc[q.start : q.end].text.strip() for q in find_quotes(article, doc)] == quoted
