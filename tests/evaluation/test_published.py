"""The task `published`."""

import datetime
import gzip
import json
from pathlib import Path

import pytest

from dateline.errors import DataError
from dateline.evaluation import evaluate
from dateline.evaluation.published import Answer, f1_of

DAY = datetime.date(2031, 5, 4)
PARAGRAPH = "The harbour council of Ostrel voted on Tuesday to close the old ferry line after ninety years of service. "


def answer(gold: datetime.date | None, found: datetime.date | None) -> Answer:
    return Answer(name="x", url=None, gold=gold, found=found, note="")


def test_a_wrong_day_and_a_day_where_there_is_none_count_against_and_rightful_silence_does_not() -> None:
    other = datetime.date(2031, 5, 5)
    answers = [answer(DAY, DAY), answer(DAY, other), answer(None, DAY), answer(DAY, None), answer(None, None)]
    assert f1_of(answers) == pytest.approx(2 / (2 + 2 + 1))
    assert f1_of(answers[4:]) == 0


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "html").mkdir()
    stamp = '<meta property="article:published_time" content="2021-05-04T08:00:00Z">'
    head = f"<head><title>Ferry closes</title>{stamp}</head>"
    page = f"<html>{head}<body><article><h1>Ferry closes</h1>{f'<p>{PARAGRAPH * 3}</p>' * 3}</article></body></html>"
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(page.encode()))
    truth = {"a": {"published": "2021-05-04", "url": "https://news.example/ferry"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))
    return tmp_path


def test_the_day_of_a_page_is_found(pages: Path) -> None:
    assert evaluate("published", pages / "ground-truth.json").scores == {"f1": 1}


def test_a_damaged_page_is_told(pages: Path) -> None:
    (pages / "html" / "a.html.gz").write_bytes(b"\x1f\x8bxx")
    with pytest.raises(DataError, match=r"a\.html\.gz"):
        evaluate("published", pages)
