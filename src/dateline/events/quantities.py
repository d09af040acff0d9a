"""Numbers as arguments of events: what is counted, measured or paid, by where the number hangs in the parse.

A number belongs to the event whose subject, object or adjunct it is, or whose own noun it counts. What a clause tells
of the result ("…, killing 12 and wounding 30") belongs to the event that had it too.
"""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from dateline.events.clauses import DEPTH, OBJECTS, SUBJECTS, is_passive, is_verbal
from dateline.events.drafts import Draft
from dateline.events.numbers import Number, QuantityWords, numbers, quantity_words
from dateline.records import Quantity, QuantityKind, Span, TimeExpression

COUNTING = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "advmod"})
PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "obj", "dative", "attr", "oprd"})
MEASURING = PARTS | {"npadvmod", "advmod", "pobj", "acomp", "appos"}
RESULTS = frozenset({"advcl", "relcl", "acl", "conj", "xcomp", "ccomp", "oprd", "dep"})
LONGEST = 6
"""At most so many words lie between a number and the noun that it counts."""


class Quantities:
    """The numbers of one document, and which of its events they belong to."""

    def __init__(self, doc: Doc, text: str, times: Sequence[TimeExpression], drafts: Sequence[Draft]) -> None:
        self.text = text
        self.words = quantity_words()
        self._by_token = {t.i: d for d in reversed(drafts) for t in d.trigger.words if t.pos_ != "ADP"}
        self._found: dict[int, list[Quantity]] = {}
        sentences = {d.sentence.span for d in drafts}
        taken = [e.span for e in times]
        for span in sorted(sentences):
            for number in numbers(text, span.start, span.end, self.words):
                self._place(doc, number, is_time=any(t.overlaps(number.figure) for t in taken))

    def of(self, draft: Draft) -> tuple[Quantity, ...]:
        """The numbers of an event in order of the text."""
        found = dict.fromkeys(self._found.get(id(draft), ()))
        return tuple(sorted(found, key=lambda q: q.span))

    def _place(self, doc: Doc, number: Number, is_time: bool) -> None:
        counted = _Counted.of(doc, number, self.words)
        if counted is None or (is_time and counted.lemma not in self.words.time_units):
            return
        for kind, draft in _holders(counted, self._by_token, self.words):
            self._found.setdefault(id(draft), []).append(_quantity(kind, counted, self.text))


