"""Marks of lines, and the words without which they are not looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles.anatomy import marks
from dateline.articles.marking import Mark, cut, lines_holding
from dateline.articles.signing import find_notes

LINES = st.lists(st.text("abN \t", max_size=8), max_size=12)


def test_a_pattern_for_the_start_is_tried_there_and_others_where_their_words_stand() -> None:
    mark = Mark(["^by ", r"\bsign up\b"], ["sign up"])
    lines = ("By Ida Holm", "Passed by all", "Please SIGN UP", "Please sign  up")
    assert [mark.stands_in(cut(text)) for text in lines] == [True, False, True, False]


@given(LINES, st.lists(st.text("abN", min_size=1, max_size=2), max_size=3))
def test_the_lines_that_hold_a_word_are_found_on_the_whole_page_at_once(lines: list[str], words: list[str]) -> None:
    assert lines_holding("\n".join(lines), words) == [
        i for i, line in enumerate(lines) if any(word in line for word in words)
    ]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("caption", "Boats in the harbour. (Jon Aas/Norvik Photos via AP)"),
        ("caption", "Boats in the harbour. Photograph by Jon Aas"),
        ("caption", "Boats in the harbour EPA-EFE"),
        ("credit", "Ida Lund contributed to this report from Norvik"),
        ("credit", "— Lund reported from Norvik."),
        ("credit", "A report by the Norvik Mail was first published on Monday"),
        ("promo", "Please register here to get our newsletter"),
        ("promo", "You can download our new app"),
        ("promo", "The news of the day in your inbox"),
        ("promo", "To see the map, click here to open it"),
        ("end", "Norvik Mail Top Stories"),
        ("error", "Sorry, the page could not be found"),
        ("error", "This article is no longer available: story is no longer available"),
    ],
)
def test_marks_within_a_line_are_found(kind: str, line: str) -> None:
    assert marks(kind, line)


@pytest.mark.parametrize(
    "line",
    [
        "Clarification: The quay is 300 metres long, not 400.",
        "Errata: the quay is 300 metres long, not 400.",
        "This story was amended on Monday to add the length of the quay.",
        "The headline of an earlier version of this article named the wrong quay.",
        "Note to readers: this page is closed on Sunday.",
        "Publisher's note: the author owns a boat in the harbour.",
    ],
)
def test_notes_of_every_kind_are_found(line: str) -> None:
    assert [note.text for note in find_notes(["Home", line, "News"])] == [line]
