"""What happened in words: the page's own, with names put in full and without times, relative clauses and asides."""

import re

from spacy.tokens import Token

from dateline.events.clauses import DEPTH, children, is_passive, is_verbal
from dateline.events.drafts import Draft
from dateline.events.participants import Cast
from dateline.sentences import has_child

LONGEST = 120
LONG_SUBJECT = 60
"""Characters of a subject beyond which its names stand for it: else the words would end before the verb."""
DROPPED = frozenset(
    {"punct", "relcl", "advcl", "mark", "cc", "conj", "ccomp", "parataxis", "appos", "intj", "csubj", "acl", "dep"}
)
KEPT_PUNCTUATION = frozenset("-–'\"“”%$")


def words_of(draft: Draft, cast: Cast, text: str) -> str:
    """A short clause: who, then the words of the predicate. A noun without a verb gives its own phrase."""
    return _tidy(_Wording(draft, cast, text).clause())


def join_names(names: list[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


class _Wording:
    def __init__(self, draft: Draft, cast: Cast, text: str) -> None:
        self.trigger = draft.trigger
        self.act = draft.act
        self.cast = cast
        self.text = text
        self.times = [e.span for e in draft.expressions]
        self.actors = list(dict.fromkeys(a.name for a in draft.arguments if a.role == "actor" and a.doubt is None))
        self.recipients = list(dict.fromkeys(a.name for a in draft.arguments if a.role == "recipient"))

    def clause(self) -> str:
        trigger = self.trigger
        if self.act is not None:
            return f"{join_names(self.actors)} {self._predicate(self.act)}"
        verb = trigger.operators[-1] if trigger.operators else trigger.carrier
        if not is_verbal(verb):
            return self._noun(trigger.token, given=trigger.support is not None)
        judged = trigger.is_complement and trigger.type == "ACCUSE"
        subject = self._subject(verb, judged)
        said = f"{join_names(self.actors)}: " if judged and self.actors else ""
        return f"{said}{subject} {self._predicate(verb)}"

    def _noun(self, noun: Token, given: bool) -> str:
        own = self._predicate(noun) if children(noun, "nsubj") else self._phrase(noun)
        if children(noun, "nsubj"):
            return f"{join_names(self.actors)} {own}"
        if given:
            return (
                f"{join_names(self.actors)} to {join_names(self.recipients)}: {own}"
                if self.actors and self.recipients
                else own
            )
        return own if children(noun, "poss") or not self.actors else f"{join_names(self.actors)}: {own}"

    def _subject(self, verb: Token, judged: bool) -> str:
        own = [s for s in children(verb, "nsubj", "nsubjpass") if s.tag_ not in ("WDT", "WP")]
        if is_passive(verb):
            return self._passive_subject(own)
        if not own and self.trigger.is_noun and self.trigger.token.dep_ == "nsubj":
            return self._phrase(self.trigger.token)
        named = own and (own[0].tag_ == "PRP" or any(m.form == "name" for m in self.cast.mentions_at(own[0])))
        if own and (judged or not named or not self.actors):
            phrase = self._phrase(own[0])
            return join_names(self.actors) if self.actors and len(phrase) > LONG_SUBJECT and not judged else phrase
        return join_names(self.actors)

    def _passive_subject(self, own: list[Token]) -> str:
        if len(self.recipients) == 1 and any(
            m.form in ("name", "pronoun") for s in own for m in self.cast.mentions_at(s)
        ):
            return self.recipients[0]
        return self._phrase(own[0]) if own else join_names(self.recipients)

    def _predicate(self, verb: Token, depth: int = 0) -> str:
        """The verb with what stands behind it: objects, particles, adjuncts; before it only what belongs to it."""
        parts = [(verb.i, verb.text)]
        for child in verb.children:
            if child.dep_ not in ("nsubj", "nsubjpass", "expl"):
                parts.append((child.i, self._part(child, verb, depth)))
        return " ".join(p for _, p in sorted(parts) if p)

    def _part(self, child: Token, verb: Token, depth: int) -> str:
        fused = child.i == verb.i - 1 and child.dep_ in ("dep", "compound", "npadvmod")
        if fused or (child.tag_ == "WRB" and verb.tag_ == "VB"):
            return child.text
        if is_verbal(child) and depth < DEPTH:
            if child.dep_ == "ccomp" and verb is self.trigger.token and child.i > verb.i:
                return self._said(child, depth)
            if child.dep_ == "xcomp" or child in self.trigger.words:
                return self._predicate(child, depth + 1)
        said = _said_behind_time(child)
        if said is not None and verb is self.trigger.token and depth < DEPTH:
            return f"{self._phrase(child)} {self._said(said, depth)}"
        belongs = child in self.trigger.words or child.dep_ in ("aux", "auxpass", "neg", "prt", "oprd")
        return self._phrase(child) if belongs or (child.dep_ not in DROPPED and child.i > verb.i) else ""

    def _said(self, clause: Token, depth: int) -> str:
        subjects = [self._phrase(s) for s in children(clause, "nsubj", "nsubjpass")]
        return " ".join(["that", *subjects, self._predicate(clause, depth + 1)])

    def _phrase(self, head: Token) -> str:
        """The words under a head without dropped branches and times; pronouns and descriptions become names."""
        if self._is_time(head):
            return ""
        out: list[str] = []
        for token in self._kept(head):
            out.append(self._pronoun(token) or token.text)
        return _glue(out)

    def _pronoun(self, token: Token) -> str | None:
        """The name that a pronoun stands for, unless the clause has it as its actor already."""
        if token.pos_ != "PRON" or any(m.form != "pronoun" for m in self.cast.mentions_at(token)):
            return None
        names = [e.name for e in self.cast.entities_at(token)]
        if not names or (token.dep_ == "poss" and set(names) <= set(self.actors)):
            return None
        if token.dep_ == "pobj" and not any(any(map(str.isupper, name)) for name in names):
            return None  # a group without a name: "two of them" tells more than "two of people"
        return join_names(names) + ("'s" if token.dep_ == "poss" else "")

    def _kept(self, head: Token) -> list[Token]:
        kept: list[Token] = []
        stack = [head]
        while stack:
            token = stack.pop()
            if self._is_time(token):
                continue
            named = self._described(token)
            if named is not None:
                stack.append(named)
                continue
            kept.append(token)
            stack.extend(c for c in token.children if _stays(c, token))
        kept.sort(key=lambda t: t.i)
        while len(kept) > 1 and kept[-1].pos_ in ("ADP", "SCONJ", "CCONJ", "PUNCT", "DET"):
            kept.pop()
        return [] if len(kept) == 1 and kept[0].pos_ in ("ADP", "PUNCT") and kept[0].dep_ == "prep" else kept

    def _described(self, token: Token) -> Token | None:
        """ "the country's leader X": X, where the name stands beside its description."""
        if token.pos_ != "NOUN":
            return None
        beside = [c for c in children(token, "appos") if c.pos_ == "PROPN" and self.cast.mentions_at(c)]
        return beside[0] if beside else None

    def _is_time(self, token: Token) -> bool:
        """A time word, or a preposition with nothing but one behind it."""
        if any(s.start <= token.idx < s.end for s in self.times):
            return True
        objects = children(token, "pobj")
        return (
            token.dep_ in ("prep", "agent")
            and bool(objects)
            and all(any(s.start <= o.idx < s.end for s in self.times) for o in objects)
        )


def _said_behind_time(preposition: Token) -> Token | None:
    """ "Confirmed for the first time that X": the parser takes what is said for a clause of the time."""
    times = (o for o in children(preposition, "pobj") if o.lemma_.lower() == "time" and has_child(o, "amod"))
    clauses = (c for time in times for c in children(time, "relcl", "acl") if time.nbor().lower_ == "that")
    return next(clauses, None)


def _stays(child: Token, parent: Token) -> bool:
    if child.dep_ in ("conj", "cc"):
        return parent.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and not (child.dep_ == "conj" and is_verbal(child))
    if child.dep_ == "punct":
        return child.text in KEPT_PUNCTUATION or (child.text == "," and has_child(parent, "conj"))
    return child.dep_ not in DROPPED and not (child.dep_ == "prep" and has_child(child, "pcomp"))


def _glue(words: list[str]) -> str:
    text = " ".join(w for w in words if w)
    text = re.sub(r" ([,.;:%)\]])", r"\1", text)
    text = re.sub(r" (['’](?:s|ll|re|ve|d|m)\b|n['’]t\b|['’](?!\w))", r"\1", text)
    text = re.sub(r"([(\[$]) ", r"\1", text)
    text = re.sub(r"(\w) - (\w)", r"\1-\2", text)
    return re.sub(r"\" ([^\"]*?) \"", r'"\1"', re.sub(r"“ ([^“”]*?) ”", r"“\1”", text))


def _tidy(text: str) -> str:
    """One line with balanced quotation marks, a capital, and no more than so many characters."""
    text = re.sub(r"([“‘]) +", r"\1", _glue(text.split()))
    if text.count("“") != text.count("”") or text.count('"') % 2:
        text = re.sub(r"[“”\"]", "", text)
    text = re.sub(r"\"\s*\"|“\s*”", "", text)
    text = re.sub(r"\s+", " ", text).replace(" ,", ",").strip(" ,;:-–—")
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return text[:1].upper() + text[1:]
