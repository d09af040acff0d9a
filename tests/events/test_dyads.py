"""What one marked party does to another."""

import pytest

from dateline.evaluation.events import unmarked
from dateline.evaluation.plain import article_of_lines
from dateline.events import type_between
from dateline.mentions import find_mentions
from dateline.records import Span
from dateline.sentences import parse_article


def between(marked: str) -> str | None:
    text, marks = unmarked(marked)
    article = article_of_lines("page", text)
    doc, sentences = parse_article(article)
    mentions, entities = find_mentions(article, doc, sentences)
    source, target = (Span(marks[f"<{m}>"], marks[f"</{m}>"]) for m in "st")
    return type_between(doc, mentions, entities, source, target)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("<s>Hungary</s> released <t>three prisoners</t> on Monday.", "YIELD"),
        ("<t>Three prisoners</t> were released by <s>the authorities of Hungary</s>.", "YIELD"),
        ("<s>Hungary</s> signed an agreement with <t>Slovakia</t>.", "SUPPORT"),
        ("<s>Hungary</s> imposed sanctions on <t>two companies of Slovakia</t>.", "COERCE"),
        ("<s>Prosecutors in Hungary</s> opened an investigation into <t>the bank</t>.", "ACCUSE"),
        ("<s>Hungary</s> gave <t>Slovakia</t> 20 million euros in aid.", "AID"),
    ],
)
def test_the_word_between_the_parties_gives_the_type(sentence: str, kind: str) -> None:
    assert between(sentence) == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("<s>Hungary</s> will provide aid to <t>Slovakia</t>.", "AGREE"),
        ("<s>Hungary</s> said it would attack <t>Slovakia</t>.", "THREATEN"),
        ("<s>Hungary</s> did not release <t>the prisoners</t>.", "REJECT"),
        ("<s>Hungary</s> refused to meet <t>the envoys of Slovakia</t>.", "REJECT"),
        ("<s>Hungary</s> said <t>Slovakia</t> must release the prisoners.", "REQUEST"),
    ],
)
def test_what_is_not_or_not_yet_done_is_of_another_type(sentence: str, kind: str) -> None:
    assert between(sentence) == kind


def test_a_sentence_without_a_word_of_a_type_has_none() -> None:
    assert between("<s>Hungary</s> is larger than <t>Slovakia</t>.") is None
