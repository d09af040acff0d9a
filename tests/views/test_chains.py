"""Who says so, in words."""

from dateline.records import Link, Span, Speaker
from dateline.views.chains import ladder, names


def test_those_whom_the_page_leaves_unnamed_are_told_beside_the_named() -> None:
    assert names(("Norway", "Sweden"), others=True) == "Norway, Sweden and others"
    assert names(("Norway",), others=True) == "Norway and others"
    speaker = Speaker(name="Norway", span=Span(0, 6))
    [rung] = ladder((Link(speakers=(speaker,), cue=Span(18, 22), others=True),), "Norway and others said so.")
    assert rung.words == "Norway and others: “said”"
