"""A whole chronicle leaves with everything that supports it."""

import csv
import io
import json
import runpy
from pathlib import Path

import pytest

from dateline.exports import everything
from dateline.views import ChainedRow, View

HARBOUR = Path(__file__).parents[1] / "views" / "harbour.py"


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = runpy.run_path(str(HARBOUR))["write"](tmp_path_factory.mktemp("harbour") / "harbour.db")
    return path


def test_json_holds_every_kind_of_record(chronicle: Path) -> None:
    with View(str(chronicle)) as view:
        whole = json.loads("".join(everything(view, "json")))
    assert whole["version"] == 1
    assert {kind: len(records) for kind, records in whole.items() if kind != "version"} == {
        "pages": 2, "actors": 2, "entries": 8, "statements": 1, "claims": 0,
        "expectations": 1, "related": 0, "copies": 0,
    }  # fmt: skip
    assert all(report["quote"] for entry in whole["entries"] for report in entry["reports"])


def test_json_lines_say_what_each_record_is(chronicle: Path) -> None:
    with View(str(chronicle)) as view:
        records = [json.loads(line) for line in "".join(everything(view, "jsonl")).splitlines()]
    assert {record["record"] for record in records} == {"page", "actor", "entry", "statement", "expectation"}


def test_csv_has_a_row_an_entry(chronicle: Path) -> None:
    with View(str(chronicle)) as view:
        text = "".join(everything(view, "csv"))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert tuple(rows[0]) == ChainedRow.__struct_fields__
    assert len(rows) == 8


def test_csv_holds_the_chain_of_each_report_as_data(chronicle: Path) -> None:
    with View(str(chronicle)) as view:
        rows = list(csv.DictReader(io.StringIO("".join(everything(view, "csv")), newline="")))
        whole = json.loads("".join(everything(view, "json")))
    ladders = {
        entry["entry"]["id"]: [(report["source"]["page"], report["ladder"]) for report in entry["reports"]]
        for entry in whole["entries"]
    }
    chains = {row["id"]: [(told["page"], told["chain"]) for told in json.loads(row["chains"])] for row in rows}
    assert chains == ladders
    assert any(chain for told in chains.values() for _, chain in told)
