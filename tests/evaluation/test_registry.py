"""Tasks by name, and what a call of one may be."""

from pathlib import Path

import msgspec
import pytest

from dateline.errors import UsageError
from dateline.evaluation import TASKS, Evaluation, Options, Outcome, Task, evaluate


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Task:
    def run(path: Path, options: Options) -> Outcome:
        del options
        return Outcome(2, {"second": 0.5, "first": 1.0}, (f"wrong in {path.name}",))

    task = Task(name="counting", about="counts", scores=("first", "second", "third"), run=run)
    monkeypatch.setitem(TASKS, "counting", task)
    return task


def test_names_of_tasks_and_scores_are_a_contract() -> None:
    assert {name: task.scores for name, task in TASKS.items()} == {
        "gold": (
            "found", "date", "type", "actors", "place", "status", "said_by", "merge", "lines", "extra_per_page",
        ),
        "flattened": ("f1", "precision", "recall"),
        "cleaning": ("f1", "precision", "recall"),
        "timex": ("strict_f1", "relaxed_f1", "value_f1"),
        "attribution": (
            "cue_f1", "content_f1", "source_f1", "content_exact_f1", "speaker_accuracy", "speaker_recall",
        ),
        "nesting": ("chain_accuracy", "depth_2", "depth_3", "found"),
        "published": ("f1",),
        "clusters": ("bcubed_f1", "precision", "recall"),
        "coreference": ("event_conll_f1", "entity_conll_f1", "event_end_to_end_b3"),
        "places": ("acc161", "exact"),
        "timelines": ("micro_f1",),
        "events": ("accuracy", "macro_f1", "quad_accuracy"),
        "plover-gsr": ("event_accuracy",),
        "factuality": ("mae", "pearson"),
    }  # fmt: skip


def test_each_task_is_registered_under_its_own_name() -> None:
    assert all(task.name == name for name, task in TASKS.items())
    assert all(task.lower_is_better <= set(task.scores) for task in TASKS.values())


def test_an_evaluation_says_what_was_measured_in_the_order_of_the_task(counting: Task, tmp_path: Path) -> None:
    result = evaluate(counting.name, tmp_path)
    shown = msgspec.json.decode(msgspec.json.encode(result))
    assert list(shown) == ["task", "path", "documents", "scores", "seconds"]
    assert list(shown["scores"].items()) == [("first", 1.0), ("second", 0.5)]
    assert msgspec.convert(shown, Evaluation) == result


def test_errors_are_written_where_they_are_asked_for(counting: Task, tmp_path: Path) -> None:
    evaluate(counting.name, tmp_path, errors=tmp_path / "errors.txt")
    assert (tmp_path / "errors.txt").read_text() == f"wrong in {tmp_path.name}\n"
    with pytest.raises(UsageError, match="cannot be written"):
        evaluate(counting.name, tmp_path, errors=tmp_path / "no" / "errors.txt")


def test_an_unknown_task_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"'golden'.*gold.*timex"):
        evaluate("golden", tmp_path)


def test_an_option_that_a_task_does_not_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="timex has no option --flatten"):
        evaluate("timex", tmp_path, flatten=True)


@pytest.mark.parametrize("name", sorted(TASKS))
def test_a_path_that_is_not_there_or_holds_something_else_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        evaluate(name, tmp_path / "nothing")
    with pytest.raises(UsageError, match=tmp_path.name):
        evaluate(name, tmp_path)
