"""The task `coreference`."""

import itertools
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DataError, UsageError
from dateline.evaluation import evaluate
from dateline.evaluation.chains import assign, b_cubed, ceaf_e, conll_f1, muc
from dateline.evaluation.coreference import head_of
from dateline.evaluation.ecbplus import GoldMention, read_topics
from dateline.evaluation.plain import article_of_lines
from dateline.records import Span
from dateline.sentences import parse_article

SENTENCES = (("The", "ferry", "sank", "near", "Ostrel", "."), ("Divers", "said", "it", "sank", "at", "night", "."))


def store(folder: Path, name: str, *, note: str) -> None:
    words = [(number, word) for number, sentence in enumerate(SENTENCES) for word in sentence]
    tokens = "".join(f'<token t_id="{i}" sentence="{s}">{w}</token>' for i, (s, w) in enumerate(words, 1))
    marks = "".join(
        f'<{tag} m_id="{m}"><token_anchor t_id="{t}"/></{tag}>'
        for m, tag, t in ((1, "ACTION_OCCURRENCE", 3), (2, "NON_HUMAN_PART", 2), (3, "ACTION_OCCURRENCE", 10))
    )
    chain = f'<CROSS_DOC_COREF r_id="9" note="{note}"><source m_id="1"/><source m_id="3"/></CROSS_DOC_COREF>'
    path = folder / "ECB+" / "1" / f"{name}.xml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<Document>{tokens}<Markables>{marks}</Markables><Relations>{chain}</Relations></Document>")


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    store(tmp_path, "1_1ecb", note="sinking")
    store(tmp_path, "1_2ecb", note="sinking")
    rows = "Topic,File,Sentence Number\n1,1ecb,0\n1,1ecb,1\n1,2ecb,0\n"
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(rows)
    return tmp_path


def test_only_mentions_of_listed_sentences_are_read(topic: Path) -> None:
    first, second = read_topics(topic)
    assert [m.id for m in first.mentions] == ["1_1ecb#1", "1_1ecb#2", "1_1ecb#3"]
    assert [m.id for m in second.mentions] == ["1_2ecb#1", "1_2ecb#2"]
    assert first.mentions[0].chain == second.mentions[0].chain == "sinking"
    assert second.text == "The ferry sank near Ostrel."
    assert [w.of(first.text) for w in first.mentions[2].words] == ["sank"]


def test_mentions_of_one_topic_are_linked(topic: Path, tmp_path: Path) -> None:
    result = evaluate("coreference", topic, errors=tmp_path / "errors")
    assert result.documents == 2
    assert result.scores["event_conll_f1"] == pytest.approx(1)
    assert "mixed entity: 1 lemma ferry" in (tmp_path / "errors").read_text()
    assert 0 <= result.scores["event_end_to_end_b3"] <= 1


def test_a_folder_of_another_layout_and_a_broken_file_are_told(topic: Path) -> None:
    with pytest.raises(UsageError, match="folder"):
        evaluate("coreference", topic / "ECBplus_coreference_sentences.csv")
    (topic / "ECB+" / "1" / "1_1ecb.xml").write_text("<Document>")
    with pytest.raises(DataError, match="1_1ecb"):
        evaluate("coreference", topic)
    (topic / "ECBplus_coreference_sentences.csv").unlink()
    with pytest.raises(UsageError, match="sentences"):
        evaluate("coreference", topic)


@given(st.lists(st.lists(st.integers(0, 9), min_size=5, max_size=5), min_size=1, max_size=5))
def test_the_best_assignment_is_no_worse_than_any(table: list[list[int]]) -> None:
    chosen = assign(table)
    assert len(set(chosen)) == len(table)
    orders = itertools.permutations(range(5), len(table))
    best = max(sum(row[c] for row, c in zip(table, order, strict=True)) for order in orders)
    assert sum(row[c] for row, c in zip(table, chosen, strict=True)) == best


def sets(chains: dict[str, str]) -> list[set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for mention, chain in chains.items():
        groups[chain].add(mention)
    return list(groups.values())


def test_measures_are_those_of_the_reference(reference_scorer: Callable[[str], ModuleType]) -> None:
    pytest.importorskip("scipy")
    reference = reference_scorer("score_coreference")
    gold = {f"m{n}": f"g{n * n % 13 if n % 3 else n}" for n in range(80)}
    found = {f"m{n}": f"f{n * 7 % 19}" for n in range(80)}
    part = {m: c for m, c in found.items() if m != "m4"} | {"other": "f1"}
    for answer in (gold, found, part):
        key, response = sets(gold), sets(answer)
        assert muc(gold, answer) == pytest.approx(reference.muc(key, response), abs=1e-9)
        assert b_cubed(gold, answer) == pytest.approx(reference.b_cubed(key, response), abs=1e-9)
        assert ceaf_e(gold, answer) == pytest.approx(reference.ceaf_e(key, response), abs=1e-9)
    assert conll_f1(gold, gold) == pytest.approx(1)


def test_gold_mentions_are_those_of_the_reference(
    development_data: Callable[..., Path], reference_scorer: Callable[[str], ModuleType]
) -> None:
    folder = development_data("benchmarks", "coreference", "ecbplus")
    expected = {(m["id"], m["event"]) for m in reference_scorer("score_coreference").load(folder)}
    assert {(m.id, m.event) for d in read_topics(folder) for m in d.mentions} == expected


@pytest.mark.parametrize(
    ("text", "marked", "lemma"),
    [
        ("They met in the old fort.", "in the old fort", "fort"),
        ("It cost about 30 million kroner.", "30 million kroner", "30 million kroner"),
        ("The ferries sank.", "The ferries", "ferry"),
    ],
)
def test_the_head_of_a_place_is_its_noun_and_an_amount_goes_by_its_words(text: str, marked: str, lemma: str) -> None:
    doc, _ = parse_article(article_of_lines("page", text))
    start = text.index(marked)
    words = tuple(Span(m.start() + start, m.end() + start) for m in re.finditer(r"\S+", marked))
    assert head_of(doc, GoldMention(id="1", event=False, words=words, chain="c")).lemma == lemma
