"""Who the speakers are: heads of phrases become names, by the page's mentions or by the words themselves."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from dateline.records import Entity, Mention, Speaker
from dateline.statements.cues import cue_data
from dateline.statements.drafts import span_of
from dateline.statements.grammar import grammar
from dateline.statements.syntax import coordinated, core, own_subject, phrase

DETERMINERS = frozenset({"det", "predet"})


class Names:
    """The names of a page's entities, asked by the head word of a phrase."""

    def __init__(self, mentions: Iterable[Mention], entities: Sequence[Entity]) -> None:
        self._entities = {e.id: e for e in entities}
        self._by_head = {m.head.start: m for m in mentions if m.entity in self._entities}

    def entity(self, head: Token) -> Entity | None:
        mention = self._by_head.get(head.idx)
        return self._entities[mention.entity] if mention is not None else None

    def speakers(self, heads: Iterable[Token], anchor: int) -> tuple[Speaker, ...]:
        """One speaker for each of the heads and their co-speakers, in order of the text, each entity once."""
        found = [self._speaker(part, anchor) for head in heads for part in self._parts(head)]
        return tuple({(s.entity or s.name): s for s in reversed(found)}.values())[::-1]

    def with_others(self, heads: Iterable[Token]) -> bool:
        """Whether the page adds speakers to these whom it leaves unnamed ("and others")."""
        return any(h.lower_ in cue_data(h.doc.lang_).unnamed for head in heads for h in coordinated(head) if h != head)

    def _parts(self, head: Token) -> list[list[Token]]:
        """Heads that are speakers of their own, and coordinated heads that are one unnamed group."""
        unnamed = cue_data(head.doc.lang_).unnamed
        heads = [h for h in coordinated(head) if h == head or h.lower_ not in unnamed]
        if len(heads) == 1 or any(h.pos_ in ("PROPN", "PRON") or self._is_named(h) for h in heads):
            return [[h] for h in heads]
        return [heads]

    def _is_named(self, head: Token) -> bool:
        entity = self.entity(head)
        return entity is not None and entity.kind != "group"

    def _speaker(self, heads: list[Token], anchor: int) -> Speaker:
        doc, meant = heads[0].doc, antecedent(heads[0])
        words = (phrase(heads[0], anchor)[0], phrase(heads[-1], anchor)[1])
        span = span_of(words, doc)
        entity = self.entity(meant)
        if entity is not None and len(heads) == 1:
            return Speaker(name=entity.name, span=span, entity=entity.id)
        name = group_name(
            doc,
            range(core(heads[0], anchor)[0], core(heads[-1], anchor)[1])
            if meant == heads[0]
            else range(*core(meant, anchor)),
        )
        return Speaker(name=name or span.of(doc.text), span=span)


def antecedent(head: Token) -> Token:
    """The noun that a relative pronoun stands for, or a pronoun beside the clause that it is in; else the word itself.

    In "Ost said Voss was right when he said so" it is Voss who said so.
    """
    if head.lower_ in cue_data(head.doc.lang_).others:
        return _subject_beside(head)
    if head.lower_ not in grammar(head.doc.lang_).relative:
        return head
    clause = head.head
    while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else head


def _subject_beside(pronoun: Token) -> Token:
    """The name that is subject of the clause which a pronoun's own clause hangs from, within what somebody says."""
    clause = pronoun.head
    if pronoun.dep_ != "nsubj" or clause.dep_ != "advcl" or clause.head.dep_ != "ccomp" or clause.i < clause.head.i:
        return pronoun
    subject = own_subject(clause.head)
    return subject if subject is not None and subject.pos_ == "PROPN" else pronoun


def group_name(doc: Doc, words: Iterable[int]) -> str:
    """Words of a phrase without its determiner, in lower case but for names and nationalities."""
    tokens = [doc[i] for i in words if not doc[i].is_space]
    while tokens and (tokens[0].dep_ in DETERMINERS or tokens[0].is_punct):
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct:
        tokens = tokens[:-1]
    cased = [(t.text if t.pos_ == "PROPN" or t.ent_type_ == "NORP" else t.lower_) + t.whitespace_ for t in tokens]
    return " ".join("".join(cased).split())
