"""Tables: a row a page."""

import csv
import datetime
import gzip
import io
import json
from pathlib import Path

import pytest

from dateline.pages import ReadOptions, SourceFile, load_pages
from dateline.pages.columns import day_of
from dateline.records import Page, Rejection

TEXT = "The council opened a bridge on Saturday.\nIt will stand for long, “the mayor” said.\n"
AS_THEY_ARE = ReadOptions()


def _loaded(path: Path, options: ReadOptions = AS_THEY_ARE) -> list[Page | Rejection]:
    return list(load_pages(SourceFile(str(path)), options))


def _page(path: Path, options: ReadOptions = AS_THEY_ARE) -> Page:
    (page,) = _loaded(path, options)
    assert isinstance(page, Page), page
    return page


def _rejection(found: Page | Rejection) -> Rejection:
    assert isinstance(found, Rejection)
    return found


def _jsonl(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


ROW = {"Body": TEXT, "published_at": "2024-02-03T23:30:00+02:00", "headline": "A  bridge", "URL": "https://a.example/1"}


def test_a_row_of_json_is_a_page_with_what_its_columns_say(tmp_path: Path) -> None:
    page = _page(_jsonl(tmp_path / "anything", ROW | {"outlet": "The Harbour"}))
    assert page.location == f"{tmp_path}/anything:1"
    assert page.text == TEXT.strip()
    assert (page.header_date, page.header_title) == (datetime.date(2024, 2, 3), "A bridge")
    assert (page.url, page.source, page.media) == ("https://a.example/1", "The Harbour", "text/plain")


def test_html_is_read_before_text(tmp_path: Path) -> None:
    page = _page(_jsonl(tmp_path / "a.jsonl", {"text": TEXT, "html": "<b>Words</b>"}))
    assert (page.text, page.media) == ("<b>Words</b>", "text/html")


def test_named_columns_stand_above_those_found(tmp_path: Path) -> None:
    options = ReadOptions(columns={"text": "x", "date": "y"})
    page = _page(
        _jsonl(tmp_path / "a.jsonl", {"text": "no", "x": TEXT, "date": "2001-01-01", "y": 1706918400}), options
    )
    assert page.text == TEXT.strip()
    assert page.header_date == datetime.date(2024, 2, 3)


def test_the_given_day_is_for_rows_that_have_none(tmp_path: Path) -> None:
    path = _jsonl(tmp_path / "a.jsonl", {"text": TEXT}, {"text": TEXT, "date": "2024-02-03"})
    pages = _loaded(path, ReadOptions(date=datetime.date(2020, 1, 1)))
    assert [page.header_date for page in pages if isinstance(page, Page)] == [
        datetime.date(2020, 1, 1),
        datetime.date(2024, 2, 3),
    ]


def test_the_same_text_of_another_day_is_another_page(tmp_path: Path) -> None:
    path = _jsonl(tmp_path / "a.jsonl", *({"text": TEXT, "date": f"2024-02-0{n}"} for n in (3, 4, 3)))
    ids = [page.id for page in _loaded(path) if isinstance(page, Page)]
    assert ids[0] == ids[2] != ids[1]


def test_bad_lines_are_rejected_with_their_place_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    bad = ["{broken", "[1]", '{"text": 3}', '{"words": "x"}', '{"text": "' + "[" * 9, "[" * 100_000]
    path.write_text("\n".join([json.dumps(ROW), "", *bad, json.dumps(ROW)]))
    found = _loaded(path)
    assert [item.location.rsplit(":", 1)[1] for item in found] == ["1", "3", "4", "5", "6", "7", "8", "9"]
    assert [_rejection(item).reason for item in found[1:-1]] == [
        "failed", "failed", "empty", "unsupported", "failed", "failed",
    ]  # fmt: skip
    assert isinstance(found[-1], Page)


def test_csv_rows_may_go_over_several_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    table = io.StringIO()
    writer = csv.writer(table, delimiter=";")
    writer.writerows([["link", "text", "date"], ["https://a.example/1", TEXT, "3 Feb 2024"], ["u", TEXT, "20240204"]])
    path.write_bytes(gzip.compress(table.getvalue().encode("utf-8-sig")))
    first, second = _loaded(path)
    assert (first.location, second.location) == (f"{path}:2", f"{path}:5")
    assert isinstance(second, Page)
    assert (second.header_date, second.url) == (datetime.date(2024, 2, 4), "u")


def test_csv_is_known_by_its_first_line_or_its_name(tmp_path: Path) -> None:
    (tmp_path / "table").write_bytes("date,title,text\n2024-02-03,Café,Words of a café.\n".encode("cp1252"))
    assert _page(tmp_path / "table").header_title == "Café"
    (tmp_path / "prose.txt").write_text("Yesterday, text was short, he said.\nWords.\n")
    assert _page(tmp_path / "prose.txt").text.startswith("Yesterday")


def test_a_table_without_text_says_which_columns_there_are(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,name\n1,x\n")
    found = _rejection(_loaded(tmp_path / "a.csv")[0])
    assert found.reason == "unsupported"
    assert "id, name" in found.detail


def test_a_table_of_nothing_but_bad_rows_is_given_up(tmp_path: Path) -> None:
    path = _jsonl(tmp_path / "a.jsonl", *[{"words": "x"}] * 3000)
    found = _loaded(path)
    assert len(found) == 1001
    assert found[-1].location == str(path)


@pytest.mark.parametrize(
    "cell",
    ["2024-02-03", "2024-02-03 10:00", "20240203", 20240203, "Sat, 03 Feb 2024 23:00:00 -0800", 1706918400,
     "1706918400",
     1706918400000, datetime.date(2024, 2, 3), datetime.datetime(2024, 2, 3, 9)],
)  # fmt: skip
def test_days_are_read_as_tables_write_them(cell: object) -> None:
    assert day_of(cell) == datetime.date(2024, 2, 3)


@pytest.mark.parametrize("cell", [None, "", "soon", "2024-02-30", True, float("nan"), 1e300, -5e17, [], "03/02/2024"])
def test_what_names_no_day_gives_none(cell: object) -> None:
    assert day_of(cell) is None
