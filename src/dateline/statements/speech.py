"""Direct speech: each quotation is given to the cue beside it, or to the one that it carries on."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from dateline.statements.cues import Cue, verb_cues
from dateline.statements.drafts import Draft
from dateline.statements.grammar import grammar
from dateline.statements.quotes import Quote, Quotes
from dateline.statements.syntax import children, cue_range, is_negated, is_passive, is_verb, relays, speaker_of

REACH = 45
"""Words between a quotation and its cue, at most."""
LABEL = 8
"""Words up to the colon behind a label, at most."""
STOPS = frozenset(".?!")
HANDING_ON = frozenset({",", "?", "!", "—", "–", "--", "...", "…", "-"})
CLOSERS = frozenset({"'", "’", "''", "”", '"'})
LEADING_IN = frozenset({",", ":", "—", "–", "--"})


def with_quotes(doc: Doc, language: str, drafts: Iterable[Draft], quotes: Quotes) -> list[Draft]:
    """The drafts with whole quotations as contents, and new ones for cues that only stand beside a quotation."""
    cues = verb_cues(language)
    by_anchor = {d.anchor: d for d in whole(drafts, quotes)}
    previous: int | None = None
    waiting: list[Quote] = []
    for quote in quotes.all:
        anchor = _holder(by_anchor.values(), quote)
        near = _cue_beside(doc, quote, quotes, cues, by_anchor.get(anchor) if anchor is not None else None)
        if (anchor is None or near is not None) and not quote.names:
            cue = near or _cue_after(doc, quote, quotes, cues) or _cue_before(doc, quote, quotes, cues)
            if cue is not None:
                anchor = cue.i
                words = _with_lead(doc, quote, cue)
                by_anchor[anchor] = _given(by_anchor.get(anchor), cue, words, quotes, cues)
            elif previous is not None and quote.around is None and _carries_on(doc, quote, by_anchor[previous], quotes):
                anchor = previous
                by_anchor[anchor] = by_anchor[anchor].with_content({*by_anchor[anchor].content, *quote.words})
        if anchor is not None:
            said = {i for before in _leading_up(doc, waiting, quote) for i in before.words}
            by_anchor[anchor] = by_anchor[anchor].with_content(by_anchor[anchor].content | said)
        waiting = [] if anchor is not None else [*waiting, quote]
        previous = anchor if anchor is not None else previous
    return sorted(by_anchor.values(), key=lambda d: d.anchor)


def _leading_up(doc: Doc, waiting: Sequence[Quote], quote: Quote) -> list[Quote]:
    """The quotations before one that no mark closes, as they go on in the paragraph where the speaker is named."""
    found: list[Quote] = []
    for before in reversed(waiting):
        apart = before.closed or doc[before.start].text != doc[quote.start].text or _is_labelled(doc, before)
        if apart or not all(doc[i].is_space for i in range(before.end, quote.start)):
            break
        found.append(before)
        quote = before
    return found


def _is_labelled(doc: Doc, quote: Quote) -> bool:
    """Whether a quotation begins with a speaker's name and a colon, as a transcript does."""
    return any(token.text == ":" for token in doc[quote.start : min(quote.start + LABEL, quote.end)])


def _cue_beside(
    doc: Doc, quote: Quote, quotes: Quotes, cues: dict[str, tuple[Cue, ...]], holder: Draft | None
) -> Token | None:
    """The cue that stands right before a quotation within another ("..., and he said, ‘no’, and left")."""
    last = quote.start - 1
    if quote.around is None or last - 1 not in quote.around:
        return None
    cue = doc[last - 1] if doc[last].text in (",", ":") else doc[last]
    free = holder is None or cue.i in holder.content
    return cue if free and cue.i in quote.around and _is_cue(cue, quotes, cues) else None


def whole(drafts: Iterable[Draft], quotes: Quotes) -> Iterator[Draft]:
    """The drafts, where a content that enters a quotation has all of it."""
    return (_whole(draft, quotes) for draft in drafts)


def _whole(draft: Draft, quotes: Quotes) -> Draft:
    """The draft with every quotation that its content enters; a draft within a quotation stays within it."""
    around = quotes.at(draft.anchor)
    if around is not None:
        return draft.with_content(draft.content & frozenset(around.words))
    entered = {q for q in map(quotes.at, draft.content) if q is not None}
    return draft.with_content(draft.content.union(*(q.words for q in entered)) - set(range(*draft.cue)))


def _holder(drafts: Iterable[Draft], quote: Quote) -> int | None:
    """The cue outside a quotation whose content already holds it."""
    words = frozenset(quote.words)
    within = quote.around
    near = (d for d in drafts if d.anchor not in words and (within is None or d.anchor in within))
    holders = [d for d in near if len(words & d.content) * 2 > len(words)]
    return min(holders, key=lambda d: (len(d.content), d.anchor)).anchor if holders else None


