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
    notes=(
        "The data: `*.events.jsonl`, with `*.pages.jsonl` and `aliases.json` beside it; pages are in `--pages DIR`.",
        "found: share of annotated events matched, one to one, by the highest overlap of evidence and quote (shared"
        " characters over all characters of both), at least .2. A quote is looked for on its line first.",
        "The other cells are means over matched events. date: both ends equal; an open end equals only one that the"
        " annotation leaves open. status: ongoing counts as happened, not_happened as denied.",
        "actors, said_by: F1 of the sets of canonical names, alternates mapped; said_by over events where either side"
        " names somebody.",
        "place: over events that have one; some place of the extracted event has the same words, or was resolved to a"
        " name that holds them.",
        "merge: F1 over pairs of annotated events that are one; an event not found is a missed pair.",
        "lines: share of annotated lines of the right kind. extra_per_page: extracted events not matched, a count.",
    ),
    scores=("found", "date", "type", "actors", "place", "status", "said_by", "merge", "lines", "extra_per_page"),
    run=run,
    options=frozenset({"pages"}),
    lower_is_better=frozenset({"extra_per_page"}),
)
