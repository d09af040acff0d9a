"""Pages that cannot be read are rejected for a counted reason, and the rest of the run goes on."""

import json
import os
from pathlib import Path

import pytest

from dateline.cli.main import main

STORY = """ date 2021-05-16 Minister Lund ends visit to the port of Norvik
Ada Lund, the transport minister, met Mayor Per Holt in Norvik on Friday, the city council said on Sunday.
The two signed an agreement on a new ferry line that will open in August, after more than four years of talks.
"We will keep our word," Lund told reporters at the end of her visit, which began on Wednesday with a tour.
"""
FURNITURE = "Home\nNews\nSports\nSign in\nMost read\nContact us\nPrivacy policy\n"
BAD = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "furniture.txt": (f" date 2021-05-16 Home\n{FURNITURE}".encode(), "no_article"),
    "future.txt": (STORY.replace("2021-05-16", "2099-01-01").encode(), "future_date"),
    "undated.txt": (STORY.split("\n", 1)[1].replace("on Friday", "").encode(), "no_date"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "good.txt").write_text(STORY)
    (folder / "latin.txt").write_bytes(
        STORY.replace("Per Holt", "Pär Hölt").replace("Norvik", "Närvik").encode("latin-1")
    )
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def read(folder: Path) -> Path:
    """The folder and a path that is not there, read once."""
    chronicle = folder.parent / f"{folder.name}.db"
    assert main(["read", str(folder), str(folder / "gone.txt"), "--into", str(chronicle)]) == 0
    return chronicle


def contents(chronicle: Path, capfd: pytest.CaptureFixture[str]) -> dict[str, object]:
    capfd.readouterr()
    assert main(["status", str(chronicle), "-f", "json"]) == 0
    found: dict[str, object] = json.loads(capfd.readouterr().out)
    return found


def test_each_bad_page_is_rejected_for_its_reason(read: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rejections = contents(read, capfd)["rejections"]
    found = {Path(location).name: r["reason"] for r in rejections for location, _ in r["rejected"]}
    assert found == {name: reason for name, (_, reason) in BAD.items()} | {"gone.txt": "missing"}
    assert all(detail for r in rejections for _, detail in r["rejected"])


def test_good_pages_beside_bad_ones_are_read_whatever_they_are_encoded_in(
    read: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert contents(read, capfd)["read"] == 2
    assert main(["search", str(read), "Hölt", "-f", "json"]) == 0
    assert json.loads(capfd.readouterr().out)


def test_reading_again_changes_nothing_and_says_so(read: Path, folder: Path, dateline) -> None:
    before = dateline("export", read, "json").out
    ran = dateline("read", folder, "--into", read)
    assert ran.code == 0
    assert "0 read, 2 known already" in ran.err
    assert dateline("export", read, "json").out == before


def test_a_line_of_many_megabytes_does_not_stop_the_run(tmp_path: Path, dateline) -> None:
    long = tmp_path / "long.txt"
    with long.open("wb") as file:
        file.truncate(0)
        file.writelines([b"word " * 1_000_000] * 10)
    ran = dateline("read", long, "--into", tmp_path / "c.db")
    assert ran.code == 3
    assert "1 rejected" in ran.err
    assert "none of these gave an article" in ran.err


def test_where_nothing_can_be_read_the_exit_code_says_so(tmp_path: Path, dateline) -> None:
    (tmp_path / "empty.txt").touch()
    ran = dateline("read", tmp_path / "empty.txt", "--into", tmp_path / "c.db")
    assert ran.code == 3
    assert "1 empty" in ran.err


def test_a_chronicle_that_may_only_be_read_is_not_written(
    read: Path, folder: Path, dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)  # root may write whatever the mode says
    ran = dateline("read", folder, "--into", read)
    assert ran.code == 4
    assert "may only be read" in ran.err


def test_what_is_no_chronicle_is_not_written_to(folder: Path, tmp_path: Path, dateline) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("mine")
    ran = dateline("read", folder, "--into", notes)
    assert ran.code == 4
    assert notes.read_text() == "mine"
