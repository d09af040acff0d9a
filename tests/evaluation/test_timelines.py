"""The task `timelines`."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DataError, UsageError
from dateline.evaluation import evaluate
from dateline.evaluation.timelines import Timeline, compare, follows, is_named, read_target, relations

mentions = st.tuples(st.sampled_from("12"), st.integers(0, 3), st.sampled_from(["said", "met"]))
timelines = st.dictionaries(mentions, st.integers(1, 4), max_size=8)


def test_mentions_are_read_with_their_rank_and_those_without_a_date_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mara Voss\n0\tXXXX-XX-XX\t1-4-had\n1\t2020\t1-2-Met\t3-5-took_over\n")
    target = read_target(tmp_path / "a.txt")
    assert target.name == "Mara Voss"
    assert target.timeline == {("1", 2, "met"): 1, ("3", 5, "took"): 1}


def test_relations_that_follow_count_and_others_do_not() -> None:
    a, b, c = (("1", n, "met") for n in range(3))
    gold = {a: 1, b: 1, c: 2}
    precision, recall = compare(gold, {a: 1, c: 2})
    assert (precision.precision, recall.recall) == (1, 0.5)
    assert compare(gold, {a: 2, c: 1})[0].precision == 0


@given(timelines)
def test_a_timeline_agrees_with_itself(timeline: Timeline) -> None:
    assert all(follows(relation, timeline) for relation in relations(timeline))
    assert len(list(relations(timeline))) == max(0, len(timeline) - 1)


@given(timelines, timelines)
def test_precision_of_one_side_is_recall_of_the_other(one: Timeline, other: Timeline) -> None:
    assert compare(one, other)[0].precision == compare(other, one)[1].recall


def test_the_reader_orders_the_events_of_a_target(tmp_path: Path) -> None:
    words = [
        "Talks in Ostrel",
        "May 5 , 2020",
        "Mara Voss met Ida Lund on Monday .",
        "Mara Voss visited Norway on Tuesday .",
        "Mara Voss expelled two diplomats .",
    ]
    numbered = [(number, word) for number, sentence in enumerate(words) for word in sentence.split()]
    tokens = "".join(f'<token t_id="{i}" sentence="{s}">{w}</token>' for i, (s, w) in enumerate(numbered, 1))
    for name in ("documents", "timelines"):
        (tmp_path / name).mkdir()
    (tmp_path / "documents" / "7-talks.xml").write_text(f"<Document>{tokens}</Document>")
    (tmp_path / "timelines" / "voss.txt").write_text(
        "Mara Voss\n1\t2020-05-04\t7-2-met\n2\t2020-05-05\t7-3-visited\t7-4-expelled\n"
    )
    result = evaluate("timelines", tmp_path, errors=tmp_path / "errors")
    assert result.scores == {"micro_f1": 1}
    assert "gold 1  reader 1  7-2-met" in (tmp_path / "errors").read_text()


@pytest.mark.parametrize(
    ("target", "name", "same"),
    [
        ("Ostrel store", "the Ostrel Music Store", True),
        ("Norvik Lund Works", "Lund Works", True),
        ("Norvik Lund Works", "Norvik", False),
        ("Lund", "Lundgren", False),
    ],
)
def test_a_target_is_known_by_its_words(target: str, name: str, same: bool) -> None:
    assert is_named(target, name) == same


def test_another_layout_and_a_broken_line_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="timelines"):
        evaluate("timelines", tmp_path)
    (tmp_path / "timelines").mkdir()
    (tmp_path / "timelines" / "a.txt").write_text("Mara Voss\nfirst she met him\n")
    with pytest.raises(DataError, match=r"a\.txt"):
        evaluate("timelines", tmp_path)
