"""What happened in words: the page's own, with names put in full and without times, relative clauses and asides."""

import re

from spacy.tokens import Token

from dateline.events.clauses import children, is_verbal
from dateline.events.drafts import Draft
from dateline.events.participants import Cast
from dateline.records import Span

LONGEST = 140
DROPPED = frozenset({"punct", "relcl", "advcl", "mark", "cc", "conj", "ccomp", "parataxis", "appos", "intj", "csubj", "acl"})


def words_of(draft: Draft, cast: Cast, text: str) -> str:
    """A short clause: actors, then the words of the predicate. A noun without a verb gives its own phrase."""
    times = [e.span for e in draft.expressions]
    trigger = draft.trigger
    actors = [a.name for a in draft.arguments if a.role == "actor"]
    verb = trigger.operators[-1] if trigger.operators else trigger.carrier
    if not is_verbal(verb):
        return _tidy(_noun_words(trigger.token, cast, text, times, actors))
    predicate = _predicate_words(verb, cast, text, times, set(trigger.words))
    subject = _subject_words(verb, cast, text, times, actors)
    return _tidy(f"{subject} {predicate}")


def _subject_words(verb: Token, cast: Cast, text: str, times: list[Span], actors: list[str]) -> str:
    own = children(verb, "nsubj", "nsubjpass")
    if own and own[0].tag_ not in ("WDT", "WP"):
        return _phrase_words(own[0], cast, text, times)
    return join_names(actors)


def join_names(names: list[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _predicate_words(verb: Token, cast: Cast, text: str, times: list[Span], words: set[Token]) -> str:
    parts: list[tuple[int, str]] = [(verb.i, verb.text)]
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            continue
        if child in words or child.dep_ in ("xcomp", "aux", "auxpass", "neg", "prt", "oprd"):
            if is_verbal(child) and child.dep_ in ("xcomp",):
                parts.append((child.i, _predicate_words(child, cast, text, times, words)))
            else:
                parts.append((child.i, _phrase_words(child, cast, text, times)))
        elif child.dep_ not in DROPPED:
            phrase = _phrase_words(child, cast, text, times)
            if phrase:
                parts.append((child.i, phrase))
    return " ".join(p for _, p in sorted(parts))


def _noun_words(noun: Token, cast: Cast, text: str, times: list[Span], actors: list[str]) -> str:
    own = _phrase_words(noun, cast, text, times)
    owned = bool(children(noun, "poss"))
    return own if owned or not actors else f"{own} ({join_names(actors)})"


def _phrase_words(head: Token, cast: Cast, text: str, times: list[Span]) -> str:
    """The words under a head without dropped branches and times; pronouns and short names become full names."""
    if _is_time(head, times):
        return ""
    out: list[str] = []
    skip_to = -1
    for token in _kept(head, times):
        if token.idx < skip_to:
            continue
        mentions = cast.mentions_at(token) if token.pos_ in ("PRON", "PROPN") else []
        named = [m for m in mentions if m.form == "pronoun"]
        if named:
            names = [e.name for e in cast.entities_at(token)]
            out.append(join_names(names) + ("'s" if token.dep_ == "poss" else ""))
            continue
        out.append(token.text_with_ws.strip())
    return _glue(out)


def _kept(head: Token, times: list[Span]) -> list[Token]:
    kept: list[Token] = []
    stack = [head]
    while stack:
        token = stack.pop()
        if _is_time(token, times):
            continue
        kept.append(token)
        for child in token.children:
            if child.dep_ in DROPPED and not (child.dep_ in ("conj", "cc") and token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")):
                if not (child.dep_ == "punct" and child.text in "-–'\"“”%$"):
                    continue
            stack.append(child)
    kept.sort(key=lambda t: t.i)
    while kept and kept[-1].pos_ in ("ADP", "SCONJ", "CCONJ") and kept[-1] is not head:
        kept.pop()
    return [] if len(kept) == 1 and kept[0].pos_ == "ADP" and kept[0].dep_ == "prep" else kept


def _is_time(token: Token, times: list[Span]) -> bool:
    """A time word, or a preposition with nothing but one behind it."""
    if any(s.start <= token.idx < s.end for s in times):
        return True
    objects = children(token, "pobj")
    return token.dep_ == "prep" and bool(objects) and all(any(s.start <= o.idx < s.end for s in times) for o in objects)


def _glue(words: list[str]) -> str:
    text = " ".join(w for w in words if w)
    text = re.sub(r" (['’]s\b|n['’]t\b|['’]\B|[,.;:%)\]])", r"\1", text)
    return re.sub(r"(\w) - (\w)", r"\1-\2", re.sub(r"([(\[$]) ", r"\1", text))


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", _glue(text.split())).strip(" ,;:-–—")
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0] + " …"
    return text[:1].upper() + text[1:]
