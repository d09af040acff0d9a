"""Teaser lists of many layouts, all of invented news."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles import split_lines
from dateline.related.lists import Draft, ListReader
from dateline.related.tokens import make_token


def drafts(text: str) -> list[Draft]:
    tokens = [
        make_token(line.text, number=line.number, opens=line.bullet, blank_before=line.blank_before)
        for line in split_lines(text)
    ]
    return ListReader().read(tokens)


def heads(text: str) -> list[str]:
    return [draft.head.text for draft in drafts(text)]


def sections(text: str) -> list[str | None]:
    return [draft.section.text if draft.section else None for draft in drafts(text)]


BULLETS = """
Harbour
-
Ferry to the outer islands sails again after repairs
The crossing was closed for nine weeks while a new ramp was built.
-
Mussel farm wins an appeal against the tide tax
The court found that the tax was counted twice.
Gardens
- Roses are late this year, growers say
Cold nights in May held the buds back, according to three nurseries.
"""

DOUBLED = """
Top Stories

Ferry to the outer islands sails again after repairs
Ferry to the outer islands sails again after repairs

The crossing was closed for nine weeks while a new ramp was built...

14h ago

Lighthouse keeper retires
Lighthouse keeper retires

She kept the lamp for 41 years and never once overslept...

2 days ago
"""

DURATION_FIRST = """
Most Watched Today

2:17
Otters return to the mill stream
Otters return to the mill stream

A camera caught them at dawn. Ada Holt has more.

9h ago

4:46
The longest bridge of the valley, from above

