"""The task `plover-gsr`."""

import json
from pathlib import Path

import pytest

from dateline.errors import DataError, UsageError
from dateline.evaluation import evaluate
from dateline.evaluation.plover_gsr import modern


def test_records_are_read_with_their_parties_and_names_of_2016_are_mapped(tmp_path: Path) -> None:
    records = [
        {"event": "DOCUMENT"},
        {
            "event": "DISAPPROVE",
            "text": "Ostrel condemned Varn for the closing of the harbour.",
            "source": [{"actorText": "Ostrel"}],
            "target": [{"actorText": "Varn", "code": "VRN"}],
        },
        {"event": "AID", "text": "Ostrel is an old town.", "source": [{"actorText": "Elsewhere"}], "target": ""},
    ]
    (tmp_path / "PLOVER_GSR_X.txt").write_text(json.dumps(records))
    result = evaluate("plover-gsr", tmp_path, errors=tmp_path / "errors.txt")
    assert (result.documents, result.scores) == (2, {"event_accuracy": 0.5})
    assert (tmp_path / "errors.txt").read_text() == "AID read as CONSULT: Ostrel is an old town.\n"


def test_events_that_kept_their_name_are_themselves() -> None:
    assert [modern(name) for name in ("RETREAT", "CONCEDE", "FIGHT", "AGREE")] == ["YIELD", "YIELD", "ASSAULT", "AGREE"]


def test_a_missing_and_a_broken_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="PLOVER_GSR"):
        evaluate("plover-gsr", tmp_path)
    (tmp_path / "PLOVER_GSR.txt").write_text("{}")
    with pytest.raises(DataError):
        evaluate("plover-gsr", tmp_path)
