"""Sentences that go on with what somebody said."""

import pytest


def test_a_sentence_in_the_speakers_tense_goes_on_with_what_was_said(read):
    found = read("The work would take months, Ost said. The ferries would have to be replaced.")
    told, free = found.statements
    assert (told.form, free.form) == ("indirect", "free")
    assert found.contents(free) == ["The ferries would have to be replaced"]
    assert free.chain == told.chain


def test_it_goes_on_from_sentence_to_sentence(read):
    found = read("Ost said the work would take months. Ferries would stop. The quay could close. It is old.")
    assert [found.contents(s) for s in found.statements if s.form == "free"] == [
        ["Ferries would stop"],
        ["The quay could close"],
    ]


@pytest.mark.parametrize(
    "after",
    [
        " The ferries are old.",
        "\n\nThe ferries would have to be replaced.",
        " The ferries would have sailed in May.",
        " The union would not comment.",
        " Voss said the ferries would sail.",
        " The ferries “would have to be replaced”.",
    ],
)
def test_other_sentences_are_not_taken_for_the_speakers(read, after):
    found = read("The work would take months, Ost said." + after)
    assert not [s for s in found.statements if s.form == "free"]


def test_what_is_said_without_a_shift_of_tense_goes_no_further(read):
    found = read("Ost said the quay is shut. The ferries would sail in May.")
    assert not [s for s in found.statements if s.form == "free"]
