"""The stage: cues, quotations and phrases become statements with named speakers and chains."""

from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Doc

from dateline.records import Article, Commitment, Entity, Link, Mention, Sentence, Statement, TimeExpression, content_id
from dateline.sentences import with_form
from dateline.statements.chains import with_chains
from dateline.statements.circumstances import Circumstances, outlet_of
from dateline.statements.continued import continued_drafts
from dateline.statements.cues import Cues, cue_data
from dateline.statements.drafts import Draft, runs, span_of, trimmed, without_closing_sources
from dateline.statements.grammar import grammar
from dateline.statements.labels import label_drafts
from dateline.statements.media import end_of_cue, medium_of, medium_words
from dateline.statements.nouns import adjective_drafts, noun_drafts
from dateline.statements.propositions import what_it_holds
from dateline.statements.quotes import Quotes, find_inner, find_quotes
from dateline.statements.sources import adverb_drafts, attributive_drafts, phrase_drafts
from dateline.statements.speakers import Names
from dateline.statements.speech import whole, with_quotes
from dateline.statements.syntax import cue_range, is_passive, is_verb, relayed_by, speaker_of
from dateline.statements.verbs import verb_drafts

Form = Literal["direct", "indirect", "mixed", "free"]


def find_statements(
    article: Article,
    doc: Doc,
    sentences: Sequence[Sentence],  # noqa: ARG001  every stage after the parse is given them
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    times: Sequence[TimeExpression] = (),
) -> tuple[Statement, ...]:
    """Who said what to whom, by the parse and the quotation marks, in order of the text.

    `doc` is one parse of the whole of `article.text`. Speakers are named by the mention at the head of their phrase,
    else by its own words.
    """
    quotes = Quotes(find_quotes(article, doc))
    drafts = with_quotes(doc, article.language, verb_drafts(doc, article.language), quotes)
    inner = Quotes(find_inner(article, doc, quotes.all))
    drafts = with_quotes(doc, article.language, drafts, inner)
    drafts += [
        *whole(phrase_drafts(doc), quotes),
        *noun_drafts(doc, article.language),
        *adjective_drafts(doc, article.language),
    ]
    drafts += [*adverb_drafts(doc, article.language), *attributive_drafts(doc, article.language)]
    drafts += [*label_drafts(article, doc, quotes)]
    drafts = without_closing_sources(doc, drafts)
    drafts += continued_drafts(doc, drafts, quotes)
    names = Names(mentions, entities)
    around = Circumstances(doc, mentions, times, names)
    made = (
        _statement(article, doc, draft, quotes, inner, names, around) for draft in drafts if _speaks(doc, draft, quotes)
    )
    third = cue_data(article.language).others
    others = {word.idx: word.lower_ for word in with_form(doc, third) if quotes.at(word) is not None}
    return with_chains([s for s in made if s is not None], others)


def _speaks(doc: Doc, draft: Draft, quotes: Quotes) -> bool:
    """Whether the draft is somebody's statement of its own; "I think" within a quotation is still the quoted one's."""
    if not draft.sources and not _is_passed_on(doc, draft):
        return False
    if quotes.at(draft.anchor) is None:
        return True
    if not draft.sources:
        return is_passive(doc[draft.anchor]) or not is_verb(doc[draft.anchor])
    pronoun, words = draft.sources[0].lower_, grammar(doc.lang_)
    return pronoun not in words.first_person and (pronoun not in words.second_person or draft.sense.stance != "thinks")


def _is_passed_on(doc: Doc, draft: Draft) -> bool:
    """Whether somebody says it who is left unnamed; "is expected to" and a "plan to" are the page's own words."""
    passive = is_passive(doc[draft.anchor])
    if draft.topic:
        return passive and "object" in draft.sense.takes and draft.sense.stance not in ("expects", "plans", "thinks")
    return not passive or draft.sense.stance not in ("expects", "plans")


def _statement(
    article: Article, doc: Doc, draft: Draft, quotes: Quotes, inner: Quotes, names: Names, around: Circumstances
) -> Statement | None:
    anchor, data = doc[draft.anchor], cue_data(article.language)
    media = data.media
    words = (draft.cue[0], end_of_cue(anchor, draft.cue[1], media) if "quote" in draft.sense.takes else draft.cue[1])
    pieces = [trimmed(run, doc, quotes.words) for run in runs(draft.content - set(range(*words)), doc)]
    content = tuple(span_of(piece, doc) for piece in pieces if piece is not None)
    if not content:
        return None
    cue = span_of(words, doc)
    holder = medium_of(anchor, media)
    medium = medium_words(holder) if holder is not None else _press(draft, data)
    channel = outlet_of(draft.addressees, holder, names, data) or medium
    speakers = names.speakers(draft.sources, draft.anchor)
    link = Link(
        speakers=speakers,
        cue=cue,
        stance=draft.sense.stance,
        commitment=_commitment(draft),
        channel=channel,
        others=names.with_others(draft.sources),
    )
    relay = _relay(doc, draft, names)
    return Statement(
        id=content_id(article.page_id, "statement", cue.start, content[0].start),
        page_id=article.page_id,
        span=cue.hull(*content, *(s.span for s in speakers)),
        chain=(*relay, link),
        cue=cue,
        cue_lemma=draft.lemma,
        content=content,
        form="free" if draft.continued else _form(draft, quotes, inner),
        addressees=names.speakers(draft.addressees, draft.anchor),
        medium=medium,
        interval=around.time(draft, holder),
        place=around.place(draft, doc, data.places),
        topic=draft.topic,
        holds=what_it_holds(draft.content, doc),
    )


def _press(draft: Draft, data: Cues) -> str | None:
    """Those who carry it on, where it was said to them: "told reporters"."""
    return next((word.lower_ for word in draft.addressees if word.lemma_.lower() in data.press), None)


def _relay(doc: Doc, draft: Draft, names: Names) -> tuple[Link, ...]:
    """The link of the one who passes the words on, in "X quoted Y as saying"."""
    relay = relayed_by(doc[draft.anchor])
    speakers = names.speakers(speaker_of(relay), relay.i) if relay is not None else ()
    if relay is None or not speakers:
        return ()
    return (Link(speakers=speakers, cue=span_of(cue_range(relay), doc), stance="reports"),)


def _commitment(draft: Draft) -> Commitment:
    if draft.negated:
        return "unknown"
    return draft.sense.commitment


def _form(draft: Draft, quotes: Quotes, inner: Quotes) -> Form:
    """How the words are given: those of a cue within a quotation are direct only where they are quoted once more."""
    within = quotes.at(draft.anchor) is not None
    quoted = inner.words if within else quotes.spoken | inner.words
    inside = [i in quoted for i in draft.content]
    return "direct" if all(inside) else "mixed" if any(inside) else "indirect"
