"""Task `gold`: whole pages annotated with their lines, events and which events are one."""

import datetime
from pathlib import Path

from dateline.evaluation.gold.errors import explain
from dateline.evaluation.gold.layout import load_gold
from dateline.evaluation.gold.scoring import score_gold
from dateline.evaluation.tasks import Options, Outcome, Task

LATE = datetime.date(2100, 1, 1)
"""The day the pages are read on: later than any of them, so that none is of the future."""


def run(path: Path, options: Options) -> Outcome:
    """Read and merge the pages of `options.pages` and compare with the annotation at a path."""
    from dateline.merging import merge
    from dateline.pipeline import read_page

    scored = score_gold(load_gold(path, options.pages), lambda page: read_page(page, LATE), merge)
    return Outcome(len(scored.pages), scored.scores, explain(scored))


TASK = Task(
    name="gold",
    about="annotated pages: lines, events with their cells, merging across pages",
    scores=("found", "date", "type", "actors", "place", "status", "said_by", "merge", "lines", "extra_per_page"),
    run=run,
    options=frozenset({"pages"}),
    lower_is_better=frozenset({"extra_per_page"}),
)
