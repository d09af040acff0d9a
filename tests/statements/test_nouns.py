"""Nouns, adjectives, adverbs and labels that make statements."""


def test_a_cue_noun_with_an_owner_is_a_statement(read):
    found = read("Nobody repeated the mayor's claim that the dam was safe.")
    assert [s.name for s in found.by_cue("claim").speakers] == ["mayor"]
    assert found.contents(found.by_cue("claim")) == ["that the dam was safe"]


def test_a_verb_that_only_carries_the_noun_gives_it_its_speaker(read):
    statement = read("The mayor made the claim that the dam was safe.").only
    assert [s.name for s in statement.speakers] == ["mayor"]
    assert statement.stance == "claims"


def test_an_adjective_may_hold_a_thought(read):
    link = read("Engineers are confident that the dam is safe.").only.chain[-1]
    assert (link.stance, link.commitment) == ("thinks", "probable")


def test_allegedly_leaves_the_speaker_open(read):
    statement = read("The guard allegedly opened the gate.").only
    assert (statement.speakers, statement.stance) == ((), "alleges")


def test_a_headline_may_name_its_source_before_or_after_a_colon(read):
    before = read("Survey: half of renters fear eviction", headline=True).by_cue(":")
    after = read("Half of renters fear eviction: survey", headline=True).by_cue(":")
    assert [s.name for s in before.speakers + after.speakers] == ["survey", "survey"]


def test_an_alleged_thing_is_alleged_by_nobody_named_within_what_is_said(read):
    found = read("Observers say the firm's alleged attempts to buy the port failed.")
    assert found.chain("attempts") == [["observers"], []]
    assert found.by_cue("alleged").stance == "alleges"


def test_a_so_called_thing_is_nobodys_statement(read):
    assert read("The so-called river tax was raised in May.").statements == ()
