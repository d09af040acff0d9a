"""The stage: triggers, their arguments, whether they happened, when, as part of what, and who says so."""

from collections.abc import Sequence

from spacy.tokens import Doc

from dateline.events.acceptance import accepted
from dateline.events.clauses import is_verbal
from dateline.events.dating import Dating
from dateline.events.doubt import Doubts
from dateline.events.drafts import UNDATED, Draft, evidence
from dateline.events.exchange import returned
from dateline.events.factuality import factuality_of
from dateline.events.frames import link_antecedents, link_frames
from dateline.events.headlines import repair
from dateline.events.order import Ordered, find_order
from dateline.events.own_types import active_codebook
from dateline.events.participants import Cast, Participants
from dateline.events.places import Places
from dateline.events.predicates import predicates
from dateline.events.quantities import Quantities
from dateline.events.selection import is_reportable, retold
from dateline.events.speech import add_speakers
from dateline.events.triggers import Trigger, TriggerFinder
from dateline.events.wording import words_of
from dateline.mentions import MentionIndex
from dateline.records import (
    Article,
    Entity,
    EventMention,
    Location,
    Mention,
    Order,
    Quantity,
    Sentence,
    Span,
    Statement,
    TimeExpression,
    content_id,
)
from dateline.statements import innermost


def find_events(
    article: Article,
    doc: Doc,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[Statement, ...],
    places: tuple[Location, ...] = (),
) -> tuple[EventMention, ...]:
    """The events of an article in order of the text, each at most once a trigger."""
    words = predicates()
    cast = Cast(MentionIndex(mentions, entities))
    repair(doc, article.blocks, active_codebook(), cast.kind_of)
    cues = frozenset(p for s in statements for p in range(s.cue.start, s.cue.end))
    presents = tuple(b.span for b in article.blocks if b.kind != "body")
    finder = TriggerFinder(words, active_codebook(), cast.kind_of, cues, presents)
    triggers = finder.find(doc)
    participants = Participants(cast, words, article.text)
    drafts = [d for t in triggers if (d := _draft(t, article, sentences, statements, participants)) is not None]
    drafts = [d for draft in drafts for d in (draft, returned(draft, active_codebook(), words, cast)) if d is not None]
    drafts = [accepted(d, drafts[:i], finder, participants, words) for i, d in enumerate(drafts)]
    Doubts(doc, participants, words).mark(drafts)
    for draft in drafts:
        add_speakers(draft, words)
    link_antecedents(drafts, words)
    link_frames(drafts, words)
    order = find_order(drafts)
    Dating(doc, times, article.published.day, words).date(drafts, order)
    where = Places(article, cast, places, words)
    where.share(drafts)
    told_again = retold(drafts)
    reportable = [d for d in drafts if is_reportable(d, words) and id(d) not in told_again]
    kept = frozenset(map(id, reportable))
    counted = Quantities(doc, article.text, times, reportable)
    return tuple(_event(d, article, cast, where, kept, order, counted.of(d)) for d in reportable)


def _draft(
    trigger: Trigger,
    article: Article,
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    participants: Participants,
) -> Draft | None:
    number = _sentence_at(sentences, trigger.token.idx)
    if number is None:
        return None
    words = predicates()
    sentence = sentences[number]
    headline = article.blocks[sentence.block].kind == "headline"
    statement = innermost(statements, trigger.token.idx)
    past_cue = statement is not None and _is_past_cue(trigger, statement)
    return Draft(
        trigger=trigger,
        sentence=sentence,
        number=number,
        arguments=participants.of(trigger),
        factuality=factuality_of(trigger, words, headline=headline, reported=statement is not None, past_cue=past_cue),
        family=words.family(trigger.token.lemma_.lower()),
        headline=headline,
        statement=statement,
        chain=statement.chain if statement is not None else (),
    )


def _sentence_at(sentences: Sequence[Sentence], position: int) -> int | None:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].span.end <= position:
            low = middle + 1
        else:
            high = middle
    return low if low < len(sentences) and sentences[low].span.start <= position else None


def _is_past_cue(trigger: Trigger, statement: Statement) -> bool:
    doc = trigger.token.doc
    span = doc.char_span(statement.cue.start, statement.cue.end, alignment_mode="expand")
    return span is not None and any(t.tag_ == "VBD" for t in span if is_verbal(t))


def _event(
    draft: Draft,
    article: Article,
    cast: Cast,
    where: Places,
    kept: frozenset[int],
    order: Sequence[Ordered],
    quantities: tuple[Quantity, ...],
) -> EventMention:
    span = evidence(draft)
    token, facts = draft.trigger.token, draft.factuality
    return EventMention(
        id=event_id(article, draft),
        page_id=article.page_id,
        span=span,
        sentence=draft.sentence.span,
        trigger=Span(token.idx, token.idx + len(token)),
        lemma=token.lemma_.lower(),
        family=draft.family,
        words=words_of(draft, cast, article.text),
        type=draft.trigger.type,
        mode=draft.trigger.mode,
        arguments=draft.arguments,
        places=where.of(draft),
        realis=facts.realis,
        polarity="negative" if facts.negative else "positive",
        outlook=facts.outlook,
        alleged=facts.alleged,
        condition=facts.condition,
        date=draft.date or UNDATED,
        chain=draft.chain,
        frame=_reference(article, draft.frame, kept),
        same_as=_reference(article, draft.antecedent, kept),
        order=tuple(
            Order(relation=o.relation, other=event_id(article, o.other), span=o.span)
            for o in order
            if o.draft is draft and id(o.other) in kept
        ),
        quantities=quantities,
    )


def _reference(article: Article, other: Draft | None, kept: frozenset[int]) -> str | None:
    return event_id(article, other) if other is not None and id(other) in kept else None


def event_id(article: Article, draft: Draft) -> str:
    token = draft.trigger.token
    return content_id(article.page_id, "event", token.idx, token.text)
