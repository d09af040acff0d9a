"""How reading is spread over processes, made restartable, and kept: the same stages on one core or many.

`read_sources` is the whole main job: files in, chronicle out.
"""

from dateline.executors.progress import Progress, RunSummary
from dateline.executors.reading import read_sources
from dateline.executors.web import Fetching

__all__ = ["Fetching", "Progress", "RunSummary", "read_sources"]
