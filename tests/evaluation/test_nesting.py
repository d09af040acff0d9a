"""The task `nesting`."""

from pathlib import Path

import pytest

from dateline.errors import DataError, UsageError
from dateline.evaluation import evaluate
from dateline.evaluation.nesting import Case, answer_for, gold, same, voices
from dateline.records import Chain, Link, Span, Speaker, Statement

TEXT = "The Harbour Post reported that the mayor told pilots that the bridge was shut."
POST, MAYOR, TOLD, BRIDGE = Span(0, 16), Span(31, 40), Span(41, 45), Span(58, 68)
CASE = Case(cue=TOLD, said=BRIDGE, chain=((POST,), (MAYOR,)))


def link(name: str, span: Span) -> Link:
    return Link(speakers=(Speaker(name=name, span=span),))


def statement(chain: Chain, cue: Span, content: Span) -> Statement:
    return Statement(
        id=f"{cue.start}",
        page_id="p",
        span=cue.hull(content),
        chain=chain,
        cue=cue,
        cue_lemma="tell",
        content=(content,),
        form="indirect",
    )


def test_the_places_hold_two_or_three_voices_and_there_are_enough_of_them() -> None:
    cases = [marked.case() for document in gold() for marked in document.cases]
    assert len(cases) >= 60
    assert {len(case.chain) for case in cases} == {2, 3}


def test_the_file_of_answers_holds_no_text() -> None:
    assert all(span.end > span.start for d in gold() for m in d.cases for span in (m.case().cue, m.case().said))
    assert all(isinstance(offset, int) for d in gold() for m in d.cases for offset in (*m.cue, *m.said))


def test_a_chain_is_right_with_the_same_voices_in_each_link() -> None:
    right = (link("Harbour Post", POST), link("Mara Voss", MAYOR))
    assert same(TEXT, CASE, right)
    assert not same(TEXT, CASE, right[1:])
    assert not same(TEXT, CASE, right[::-1])
    assert not same(TEXT, CASE, (*right, link("pilots", BRIDGE)))


def test_a_link_without_a_name_is_right_only_where_nobody_is_named() -> None:
    unnamed = Case(cue=TOLD, said=BRIDGE, chain=((POST,), ()))
    nobody = Link(speakers=())
    assert same(TEXT, unnamed, (link("Harbour Post", POST), nobody))
    assert not same(TEXT, unnamed, (link("Harbour Post", POST), link("Mara Voss", MAYOR)))
    assert not same(TEXT, CASE, (link("Harbour Post", POST), nobody))


def test_one_who_speaks_of_their_own_words_is_one_voice() -> None:
    chain = (link("Mara Voss", MAYOR), link("Mara Voss", MAYOR), link("Harbour Post", POST))
    assert [k.speakers[0].name for k in voices(chain)] == ["Mara Voss", "Harbour Post"]


def test_the_answer_is_the_smallest_statement_that_has_the_cue_and_says_the_words() -> None:
    wide = statement((link("Harbour Post", POST),), Span(17, 45), Span(31, 77))
    narrow = statement((link("Harbour Post", POST), link("Mara Voss", MAYOR)), TOLD, Span(53, 77))
    elsewhere = statement((), TOLD, Span(31, 40))
    assert answer_for([wide, narrow, elsewhere], CASE) == narrow.chain
    assert answer_for([elsewhere], CASE) == ()


def test_a_folder_without_annotated_documents_and_another_text_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds none of the documents"):
        evaluate("nesting", tmp_path)
    (tmp_path / "1_1ecb.xml").write_text("<Document><token t_id='1' sentence='0'>Other</token></Document>")
    with pytest.raises(DataError, match="not the text that was annotated"):
        evaluate("nesting", tmp_path)
