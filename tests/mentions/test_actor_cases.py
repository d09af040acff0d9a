"""A table of cases, written before they were read: names, kinds, countries, sectors, and whom pronouns mean.

What is still read wrongly is named in `OPEN`: a case that is read rightly now must leave it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("actor_cases.yaml").read_text("utf-8"))
OPEN: dict[str, set[str]] = {
    "names": {"minister of a province"},
    "pronouns": {"same clause", "quoted not himself", "possessive of subject"},
    "sectors": {"spy chief", "palestinians"},
    "seen": set(),
}


def faults(page: Any, case: dict[str, Any]) -> Iterator[str]:
    """What a page was read to say against a case."""
    entities = {entity.name: entity for entity in page.entities}
    for name, wanted in case.get("who", {}).items():
        kind, country, sector = wanted if isinstance(wanted, list) else (wanted, "-", "-")
        found = entities.get(name) or next((e for e in page.entities if e.name.casefold() == name.casefold()), None)
        if found is None:
            yield f"no {name} among {[(e.name, e.kind) for e in page.entities]}"
            continue
        told = (found.kind, found.country, found.sector)
        if any(want not in ("-", have) for want, have in zip((kind, country, sector), told, strict=True)):
            yield f"{name} is {told}"
    yield from (f"{name} is there" for name in case.get("never", ()) if name in entities)
    for words, wanted in case.get("behind", {}).items():
        found = page.all_behind(words, last(page, words))
        expected = [] if wanted is None else wanted if isinstance(wanted, list) else [wanted]
        if found != expected:
            yield f"{words} is {found}"


def last(page: Any, words: str) -> int:
    """The number of the last place where these words are a mention."""
    return max(len({m.span for m in page.mentions if page.words(m) == words}) - 1, 0)


@pytest.mark.parametrize("table", list(CASES))
def test_the_cases_of_the_table_are_read_as_they_were_written_down(read: Callable[..., Any], table: str) -> None:
    misread = {}
    for name, case in CASES[table].items():
        if found := list(faults(read(case["text"], title=case.get("title", "")), case)):
            misread[name] = found
    assert set(misread) == OPEN[table], "\n".join(f"{name}: {found}" for name, found in misread.items())
