"""The real reader in two processes: the same chronicle as in one."""

import datetime
from pathlib import Path
from typing import Any

from dateline.executors import read_sources
from dateline.store import open_store

PAGES = {
    "bridge": "The minister of transport, Ada Holt, opened a bridge in Oslo on Friday.\n\n"
    "“It will stand for a hundred years,” Holt told reporters after the ceremony in the harbour.\n",
    "strike": "Dockers in Hamburg began a strike on Monday, the union said in a statement.\n\n"
    "The union promised to end the strike by Friday if the port agrees to new talks next week.\n",
}


def test_two_processes_give_what_one_gives(tmp_path: Path, rows_of: Any) -> None:
    for name, text in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(f" date 2031-05-03 A day at the harbour: {name}\n\n{text}")
    found = []
    for jobs in (1, 2):
        chronicle = str(tmp_path / f"{jobs}.db")
        summary = read_sources([str(tmp_path)], chronicle, jobs=jobs, today=datetime.date(2031, 6, 1))
        assert (summary.read, summary.rejected) == (2, {})
        with open_store(chronicle, read_only=True) as store:
            found.append(rows_of(store))
    assert found[0]["entries"]
    assert found[0] == found[1]
