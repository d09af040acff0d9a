"""The task `events`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import DataError, UsageError
from dateline.evaluation import evaluate
from dateline.evaluation.events import macro_f1, unmarked

HEAD = "\tmarked_sentence\tgold_root\tgold_penta\n"
ROWS = (
    "0\t<s>Ostrel</s> accused <t>Varn</t> of closing the harbour.\tACCUSE\t3\n"
    "1\tThe police in Varn arrested <t>two drivers</t>, said <s>the police</s>.\tCOERCE\t4\n"
    "2\t<s>Ostrel</s> refused to meet <t>the envoys of Varn</t>.\tREJECT\t3\n"
    "3\t<s>Ostrel</s> is larger than <t>Varn</t>.\tSUPPORT\t1\n"
)


def test_sentences_with_marked_parties_are_scored_and_what_went_wrong_is_told(tmp_path: Path) -> None:
    (tmp_path / "train.tsv").write_text(HEAD + ROWS)
    result = evaluate("events", tmp_path, errors=tmp_path / "errors.txt")
    assert result.documents == 4
    assert result.scores == {"accuracy": 0.75, "macro_f1": pytest.approx(3 / 5), "quad_accuracy": 1}
    assert "SUPPORT read as CONSULT: Ostrel is larger than Varn." in (tmp_path / "errors.txt").read_text()


def test_marks_are_taken_out_and_their_places_kept() -> None:
    text, marks = unmarked("<s>Ostrel</s> met <t>Varn</t>")
    assert text == "Ostrel met Varn"
    assert (text[marks["<s>"] : marks["</s>"]], text[marks["<t>"] : marks["</t>"]]) == ("Ostrel", "Varn")
    assert unmarked("nobody") == ("nobody", {})


def test_macro_f1_is_the_mean_over_classes() -> None:
    assert macro_f1(["A", "A", "B"], ["A", "B", "B"]) == pytest.approx(2 / 3)
    assert macro_f1([], []) == 0


def test_a_file_without_its_columns_and_a_folder_without_a_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\*\.tsv"):
        evaluate("events", tmp_path)
    (tmp_path / "train.tsv").write_text("sentence\tgold_root\nx\ty\n")
    with pytest.raises(DataError, match="marked_sentence"):
        evaluate("events", tmp_path)


def test_the_development_set_is_typed_better_than_by_chance(
    development_data: Callable[..., Path], tmp_path: Path
) -> None:
    lines = (development_data("benchmarks", "events", "plv") / "train.tsv").read_text().splitlines()
    (tmp_path / "part.tsv").write_text("\n".join([lines[0], *lines[1::30]]) + "\n")
    assert evaluate("events", tmp_path).scores["accuracy"] >= 0.5
