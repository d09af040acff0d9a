"""Cue verbs with their speakers, contents, stances and addressees."""

import pytest


@pytest.mark.parametrize(
    ("text", "cue", "speakers", "content"),
    [
        ("Officials said the dam had failed.", "said", ["officials"], "the dam had failed"),
        ("The dam, she said, will hold.", "said", ["she"], "The dam"),
        ("The council may raise taxes, two clerks said.", "said", ["two clerks"], "The council may raise taxes"),
        ("Berg has denied that the dam failed.", "has denied", ["Berg"], "that the dam failed"),
        ("Berg accused the union of blocking the port.", "accused", ["Berg"], "the union of blocking the port"),
        ("The union vowed to end the strike.", "vowed", ["union"], "to end the strike"),
        ("Berg did not say whether the port would close.", "did not say", ["Berg"], "whether the port would close"),
        ("Berg called the plan a mistake.", "called", ["Berg"], "the plan a mistake"),
        ("Berg urged the council to act.", "urged", ["Berg"], "the council to act"),
        ("The committee called for an inquiry.", "called for", ["committee"], "an inquiry"),
        ("The survey showed Berg with a lead.", "showed", ["survey"], "Berg with a lead"),
    ],
)
def test_a_cue_verb_gives_its_subject_a_statement(read, text, cue, speakers, content):
    found = read(text)
    statement = found.by_cue(cue)
    assert [s.name for s in statement.speakers] == speakers
    assert found.contents(statement)[0] == content


@pytest.mark.parametrize(
    ("text", "stance", "commitment"),
    [
        ("Officials said the dam had failed.", "says", "certain"),
        ("Officials reported that the dam had failed.", "reports", "certain"),
        ("Officials confirmed that the dam had failed.", "confirms", "certain"),
        ("Officials denied that the dam had failed.", "denies", "denied"),
        ("Officials claimed that the dam had failed.", "claims", "certain"),
        ("Officials alleged that the dam had failed.", "alleges", "certain"),
        ("Officials promised to mend the dam.", "promises", "certain"),
        ("Officials plan to mend the dam.", "plans", "certain"),
        ("Officials expect the dam to fail.", "expects", "probable"),
        ("Officials warned that the dam could fail.", "warns", "certain"),
        ("Officials believe that the dam failed.", "thinks", "probable"),
        ("Officials asked whether the dam had failed.", "asks", "unknown"),
        ("Officials did not say whether the dam had failed.", "says", "unknown"),
    ],
)
def test_each_link_has_the_stance_and_commitment_of_its_cue(read, text, stance, commitment):
    link = read(text).only.chain[-1]
    assert (link.stance, link.commitment) == (stance, commitment)


def test_what_is_spoken_of_is_marked_apart_from_what_is_said(read):
    assert read("Berg condemned the attack on the port.").only.topic
    assert not read("Berg denied the attack on the port.").only.topic
    assert read("Berg condemned the attack on the port.").chain("attack") == []


def test_the_one_who_is_told_is_an_addressee_not_a_speaker(read):
    active = read("Berg told lawmakers that the port would close.").only
    assert [a.name for a in active.addressees] == ["lawmakers"]
    passive = read("Residents were told that the water was safe.").only
    assert [a.name for a in passive.addressees] == ["residents"]
    assert passive.speakers == ()


def test_a_report_without_a_reporter_is_a_statement_without_a_speaker(read):
    statement = read("It was reported that the dam had failed.").only
    assert (statement.speakers, statement.stance) == ((), "reports")


@pytest.mark.parametrize(
    "text",
    [
        "The dam is expected to open in May.",
        "Berg refused to criticise the union.",
        "The dam failed in May.",
        "The river was named after a saint.",
    ],
)
def test_what_nobody_is_said_to_say_is_no_statement(read, text):
    assert read(text).statements == ()


def test_a_statement_that_announces_another_counts_once(read):
    found = read("The harbour office issued a statement saying that the port would close.")
    assert [s.name for s in found.only.speakers] == ["harbour office"]


def test_a_call_is_put_to_somebody_who_is_to_act(read):
    got = read("Voss called on the mayor to apologize for accusing her of theft.")
    call = got.by_cue("called on")
    assert got.contents(call) == ["the mayor to apologize for accusing her of theft"]
    assert got.chain("apologize") == [["Voss"]]
    assert got.chain("theft")[-1] == ["mayor"]
