"""Field names are a promise: every one is explained."""

import re
from pathlib import Path

import msgspec
import pytest

import dateline
from dateline.views import ActorRow, EntryRow, ExpectationRow, HitRow, StatementRow

DOCUMENT = Path(__file__).parents[2] / "docs" / "rows.md"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Entries", EntryRow),
        ("Actors", ActorRow),
        ("Statements", StatementRow),
        ("Expectations", ExpectationRow),
        ("Hits", HitRow),
    ],
)
def test_every_field_is_explained_in_order(head: str, kind: type[msgspec.Struct]) -> None:
    section = DOCUMENT.read_text(encoding="utf-8").split(f"\n## {head}:")[1].split("\n## ")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == kind.__struct_fields__


def test_a_chronicle_opens_from_python(chronicle: Path) -> None:
    with dateline.open(chronicle) as opened:
        assert [row.id for row in opened.chronology().rows]
