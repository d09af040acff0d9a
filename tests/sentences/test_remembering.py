"""Blocks that were met before are not parsed again."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab
from tests.sentences.test_parsing import FERRY, article

from dateline.records import Article
from dateline.sentences import parse_article
from dateline.sentences.parsing import model, parses
from dateline.sentences.remembering import Block, Parses

OTHER = "VALLETTA — Divers searched the wreck near Gozo, the coast guard said."


def doc_of(length: int) -> Doc:
    return Doc(Vocab(), words=["word"] * length)


def facts(made: Article) -> list[object]:
    doc, sentences = parse_article(made)
    rows = [(t.text, t.idx, t.tag_, t.dep_, t.head.i, t.lemma_, t.ent_type_, t.is_sent_start) for t in doc]
    return [*rows, *sentences]


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    parses.cache_clear()


def test_a_page_reads_the_same_after_its_blocks_were_met_elsewhere() -> None:
    wire = article(FERRY, OTHER, "“It was dark,” one of them said.")
    alone = facts(wire)
    facts(article("Ferry sinks", FERRY, "Nobody knows why.", OTHER))
    assert facts(wire) == alone
    parses.cache_clear()
    assert facts(wire) == alone


def test_a_block_with_another_dateline_is_another_block() -> None:
    plain = facts(article(OTHER))
    dated = facts(article(OTHER, dateline="VALLETTA —"))
    assert plain != dated
    assert facts(article(OTHER)) == plain
    assert facts(article(OTHER, dateline="VALLETTA —")) == dated


def test_a_block_that_was_met_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []
    pipe = model().pipe
    monkeypatch.setattr(model(), "pipe", lambda docs: (counted.append(len(docs)), pipe(docs))[1])
    parse_article(article(FERRY, OTHER, FERRY, ""))
    parse_article(article("Ferry sinks", FERRY, OTHER, FERRY, ""))
    assert counted == [3, 1]


def test_no_more_than_the_given_number_of_tokens_is_held_and_the_last_met_stay() -> None:
    held = Parses(most=10)
    for text in ("one", "two"):
        held.put(Block(text), doc_of(5))
    held.get(Block("one"))
    held.put(Block("three"), doc_of(4))
    assert held.get(Block("two")) is None
    assert held.get(Block("one")) is not None
    assert held.tokens == 9


def test_a_block_that_is_too_large_or_held_already_changes_nothing() -> None:
    held = Parses(most=10)
    held.put(Block("one"), doc_of(5))
    held.put(Block("one"), doc_of(5))
    held.put(Block("huge"), doc_of(11))
    assert (len(held), held.tokens) == (1, 5)
