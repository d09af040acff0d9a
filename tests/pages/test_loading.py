"""From a file to a page, or the reason why not."""

import gzip
import os
from pathlib import Path

import pytest

from dateline.pages import PAGE_LIMIT, SourceFile, find_pages, load_page
from dateline.records import Page, Rejection

TEXT = b" date 2024-02-03 Council opens a bridge\nThe council opened a bridge on Saturday.\n"


def _rejected(path: Path) -> Rejection:
    found = load_page(SourceFile(str(path)))
    assert isinstance(found, Rejection)
    assert found.location == str(path)
    return found


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_page_keeps_its_bytes_and_its_id_comes_from_them(tmp_path: Path) -> None:
    first = load_page(SourceFile(str(_write(tmp_path / "a.txt", TEXT))))
    second = load_page(SourceFile(str(_write(tmp_path / "b.txt", TEXT))))
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert first.content == TEXT
    assert first.id == second.id
    assert (first.name, second.name) == ("a.txt", "b.txt")


def test_a_gzip_file_is_unpacked_whatever_its_name(tmp_path: Path) -> None:
    page = load_page(SourceFile(str(_write(tmp_path / "a.txt", gzip.compress(TEXT)))))
    assert isinstance(page, Page)
    assert page.content == TEXT


def test_a_gzip_file_of_several_members_is_unpacked_whole(tmp_path: Path) -> None:
    packed = gzip.compress(TEXT) + gzip.compress(b"More words.\n")
    page = load_page(SourceFile(str(_write(tmp_path / "a.txt.gz", packed))))
    assert isinstance(page, Page)
    assert page.content == TEXT + b"More words.\n"


def test_a_gzip_bomb_is_too_large(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(PAGE_LIMIT + 1))
    assert _rejected(_write(tmp_path / "a.txt.gz", bomb)).reason == "too_large"


@pytest.mark.parametrize("damage", [slice(None, -9), slice(None, 12)])
def test_a_damaged_gzip_file_says_so(tmp_path: Path, damage: slice) -> None:
    found = _rejected(_write(tmp_path / "a.txt.gz", gzip.compress(TEXT)[damage]))
    assert found.reason == "failed"
    assert "gzip" in found.detail


def test_a_huge_file_is_rejected_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert _rejected(path).reason == "too_large"


def test_missing_files_and_patterns_without_a_match_are_missing(tmp_path: Path) -> None:
    found = list(find_pages([str(tmp_path / "no.txt"), str(tmp_path / "*.html")]))
    assert [r.reason for r in found if isinstance(r, Rejection)] == ["missing", "missing"]


def test_a_name_that_no_file_can_have_is_missing() -> None:
    assert _rejected(Path("a\0b.txt")).reason == "missing"


def test_an_empty_folder_and_a_device_are_rejected_with_a_reason(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _rejected(tmp_path / "pipe.txt").reason == "unsupported"
    (tmp_path / "empty").mkdir()
    assert _rejected(tmp_path / "empty").reason == "empty"
