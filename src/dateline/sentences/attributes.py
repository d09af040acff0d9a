"""Parts of speech and lemmas as spaCy's attribute ruler and lemmatizer give them, without asking them for every word.

The two look at every word of a text anew, and take a fifth of the time of a parse. Almost all of their rules are about
one word: what they make of it hangs only on its form, tag and relation, and is remembered.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.strings import StringStore
from spacy.tokens import Doc

NAME = "word_attributes"
ASKED = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
"""What a rule of one word may ask for."""
TESTS = frozenset({"IN", "NOT_IN", "REGEX"})
"""How it may ask for the form of the word."""
MOST = 50_000
"""Words that are remembered at most: half a kilobyte each."""

Match = tuple[int, int, int, int]
"""A rule's place in the order in which rules are applied, its name, and the range of words that it fits."""


def use_word_attributes(pipeline: Language) -> Language:
    """Put `WordAttributes` in place of the two; a pipeline whose rules are of another kind stays as it was."""
    if not {"attribute_ruler", "lemmatizer"} <= set(pipeline.pipe_names):
        return pipeline
    ruler, lemmatizer = pipeline.get_pipe("attribute_ruler"), pipeline.get_pipe("lemmatizer")
    if isinstance(ruler, AttributeRuler) and isinstance(lemmatizer, Lemmatizer) and _is_known(ruler, lemmatizer):
        Language.component(NAME, func=WordAttributes(ruler, lemmatizer))
        pipeline.add_pipe(NAME, after="lemmatizer")
        pipeline.disable_pipe("attribute_ruler")
        pipeline.disable_pipe("lemmatizer")
    return pipeline


def _is_known(ruler: AttributeRuler, lemmatizer: Lemmatizer) -> bool:
    """Whether rules of one word ask for nothing else than `ASKED`, and words without a lemma get theirs by rule."""
    short = [rule for rule in _rules(ruler) if len(rule[2]) == 1]
    plain = all(ASKED.issuperset(word) and ruler.indices[number] in (0, -1) for number, _, (word,) in short)
    forms = [word.get("LOWER", "") for _, _, (word,) in short]
    tests = {test for form in forms if isinstance(form, dict) for test in form}
    return plain and tests <= TESTS and lemmatizer.mode == "rule" and not lemmatizer.overwrite


def _rules(ruler: AttributeRuler) -> Iterator[tuple[int, str, list[dict[str, Any]]]]:
    """Each rule with its number and name, once for each of the patterns that it fits."""
    for number in range(len(ruler.attrs)):
        for pattern in ruler.matcher.get(str(number))[1]:
            yield number, str(number), pattern


class WordAttributes:
    """A component that does what an attribute ruler and the lemmatizer behind it do: spaCy's, asked for each word once.

    What a rule finds by several words is found in every text.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.ruler = ruler
        self.lemmatizer = lemmatizer
        self._short, self._long = Matcher(ruler.vocab, validate=False), Matcher(ruler.vocab, validate=False)
        for _, name, pattern in _rules(ruler):
            (self._short if len(pattern) == 1 else self._long).add(name, [pattern])
        self._forms = Forms(ruler)
        self._rules: dict[tuple[int, int, int, bool], list[tuple[int, int]]] = {}
        self._words: dict[tuple[int, ...], tuple[int, ...]] = {}

    def forget(self) -> None:
        """Let go of all words."""
        self._words.clear()
        self._rules.clear()
        self._forms.clear()

    def __call__(self, doc: Doc) -> Doc:
        """Set tag, part of speech, morphology, lemma and relation of every word."""
        if not len(doc):
            return doc
        if len(self._words) > MOST:
            self.forget()
        beside = self._by_several(doc)
        known, rows = self._words, []
        for i, word in enumerate(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())):
            row = known.get(word) if i not in beside else self._given(doc, i, beside[i])
            if row is None:
                row = known[word] = self._given(doc, i, [])
            rows.append(row)
        columns: Any = numpy.array(rows, dtype=numpy.uint64)
        return doc.from_array(["TAG", "POS", "MORPH", "LEMMA", "DEP"], columns)

    def _by_several(self, doc: Doc) -> dict[int, list[Match]]:
        """What the rules of several words find, by the word that it is about."""
        found: dict[int, list[Match]] = {}
        for name, start, end in self._long(doc, allow_missing=True):
            number = int(doc.vocab.strings[name])
            found.setdefault(range(start, end)[self.ruler.indices[number]], []).append((number, name, start, end))
        return found

    def _given(self, doc: Doc, i: int, beside: list[Match]) -> tuple[int, ...]:
        """Set what spaCy's own components give a word; rules of several words stand beside those of one."""
        alone = [(number, name, i, i + 1) for number, name in self._by_itself(doc, i)]
        self.ruler.set_annotations(doc, sorted(alone + beside))  # type: ignore[no-untyped-call]
        word = doc[i]
        if word.lemma == 0:
            word.lemma_ = self.lemmatizer.lemmatize(word)[0]
        morph: Any = word.morph
        return word.tag, word.pos, morph.key, word.lemma, word.dep

    def _by_itself(self, doc: Doc, i: int) -> list[tuple[int, int]]:
        word = doc[i]
        asked = (self._forms[word.lower], word.tag, word.dep, word.is_space)
        found = self._rules.get(asked)
        if found is None:
            names = [name for name, _, _ in self._short(doc[i : i + 1], allow_missing=True)]
            found = self._rules[asked] = [(int(doc.vocab.strings[name]), name) for name in names]
        return found


class Forms(dict[int, int]):
    """The forms in lower case that rules of one word ask for: each stands for itself, all others are one, 0."""

    def __init__(self, ruler: AttributeRuler) -> None:
        super().__init__()
        self._strings: StringStore = ruler.vocab.strings
        asked = [pattern[0]["LOWER"] for _, _, pattern in _rules(ruler) if len(pattern) == 1 and "LOWER" in pattern[0]]
        tests: list[Mapping[str, Any]] = [form if isinstance(form, dict) else {"IN": [form]} for form in asked]
        self._named = {form for test in tests for form in (*test.get("IN", ()), *test.get("NOT_IN", ()))}
        self._patterns = [re.compile(test["REGEX"]) for test in tests if "REGEX" in test]

    def __missing__(self, form: int) -> int:
        text = self._strings[form]
        told_apart = text in self._named or any(pattern.search(text) for pattern in self._patterns)
        self[form] = form if told_apart else 0
        return self[form]
