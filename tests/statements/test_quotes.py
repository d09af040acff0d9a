"""Quotation marks of all kinds, paired within their paragraphs."""

import pytest

from dateline.sentences import parse_article
from dateline.statements.quotes import find_inner, find_quotes


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
        ("'The quay is shut,' she said.", ["'The quay is shut,'"]),
        ("The workers' union and the '90s.", []),
    ],
)
def test_marks_are_paired_within_a_paragraph(make_article, text, quoted):
    article = make_article(text)
    doc, _ = parse_article(article)
    assert [doc[q.start : q.end].text.strip() for q in find_quotes(article, doc)] == quoted


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He said, ‘Come at once,’ and left.”", ["‘Come at once,’"]),
        ("\"He said, 'Don't go to the sailors' hall,' and left.\"", ["'Don't go to the sailors' hall,'"]),
        ("“It’s the sailors’ hall.”", []),
        ("'One,' she said.", []),
    ],
)
def test_single_marks_within_a_quotation_are_a_quotation_of_its_own(make_article, text, inner):
    article = make_article(text)
    doc, _ = parse_article(article)
    assert [doc[q.start : q.end].text for q in find_inner(article, doc, find_quotes(article, doc))] == inner
