"""The task `clusters`."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from unittest.mock import MagicMock

import pytest

from dateline.errors import DataError, UsageError
from dateline.evaluation import evaluate
from dateline.evaluation.clusters import b_cubed


def store(folder: Path, name: str, event: str, title: str | None, text: str) -> None:
    record = {"title": title, "description": None, "text": text, "newsCluster": {"Event": event}}
    (folder / f"{name}.json").write_text(json.dumps(record))


def test_b_cubed_takes_the_mean_over_pages() -> None:
    precision, recall = b_cubed(["x", "x", "x", "y"], [0, 0, 1, 1])
    assert precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert b_cubed([], []) == (0, 0)


def test_articles_are_clustered_and_what_went_wrong_is_told(tmp_path: Path) -> None:
    store(tmp_path, "a", "ferry", "Ostrel closes its ferry line", "The harbour board voted to end the ferry line.")
    store(tmp_path, "b", "ferry", "Ferry line of Ostrel ends", "The harbour board has voted against the ferry.")
    store(tmp_path, "c", "library", "Library opens in Varn", "A choir sang while rain fell on the masons.")
    store(tmp_path, "d", "library", None, "Nobody knew.")
    scores = evaluate("clusters", tmp_path, errors=tmp_path / "errors.txt").scores
    assert scores == {"bcubed_f1": pytest.approx(2 * 0.75 / 1.75), "precision": 1, "recall": 0.75}
    assert "parted event library:" in (tmp_path / "errors.txt").read_text()


def test_a_folder_without_articles_and_a_broken_article_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\*\.json"):
        evaluate("clusters", tmp_path)
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(DataError, match=r"a\.json"):
        evaluate("clusters", tmp_path)


def test_the_development_set_is_clustered_well(development_data: Callable[..., Path]) -> None:
    assert evaluate("clusters", development_data("benchmarks", "clusters", "news_cluster")).scores["bcubed_f1"] >= 0.96


def test_scores_agree_with_the_reference(
    reference_scorer: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reference clusters with scikit-learn; its measure needs none of that."""
    for name in ("sklearn", "sklearn.cluster", "sklearn.feature_extraction", "sklearn.feature_extraction.text"):
        monkeypatch.setitem(sys.modules, name, MagicMock())
    reference = reference_scorer("score_clusters")
    gold = [number % 7 for number in range(60)]
    found = [number * number % 11 for number in range(60)]
    assert b_cubed(gold, found) == pytest.approx(reference.b_cubed(gold, found)[:2], abs=1e-9)
