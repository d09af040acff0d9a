"""Sentences and tokens tied to the article's text."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.records import Article, Block, BlockKind, Dateline, Span, Timestamp
from dateline.sentences import parse_article

FERRY = "The ferry to Malta sank on Friday. All 40 passengers were rescued."


def article(*paragraphs: str, gap: str = "\n\n", dateline: str | None = None, headline: bool = False) -> Article:
    text = gap.join(paragraphs)
    blocks, position = [], 0
    for number, words in enumerate(paragraphs):
        kind: BlockKind = "headline" if headline and number == 0 else "body"
        blocks.append(Block(kind, Span(position, position + len(words))))
        position += len(words) + len(gap)
    begin = text.index(dateline) if dateline else 0
    return Article(
        page_id="page",
        title="",
        text=text,
        blocks=tuple(blocks),
        published=Timestamp(day=datetime.date(2022, 3, 4)),
        dateline=Dateline(span=Span(begin, begin + len(dateline))) if dateline else None,
    )


def sentences_of(made: Article) -> list[str]:
    return [s.span.of(made.text) for s in parse_article(made)[1]]


def test_sentences_are_cut_without_the_space_between_them() -> None:
    assert sentences_of(article(FERRY)) == [
        "The ferry to Malta sank on Friday.",
        "All 40 passengers were rescued.",
    ]


def test_blocks_never_share_a_sentence_even_without_a_full_stop() -> None:
    made = article("Ferry sinks off Malta", "Rescue boats were", "sent from Sicily.", headline=True)
    assert sentences_of(made) == ["Ferry sinks off Malta", "Rescue boats were", "sent from Sicily."]
    assert [s.block for s in parse_article(made)[1]] == [0, 1, 2]


def test_a_dateline_is_a_sentence_of_its_own() -> None:
    made = article("VALLETTA (Island Press) — The ferry to Malta sank on Friday.", dateline="VALLETTA (Island Press) —")
    assert sentences_of(made) == ["VALLETTA (Island Press) —", "The ferry to Malta sank on Friday."]


def test_a_dateline_after_a_headline_is_a_sentence_of_its_own_too() -> None:
    made = article("Ferry sinks", "VALLETTA — Nobody was hurt.", dateline="VALLETTA —", headline=True)
    assert sentences_of(made) == ["Ferry sinks", "VALLETTA —", "Nobody was hurt."]


def test_a_dateline_never_is_the_subject_of_the_first_sentence() -> None:
    made = article("VALLETTA (Island Press) — Rescuers found the ferry.", dateline="VALLETTA (Island Press) —")
    doc, sentences = parse_article(made)
    subject = next(t for t in doc if t.dep_ == "nsubj")
    assert subject.text == "Rescuers"
    assert sentences[1].span.start <= subject.idx


def test_a_dateline_with_nothing_behind_it_is_one_sentence() -> None:
    assert sentences_of(article("VALLETTA —", dateline="VALLETTA —")) == ["VALLETTA —"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \u00a0\t\n"])
def test_an_article_without_words_has_no_sentence(text: str) -> None:
    empty = article(text)
    doc, sentences = parse_article(empty)
    assert doc.text == text
    assert sentences == ()


def test_an_article_without_blocks_has_no_sentence() -> None:
    bare = Article(page_id="p", title="", text="", blocks=(), published=Timestamp(day=datetime.date(2022, 3, 4)))
    assert parse_article(bare)[1] == ()


def test_a_paragraph_is_parsed_the_same_wherever_it_stands() -> None:
    def read(*paragraphs: str) -> list[tuple[str, str, str, int]]:
        made = article(*paragraphs)
        doc, _ = parse_article(made)
        start = made.text.index(FERRY)
        inside = [t for t in doc if start <= t.idx < start + len(FERRY)]
        return [(t.text, t.tag_, t.dep_, t.head.i - t.i) for t in inside if not t.is_space]

    alone = read(FERRY)
    assert alone == read("Storm hits the coast", FERRY, "The minister, who")
    assert alone == read(FERRY, "And then nothing.")


texts = st.lists(
    st.sampled_from(
        ["The", "ferry", "sank", "Dr.", "U.S.", "“No,”", "he", "said.", "—", "  ", "\u00a0", "\t", "é", "🚢", "\n"]
    ),
    min_size=1,
    max_size=9,
).map(" ".join)


@given(st.lists(texts, min_size=1, max_size=3), st.sampled_from(["\n\n", "\n", "\n\n\n \n"]))
@example(["One. Two", "three"], "\n\n")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_tokens_and_sentences_lie_where_the_text_has_their_words(paragraphs: list[str], gap: str) -> None:
    made = article(*paragraphs, gap=gap)
    doc, sentences = parse_article(made)
    assert doc.text == made.text
    assert all(made.text[t.idx : t.idx + len(t)] == t.text for t in doc)
    for sentence in sentences:
        words = sentence.span.of(made.text)
        assert words == words.strip()
        assert words
        assert made.blocks[sentence.block].span.covers(sentence.span)
    assert all(a.span.end <= b.span.start for a, b in pairwise(sentences))
    spoken = {t.i for t in doc if not t.is_space}
    held = {t.i for t in doc if any(s.span.start <= t.idx < s.span.end for s in sentences)}
    assert spoken <= held
