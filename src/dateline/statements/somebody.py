"""Whether a word may stand for somebody who speaks: a person, a group, a body, or a thing that holds words."""

from functools import lru_cache

from spacy.tokens import Token

from dateline.mentions import nouns_for_somebody
from dateline.statements.cues import cue_data

PARTIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NAMES = frozenset({"PROPN", "PRON"})
STATES = frozenset({"acomp", "xcomp", "amod", "oprd", "advmod"})


def may_speak(word: Token) -> bool:
    """Whether the head of a phrase may be a speaker, by its tag and by the nouns of the language."""
    if word.pos_ in NAMES or word.ent_type_ in PARTIES or _looks_like_name(word):
        return True
    if word.pos_ == "ADJ" and word.dep_ in STATES:
        return False
    return word.pos_ != "NOUN" or _is_for_somebody(word.lemma_.lower(), word.lower_, word.doc.lang_)


def _looks_like_name(word: Token) -> bool:
    """Whether a noun is a name by its capital: one that stands alone, or within a sentence."""
    return word.text[:1].isupper() and (not any(word.lefts) or not word.left_edge.is_sent_start)


@lru_cache(maxsize=50_000)
def _is_for_somebody(lemma: str, form: str, language: str) -> bool:
    data, known = cue_data(language), nouns_for_somebody(language)
    if {lemma, form} & (known | data.informants | data.utterances | data.speakers | data.messages | data.unnamed):
        return True
    return lemma not in data.things and lemma.endswith(data.agentive)
