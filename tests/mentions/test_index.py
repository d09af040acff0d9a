"""Finding the entity behind a word."""

from collections.abc import Callable
from typing import Any

from dateline.mentions import MentionIndex

ReadFunction = Callable[..., Any]


def test_the_head_of_a_phrase_leads_to_its_entity(read: ReadFunction) -> None:
    page = read("Foreign officials met Ingrid Solheim in Bergen.")
    index = MentionIndex(page.mentions, page.entities)
    found = {token.text: index.at(token) for token in page.doc}
    assert found["officials"] is not None
    assert found["officials"].name == "foreign officials"
    assert found["Solheim"] is not None
    assert found["Solheim"].name == "Ingrid Solheim"


def test_any_word_of_a_name_leads_to_it(read: ReadFunction) -> None:
    page = read("Ingrid Solheim left.")
    entity = MentionIndex(page.mentions, page.entities).at(0)
    assert entity is not None
    assert entity.name == "Ingrid Solheim"


def test_a_pronoun_for_two_leads_to_both(read: ReadFunction) -> None:
    page = read("Antti Laine and Lars Holm went to Bergen, where they inspected a frigate.")
    they = next(token for token in page.doc if token.text == "they")
    names = [entity.name for entity in MentionIndex(page.mentions, page.entities).all_at(they)]
    assert names == ["Antti Laine", "Lars Holm"]


def test_a_word_without_a_mention_leads_nowhere(read: ReadFunction) -> None:
    page = read("It rained.")
    assert MentionIndex(page.mentions, page.entities).at(3) is None
