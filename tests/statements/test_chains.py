"""Nested reports: who says that who says, outermost link first."""

import pytest

from dateline.records import Link, Span, Speaker, Statement
from dateline.statements.chains import chain_at, with_chains


@pytest.mark.parametrize(
    ("text", "words", "chain"),
    [
        ("The pier fell on Monday.", "fell", []),
        ("The pier fell on Monday, witnesses said.", "fell", [["witnesses"]]),
        (
            "According to local media, the mayor said she would join the delegation.",
            "join",
            [["local media"], ["mayor"]],
        ),
        (
            "The news agency reported that the minister told lawmakers that the port would close.",
            "close",
            [["news agency"], ["minister"]],
        ),
        ("The paper quoted the mayor as saying the dam would hold.", "hold", [["paper"], ["mayor"]]),
        ("The mayor was quoted as saying that the dam would hold.", "hold", [["mayor"]]),
        (
            "According to local media, the mayor said engineers had told her that the bridge was unsafe.",
            "unsafe",
            [["local media"], ["mayor"], ["engineers"]],
        ),
        (
            "The news agency reported that the minister told lawmakers that the union had promised to end the strike.",
            "end the",
            [["news agency"], ["minister"], ["union"]],
        ),
        (
            "The report said that, according to witnesses, the guard had promised to resign.",
            "resign",
            [["report"], ["witnesses"], ["guard"]],
        ),
        (
            "The agency reported that the envoy told the president at the fair that trade would grow.",
            "trade",
            [["agency"], ["envoy"]],
        ),
        ("The clerk said the mayor told a priest she was sorry about the fire.", "sorry", [["clerk"], ["mayor"]]),
        ("Ost said Voss told the judge he needed more time.", "needed", [["Ost"], ["Voss"]]),
        (
            "Ost was quoted by Radio Nord as telling lawmakers that the port would close.",
            "close",
            [["Radio Nord"], ["Ost"]],
        ),
        ("The general was reported to have said that the siege was over.", "siege", [[], ["general"]]),
        ("Two men, believed to be guards, fled the camp, police said.", "guards", [["police"], []]),
        ("Police said the car had been reported stolen in May.", "stolen", [["police"], []]),
        ("Ost said it was Voss’s claim that the engineers had warned her.", "warned", [["Ost"], ["Voss"]]),
        ("Delegates asked about a promise the mayor made to rebuild the quay.", "rebuild", [["mayor"]]),
        (
            "The firm would pay, the lawyer told the Harbour Post, according to the court.",
            "pay",
            [["court"], ["lawyer"]],
        ),
        (
            "“The pier sank,” the witness said, according to the police report.",
            "sank",
            [["police report"], ["witness"]],
        ),
        ("Ost said the plan would fail, but the union said it would work.", "work", [["union"]]),
        ("The mayor said the quay would close and asked for help.", "help", [["mayor"]]),
        ("The mayor said according to the survey, the quay would sink.", "sink", [["mayor"], ["survey"]]),
        ("“He told us, ‘Leave the house,’ and we left,” Ost said.", "Leave", [["Ost"], ["he"]]),
        ("“That was Voss saying, ‘Go home,’” Ost said.", "Go home", [["Ost"], ["Voss"]]),
        ("The guard purportedly told police that the mayor had paid him.", "paid", [[], ["guard"]]),
        ("“You say the pier is safe,” Ost said.", "safe", [["Ost"], ["you"]]),
    ],
)
def test_a_chain_holds_all_who_pass_the_words_on(read, text, words, chain):
    assert read(text).chain(words) == chain


def test_who_speaks_is_not_within_the_words(read):
    assert read("The mayor said the dam would hold.").chain("mayor") == []


def statement(name: str, cue: tuple[int, int], content: tuple[int, int], *, topic: bool = False) -> Statement:
    speaker = Speaker(name=name, span=Span(*cue))
    link = Link(speakers=(speaker,), cue=Span(*cue))
    return Statement(
        id=name,
        page_id="page",
        span=Span(*cue).hull(Span(*content)),
        chain=(link,),
        cue=Span(*cue),
        cue_lemma="say",
        content=(Span(*content),),
        form="indirect",
        topic=topic,
    )


def test_statements_that_hold_each_others_cues_make_no_circle():
    first, second = statement("A", (0, 4), (10, 30)), statement("B", (12, 16), (0, 8))
    assert sorted(len(s.chain) for s in with_chains([first, second])) == [1, 2]


def test_the_order_of_the_statements_does_not_matter():
    made = [statement("A", (0, 4), (5, 40)), statement("B", (10, 14), (15, 40)), statement("C", (20, 24), (25, 40))]
    assert with_chains(made) == with_chains(made[::-1])
    assert [link.speakers[0].name for link in chain_at(with_chains(made), 30)] == ["A", "B", "C"]


def test_what_is_only_spoken_of_is_nobodys_word():
    assert chain_at([statement("A", (0, 4), (5, 40), topic=True)], 10) == ()


def test_a_closing_source_stands_over_the_whole_sentence(read):
    assert read("Voss said the pier would reopen by May, according to the Harbour Post.").chain("reopen") == [
        ["Harbour Post"],
        ["Voss"],
    ]
    assert read("Voss had told pilots that the quay was shut, but they overruled her, the source added.").chain(
        "was shut"
    ) == [
        ["source"],
        ["Voss"],
    ]


def test_words_quoted_within_a_quotation_are_those_of_the_inner_speaker(read):
    got = read("“The mayor said, ‘The pier is safe,’” Voss recalled.")
    assert got.chain("is safe") == [["Voss"], ["mayor"]]


def test_the_words_before_who_was_quoted_as_saying_are_theirs_through_the_one_who_quotes(read):
    got = read("The pier has sunk and two boats are lost, an official was quoted by the Harbour Post as saying.")
    assert got.chain("has sunk") == [["Harbour Post"], ["official"]]


def test_he_in_a_quotation_is_not_the_one_who_is_quoted(read):
    got = read("Holt Berg met Jon Voss. “He said the pier is safe,” Voss wrote.", named=True)
    assert got.chain("is safe")[0] == ["Jon Voss"]
    assert got.chain("is safe")[1] != ["Jon Voss"]


def test_what_nobody_in_particular_believes_is_said_by_nobody(read):
    got = read("Voss said the crew was believed to have fled.")
    assert got.chain("fled") == [["Voss"], []]


def test_who_is_accused_is_not_the_one_who_accuses(read):
    got = read("Police said a man accused of burning the pier is at large.")
    assert got.chain("burning") == [["police"], []]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Voss, the mayor, said 40 percent of the houses were destroyed, Radio Nord reported.", ["Radio Nord", "Voss"]),
        ("Voss thought her crew was asleep and the pier was shut, according to police.", ["police", "Voss"]),
    ],
)
def test_a_closing_source_stands_over_the_one_who_speaks_first(read, text, chain):
    found = read(text)
    inner = found.by_cue("said" if "said" in text else "thought")
    assert [s.name for link in inner.chain for s in link.speakers] == chain
    assert not any(chain[0] in words for words in found.contents(inner))
