"""What holds for every text: no failure, sound spans, the same answer twice."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.records import Statement

WORDS = st.sampled_from(
    ["“", "”", '"', "''", "he", "said", "Ost", "according", "to", "that", ",", ".", ":", "—", "the", "dam", "failed",
     "and", "who", "quoted", "as", "saying", "claim", "allegedly", "is", "sure", "not", "I", "\n\n", "was", "told", "?"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=24).map(" ".join), st.text(min_size=1, max_size=60))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_any_text_gives_sound_statements_and_the_same_ones_again(read, text):
    found = read(text)
    for statement in found.statements:
        check(statement, text)
    assert read(text).statements == found.statements


def check(statement: Statement, text: str) -> None:
    spans = [statement.span, statement.cue, *statement.content, *(s.span for s in statement.speakers)]
    assert statement.content
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(statement.span.covers(span) for span in spans)
    assert not any(piece.overlaps(statement.cue) for piece in statement.content)
    assert statement.chain[-1].cue == statement.cue


def test_ids_are_unique_and_come_from_the_content(read):
    text = "Ost said the dam failed. Berg said the dam held, and denied that it failed."
    first, second = read(text), read(text)
    ids = [s.id for s in first.statements]
    assert len(set(ids)) == len(ids) == 3
    assert ids == [s.id for s in second.statements]


def test_an_empty_article_says_nothing(read):
    assert read("").statements == ()