def _is_cue(token: Token, quotes: Quotes, cues: dict[str, tuple[Cue, ...]]) -> bool:
    senses = cues.get(token.lemma_.lower(), ())
    if not is_verb(token) or quotes.at(token) is not None:
        return False
    return not relays(token) and any("quote" in s.takes for s in senses)


def _cue_after(doc: Doc, quote: Quote, quotes: Quotes, cues: dict[str, tuple[Cue, ...]]) -> Token | None:
    if not quote.closed or not _ends_with(doc, quote, HANDING_ON):
        return None
    for i in range(quote.end, min(_limits(doc, quote).stop, quote.end + REACH)):
        token = doc[i]
        if token.text in STOPS or "\n" in token.text or quotes.at(i) is not None:
            return None
        if _is_cue(token, quotes, cues):
            return token
    return None


def _limits(doc: Doc, quote: Quote) -> range:
    """Where the cue of a quotation may stand: within the quotation around it, else anywhere."""
    return quote.around if quote.around is not None else range(len(doc))


def _ends_with(doc: Doc, quote: Quote, marks: frozenset[str]) -> bool:
    last = quote.end - 2
    while last > quote.start and doc[last].text in CLOSERS:
        last -= 1
    inner = doc[last].text if last > quote.start else ""
    outer = doc[quote.end].text if quote.end < len(doc) else ""
    return inner in marks or outer in marks


def _cue_before(doc: Doc, quote: Quote, quotes: Quotes, cues: dict[str, tuple[Cue, ...]]) -> Token | None:
    if quote.start == _limits(doc, quote).start:
        return None
    first = _before_gap(doc, quote.start)
    lead = doc[first - 1] if first else doc[0]
    if lead.text not in LEADING_IN | grammar(doc.lang_).leading and not _is_cue(lead, quotes, cues):
        return None
    for i in range(first - 1, max(_limits(doc, quote).start - 1, first - REACH), -1):
        token = doc[i]
        if token.text in STOPS or "\n" in token.text or (i < first - 2 and quotes.at(i) is not None):
            return None
        if _is_cue(token, quotes, cues):
            return token
    return None


def _before_gap(doc: Doc, start: int) -> int:
    """Where the words before a quotation end: a colon may close the paragraph before ("Ost said:")."""
    before = start - 1
    while before > 0 and doc[before].is_space:
        before -= 1
    return before + 1 if doc[before].text == ":" else start


def _with_lead(doc: Doc, quote: Quote, cue: Token) -> range:
    """A quotation that starts within a sentence, with the words of its speaker's that lead up to it or follow it."""
    first = doc[quote.start + 1] if quote.start + 1 < quote.end else doc[quote.start]
    if not first.text[:1].islower():
        return quote.words
    start = quote.start
    if cue.i > quote.start:
        while (
            start > 0 and doc[start - 1].text not in (*STOPS, "”", '"', "''", ";", ":") and not doc[start - 1].is_space
        ):
            start -= 1
    return range(start, quote.end)


def _given(known: Draft | None, cue: Token, words: range, quotes: Quotes, cues: dict[str, tuple[Cue, ...]]) -> Draft:
    if known is not None and not known.topic:
        return known.with_content({*known.content, *words} - set(range(*known.cue)))
    sense = next(s for s in cues[cue.lemma_.lower()] if "quote" in s.takes)
    sources = speaker_of(cue) or _inverted(cue, quotes)
    return Draft(
        anchor=cue.i,
        cue=cue_range(cue),
        lemma=cue.lemma_.lower(),
        sense=sense,
        sources=sources,
        content=frozenset(words),
        addressees=() if is_passive(cue) else tuple(c for c in children(cue, "dative", "dobj") if c not in sources),
        negated=is_negated(cue),
    )


def _inverted(cue: Token, quotes: Quotes) -> tuple[Token, ...]:
    """The speaker after the cue ("..., asked the mayor"), whatever the parse takes it for."""
    after = [c for c in cue.children if c.i > cue.i and c.pos_ in ("NOUN", "PROPN", "PRON") and quotes.at(c) is None]
    return tuple(after[:1])


def _carries_on(doc: Doc, quote: Quote, draft: Draft, quotes: Quotes) -> bool:
    """Whether a quotation without a cue goes on with what was quoted in the sentence before."""
    last = max((*draft.content, draft.cue[1] - 1))
    between = range(last + 1, quote.start)
    if any("\n" in doc[i].text for i in between):
        before = quotes.at(last)
        return before is not None and not before.closed and all(doc[i].is_space for i in between)
    opens = quote.start > 0 and doc[quote.start - 1].text in (*STOPS, "”", '"', "''")
    return opens and sum(doc[i].text in STOPS for i in between) <= 1
