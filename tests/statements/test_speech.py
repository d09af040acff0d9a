"""Quotations: whose they are, what carries them on, and what is no speech."""

import pytest


def test_a_quotation_and_the_next_one_without_a_cue_are_one_statement(read):
    found = read("“We will rebuild the pier,” Mayor Ost said on Monday. “Nobody will be left behind.”")
    assert found.contents(found.only) == ["“We will rebuild the pier,”", "“Nobody will be left behind.”"]
    assert found.only.form == "direct"


def test_a_quotation_parted_by_its_cue_is_one_statement(read):
    found = read('"The river," she said, "will rise again."')
    assert found.contents(found.only) == ['"The river,"', '"will rise again."']


def test_a_quotation_of_many_sentences_is_taken_whole(read):
    found = read("“The pier is gone. The boats are gone. We are still here,” Ost said.")
    assert found.contents(found.only) == ["“The pier is gone. The boats are gone. We are still here,”"]


def test_a_quotation_that_no_mark_closes_goes_on_in_the_next_paragraph(read):
    found = read("“The port will close,” Berg said. “We tried everything.\n\n“But the money is gone.”")
    assert found.contents(found.only)[-1] == "“But the money is gone.”"


def test_a_colon_leads_in_a_quotation(read):
    found = read("Asked about the strike, Berg said: “We are ready to talk.”")
    assert found.contents(found.only) == ["“We are ready to talk.”"]


def test_a_clause_with_quoted_words_is_mixed(read):
    statement = read("Ost said the river was “very high” and that people should leave.").only
    assert statement.form == "mixed"


def test_what_leads_up_to_quoted_words_belongs_to_them(read):
    found = read("Since the flood the two towns have been “good friends in need,” Ost said.")
    assert found.contents(found.only) == ["Since the flood the two towns have been “good friends in need,”"]


@pytest.mark.parametrize(
    "text",
    [
        'The play "The Long River" opened on Friday.',
        'The so-called "river tax" was raised in May.',
        "The ship “Lena” sank.",
    ],
)
def test_titles_and_scare_quotes_are_not_speech(read, text):
    assert read(text).statements == ()


def test_what_the_quoted_one_thinks_is_not_a_statement_of_its_own(read):
    assert len(read("“I think the pier will stand,” Ost said.").statements) == 1


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("“We will rebuild,” Ost said in a statement.", "statement"),
        ("“We will rebuild,” Ost said in written responses to questions.", "written responses"),
        ("Ost told reporters on state television that the town needs help.", "state television"),
        ("Ost said the town needs help.", None),
    ],
)
def test_the_medium_is_kept_with_the_statement(read, text, medium):
    assert read(text).only.medium == medium
