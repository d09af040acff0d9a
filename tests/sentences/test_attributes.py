"""Words get the parts of speech and lemmas that spaCy's own components give them, and each is asked for once."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

from dateline.sentences import attributes
from dateline.sentences.attributes import NAME, WordAttributes, use_word_attributes
from dateline.sentences.parsing import model, plain_model

ODD = (
    "It ain't gonna sink; y'all got ta leave, let's go. There's nuthin' left of the ol' ferry.",
    "I saw it, and it saw me. Does she have what you had? They haven't. Cause they were late, he's gone.",
    " \n\tThe crews'd been towing  two ferries\u00a0— the fastest of them all — once more.",
    "",
)


@pytest.fixture(scope="module")
def plain() -> Language:
    return plain_model()


@pytest.fixture
def component() -> WordAttributes:
    found = model().get_pipe(NAME)
    assert isinstance(found, WordAttributes)
    found.forget()
    return found


def facts(doc: Doc) -> list[tuple[str | int, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_type_, t.norm_) for t in doc]


@pytest.mark.parametrize("text", ODD)
def test_odd_words_are_as_the_plain_pipeline_has_them(text: str, plain: Language) -> None:
    assert facts(model()(text)) == facts(plain(text))


words = st.sampled_from(
    ["gon", "na", "all", "y'", "there", "'s", "it", "that", "did", "ferry", "ran", "but", "\n", "n't"]
)


@given(st.lists(words, max_size=12).map(" ".join))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_row_of_words_is_as_the_plain_pipeline_has_it(plain: Language, text: str) -> None:
    assert facts(model()(text)) == facts(plain(text))


def test_a_word_met_before_is_not_looked_up_again(component: WordAttributes, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    lemmatize = component.lemmatizer.lemmatize
    monkeypatch.setattr(component.lemmatizer, "lemmatize", lambda t: (asked.append(t.text), lemmatize(t))[1])
    model()("Divers found the wreck.")
    assert "Divers" in asked
    asked.clear()
    model()("Divers found the wreck.")
    assert asked == []


def test_words_are_let_go_where_there_are_too_many(
    component: WordAttributes, monkeypatch: pytest.MonkeyPatch, plain: Language
) -> None:
    monkeypatch.setattr(attributes, "MOST", 3)
    for text in ("Divers found the wreck.", "A storm was near.", "Divers found the wreck."):
        assert facts(model()(text)) == facts(plain(text))
    assert len(component._words) <= 5


@pytest.mark.parametrize("pattern", [{"SHAPE": "Xxxx"}, {"LOWER": {"FUZZY": "ferry"}}, {"LOWER": "ferry", "OP": "+"}])
def test_a_pipeline_with_rules_of_another_kind_stays_as_it_is(pattern: dict[str, object]) -> None:
    pipeline = Language()
    ruler = pipeline.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[pattern]], {"POS": "NOUN"})
    assert isinstance(pipeline.add_pipe("lemmatizer", config={"mode": "rule"}), Lemmatizer)
    assert use_word_attributes(pipeline).pipe_names == ["attribute_ruler", "lemmatizer"]


def test_a_pipeline_without_the_components_stays_as_it_is() -> None:
    assert use_word_attributes(Language()).pipe_names == []
