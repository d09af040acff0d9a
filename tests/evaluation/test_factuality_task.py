"""The task `factuality`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import DataError, UsageError
from dateline.evaluation import evaluate
from dateline.evaluation.factuality import file_of, pearson


def store(path: Path, *rows: tuple[str, int, float]) -> None:
    records = [{"text": text, "targets": [{"span1": [word, word + 1], "label": label}]} for text, word, label in rows]
    path.write_text("".join(json.dumps(r) + "\n" for r in records))


def test_degrees_are_compared_with_those_of_the_annotators(tmp_path: Path) -> None:
    store(
        tmp_path / "dev.jsonl",
        ("The mayor opened the harbour .", 2, 3.0),
        ("The mayor did not open the harbour .", 4, -3.0),
        ("The mayor may open the harbour .", 3, 1.0),
        ("The mayor will open the harbour .", 3, 2.0),
        ("The mayor declined to comment .", 4, 0.0),
    )
    result = evaluate("factuality", tmp_path, errors=tmp_path / "errors.txt")
    assert result.documents == 5
    assert result.scores["mae"] == pytest.approx(2 / 5)
    assert result.scores["pearson"] > 0.9
    assert (tmp_path / "errors.txt").read_text() == ("+0.0 read as -2.0: comment in: The mayor declined to comment .\n")


def test_correlation_of_what_does_not_vary_is_nothing() -> None:
    assert pearson([1, 1], [1, 2]) == 0
    assert pearson([1, 2, 3], [2, 4, 6]) == pytest.approx(1)


def test_of_several_files_the_development_part_is_taken(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"dev\.jsonl"):
        file_of(tmp_path)
    for name in ("train.jsonl", "dev.jsonl"):
        (tmp_path / name).touch()
    assert file_of(tmp_path).name == "dev.jsonl"
    assert file_of(tmp_path / "train.jsonl").name == "train.jsonl"


def test_a_mark_behind_the_last_word_is_told(tmp_path: Path) -> None:
    store(tmp_path / "dev.jsonl", ("It rained .", 9, 3.0))
    with pytest.raises(DataError, match="line 1"):
        evaluate("factuality", tmp_path)


def test_the_development_set_is_read_better_than_by_always_saying_yes(
    development_data: Callable[..., Path], tmp_path: Path
) -> None:
    lines = (development_data("benchmarks", "factuality", "uw") / "dev.jsonl").read_text().splitlines()
    (tmp_path / "dev.jsonl").write_text("\n".join(lines[::20]) + "\n")
    assert evaluate("factuality", tmp_path).scores["mae"] < 0.78