class _Counted:
    """A number with the word that it counts, where it has one; `node` is the higher of both in the parse."""

    def __init__(self, number: Number, root: Token, noun: Token | None, node: Token, words: QuantityWords) -> None:
        self.number = number
        self.root = root
        self.noun = noun
        self.node = node
        self.words = words
        self.kind, self.unit = self._measured()

    @classmethod
    def of(cls, doc: Doc, number: Number, words: QuantityWords) -> "_Counted | None":
        span = doc.char_span(number.figure.start, number.figure.end, alignment_mode="expand")
        if span is None or (doc[span.start].i > 0 and _names(span.root)):
            return None
        root = span.root
        behind = next((o for p in root.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"), None)
        if behind is not None and not _is_partitive(behind):
            return cls(number, root, behind, root, words)
        head = root.head
        if (
            root.dep_ in COUNTING
            and head.i > root.i
            and head.i - root.i <= LONGEST
            and head.pos_ in ("NOUN", "PROPN", "SYM")
        ):
            return cls(number, root, head, head, words)
        return cls(number, root, None, root, words)

    def _measured(self) -> tuple[QuantityKind | None, str]:
        """Kind and unit of what is measured or paid; None where things or people are counted."""
        if self.number.currency is not None:
            return "money", self.number.currency
        noun, words = self.noun, self.words
        if noun is None:
            return None, ""
        lemma = noun.lemma_.lower()
        before = {c.lower_ for c in noun.children if c.i < noun.i}
        if lemma in words.money:
            return "money", next((words.dollars[w] for w in sorted(before) if w in words.dollars), words.money[lemma])
        if lemma in words.unit_of or noun.lower_ in words.unit_of:
            kind, unit = words.unit_of.get(lemma) or words.unit_of[noun.lower_]
            return ("area", f"{unit}²") if kind == "distance" and before & words.square else (kind, unit)
        return None, ""

    @property
    def lemma(self) -> str:
        return self.noun.lemma_.lower() if self.noun is not None else ""

    @property
    def state(self) -> QuantityKind | None:
        """What became of those counted, by a word right behind them: "12 people dead", "30 others injured"."""
        last = max(self.noun.i if self.noun is not None else 0, self.root.i)
        following = next(iter(self.root.doc[last + 1 : last + 2]), None)
        if following is None or any(c.dep_ in OBJECTS and c.i > following.i for c in following.children):
            return None
        return self.words.state_of.get(following.lower_)

    @property
    def matter(self) -> Token | None:
        """What a measure is of: "tonnes of oil"."""
        if self.noun is None or self.kind in (None, "money", "share"):
            return None
        return next((o for p in self.noun.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"), None)

    @property
    def is_several(self) -> bool:
        """Whether the noun behind the number stands in the plural, as what is counted does."""
        return self.noun is not None and self.number.low != 1 and self.noun.tag_ in ("NNS", "NNPS")

    @property
    def span(self) -> Span:
        """The number with its bound and the noun that it counts, unit and matter included."""
        ends = [self.number.span.end]
        if self.number.currency is None:
            ends += [t.idx + len(t) for t in (self.noun, self.matter) if t is not None]
        return Span(self.number.span.start, max(ends))


def _names(root: Token) -> bool:
    """ "Boeing 737", "Flight 12", "Article 5": a number behind a name belongs to the name."""
    before = root.nbor(-1) if root.i > 0 else None
    return (
        before is not None
        and root.head.i < root.i
        and root.dep_ in ("nummod", "appos")
        and before.pos_ in ("PROPN", "NOUN")
    )


def _is_partitive(noun: Token) -> bool:
    """ "Two of the men": how many of them there are is not said."""
    return any(c.dep_ in ("det", "poss") for c in noun.children) or noun.pos_ == "PRON"


def _holders(
    counted: _Counted, by_token: Mapping[int, Draft], words: QuantityWords
) -> Iterator[tuple[QuantityKind, Draft]]:
    """The events that a number belongs to, each with what it tells of them."""
    if counted.kind is not None:
        draft = _measured_event(counted.node, by_token)
        if draft is not None:
            yield counted.kind, draft
        return
    if counted.lemma in words.time_units:
        draft = _measured_event(counted.node, by_token)
        if draft is not None and draft.trigger.token.lemma_.lower() in words.sentencing:
            yield "term", draft
        return
    yield from _counting(counted, by_token, words)


def _counting(
    counted: _Counted, by_token: Mapping[int, Draft], words: QuantityWords
) -> Iterator[tuple[QuantityKind, Draft]]:
    node = counted.noun if counted.noun is not None and counted.noun.i in by_token else counted.node
    token = node if node.i in by_token else _governor(node)
    kind = counted.state or (_fate(node, token, words) if token is not None else None)
    own = by_token.get(token.i) if token is not None else None
    if kind is None:
        if own is not None and counted.is_several:
            yield "count", own
        return
    if own is not None:
        yield kind, own
    for draft in _had_by(token if token is not None else counted.node, own, by_token):
        yield kind, draft


def _governor(node: Token) -> Token | None:
    """The verb whose part a counted noun is, or the event noun that it counts or is "of"."""
    for _ in range(DEPTH):
        head = node.head
        if node.dep_ in ("conj", "appos") and head.i != node.i and not is_verbal(head):
            node = head
        elif node.dep_ in PARTS:
            return head
        elif node.dep_ == "pobj" and head.lower_ in ("of", "by", "with", "to", "for", "against"):
            return head.head if head.head.i != head.i else None
        else:
            return node if node.pos_ == "NOUN" else None
    return None


def _fate(node: Token, governor: Token, words: QuantityWords) -> QuantityKind | None:
    """What the governing word says became of those counted."""
    lemma = governor.lemma_.lower()
    for kind, fate in words.people.items():
        if governor.pos_ == "NOUN":
            if lemma in fate.nouns and (node.dep_ == "pobj" or node is governor):
                return kind
        elif _undergoes(node, governor, lemma in fate.suffered, lemma in fate.verbs):
            return kind
    return None


def _undergoes(node: Token, verb: Token, suffered: bool, done_to: bool) -> bool:
    """Whether those counted are the subject of "die", the object of "kill" or the subject of "be killed"."""
    is_subject = _is_part(node, SUBJECTS)
    return (suffered and is_subject) or (done_to and is_subject == is_passive(verb) and _is_part(node, PARTS))


def _is_part(node: Token, labels: frozenset[str]) -> bool:
    top = node
    for _ in range(DEPTH):
        if top.dep_ not in ("conj", "appos"):
            break
        top = top.head
    return top.dep_ in labels


def _had_by(token: Token, own: Draft | None, by_token: Mapping[int, Draft]) -> Iterator[Draft]:
    """The events of the clauses that a result is told in; where it has none of its own, the first one above."""
    found = own
    for _ in range(DEPTH):
        if token.head.i == token.i or token.dep_ not in RESULTS | PARTS | {"prep", "pcomp"}:
            return
        if found is not None and not _is_result(token):
            return
        token = token.head
        if token.i in by_token:
            found = by_token[token.i]
            yield found


def _is_result(token: Token) -> bool:
    """ "… exploded, killing 12", "an attack that killed 12": what the clause above, or its noun, brought about."""
    return token.dep_ == "relcl" or (token.dep_ in ("advcl", "acl", "conj") and token.tag_ == "VBG")


def _measured_event(node: Token, by_token: Mapping[int, Draft]) -> Draft | None:
    """The event that an amount, a distance or a term belongs to: up through nouns and adverbs to the first event."""
    for _ in range(DEPTH):
        if node.i in by_token:
            return by_token[node.i]
        if node.head.i == node.i or (is_verbal(node) and node.dep_ not in ("acl", "amod")):
            return None
        node = node.head
    return None


def _quantity(kind: QuantityKind, counted: _Counted, text: str) -> Quantity:
    number, words = counted.number, counted.words
    people = kind in words.people
    matter = counted.matter
    of = matter.lemma_.lower() if matter is not None else "" if counted.kind or kind == "term" else counted.lemma
    return Quantity(
        kind=kind,
        low=number.low,
        high=number.high,
        bound=number.bound,
        unit=counted.unit or ("people" if people else counted.lemma if kind == "term" else ""),
        of="" if people and (of in words.anybody or of in words.people[kind].nouns) else of,
        words=" ".join(counted.span.of(text).split()),
        span=counted.span,
    )
