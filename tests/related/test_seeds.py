"""Every teaser of the development pages is recovered in its place, against gold that holds line numbers only.

A row of `evaluation/related.seeds.jsonl` is one place of a teaser: the line of its headline (the first, where it stands
twice), the lines of its teaser, the line of its section's heading, its label, its age as an ISO 8601 duration, and the
seconds of its video.
"""

import datetime
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from dateline.articles import find_article
from dateline.pages import make_page
from dateline.records import Age, Article, Page, TeaserPlace
from dateline.related import find_related

ROOT = Path(__file__).resolve().parents[2]
SEEDS = Path(os.environ.get("DATELINE_BENCHMARKS") or ROOT.parent / "shared") / "seeds"
READ_ON = datetime.date(2100, 1, 1)


class Row(msgspec.Struct, frozen=True):
    """One place of a teaser."""

    page: str
    headline_line: int
    teaser_lines: tuple[int, ...]
    section_line: int | None
    label: str | None
    age: str | None
    duration: int | None


GOLD = msgspec.json.decode(
    b"[" + b",".join((ROOT / "evaluation" / "related.seeds.jsonl").read_bytes().splitlines()) + b"]", type=list[Row]
)


def length(age: Age | None) -> str | None:
    return f"PT{age.count}{(age.unit or '?')[0].upper()}" if age else None


def row(page: str, place: TeaserPlace) -> Row:
    return Row(
        page=page,
        headline_line=place.headline_line or 0,
        teaser_lines=place.teaser_lines,
        section_line=place.section_line,
        label=place.label,
        age=length(place.age),
        duration=place.duration,
    )


def found(name: str) -> Iterator[Row]:
    path = SEEDS / name
    if not path.exists():
        pytest.skip(f"no benchmark data: {path}")
    page = make_page(path.read_bytes(), str(path))
    assert isinstance(page, Page)
    article = find_article(page, READ_ON)
    assert isinstance(article, Article)
    for item in find_related(page, article):
        yield from (row(name, place) for place in item.places)


@pytest.mark.parametrize("name", sorted({row.page for row in GOLD}))
def test_every_teaser_is_found_with_its_section_and_nothing_else_is(name: str) -> None:
    wanted = [row for row in GOLD if row.page == name]
    assert sorted(found(name), key=lambda row: row.headline_line) == wanted
