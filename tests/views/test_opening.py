"""A chronicle is opened from Python as from the command line."""

from pathlib import Path
from types import SimpleNamespace

import dateline


def test_a_chronicle_opens_from_python(chronicle: Path, story: SimpleNamespace) -> None:
    with dateline.open(chronicle) as opened:
        assert story.TRIP_ID in [row.id for row in opened.chronology().rows]
