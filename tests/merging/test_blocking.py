"""Which reports are compared: what must meet does, and what has nothing to do with each other does not."""

import random
from collections.abc import Callable
from itertools import batched
from typing import Any

import pytest

from dateline.merging import MemoryShelf, update
from dateline.merging.blocking import keys
from dateline.merging.candidates import Candidate, candidates

Make = Callable[..., Any]

WORDS = [
    f"{one}{two}{three}" for one in ("bral", "cosk", "dirv") for two in ("em", "ont", "ul") for three in "ehkmpstw"
]


@pytest.fixture(scope="session")
def report(page: Make, told: Make) -> Callable[..., Candidate]:
    """A report of a page of its own, without days or names, that stands in a sentence."""

    def made(id: str, sentence: str, **event: Any) -> Candidate:
        alone = {"actors": (), "days": (), **event}
        (found,) = candidates(page(id, "2024-04-09", told(lemma="cooperate", sentence=sentence, **alone)))
        return found

    return made


def meet(a: Candidate, b: Candidate) -> bool:
    return bool({asked for duals in keys(a).values() for asked in duals} & set(keys(b)))


def test_sentences_that_share_three_words_in_four_meet(report: Make) -> None:
    draw, met = random.Random(5), 0
    for number in range(300):
        *shared, mine, yours = draw.sample(WORDS, 8)
        one = report(f"a{number}", " ".join(("cooperated", *shared, mine)))
        met += meet(one, report(f"b{number}", " ".join(("cooperated", *shared, yours))))
    assert met >= 299


def test_sentences_that_share_only_the_verb_and_a_word_do_not_meet(report: Make) -> None:
    draw, met = random.Random(5), 0
    for number in range(300):
        one, other = (" ".join(("cooperated", "cosonth", *some)) for some in batched(draw.sample(WORDS[1:], 14), 7))
        met += meet(report(f"a{number}", one), report(f"b{number}", other))
    assert met <= 15


class Watched(MemoryShelf):
    """Remembers which reports were looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.looked_at: set[str] = set()

    def candidates(self, rids: Any) -> dict[str, Candidate]:
        found = super().candidates(rids)
        self.looked_at |= found.keys()
        return found


def looked_at(shelf: Watched, *readings: Any) -> int:
    """How many reports of other pages were looked at when these were merged."""
    shelf.looked_at.clear()
    shelf.add_readings(readings)
    update(shelf, readings)
    pages = {reading.page_id for reading in readings}
    return sum(rid.split()[1] not in pages for rid in shelf.looked_at)


def test_a_page_looks_at_its_neighbourhood_only_however_many_tell_of_the_same_people(page: Make, told: Make) -> None:
    shelf = Watched()
    days = [f"2024-{month:02d}-{day:02d}" for month in range(1, 10) for day in range(1, 29)]
    looked_at(shelf, *(page(f"page {day}", day, told(lemma="praise", family="praise", days=(day,))) for day in days))
    one_more = told(lemma="praise", family="praise", days=("2024-05-10",))
    assert looked_at(shelf, page("new", "2024-05-10", one_more)) <= 5


def test_what_is_put_off_looks_only_at_plans_that_share_more_than_a_word(page: Make, told: Make) -> None:
    shelf, matters = Watched(), [f"the opening of the {word}" for word in WORDS]
    plan = {"lemma": "opening", "family": "opening", "realis": "future", "outlook": "planned", "days": ("2024-06-01",)}
    people = [f"{word.title()} {word.title()}son" for word in WORDS]
    pages = [
        page(
            f"page {n}", "2024-04-09", told(**plan, actors=(person,), objects=(matter,), sentence=f"{person} {matter}.")
        )
        for n, (matter, person) in enumerate(zip(matters, people, strict=True))
    ]
    looked_at(shelf, *pages)
    put_off = told(lemma="postpone", actors=(people[7],), objects=(matters[7],), days=("2024-07-01",))
    assert 1 <= looked_at(shelf, page("new", "2024-05-10", put_off)) <= 4
    moved = [expectation for expectation in shelf.everything()[1] if expectation.moved_by]
    assert [str(expectation.due.earliest) for expectation in moved] == ["2024-07-01"]
