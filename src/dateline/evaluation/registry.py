"""All tasks by name, and the one way to run any of them."""

import time
from collections.abc import Iterable
from pathlib import Path

from dateline.errors import UsageError
from dateline.evaluation import (
    attribution,
    cleaning,
    clusters,
    coreference,
    events,
    factuality,
    gold,
    nesting,
    places,
    plover_gsr,
    published,
    timelines,
    timex,
)
from dateline.evaluation.layouts import existing
from dateline.evaluation.tasks import Evaluation, Options, Task

_ALL = (
    gold.TASK,
    cleaning.FLATTENED,
    cleaning.CLEANING,
    timex.TASK,
    attribution.TASK,
    nesting.TASK,
    published.TASK,
    clusters.TASK,
    coreference.TASK,
    places.TASK,
    timelines.TASK,
    events.TASK,
    plover_gsr.TASK,
    factuality.TASK,
)
TASKS: dict[str, Task] = {task.name: task for task in _ALL}


def evaluate(
    task: str, path: Path, *, pages: Path | None = None, flatten: bool = False, errors: Path | None = None
) -> Evaluation:
    """The scores of a task on the data at a path (a folder, or the one file in it), and the seconds it took.

    `errors` names a file that is written with what went wrong next to the text.
    Raises UsageError for an unknown task, an option that it does not have, or a path of another layout, and DataError
    for a broken data file.
    """
    found = find_task(task)
    options = Options(pages=pages, flatten=flatten)
    for name in sorted(options.given() - found.options):
        raise UsageError(f"the task {task} has no option --{name}")
    began = time.perf_counter()
    outcome = found.run(existing(path), options)
    seconds = time.perf_counter() - began
    if errors is not None:
        write_errors(errors, outcome.errors)
    return Evaluation(
        task=task,
        path=str(path),
        documents=outcome.documents,
        scores={name: outcome.scores[name] for name in found.scores if name in outcome.scores},
        seconds=round(seconds, 3),
    )


def find_task(name: str) -> Task:
    """The task of a name; UsageError lists the names there are."""
    if name not in TASKS:
        raise UsageError(f"no task is called {name!r}; there are {', '.join(sorted(TASKS))}")
    return TASKS[name]


def write_errors(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a file; UsageError where it cannot be written."""
    try:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
