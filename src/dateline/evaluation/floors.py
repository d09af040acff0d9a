"""Floors: scores that are not to be lost again, each pinned to the data it was measured on.

`evaluation/floors.json` holds them. A floor rises only with `--raise` and is lowered only where it is named.
"""

import hashlib
import math
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from dateline.errors import DataError, UsageError
from dateline.evaluation.layouts import decode
from dateline.evaluation.registry import evaluate, find_task
from dateline.evaluation.tasks import Evaluation, Task

CHECKOUT = Path(__file__).resolve().parents[3]
DIGITS = 4
SLACK = 1e-9
"""Rounding of binary fractions, nothing more."""

State = Literal["measured", "absent", "changed"]


class Floor(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The floors of one task on one data set. Paths are relative to the benchmarks' root; no digest, not pinned yet."""

    task: str
    path: str
    pages: str | None = None
    flatten: bool = False
    digest: str | None
    scores: dict[str, float]

    @property
    def command(self) -> str:
        """What measures it, seen from the benchmarks' root."""
        options = (f" --pages {self.pages}" if self.pages else "") + (" --flatten" if self.flatten else "")
        return f"dateline evaluate {self.task} {self.path}{options}"


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """A floor beside what was measured now; `result` is None where the data is absent or has changed."""

    floor: Floor
    state: State
    digest: str | None = None
    result: Evaluation | None = None

    @property
    def fallen(self) -> list[str]:
        """Scores that are below their floor, or are no longer given."""
        if self.result is None:
            return []
        task, scores = find_task(self.floor.task), self.result.scores
        return [n for n, low in self.floor.scores.items() if n not in scores or not reaches(task, n, scores[n], low)]


def floors_file() -> Path:
    """The checkout's file of floors; UsageError outside a checkout."""
    path = CHECKOUT / "evaluation" / "floors.json"
    if not path.is_file():
        raise UsageError(
            f"{path} does not exist: floors are kept in a checkout of the project, not in an installed package"
        )
    return path


def check_floors(
    floors: Sequence[Floor], root: Path, *, tasks: Collection[str] = (), up: bool = False, lower: Collection[str] = ()
) -> Iterator[Check]:
    """Measure the floors of some tasks (of all where none is given), one after the other.

    `up` raises them to what is measured; `lower` names those (TASK.SCORE) that may fall to it. The checks hold the
    floors as they are then. Raises UsageError where a task has no floors.
    """
    named = [*tasks, *(name.partition(".")[0] for name in lower)]
    for task in named:
        if task not in {floor.task for floor in floors}:
            raise UsageError(f"no floors are kept for {task!r}; there are {', '.join(f.task for f in floors)}")
    for floor in floors:
        if not tasks or floor.task in tasks:
            checked = check(floor, root)
            checked = lowered(checked, {name.partition(".")[2] for name in lower if name.startswith(f"{floor.task}.")})
            yield raised(checked) if up else checked


def benchmarks_root() -> Path:
    """Where the data is looked for: $DATELINE_BENCHMARKS, else `shared` beside the checkout."""
    return Path(os.environ.get("DATELINE_BENCHMARKS") or CHECKOUT.parent / "shared")


def load_floors(path: Path) -> list[Floor]:
    """The floors of a file; DataError where it does not fit, or names a task or score that there is not."""
    floors: list[Floor] = decode(path, list[Floor])
    for floor in floors:
        unknown = set(floor.scores) - set(find_task(floor.task).scores)
        if unknown:
            raise DataError(f"{path}: the task {floor.task} has no score {sorted(unknown)[0]!r}")
    return floors


def save_floors(path: Path, floors: Sequence[Floor]) -> None:
    """Write floors so that a change of one is a change of one line."""
    rows = ",\n".join("  " + msgspec.json.format(msgspec.json.encode(f), indent=0).decode() for f in floors)
    path.write_text(f"[\n{rows}\n]\n", encoding="utf-8")


def check(floor: Floor, root: Path) -> Check:
    """Measure what a floor stands for, where its data is present and is the data it was pinned to."""
    places = [root / part for part in (floor.path, floor.pages) if part is not None]
    if not all(place.exists() for place in places):
        return Check(floor=floor, state="absent")
    digest = digest_of(places)
    if floor.digest not in (None, digest):
        return Check(floor=floor, state="changed", digest=digest)
    pages = root / floor.pages if floor.pages else None
    result = evaluate(floor.task, root / floor.path, pages=pages, flatten=floor.flatten)
    return Check(floor=floor, state="measured", digest=digest, result=result)


def digest_of(places: Sequence[Path]) -> str:
    """BLAKE2b over the relative names and contents of all files of some folders, in the order of their names."""
    digest = hashlib.blake2b(digest_size=16)
    for place in places:
        for file in sorted(p for p in place.rglob("*") if p.is_file()):
            for part in (file.relative_to(place).as_posix().encode(), file.read_bytes()):
                digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def reaches(task: Task, name: str, value: float, floor: float) -> bool:
    """Whether a score is as good as its floor; of counts and distances, less is better."""
    return value <= floor + SLACK if name in task.lower_is_better else value >= floor - SLACK


def cautious(task: Task, name: str, value: float) -> float:
    """A score cut to four digits, never to the better."""
    units = round(value * 10**DIGITS, 6)
    cut = math.ceil(units) if name in task.lower_is_better else math.floor(units)
    return float(cut / 10**DIGITS)


def raised(checked: Check) -> Check:
    """The check with its floor at the better of what it was and what was measured, pinned to the data."""
    return _moved(checked, lambda _, better: better)


def lowered(checked: Check, names: Collection[str]) -> Check:
    """The check with the named floors at what was measured where that is worse."""
    return _moved(checked, lambda name, better: name in names and not better)


def _moved(checked: Check, moves: Callable[[str, bool], bool]) -> Check:
    if checked.result is None:
        return checked
    task, scores = find_task(checked.floor.task), dict(checked.floor.scores)
    for name, value in checked.result.scores.items():
        now = cautious(task, name, value)
        if moves(name, name not in scores or reaches(task, name, now, scores[name])):
            scores[name] = now
    ordered = {name: scores[name] for name in task.scores if name in scores}
    floor = msgspec.structs.replace(checked.floor, digest=checked.digest, scores=ordered)
    return msgspec.structs.replace(checked, floor=floor)


def describe(checked: Check, root: Path) -> Iterator[str]:
    """What a check found, in words."""
    floor = checked.floor
    if checked.state == "absent":
        yield f"{floor.task}: not checked, {root / floor.path} is absent; DATELINE_BENCHMARKS may name its root"
    elif checked.state == "changed":
        yield f"{floor.task}: the data in {root / floor.path} is not what its floors were measured on"
        yield f"  digest {floor.digest} in floors.json, {checked.digest} now; write the new one there to go on with it"
    elif checked.result is not None:
        yield f"{floor.task}: {checked.result.documents} documents, {checked.result.seconds:.1f} s"
        for name in dict.fromkeys([*checked.result.scores, *floor.scores]):
            yield _score_line(name, checked)


def _score_line(name: str, checked: Check) -> str:
    value = checked.result.scores.get(name) if checked.result else None
    low = checked.floor.scores.get(name)
    mark = "LOST" if name in checked.fallen else ""
    shown = ["      -" if number is None else f"{number:7.4f}" for number in (value, low)]
    return f"  {name:<18}{shown[0]}   floor {shown[1]}   {mark}".rstrip()
