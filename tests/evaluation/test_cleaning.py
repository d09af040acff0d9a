"""The tasks `cleaning` and `flattened`."""

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.evaluation import evaluate
from dateline.evaluation.cleaning import page_score, shingles
from dateline.evaluation.measures import harmonic, mean

PARAGRAPHS = [
    "The harbour council of Ostrel voted on Tuesday to close the old ferry line after ninety years of service.",
    "Residents had asked for a later date, because the new bridge will not carry carts before the end of summer.",
    "The council said that the last boat would leave at noon on the first day of July, with a band on board.",
]


@pytest.fixture
def html_set(tmp_path: Path) -> Path:
    folder = tmp_path / "set"
    (folder / "html").mkdir(parents=True)
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    head = "<head><title>Ferry closes</title></head>"
    page = f"<html>{head}<body><article><h1>Ferry closes</h1>{body}</article></body></html>"
    (folder / "html" / "a.html").write_text(page)
    (folder / "ground-truth.json").write_text(json.dumps({"a": {"articleBody": "\n\n".join(PARAGRAPHS)}}))
    return folder


def test_a_page_that_is_the_gold_scores_one_and_an_empty_answer_nothing() -> None:
    text = " ".join(PARAGRAPHS)
    assert page_score(text, text) == (1, 1)
    assert page_score(text, "") == (0, 0)
    assert page_score("", "") == (1, 1)
    assert page_score("", text) == (0, 0)


def test_a_repeated_shingle_counts_as_often_as_it_stands_there() -> None:
    assert page_score("a b c d", "a b c d . a b c d") == (1 / 5, 1)


@given(st.text(alphabet="ab .\n", max_size=40))
def test_a_text_has_one_shingle_for_each_run_of_four_words(text: str) -> None:
    words = text.replace(".", " ").split()
    assert shingles(text).total() == (max(1, len(words) - 3) if words else 0)


@given(st.text(alphabet="ab ", max_size=30), st.text(alphabet="ab ", max_size=30))
def test_precision_of_one_text_against_another_is_its_recall_the_other_way_round(one: str, other: str) -> None:
    assert page_score(one, other) == page_score(other, one)[::-1]


def test_the_words_of_a_page_are_scored_though_it_has_no_date(html_set: Path, tmp_path: Path) -> None:
    result = evaluate("cleaning", html_set, errors=tmp_path / "errors.txt")
    assert result.documents == 1
    assert result.scores["recall"] > 0.9
    assert (tmp_path / "errors.txt").exists()


def test_the_one_file_stands_for_its_folder(html_set: Path) -> None:
    result = evaluate("flattened", html_set / "ground-truth.json", flatten=True)
    assert list(result.scores) == ["f1", "precision", "recall"]


def test_a_set_without_text_is_told_how_to_make_it(html_set: Path) -> None:
    with pytest.raises(UsageError, match="--flatten"):
        evaluate("flattened", html_set)


def test_stored_answers_score_what_the_reference_says(
    development_data: Callable[..., Path], reference_scorer: Callable[[str], ModuleType]
) -> None:
    folder = development_data("benchmarks", "cleaning", "aeb")
    truths = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    stored = json.loads((folder / "peers" / "justext.json").read_text("utf-8"))
    stored = stored.get("output", stored)
    answers = {name: stored.get(name, {}).get("articleBody") or "" for name in truths}
    pages = [page_score(truths[name]["articleBody"], answers[name]) for name in sorted(truths)]
    precision, recall = mean(p for p, _ in pages), mean(r for _, r in pages)
    expected = reference_scorer("score_pages").corpus_score(truths, answers)[:3]
    assert (precision, recall, harmonic(precision, recall)) == pytest.approx(expected, abs=1e-9)
