"""Free indirect speech: sentences that go on with what somebody said, without a cue or quotation marks."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from dateline.statements.cues import cue_data, verb_cues
from dateline.statements.drafts import Draft
from dateline.statements.grammar import grammar
from dateline.statements.quotes import Quotes
from dateline.statements.syntax import children


def continued_drafts(doc: Doc, drafts: Sequence[Draft], quotes: Quotes) -> list[Draft]:
    """The sentences that go on with the statement of the sentence before them: "It would take months, he said. ...".

    Only where the tense says so: the words of a speaker of the past stand under "would", and so does the sentence
    that follows in the same paragraph, which has no cue and no quotation mark of its own.
    """
    taken = {draft.anchor for draft in drafts}
    ordered = sorted(drafts, key=_anchor)
    found: list[Draft] = []
    told: Draft | None = None
    for sentence in doc.sents:
        if told is not None and _goes_on(sentence, taken, quotes):
            found.append(_continued(told, sentence))
        else:
            within = ordered[bisect_left(ordered, sentence.start, key=_anchor) :]
            told = _shifted(sentence, within[: bisect_left(within, sentence.end, key=_anchor)], quotes)
        if "\n" in sentence.text_with_ws:
            told = None
    return found


def _anchor(draft: Draft) -> int:
    return draft.anchor


def _shifted(sentence: Span, drafts: Sequence[Draft], quotes: Quotes) -> Draft | None:
    """The one outer of a sentence's statements, if it is indirect speech in the tense of a speaker of the past."""
    within = [d for d in drafts if not d.topic]
    outer = [d for d in within if not any(d.anchor in other.content for other in within)]
    if len(outer) != 1:
        return None
    (draft,) = outer
    doc = sentence.doc
    past = doc[draft.anchor].tag_ == "VBD" and draft.sources and {"quote", "clause"} <= draft.sense.takes
    plain = not draft.negated and not any(quotes.at(i) is not None for i in draft.content)
    return draft if past and plain and any(_is_shift(doc[i]) for i in draft.content) else None


def _is_shift(word: Token) -> bool:
    return word.tag_ == "MD" and word.lower_ in cue_data(word.doc.lang_).shifted


def _goes_on(sentence: Span, taken: set[int], quotes: Quotes) -> bool:
    root = sentence.root
    if root.lemma_.lower() in verb_cues(root.doc.lang_):
        return False
    helpers = children(root, "aux", "auxpass")
    if any(t.i in taken or quotes.at(t) is not None for t in sentence):
        return False
    return any(map(_is_shift, helpers)) and not any(helper.lemma_ in grammar(root.doc.lang_).have for helper in helpers)


def _continued(told: Draft, sentence: Span) -> Draft:
    return replace(told, content=frozenset(t.i for t in sentence), continued=True)
