"""How reading is spread over processes, made restartable, and kept: the same stages on one core or many.

`read_sources` is the whole main job: files in, chronicle out.
"""

from dateline.executors.as_of import as_of
from dateline.executors.explaining import Compared, Why, why
from dateline.executors.judging import decide, replay
from dateline.executors.merging import merge_pending
from dateline.executors.progress import Progress, RunSummary
from dateline.executors.reading import read_sources
from dateline.executors.removing import remove, restore
from dateline.executors.web import Fetching

__all__ = [
    "Compared", "Fetching", "Progress", "RunSummary", "Why", "as_of", "decide", "merge_pending",
    "read_sources", "remove", "replay", "restore", "why",
]  # fmt: skip
