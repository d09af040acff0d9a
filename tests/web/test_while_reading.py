"""Reading goes on while another process writes."""

import functools
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from dateline.store import open_store
from dateline.web import app
from dateline.web.keeper import Keeper

pytestmark = pytest.mark.filterwarnings("ignore:The base_url")
WRITE = """
import sys
from dateline.executors import merge_pending
from dateline.store import open_store
with open_store(sys.argv[1], read_only=True) as sample, open_store(sys.argv[2]) as store:
    reader = sample.reader()
    for number, reading in enumerate(reader.readings()):
        with store.writer() as writer:
            writer.add_pages([reader.page(reading.page_id)])
            writer.add_readings([reading])
        if number % 8 == 7:
            merge_pending(store)
    merge_pending(store)
"""
"""Reads the pages of a sample into another chronicle, in many transactions, as a long read does."""
PATHS = ("/chronology", "/actors.json", "/search?q=port", "/timeline.json", "/pages.csv", "/places", "/claims", "/")


def test_every_page_answers_and_follows(sample_location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "chronicle.db")
    open_store(path, create=True).close()
    monkeypatch.setattr(app, "Keeper", functools.partial(Keeper, patience=0.01))
    with TestClient(app.make_app(path), base_url="http://localhost") as client:
        writing = subprocess.Popen([sys.executable, "-c", WRITE, sample_location, path])
        totals = [0]
        while writing.poll() is None:
            assert [answer.status_code for answer in map(client.get, PATHS)] == [200] * len(PATHS)
            totals.append(rows(client, "/pages.json"))
        assert writing.returncode == 0
        assert totals == sorted(totals)
        assert len(set(totals)) > 2
        with TestClient(app.make_app(sample_location), base_url="http://localhost") as sample:
            for list in ("/pages.json", "/statements.json", "/chronology.json?all=true"):
                assert eventually(client, list, rows(sample, list))


def rows(client: TestClient[Any], path: str) -> int:
    total: int = client.get(path).json()["total"]
    return total


def eventually(client: TestClient[Any], path: str, wanted: int) -> bool:
    """Whether a list reaches a length within some requests: each waits a little for the view to be renewed."""
    return any(rows(client, path) == wanted for _ in range(200))
