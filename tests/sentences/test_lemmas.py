"""Lemmas of verbs in -e are not those of shorter verbs."""

import pytest

from dateline.sentences.parsing import model


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("The court fined the yard.", "fine"),
        ("The court was fining the yard.", "fine"),
        ("Divers hoped for calm.", "hope"),
        ("Anna hopes for calm.", "hope"),
        ("Anna was riding a horse.", "ride"),
        ("The noise scared the horses.", "scare"),
        ("The crew planned a trip.", "plan"),
        ("The crew plans a trip.", "plan"),
        ("Anna tapped the barrel.", "tap"),
        ("The team was winning again.", "win"),
    ],
)
def test_a_doubled_letter_tells_the_short_verb_from_the_one_in_e(words: str, lemma: str) -> None:
    assert lemma in [token.lemma_ for token in model()(words) if token.pos_ == "VERB"]