A drone followed it from one end to the other.
"""

BARE = """
Latest headlines
Ferry to the outer islands sails again after repairs
Mussel farm wins an appeal against the tide tax
Roses are late this year, growers say
"""


def test_a_bullet_of_its_own_opens_a_teaser() -> None:
    found = drafts(BULLETS)
    assert [draft.head.number for draft in found] == [4, 7, 10]
    assert [[token.number for token in draft.teaser] for draft in found] == [[5], [8], [11]]
    assert sections(BULLETS) == ["Harbour", "Harbour", "Gardens"]


def test_a_headline_that_stands_twice_is_one_and_the_age_after_its_teaser_is_its_own() -> None:
    first, second = drafts(DOUBLED)
    assert (first.head.number, [token.number for token in first.teaser]) == (4, [7])
    assert (second.head.text, second.doubled) == ("Lighthouse keeper retires", True)
    assert [draft.age.words for draft in (first, second) if draft.age] == ["14h ago", "2 days ago"]


def test_a_duration_before_a_headline_is_of_what_follows() -> None:
    first, second = drafts(DURATION_FIRST)
    assert [draft.duration.duration for draft in (first, second) if draft.duration] == [137, 286]
    assert first.age
    assert second.age is None
    assert sections(DURATION_FIRST) == ["Most Watched Today"] * 2


def test_a_duration_after_a_headline_is_of_what_stands_before() -> None:
    text = "Top videos\nOtters return to the mill stream\n2:17\nA bridge seen from above\n0:46\n"
    assert [draft.duration.duration for draft in drafts(text) if draft.duration] == [137, 46]


def test_a_list_without_teasers_is_one_headline_a_line() -> None:
    assert len(drafts(BARE)) == 3
    assert sections(BARE) == ["Latest headlines"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Sports\n-\nEXCLUSIVE\nEXCLUSIVE | Rowing club finds its lost cup in a barn\n",
        "Sports\n-\nEXCLUSIVE\nRowing club finds its lost cup in a barn\n",
        "Sports\n-\nRowing club finds its lost cup in a barn\nEXCLUSIVE\nIt had been there since the flood.\n",
        "Sports\nExclusive: Rowing club finds its lost cup in a barn\n",
        "Sports\n[EXCLUSIVE] Rowing club finds its lost cup in a barn\n",
    ],
)
def test_a_label_is_taken_off_its_headline(text: str) -> None:
    (found,) = drafts(text)
    assert (found.head.text, found.label) == ("Rowing club finds its lost cup in a barn", "EXCLUSIVE")
    assert found.section
    assert found.section.text == "Sports"


def test_ages_may_stand_before_their_headlines() -> None:
    text = "Latest news\n2 hours ago\nOtters return to the mill stream\n5 hours ago\nA bridge seen from far above\n"
    assert [(draft.head.text[:6], draft.age and draft.age.count) for draft in drafts(text)] == [
        ("Otters", 2),
        ("A brid", 5),
    ]


def test_an_age_may_end_the_line_of_its_headline() -> None:
    (found,) = drafts("Latest news\nOtters return to the mill stream - 3 hours ago\n")
    assert (found.head.text, found.age and found.age.count) == ("Otters return to the mill stream", 3)


def test_parts_of_a_line_between_bars_are_told_apart() -> None:
    (found,) = drafts("Videos\n2:17 | LIVE | Otters return to the mill stream | 3h ago\n")
    assert (found.head.text, found.label) == ("Otters return to the mill stream", "LIVE")
    assert found.duration
    assert (found.duration.duration, found.age and found.age.unit) == (137, "hour")


def test_a_column_of_times_of_day_is_no_column_of_videos() -> None:
    text = "LATEST\nOtters return to the mill stream\n09:14\nA bridge seen from far above\n11:30\n"
    assert [(draft.age and draft.age.clock, draft.duration) for draft in drafts(text)] == [
        ("09:14", None),
        ("11:30", None),
    ]


def test_times_under_a_heading_of_videos_stay_lengths() -> None:
    text = "Latest videos\nOtters return to the mill stream\n09:14\nA bridge seen from far above\n11:30\n"
    assert [draft.duration.duration for draft in drafts(text) if draft.duration] == [554, 690]


def test_a_menu_is_no_list_and_heads_none() -> None:
    menu = "Home\nNews\nSport\nCulture\nContact\n"
    assert heads(menu) == []
    assert sections(f"{menu}Otters return to the mill stream\nThey were seen at dawn.\n") == [None]


def test_readers_comments_are_no_teasers_until_another_list_begins() -> None:
    comments = "12 comments\nI have never seen otters there\nNor have I in forty years\nNonsense they live in my pond\n"
    assert heads(comments) == []
    assert heads(comments + BARE) == heads(BARE)


def test_small_print_is_passed_over() -> None:
    small = "Read more\n3 min read\n12 comments\n© 2031 The Varn Post. All rights reserved\n"
    text = f"Most read\nOtters return to the mill stream\n{small}"
    assert heads(text) == ["Otters return to the mill stream"]


def test_a_single_bare_line_under_no_heading_is_nothing() -> None:
    assert heads("The paper of the whole valley\n") == []


def test_initials_at_its_end_do_not_make_a_headline_a_sentence() -> None:
    text = "Sports\n-\nFires die down and the camp can go ahead in Varn, B.C.\nThe tournament had been in doubt.\n"
    (found,) = drafts(text)
    assert found.head.number == 3
    assert [token.number for token in found.teaser] == [4]


def test_whose_work_it_is_heads_no_list() -> None:
    text = "Opinion\nWhat a river owes its banks\nAda Holt\nWhy I gave up my boat\nBen Orr\n"
    assert sections(text) == ["Opinion", "Opinion"]


LINES = st.lists(
    st.one_of(
        st.sampled_from(["", "-", "World", "EXCLUSIVE", "2:17", "14h ago", "Top Stories", "12 comments", "© 2031"]),
        st.sampled_from(["Otters return to the mill stream", "They were seen at dawn by two anglers."]),
        st.text(max_size=80),
    ),
    max_size=40,
)


@given(LINES)
def test_every_line_belongs_to_one_teaser_at_most_and_order_is_kept(lines: list[str]) -> None:
    found = drafts("\n".join(lines))
    numbers = [token.number or 0 for draft in found for token in (draft.head, *draft.teaser)]
    assert all(first < second for first, second in pairwise(numbers))
    assert all(draft.head.text for draft in found)
