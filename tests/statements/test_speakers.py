"""Names of speakers, with mentions and without."""

import pytest


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Foreign officials and experts have said the dam could fail.", ["foreign officials and experts"]),
        ("Observers said the dam could fail.", ["observers"]),
        ("Ola Berg and Lt. Gen. Lena Ost confirmed the ship had left.", ["Ola Berg", "Lt. Gen. Lena Ost"]),
        ("During the visit, Berg and Ost confirmed that the ship had left.", ["Berg", "Ost"]),
        ("The mayor, who is new, said the dam could fail.", ["mayor"]),
    ],
)
def test_a_speaker_without_a_mention_is_named_by_its_words(read, text, speakers):
    assert [s.name for s in read(text).only.speakers] == speakers


def test_a_speaker_with_a_mention_has_the_name_of_its_entity(read):
    found = read("Lena Ost is the mayor of Bergen. Ost said the dam could fail.", named=True)
    assert [s.name for s in found.only.speakers] == ["Lena Ost"]
    assert found.only.speakers[0].entity is not None


@pytest.mark.parametrize(
    "text",
    [
        "The hall was built at a site, a location that pointed to his desire for help.",
        "The shift suggests that the harbour will close.",
        "Norway would offer its full support for the fight of Peru.",
    ],
)
def test_things_and_help_to_come_say_nothing(read, text):
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The study suggests that the quay sinks.", "study"),
        ("He said that the phrase suggests the port is poor.", "phrase"),
        ("Records indicate that the mayor knew.", "records"),
        ("The astrologer suggested that it would rain.", "astrologer"),
        ("Norway has sought to introduce such weapons systems citing hostilities.", "Norway"),
    ],
)
def test_people_and_things_that_hold_words_are_speakers(read, text, speaker):
    assert read(text).statements[-1].speakers[0].name == speaker


def test_others_add_nobody_to_named_speakers_but_are_not_forgotten(read):
    [link] = read("Norway, Sweden and others accuse the firm of fraud.").only.chain
    assert ([s.name for s in link.speakers], link.others) == (["Norway", "Sweden"], True)
    [link] = read("Norway and Sweden accuse the firm of fraud.").only.chain
    assert not link.others
