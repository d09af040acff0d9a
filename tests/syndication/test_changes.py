"""What one text changed in another."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.syndication import Change, changes


def test_changes_are_told_by_the_sentence(reading, dispatch) -> None:
    later = [dispatch[0].replace("Tuesday", "Wednesday"), dispatch[1].split(". ")[0] + ".", *dispatch[2:], "It rained."]
    found = changes(reading("a"), reading("b", *later, title="Ostrel to close its ferry line"))
    assert found == [
        Change(
            kind="changed",
            block="headline",
            paragraph=1,
            before="Ostrel closes its ferry line",
            after="Ostrel to close its ferry line",
        ),
        Change(kind="changed", block="body", paragraph=1, before=dispatch[0], after=later[0]),
        Change(
            kind="removed",
            block="body",
            paragraph=2,
            before="Nobody from the crews was heard before the vote was taken.",
            after=None,
        ),
        Change(kind="added", block="body", paragraph=5, before=None, after="It rained."),
    ]


def test_white_space_is_no_change_and_pages_that_were_not_parsed_compare_by_paragraph(reading, dispatch) -> None:
    assert changes(reading("a"), reading("b", *(line.replace(" ", "  ") for line in dispatch))) == []
    (change,) = changes(reading("a", parsed=False), reading("b", *dispatch[:3], parsed=False))
    assert (change.kind, change.before) == ("removed", dispatch[3])


paragraphs = st.lists(st.sampled_from(["It rained.", "It rained again.", "The pier fell.", "No one was there."]))


@given(paragraphs.filter(bool), paragraphs.filter(bool))
@settings(max_examples=40)
def test_the_changes_lead_from_one_text_to_the_other(reading, old: list[str], new: list[str]) -> None:
    found = changes(reading("a", *old), reading("b", *new))
    gone = [change.before for change in found if change.before]
    come = [change.after for change in found if change.after]
    assert sorted([*old, *come]) == sorted([*new, *gone])
