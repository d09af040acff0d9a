"""The built-in sample has what `story.md` says it has."""

from __future__ import annotations

import json
import re
import typing
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline
from dateline.sample import sample_pages

if typing.TYPE_CHECKING:
    from tests.conftest import Example

    from dateline.views import View

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


@pytest.fixture(scope="module")
def chronicle(readme_example: Example) -> Iterator[View]:
    """The sample as it was read by the README's example."""
    with dateline.open(readme_example.chronicle) as opened:
        yield opened


def test_every_page_with_an_article_is_read_and_the_other_has_its_reason(chronicle: View) -> None:
    contents = chronicle.contents()
    assert (contents.pages, contents.read) == (16, 15)
    assert [(r.reason, r.count) for r in contents.rejections] == [("no_article", 1)]


def test_every_report_shows_words_of_its_sentence(chronicle: View) -> None:
    reports = [report for entry in chronicle.entries() for report in entry.reports]
    assert reports
    assert [r.quote for r in reports if not r.quote or " ".join(r.quote.split()) not in r.sentence] == []


def test_reading_it_again_changes_nothing(readme_example: Example, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(readme_example.chronicle.read_bytes())
    with dateline.open(copy) as before:
        rows = before.chronology(folding=None).rows
    with sample_pages() as folder:
        again = dateline.read([folder], copy)
    assert again.read == 0
    with dateline.open(copy) as after:
        assert after.chronology(folding=None).rows == rows


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("accused Brandvik Shipping of forging", "2025-09-16", "2025-09-16"),
        ("denied", "2025-09-17", "2025-09-17"),
        ("closed the harbour", "2025-09-20", "2025-09-20"),
        ("signed an agreement", "2025-10-02", "2025-10-02"),
        ("paid 90 million kronur", "2025-10-20", "2025-10-20"),
        ("charged two former employees", "2025-11-19", "2025-11-19"),
    ],
)
def test_the_turns_of_the_story_are_found_on_their_day(chronicle: View, words: str, since: str, until: str) -> None:
    rows = [row for row in chronicle.chronology(folding=None).rows if words in row.event]
    days = {(row.earliest and row.earliest.isoformat(), row.latest and row.latest.isoformat()) for row in rows}
    assert (since, until) in days


def origins(chronicle: View, words: str) -> list[tuple[int, int]]:
    """Pages and independent sources of the entries with these words."""
    rows = chronicle.chronology(folding=None).rows
    return [(len(row.pages), row.origins) for row in rows if words in row.event]


def states(chronicle: View, words: str) -> list[str]:
    return [row.state for row in chronicle.expectations() if words in row.event]


def test_the_wire_story_counts_as_one_source_beside_the_page_that_contradicts_it(chronicle: View) -> None:
    assert origins(chronicle, "ran aground") == [(4, 2)]


def positions(chronicle: View, words: str, cell: str) -> list[tuple[str, int, tuple[str, ...]]]:
    """What is said of a disputed cell of the only entry with these words: value, number of pages, speakers."""
    [row] = [row for row in chronicle.chronology(folding=None).rows if words in row.event]
    disputes = [dispute for dispute in chronicle.show(row.id).disputes if dispute.cell == cell]
    return [(p.value, len(p.sources), p.said_by) for dispute in disputes for p in dispute.positions]


def test_the_contradiction_on_the_day_is_one_entry_with_who_says_which(chronicle: View) -> None:
    assert positions(chronicle, "ran aground", "date") == [
        ("8 Sep 2025", 3, ("officials",)),
        ("9 Sep 2025", 1, ("harbour master",)),
    ]


def test_the_contradiction_on_the_number_is_one_entry_with_who_says_which(chronicle: View) -> None:
    told = positions(chronicle, "ran aground", "number")
    assert [(value, pages) for value, pages, _ in told] == [("260 tonnes", 1), ("about 400 tonnes", 3)]


def test_the_correction_is_one_entry_that_gives_the_corrected_sum_and_keeps_the_wrong_one(chronicle: View) -> None:
    [row] = [row for row in chronicle.chronology(folding=None).rows if "fined Brandvik" in row.event]
    assert row.event.endswith("fined Brandvik Shipping 2 million kronur")
    assert len(row.pages) == 2
    told = positions(chronicle, "fined Brandvik", "number")
    assert [(value, pages) for value, pages, _ in told] == [("2 million kronur", 1), ("12 million kronur", 1)]


def test_the_allegation_and_its_denial_are_one_claim(chronicle: View) -> None:
    [sides] = [claim.sides for claim in chronicle.claims() if "forging the inspection" in claim.claim]
    assert [side.split(" by ")[0] for side in sides][:2] == ["alleged", "denied"]


def test_the_promise_that_no_page_reports_as_kept_is_past_its_time(chronicle: View) -> None:
    assert states(chronicle, "wreck would be removed") in (["due"], ["lapsed"])


def test_the_promise_that_is_spoken_of_as_unkept_lapses(chronicle: View) -> None:
    assert states(chronicle, "wreck would be removed") == ["lapsed"]


def test_the_promise_that_is_kept_is_fulfilled(chronicle: View) -> None:
    assert states(chronicle, "compensate the fishermen") == ["fulfilled"]


def test_the_talks_that_were_planned_are_fulfilled(chronicle: View) -> None:
    assert "fulfilled" in states(chronicle, "talks with")
