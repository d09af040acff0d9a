"""The task `attribution`."""

import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DataError, UsageError
from dateline.evaluation import evaluate
from dateline.evaluation.attribution import Compared, compare, one_role_each, scores_of
from dateline.evaluation.brat import Relation, Text, read_relations
from dateline.records import Link, Span, Speaker, Statement

TEXT = "Ferry closes\n\n“The ferry is old,” Mara Voss said, “and slow.”\n"
ANN = """T1\tSource 34 43\tMara Voss
T2\tCue 44 48\tsaid
T3\tContent 14 32;50 60\t“The ferry is old ... “and slow.
E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    (tmp_path / "a.ann").write_text(ANN)
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path / "a.txt"


def test_a_parted_content_is_one_set_of_tokens(document: Path) -> None:
    text, [relation] = read_relations(document)
    assert text.show(relation.content) == "“ The ferry is old , ... “ and slow ."
    assert text.words(relation.source) == {"mara", "voss"}


def test_the_reader_finds_who_said_it(document: Path, tmp_path: Path) -> None:
    result = evaluate("attribution", document.parent, errors=tmp_path / "errors")
    assert result.documents == 1
    assert result.scores["speaker_recall"] == 1


def test_a_document_without_annotation_and_a_broken_one_are_told(document: Path) -> None:
    document.with_suffix(".ann").write_text("T1\tSource a b\tx")
    with pytest.raises(DataError, match=r"a\.ann"):
        evaluate("attribution", document)
    document.with_suffix(".ann").unlink()
    with pytest.raises(UsageError, match=r"a\.ann does not exist"):
        evaluate("attribution", document)


@given(st.text(alphabet="ab .“", max_size=20), st.integers(0, 19), st.integers(1, 10))
def test_tokens_of_a_span_are_those_that_share_a_character_with_it(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    places = [Span(*m.span()) for m in re.finditer(r"\w+|[^\w\s]", text)]
    assert Text(text).tokens([span]) == {n for n, place in enumerate(places) if place.overlaps(span)}


def test_a_speaker_is_another_one_where_no_long_word_is_shared() -> None:
    text = Text("the mayor of Ostrel said it the band of Ostrel")
    gold = Relation(content=frozenset({5}), source=frozenset({0, 1, 2}))
    same = Relation(content=frozenset({5}), source=frozenset({1}))
    other = Relation(content=frozenset({5}), source=frozenset({2}))
    assert scores_of([compare("x", text, [gold], [same])])["speaker_accuracy"] == 1
    assert scores_of([compare("x", text, [gold], [other])])["speaker_accuracy"] == 0


def distorted(relations: list[Relation]) -> list[Relation]:
    """Answers of every kind of rightness made from the gold."""
    cut = [Relation(r.cue, frozenset(sorted(r.content)[1:]), r.source) for r in relations[::2]]
    moved = [Relation(r.cue, r.content, frozenset(n + 2 for n in r.source)) for r in relations[1::4]]
    return cut + moved + relations[3::4]


def test_relations_and_scores_are_those_of_the_reference(
    development_data: Callable[..., Path], reference_scorer: Callable[[str], ModuleType]
) -> None:
    reference = reference_scorer("score_attribution")
    folder = development_data("benchmarks", "attribution", "polnear", "dev")
    compared: list[Compared] = []
    pairs = []
    for path in sorted(folder.glob("*.txt"))[:6]:
        text, gold = read_relations(path)
        expected = reference.load(text.text, path.with_suffix(".ann").read_text("utf-8"))
        assert [{"Cue": r.cue, "Content": r.content, "Source": r.source} for r in gold] == expected
        shift = [n for n in distorted(gold) if max(n.source, default=0) < len(re.findall(r"\w+|[^\w\s]", text.text))]
        compared.append(compare(path.stem, text, gold, shift))
        pairs.append((text.text, expected, [{"Cue": r.cue, "Content": r.content, "Source": r.source} for r in shift]))
    reference.prf = lambda right, answers, gold: repr(2 * right / (answers + gold))
    said = reference.score(pairs)
    scores = scores_of(compared)
    names = {"Cue": "cue_f1", "Content": "content_f1", "Source": "source_f1"}
    for role, exact, tokens in re.findall(r"(\w+): exact (\S+) tokens (\S+)", said):
        assert scores[names[role]] == pytest.approx(float(tokens), abs=1e-9)
        assert role != "Content" or scores["content_exact_f1"] == pytest.approx(float(exact), abs=1e-9)
    right, matched, possible = re.findall(r"speaker: (\d+)/(\d+) .* of all (\d+)", said)[0]
    assert scores["speaker_accuracy"] == pytest.approx(int(right) / int(matched), abs=1e-9)
    assert scores["speaker_recall"] == pytest.approx(int(right) / int(possible), abs=1e-9)
    assert 0 < scores["speaker_accuracy"] < 1


def test_a_statement_inside_another_one_is_left_out_and_a_content_goes_without_its_own_cue_and_source() -> None:
    text = Text("Voss said Lund claims it sank")
    outer = statement(cue=(5, 9), content=(0, 29), source=(0, 4))
    inner = statement(cue=(15, 21), content=(22, 29), source=(10, 14))
    [relation] = one_role_each(text, [outer, inner])
    assert relation == Relation(cue=frozenset({1}), content=frozenset({2, 3, 4, 5}), source=frozenset({0}))
    assert one_role_each(text, [inner]) == [
        Relation(cue=frozenset({3}), content=frozenset({4, 5}), source=frozenset({2}))
    ]


def statement(*, cue: tuple[int, int], content: tuple[int, int], source: tuple[int, int]) -> Statement:
    speaker = Speaker(name="x", span=Span(*source))
    return Statement(
        id=f"s{cue[0]}",
        page_id="p",
        span=Span(min(cue[0], content[0], source[0]), content[1]),
        chain=(Link(speakers=(speaker,)),),
        cue=Span(*cue),
        cue_lemma="say",
        content=(Span(*content),),
        form="indirect",
    )
