"""The built-in sample has what `story.md` says it has."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.sample import sample_pages

HEADER = re.compile(r" date (\d{4}-\d{2}-\d{2}) \S.*")
PUBLISHED = re.compile(r'"datePublished":\s*"(\d{4}-\d{2}-\d{2})')


@pytest.fixture
def pages() -> Iterator[list[Path]]:
    with sample_pages() as folder:
        yield sorted(folder.iterdir())


def content(page: Path) -> str:
    data = page.read_bytes()
    return data.decode("iso-8859-1" if b'charset="iso-8859-1"' in data else "utf-8")


def day_of(page: Path) -> str:
    found = (HEADER if page.suffix == ".txt" else PUBLISHED).search(content(page))
    assert found, f"{page.name} has no date"
    return found[1]


def test_it_has_at_least_14_pages_of_both_forms(pages: list[Path]) -> None:
    forms = Counter(page.suffix for page in pages)
    assert set(forms) == {".txt", ".html"}
    assert forms.total() >= 14
    assert min(forms.values()) >= 5


def test_flattened_pages_begin_with_the_header_line(pages: list[Path]) -> None:
    for page in pages:
        if page.suffix == ".txt":
            assert HEADER.fullmatch(content(page).splitlines()[0]), page.name


def test_it_spans_some_weeks_of_one_autumn(pages: list[Path]) -> None:
    days = sorted(day_of(page) for page in pages)
    assert days[0] == "2025-09-09"
    assert days[-1] == "2025-11-19"


def test_one_wire_story_stands_on_three_pages(pages: list[Path]) -> None:
    words = "The sea was rough but nothing out of the ordinary for September"
    assert len([page for page in pages if words in content(page)]) == 3


def test_one_page_is_the_correction_of_another(pages: list[Path]) -> None:
    headlines = [
        json.loads(found[1])[1]["headline"]
        for page in pages
        if (found := re.search(r'ld\+json">\s*(\[.*?\])\s*</script>', content(page), re.DOTALL))
    ]
    assert Counter(headlines)["Court fines owner of the Grey Heron"] == 2
    assert len([page for page in pages if "Correction, 8 October 2025" in content(page)]) == 1


def test_one_html_page_is_not_utf_8(pages: list[Path]) -> None:
    declared = [page for page in pages if b'charset="iso-8859-1"' in page.read_bytes()]
    assert len(declared) == 1
    with pytest.raises(UnicodeDecodeError):
        declared[0].read_text(encoding="utf-8")


def test_the_story_lists_every_page(pages: list[Path]) -> None:
    story = (pages[0].parent.parent / "story.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"`(2025-[^`]+)`", story)) == [page.name for page in pages]
