"""`docs/evaluation.md`: the scores of the last check of the floors as a table, with the commands that measure them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dateline.evaluation.floors import CHECKOUT, Check, Floor
from dateline.evaluation.layouts import decode
from dateline.evaluation.registry import TASKS

MEASURED = CHECKOUT / "evaluation" / "measured.json"
DOCUMENT = CHECKOUT / "docs" / "evaluation.md"

HEAD = """# How well it reads

This page is made by `python -m dateline.evaluation table` from the last check of the floors
(`python -m dateline.evaluation floors`); do not edit it.

The data is other people's and is not part of the project. It is looked for in `$DATELINE_BENCHMARKS`, else in the
folder `shared` beside the checkout; paths below are relative to that. A floor is the least that a score may be (for a
count: the most). It is pinned to a digest of the data, rises with `floors --raise`, and is lowered only by name
(`floors --lower TASK.SCORE`). Scores are fractions from 0 to 1 where nothing else is said; a score over nothing is 0.

Figures to read with care: the line weights behind `flattened` and `cleaning` were fitted on these same pages (in five
folds they reach .942 and .969, `benchmarks/fit_lines.py`, `benchmarks/fit_markup.py`); the codebook of `events`, and
the rules of `places`, `timelines` and `coreference`, were written with these documents in view.

`dateline evaluate TASK PATH --errors FILE` writes what went wrong next to the text it went wrong in.
"""


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """What one floor's data set gave when it was last measured."""

    task: str
    path: str
    documents: int
    scores: dict[str, float]


def load_measured(path: Path) -> list[Measured]:
    """The results of the last checks; none before the first."""
    return decode(path, list[Measured]) if path.is_file() else []


def save_measured(path: Path, checks: Sequence[Check]) -> None:
    """Keep new results and those of data sets that were not measured now, in the order of the tasks."""
    new = {
        (c.floor.task, c.floor.path): Measured(
            task=c.floor.task,
            path=c.floor.path,
            documents=c.result.documents,
            scores={name: round(value, 4) for name, value in c.result.scores.items()},
        )
        for c in checks
        if c.result is not None
    }
    kept = {(m.task, m.path): m for m in load_measured(path)} | new
    rows = sorted((m for m in kept.values() if m.task in TASKS), key=lambda m: (list(TASKS).index(m.task), m.path))
    lines = ",\n".join("  " + msgspec.json.format(msgspec.json.encode(m), indent=0).decode() for m in rows)
    path.write_text(f"[\n{lines}\n]\n" if rows else "[]\n", encoding="utf-8")


def render(measured: Sequence[Measured], floors: Sequence[Floor]) -> str:
    """The page: a table of scores beside their floors, then what each task is and its command."""
    floor_of = {(f.task, f.path): f for f in floors}
    shown = [(m, floor_of[m.task, m.path]) for m in measured if (m.task, m.path) in floor_of]
    return "\n".join([HEAD, *_table(shown), "", "## Tasks", "", *_tasks(floors)])


def _table(shown: Sequence[tuple[Measured, Floor]]) -> Iterator[str]:
    yield "| task | documents | score | measured | floor |"
    yield "|---|---|---|---|---|"
    for measured, floor in shown:
        for name, value in measured.scores.items():
            low = f"{floor.scores[name]:.4f}" if name in floor.scores else ""
            less = " (less is better)" if name in TASKS[measured.task].lower_is_better else ""
            yield f"| {measured.task} | {measured.documents} | {name}{less} | {value:.4f} | {low} |"


def _tasks(floors: Sequence[Floor]) -> Iterator[str]:
    for task in TASKS.values():
        yield f"**{task.name}**: {task.about}. Scores: {', '.join(task.scores)}."
        yield ""
        yield from (f"    {floor.command}" for floor in floors if floor.task == task.name)
        yield ""
        yield from (f"- {note}" for note in task.notes)
        yield from [""] if task.notes else []
