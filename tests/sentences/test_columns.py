"""The columns of a parse say what its tokens say."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dateline.sentences import children, columns, has_child, with_form, with_lemma
from dateline.sentences.parsing import model

TEXTS = (
    "The ferry's crew, who hadn't slept, were towing  three Boats and a raft.\n\nBoats sank, he said.",
    "",
    " \n",
    "🚢 sank\u00a0— again",
)


@pytest.mark.parametrize("text", TEXTS)
def test_columns_say_what_the_tokens_say(text: str) -> None:
    doc = model()(text)
    words = columns(doc)
    assert list(zip(words.text, words.lower, words.lemma, words.pos, words.tag, words.dep, strict=True)) == [
        (t.text, t.lower_, t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in doc
    ]
    assert list(zip(words.head, words.start, strict=True)) == [(t.head.i, t.idx) for t in doc]
    assert [list(below) for below in words.children] == [[c.i for c in t.children] for t in doc]


def test_children_come_by_their_relation_in_order_of_the_text() -> None:
    doc = model()(TEXTS[0])
    towing = next(t for t in doc if t.text == "towing")
    assert [t.text for t in children(towing, "dobj", "aux", "nsubj")] == ["crew", "were", "Boats"]
    assert has_child(towing, "agent", "aux")
    assert not has_child(towing, "agent")


def test_words_are_found_by_lemma_and_by_form() -> None:
    doc = model()(TEXTS[0])
    assert [t.text for t in with_lemma(doc, {"tow", "say"})] == ["towing", "said"]
    assert [t.text for t in with_form(doc, {"boats", "say"})] == ["Boats", "Boats"]


def test_columns_are_read_once() -> None:
    doc = Doc(Vocab(), words=["two", "words"])
    assert columns(doc) is columns(doc)
