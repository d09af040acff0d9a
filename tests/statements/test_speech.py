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
        "Ost wrote “The Long River” in 1990.",
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


def test_scare_quotes_within_what_is_said_do_not_make_it_a_quotation(read):
    assert read("Ost said the “river tax” would rise.").only.form == "indirect"
    assert read("Ost said the plan was “pure nonsense”.").only.form == "mixed"
    assert read("Ost called it a “great mistake”.").only.form == "mixed"


def test_scare_quotes_after_a_quotation_do_not_go_on_with_it(read):
    found = read("“The pier is safe,” Ost said. The “river tax” is paid in May.")
    assert found.contents(found.only) == ["“The pier is safe,”"]


@pytest.mark.parametrize(
    ("text", "place", "days"),
    [
        ("Ost said on May 3, 2024 in Bergen that the quay would open in June.", "Bergen", ("2024-05-03", "2024-05-03")),
        ("Ost said that the quay in Bergen would open on May 30, 2024.", None, None),
    ],
)
def test_the_time_and_place_of_speaking_are_not_those_of_what_is_said(read, text, place, days):
    statement = read(text, named=True).only
    assert (statement.place.name if statement.place else None) == place
    when = statement.interval
    assert ((str(when.earliest), str(when.latest)) if when else None) == days


def test_the_channel_is_the_outlet_that_was_spoken_to(read):
    spoken = read("Ost said in an interview with Radio Nord that the quay is safe.", named=True).only
    assert (spoken.medium, spoken.chain[-1].channel) == ("interview", "Radio Nord")
    assert read("Ost told reporters that the quay is safe.").only.chain[-1].channel == "reporters"


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Ost wrote in written responses to questions that the mine would reopen.", "written responses"),
        ("Speaking on state television, Ost said the border was calm.", "state television"),
        ("The army said in a message posted on Telegram that its drones had hit the depot.", "message"),
        ("In a statement, the ministry said that its ships had left the bay.", "statement"),
    ],
)
def test_the_medium_is_found_wherever_it_stands(read, text, medium):
    assert read(text).only.medium == medium


def test_a_quotation_over_paragraphs_belongs_to_the_speaker_named_in_the_last(read):
    found = read("“The pier is safe.\n\n“It is old.\n\n“We tested it twice,” Ost said.")
    assert found.contents(found.only) == ["“The pier is safe.", "“It is old.", "“We tested it twice,”"]


def test_a_colon_leads_in_a_quotation_in_the_next_paragraph(read):
    found = read("Ost added:\n\n“It was never safe. We said so.”")
    assert found.contents(found.only) == ["“It was never safe. We said so.”"]


def test_words_told_within_a_quotation_are_direct_only_where_they_are_quoted_once_more(read):
    found = read("“Voss told me that the pier is safe, and she said, ‘Go home,’” Ost said.")
    assert [s.form for s in found.statements] == ["direct", "indirect", "direct"]


def test_the_nearest_of_two_subjects_speaks(read):
    assert read("“Who would leave a house that stands?” Ost asked.").only.speakers[0].name == "Ost"
