"""The task `timex`."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DataError, UsageError
from dateline.evaluation import evaluate
from dateline.evaluation.plain import article_of_lines
from dateline.evaluation.timeml import Document, Timex, read_document
from dateline.evaluation.timex import compare, scores_of
from dateline.records import Span

TML = """<?xml version="1.0"?>
<TimeML><DOCID>x</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-04">May 4, 2031</TIMEX3></DCT>
<TEXT>The <EVENT eid="e1">vote</EVENT> was on <TIMEX3 tid="t1" type="DATE" value="2031-05-02">Friday</TIMEX3>.

It will be law in <TIMEX3 tid="t2" type="DATE" value="2032">2032</TIMEX3>.</TEXT></TimeML>
"""
MEANTIME = """<?xml version="1.0"?><Document doc_name="x">
<token t_id="1" sentence="0">Vote</token><token t_id="2" sentence="1">May</token><token t_id="3" sentence="1">4</token>
<token t_id="4" sentence="1">,</token><token t_id="5" sentence="1">2031</token>
<token t_id="6" sentence="2">They</token><token t_id="7" sentence="2">voted</token>
<token t_id="8" sentence="2">Friday</token><token t_id="9" sentence="2">.</token>
<Markables><TIMEX3 m_id="1" functionInDocument="{function}" type="DATE" value="{created}">{anchors}</TIMEX3>
<TIMEX3 m_id="2" functionInDocument="NONE" type="DATE" value="2031-05-02"><token_anchor t_id="8"/></TIMEX3>
<TIMEX3 m_id="3" functionInDocument="NONE" type="DURATION" value="P1W"/></Markables></Document>
"""
ANCHORS = "".join(f'<token_anchor t_id="{n}"/>' for n in (2, 3, 4, 5))
SPANS = st.builds(lambda a, b: Span(a, a + b), st.integers(0, 12), st.integers(1, 4))
TIMES = st.lists(st.builds(Timex, SPANS, st.just("DATE"), st.sampled_from(["2031", "2032"])), max_size=5)


def meantime(folder: Path, function: str, created: str, anchors: str) -> Path:
    path = folder / "x.xml"
    path.write_text(MEANTIME.format(function=function, created=created, anchors=anchors))
    return path


def test_a_timeml_document_keeps_its_text_and_marks(tmp_path: Path) -> None:
    (tmp_path / "x.tml").write_text(TML)
    document = read_document(tmp_path / "x.tml")
    assert document.created.isoformat() == "2031-05-04"
    assert [(t.span.of(document.text), t.value) for t in document.times] == [("Friday", "2031-05-02"), ("2032", "2032")]
    assert document.annotated_end == len(document.text)


def test_a_meantime_document_is_rebuilt_one_line_a_sentence(tmp_path: Path) -> None:
    document = read_document(meantime(tmp_path, "CREATION_TIME", "2031-05-04", ANCHORS))
    assert document.text == "Vote\nMay 4, 2031\nThey voted Friday."
    assert [(t.span.of(document.text), t.creation) for t in document.times] == [
        ("May 4, 2031", True),
        ("Friday", False),
    ]


def test_the_creation_day_is_taken_from_the_second_line_where_it_is_not_marked(tmp_path: Path) -> None:
    document = read_document(meantime(tmp_path, "NONE", "", ""))
    assert document.created.isoformat() == "2031-05-04"
    assert [t.span.of(document.text) for t in document.times if t.creation] == ["May 4, 2031"]


def test_each_line_of_a_document_is_a_block_of_the_article(tmp_path: Path) -> None:
    document = read_document(meantime(tmp_path, "CREATION_TIME", "2031-05-04", ANCHORS))
    article = article_of_lines("x", document.text, document.created)
    assert [(b.kind, b.span.of(article.text)) for b in article.blocks] == [
        ("headline", "Vote"), ("body", "May 4, 2031"), ("body", "They voted Friday."),
    ]  # fmt: skip


def test_an_answer_on_the_creation_time_does_not_count(tmp_path: Path) -> None:
    document = read_document(meantime(tmp_path, "CREATION_TIME", "2031-05-04", ANCHORS))
    compared = compare(document, [Timex(Span(5, 16), "DATE", "2031-05-04"), Timex(Span(28, 34), "DATE", "2031")])
    assert scores_of([compared]) == {"strict_f1": 1, "relaxed_f1": 1, "value_f1": 0}


@given(TIMES)
def test_answers_that_are_the_gold_score_one_and_none_score_nothing(times: list[Timex]) -> None:
    times = sorted({t.span: t for t in times}.values(), key=lambda t: t.span)
    document = Document(
        name="x", text="x" * 20, created=datetime.date(2031, 5, 4), times=times, annotated_end=20
    )  # fmt: skip
    assert set(scores_of([compare(document, times)]).values()) == ({1.0} if times else {0.0})
    assert set(scores_of([compare(document, [])]).values()) == {0.0}


def test_a_folder_without_documents_and_a_broken_document_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no"):
        evaluate("timex", tmp_path)
    (tmp_path / "x.xml").write_text("<Document>")
    with pytest.raises(DataError, match=r"x\.xml"):
        evaluate("timex", tmp_path)


class Unrounded(float):
    """A number that is printed in full whatever the format asks for."""

    def __mul__(self, other: float) -> "Unrounded":
        return Unrounded(float(self) * other)

    def __format__(self, spec: str) -> str:
        return repr(float(self))


def guesses(text: str) -> list[tuple[int, int, str, str]]:
    """Answers of every kind of rightness: years, month names with a neighbour, and some words that are no times."""
    found = re.finditer(r"\b(?:19|20)\d\d\b|\b[A-Z][a-z]+ \d{1,2}\b|\b\w+day\b|\bnow\b", text)
    return [(m.start(), m.end(), "DATE", m[0]) for m in found]


def test_documents_and_scores_are_those_of_the_reference(
    development_data: Callable[..., Path], reference_scorer: Callable[[str], ModuleType]
) -> None:
    reference = reference_scorer("score_timex")
    folder = development_data("benchmarks", "meantime", "apple")
    compared = []
    answers = {}
    for path in reference.documents(folder):
        text, created, gold = reference.read(path)
        mine = read_document(path)
        assert (mine.text, mine.created.isoformat()) == (text, created[:10])
        assert [(t.span.start, t.span.end, t.type, t.value, t.creation) for t in mine.times] == gold
        answers[path.stem] = guesses(text) + [g[:4] for g in gold[::3]]
        compared.append(compare(mine, [Timex(Span(a, b), kind, value) for a, b, kind, value in answers[path.stem]]))
    plain = reference.prf
    reference.prf = lambda *counts: tuple(map(Unrounded, plain(*counts)))
    said = reference.score(folder, answers, creation=False)
    strict = re.search(r"strict [^/]+/[^/]+/(\S+)", said)
    relaxed = re.search(r"relaxed [^/]+/[^/]+/(\S+)", said)
    value = re.search(r"value F1 (\S+)", said)
    assert strict
    assert relaxed
    assert value
    expected = {"strict_f1": float(strict[1]), "relaxed_f1": float(relaxed[1]), "value_f1": float(value[1])}
    assert scores_of(compared) == pytest.approx(expected, abs=1e-9)
    assert 0 < expected["value_f1"] < expected["relaxed_f1"]
