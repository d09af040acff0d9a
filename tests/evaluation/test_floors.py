"""Floors: kept, checked, raised, and lowered only by name."""

from pathlib import Path

import msgspec
import pytest

from dateline.errors import DataError, UsageError
from dateline.evaluation import TASKS, Options, Outcome, Task, __main__, floors, table
from dateline.evaluation.floors import (
    Floor,
    cautious,
    check,
    check_floors,
    describe,
    digest_of,
    load_floors,
    save_floors,
)

SCORES = {"right": 0.75, "extra": 3.0}


@pytest.fixture(autouse=True)
def _task(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(path: Path, options: Options) -> Outcome:
        del path, options
        return Outcome(1, dict(SCORES))

    task = Task(
        name="small", about="a small task", scores=("right", "extra"), run=run, lower_is_better=frozenset({"extra"})
    )
    monkeypatch.setitem(TASKS, "small", task)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.txt").write_text("a")
    return tmp_path


def floor(**scores: float) -> Floor:
    return Floor(task="small", path="data", digest=None, scores=scores)


def test_a_score_below_its_floor_and_a_count_above_it_are_lost(root: Path) -> None:
    assert check(floor(right=0.75, extra=3), root).fallen == []
    assert check(floor(right=0.76, extra=2.9), root).fallen == ["right", "extra"]
    assert any("LOST" in line for line in describe(check(floor(right=0.76), root), root))


def test_a_floor_whose_data_is_absent_is_told_and_not_lost(tmp_path: Path) -> None:
    checked = check(floor(right=0.9), tmp_path)
    assert (checked.state, checked.fallen) == ("absent", [])
    assert any("DATELINE_BENCHMARKS" in line for line in describe(checked, tmp_path))


def test_a_floor_is_not_compared_with_other_data_than_its_own(root: Path) -> None:
    pinned = msgspec.structs.replace(floor(right=0.5), digest=digest_of([root / "data"]))
    assert check(pinned, root).state == "measured"
    (root / "data" / "a.txt").write_text("b")
    changed = check(pinned, root)
    assert (changed.state, changed.result) == ("changed", None)
    assert any("digest" in line for line in describe(changed, root))


def test_the_digest_is_of_names_and_contents(root: Path) -> None:
    before = digest_of([root / "data"])
    assert digest_of([root / "data"]) == before
    (root / "data" / "a.txt").rename(root / "data" / "b.txt")
    assert digest_of([root / "data"]) != before


def test_raising_lifts_what_is_better_and_keeps_what_is_worse(root: Path) -> None:
    [checked] = check_floors([floor(right=0.8, extra=5)], root, up=True)
    assert checked.floor.scores == {"right": 0.8, "extra": 3}
    assert checked.floor.digest == digest_of([root / "data"])


def test_a_floor_falls_only_where_it_is_named(root: Path) -> None:
    [checked] = check_floors([floor(right=0.8, extra=1)], root, lower=["small.right"])
    assert checked.floor.scores == {"right": 0.75, "extra": 1}
    assert checked.fallen == ["extra"]


def test_naming_a_floor_that_is_already_reached_does_not_raise_it(root: Path) -> None:
    [checked] = check_floors([floor(right=0.5)], root, lower=["small.right"])
    assert checked.floor.scores == {"right": 0.5}


def test_only_tasks_that_have_floors_can_be_named(root: Path) -> None:
    with pytest.raises(UsageError, match="'large'"):
        list(check_floors([floor()], root, tasks=["large"]))


def test_a_floor_is_never_set_better_than_what_was_measured() -> None:
    task = TASKS["small"]
    assert cautious(task, "right", 0.66669) == 0.6666
    assert cautious(task, "extra", 2.00001) == 2.0001
    assert cautious(task, "right", 0.3) == 0.3


def test_floors_survive_being_saved(tmp_path: Path) -> None:
    kept = [floor(right=0.5), Floor(task="small", path="x", pages="y", flatten=True, digest="d", scores={})]
    save_floors(tmp_path / "floors.json", kept)
    assert load_floors(tmp_path / "floors.json") == kept
    assert len((tmp_path / "floors.json").read_text().splitlines()) == 4


def test_a_floor_for_a_score_that_there_is_not_is_refused(tmp_path: Path) -> None:
    save_floors(tmp_path / "floors.json", [floor(wrong=1)])
    with pytest.raises(DataError, match="'wrong'"):
        load_floors(tmp_path / "floors.json")


def test_the_kept_floors_are_of_tasks_that_there_are() -> None:
    assert load_floors(floors.floors_file())


def test_checking_ends_with_one_where_a_floor_is_lost_and_the_table_shows_both(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(floors, "CHECKOUT", root)
    monkeypatch.setattr(table, "MEASURED", root / "measured.json")
    monkeypatch.setattr(table, "DOCUMENT", root / "evaluation.md")
    monkeypatch.setenv("DATELINE_BENCHMARKS", str(root))
    (root / "evaluation").mkdir()
    save_floors(root / "evaluation" / "floors.json", [floor(right=0.5)])
    assert __main__.main(["floors", "--raise"]) == 0
    SCORES["right"] = 0.6
    try:
        assert __main__.main(["floors"]) == 1
    finally:
        SCORES["right"] = 0.75
    assert "LOST" in capsys.readouterr().out
    assert __main__.main(["table"]) == 0
    page = (root / "evaluation.md").read_text()
    assert "| small | 1 | right | 0.6000 | 0.7500 |" in page
    assert "| small | 1 | extra (less is better) | 3.0000 | 3.0000 |" in page
    assert "    dateline evaluate small data" in page


def test_an_error_of_a_command_is_one_line_and_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["golden", "nowhere"]) == 2
    assert capsys.readouterr().err.startswith("error: no task is called 'golden'")
