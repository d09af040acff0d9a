"""Two texts beside each other."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Article, Block, Reading, Span, Timestamp
from dateline.views.citations import Source
from dateline.views.side_by_side import SideBySide, side_by_side

OLD = ("Ferry sails", "The ferry sailed on Monday with forty guests.", "The mayor waved.", "It rained.")
NEW = ("Ferry sails late", "The ferry sailed on Tuesday with forty guests.", "It rained.", "A band played on the pier.")


def reading(page: str, lines: tuple[str, ...], day: int) -> Reading:
    text = "\n".join(lines)
    blocks, at = [], 0
    for number, line in enumerate(lines):
        blocks.append(Block("headline" if number == 0 else "body", Span(at, at + len(line))))
        at += len(line) + 1
    published = Timestamp(day=datetime.date(2024, 5, day))
    return Reading(
        page_id=page,
        reader="test",
        article=Article(page_id=page, title=lines[0], text=text, blocks=tuple(blocks), published=published),
    )


def beside(old: tuple[str, ...], new: tuple[str, ...], *pages: str) -> SideBySide:
    read = {"a": reading("a", old, 1), "b": reading("b", new, 2)}
    first, second = pages or ("a", "b")
    return side_by_side((first, second), source, read.__getitem__)


def source(page: str) -> Source:
    return Source(page=page, title=page, published=datetime.date(2024, 5, 1), location=page)


def text(words: tuple[object, ...]) -> str:
    return " ".join(word.text for word in words)  # type: ignore[attr-defined]


def test_the_words_that_differ_are_told_from_those_that_do_not() -> None:
    found = beside(OLD, NEW)
    changed = next(pair for pair in found.pairs if pair.kind == "changed" and pair.block == "body")
    assert [word.text for word in changed.before if word.differs] == ["Monday"]
    assert [word.text for word in changed.after if word.differs] == ["Tuesday"]
    assert (found.changed, found.added, found.removed) == (2, 1, 1)


def test_the_older_page_stands_first_whichever_is_asked_for() -> None:
    assert beside(OLD, NEW, "b", "a") == beside(OLD, NEW)
    assert beside(OLD, NEW).before.page == "a"


LINES = st.lists(st.sampled_from((*OLD, *NEW, "Nobody came.")), min_size=1, max_size=8).map(tuple)


@given(LINES, LINES)
def test_each_side_is_its_whole_text(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    found = beside(old, new)
    assert [text(pair.before) for pair in found.pairs if pair.before] == list(old)
    assert [text(pair.after) for pair in found.pairs if pair.after] == list(new)
