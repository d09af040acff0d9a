"""Speakers named by a label: before a colon, behind a dash, in a transcript."""


def test_a_quotation_signed_behind_a_dash_is_the_signers(read):
    got = read("“It floods each spring. Nobody says a word.” — Mara Voss", named=True)
    outer = got.by_cue("—")
    assert [s.name for s in outer.speakers] == ["Mara Voss"]
    assert got.contents(outer) == ["“It floods each spring. Nobody says a word.”"]


def test_a_dash_within_a_paragraph_of_prose_signs_nothing(read):
    assert read("The harbour froze — Mara Voss left.").statements == ()


def test_a_transcript_gives_each_paragraph_to_its_speaker(read):
    got = read("VOSS: The bridge is safe.\n\nHOLT: Who told you?\n\nVOSS: The engineers told me that it holds.")
    assert [s.speakers[0].name for s in got.statements if s.cue_lemma == ":"] == ["VOSS", "HOLT", "VOSS"]
    assert got.chain("it holds")[0] == ["VOSS"]


def test_a_single_word_in_capitals_with_a_colon_is_no_transcript(read):
    assert read("WARNING: The bridge is shut.\n\nIt will reopen on Monday.").statements == ()
