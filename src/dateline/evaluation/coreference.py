"""Task `coreference`: events and entities across the documents of a topic, on ECB+.

Gold mentions are given and linked by what the reader knows of them: the kind of event or the head's lemma, the entity
that the page's names and pronouns lead to, and which documents tell one story. End to end, the reader finds the events
itself and merging brings them together.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import UsageError
from dateline.evaluation.chains import b_cubed, conll_f1
from dateline.evaluation.ecbplus import GoldMention, TopicDocument, read_topics
from dateline.evaluation.measures import harmonic
from dateline.evaluation.plain import article_of_lines
from dateline.evaluation.tasks import Options, Outcome, Task
from dateline.records import EventMention, Reading, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

READER = "evaluation"
STEM = 5
"""Letters of a lemma that a verb and its noun share."""
AMOUNTS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
ONE_STORY, WHOLE = 0.16, 1000
"""How alike two documents are that tell one story, and how many words of each count: they are short excerpts."""
SUBJECTS = frozenset({"nsubj", "agent", "poss"})
OBJECTS = frozenset({"nsubjpass", "dobj", "attr", "dative"})


class Head(msgspec.Struct, frozen=True):
    """The word of a mention that the others hang from, its lemma in lower case, and whether it is a pronoun.

    `subject` and `object` are where the heads of its first subject and object begin.
    """

    span: Span
    lemma: str
    pronoun: bool
    subject: "Word | None" = None
    object: "Word | None" = None


class Word(msgspec.Struct, frozen=True):
    """A word of the text: where it begins, and its lemma."""

    start: int
    lemma: str


class Read(msgspec.Struct, frozen=True):
    """A document, what the reader makes of it, and the heads of its gold mentions by their ids."""

    document: TopicDocument
    reading: Reading
    heads: dict[str, Head]


class Linking(msgspec.Struct, frozen=True):
    """By what events are linked. Each choice can be left out, to see what it is worth: `benchmarks/merging_folds.py`.

    `like` is how alike two documents are that tell one story, `stem` the letters by which a verb and its noun meet.
    `alike` brings together words for one kind of event, `families` those of one family of the codebook; `parts` tells
    speech by its speaker and a word that says little by its object.
    """

    like: float = ONE_STORY
    stem: int = STEM
    alike: bool = True
    families: bool = True
    parts: bool = True


class Linked(msgspec.Struct, frozen=True):
    """Chains of gold mentions as annotated and as found, and the reader's own events in chains of their own."""

    events: dict[str, str]
    entities: dict[str, str]
    found_events: dict[str, str]
    found_entities: dict[str, str]
    merged: dict[str, str]


def run(path: Path, options: Options) -> Outcome:
    """Link the mentions of every topic of an ECB+ folder."""
    del options
    if not path.is_dir():
        raise UsageError(f"{path} is a file: give the folder with ECB+ and its list of sentences")
    documents = read_topics(path)
    words = {m.id: " ".join(w.of(d.text) for w in m.words) for d in documents for m in d.mentions}
    topics = [link_topic(list(group)) for _, group in groupby(documents, key=lambda d: d.topic)]
    gold_events, gold_entities = _joined(t.events for t in topics), _joined(t.entities for t in topics)
    found_events, found_entities = _joined(t.found_events for t in topics), _joined(t.found_entities for t in topics)
    scores = {
        "event_conll_f1": conll_f1(gold_events, found_events),
        "entity_conll_f1": conll_f1(gold_entities, found_entities),
        "event_end_to_end_b3": harmonic(*b_cubed(gold_events, _joined(t.merged for t in topics))),
    }
    return Outcome(len(documents), scores, _explain(topics, words))


def _joined(parts: Iterable[dict[str, str]]) -> dict[str, str]:
    return {mention: chain for part in parts for mention, chain in part.items()}


def read_document(document: TopicDocument) -> Read:
    """Read a document by the stages of the reader; it comes without a page and without a day."""
    from dateline.events import find_events
    from dateline.mentions import find_mentions
    from dateline.sentences import parse_article
    from dateline.statements import find_statements
    from dateline.times import find_times

    article = article_of_lines(document.name, document.text)
    doc, sentences = parse_article(article)
    mentions, entities = find_mentions(article, doc, sentences)
    times = find_times(article, doc)
    statements = find_statements(article, doc, sentences, mentions, entities)
    reading = Reading(
        page_id=document.name,
        reader=READER,
        article=article,
        sentences=sentences,
        mentions=mentions,
        entities=entities,
        events=find_events(article, doc, sentences, mentions, entities, times, statements),
    )
    return Read(document, reading, {mention.id: head_of(doc, mention) for mention in document.mentions})


def head_of(doc: "Doc", mention: GoldMention) -> Head:
    """The head of a mention in the parse: of "in the old fort" the fort; amounts go by all their words."""
    tokens = [t for t in doc if any(w.start < t.idx + len(t) and t.idx < w.end for w in mention.words)]
    inside = {t.i for t in tokens}
    head: Token = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[-1])
    if head.pos_ in ("ADP", "SCONJ"):
        head = next((t for t in tokens if t.head.i == head.i and t.dep_ in ("pobj", "pcomp")), head)
    lemma = head.lemma_.lower()
    if head.pos_ == "NUM" or head.ent_type_ in AMOUNTS:
        lemma = " ".join(t.lemma_.lower() for t in tokens if t.pos_ not in ("DET", "ADP"))
    span = Span(head.idx, head.idx + len(head))
    return Head(span, lemma, head.pos_ == "PRON", _part(head, SUBJECTS), _part(head, OBJECTS))


def _part(head: "Token", labels: Collection[str]) -> Word | None:
    """The first subject or object of a word; of "by the police" the police."""
    for child in (c for c in head.children if c.dep_ in labels):
        held = [c for c in child.children if c.dep_ == "pobj"] if child.dep_ == "agent" else [child]
        if held:
            return Word(held[0].idx, held[0].lemma_.lower())
    return None


def link_topic(documents: Sequence[TopicDocument]) -> Linked:
    """Everything asked of one topic. Its documents are read one by one, then linked."""
    from dateline.merging import merge

    read = [read_document(document) for document in documents]
    gold = [mention for r in read for mention in r.document.mentions]
    topic = documents[0].topic
    entries = {
        report.event_id: entry.id for entry in merge(r.reading for r in read).entries for report in entry.reports
    }
    return Linked(
        events={m.id: m.chain for m in gold if m.event},
        entities={m.id: m.chain for m in gold if not m.event},
        found_events=link_events(read, Linking()),
        found_entities={mention: f"{topic} {chain}" for mention, chain in _link_entities(read).items()},
        merged={key: f"{topic} {entries[e.id]}" for r in read for key, e in reported(r) if e.id in entries},
    )


def link_events(read: Sequence[Read], by: Linking) -> dict[str, str]:
    """The chain of each event mention of a topic: one story, one kind."""
    from dateline.syndication import Story, story_clusters

    told = [Story(title="", body=r.reading.article.text) for r in read]
    stories = story_clusters(told, like=by.like, lead=WHOLE)
    topic = read[0].document.topic
    return {key: f"{topic} {s} {kind}" for r, s in zip(read, stories, strict=True) for key, kind in _kinds(r, by)}


def _kinds(read: Read, by: Linking) -> Iterator[tuple[str, str]]:
    """Event mentions with the kind that the reader compares, or the beginning of the head's lemma.

    The beginning brings a verb and its noun together ("explode", "explosion"). Speech is one by its speaker, and a
    word that says little ("make") by its object.
    """
    from dateline.merging import base_of, triggers

    families = {event.trigger: event.family for event in read.reading.events if event.family != event.lemma}
    words = triggers()
    for mention in read.document.mentions:
        if not mention.event:
            continue
        head = read.heads[mention.id]
        lemma = base_of(head.lemma) if by.alike else head.lemma
        if by.parts and (lemma in words.reporting or lemma in words.light):
            part = head.subject if lemma in words.reporting else head.object
            yield mention.id, f"{lemma} {_called(read, part) or mention.id}"
        else:
            family = families.get(head.span, lemma) if by.families else lemma
            yield mention.id, _kind(lemma, family, by)


def _kind(lemma: str, family: str, by: Linking) -> str:
    """What the words of one event share: the first word of their kind, else the family, else the lemma's beginning."""
    from dateline.merging import kind_of

    known = (kind_of(lemma) or kind_of(family)) if by.alike else None
    return known or (family if family != lemma else lemma[: by.stem])


def _called(read: Read, word: Word | None) -> str | None:
    """The name of the entity that a word stands for, else its lemma."""
    from dateline.mentions import MentionIndex

    if word is None:
        return None
    names = {entity.id: entity.name for entity in read.reading.entities}
    entity = MentionIndex(read.reading.mentions, read.reading.entities).at(word.start)
    return names[entity.id].lower() if entity is not None else word.lemma


def _link_entities(read: Sequence[Read]) -> dict[str, str]:
    """One chain where mentions share their head's lemma within the topic, or what merging takes for one actor.

    Pronouns go with the entity that the reader gives them, else with the same word of their page.
    """
    from dateline.mentions import MentionIndex
    from dateline.merging import actors

    together = Together()
    known = {entity: actor.id for actor in actors(r.reading for r in read) for entity in actor.entities}
    for r in read:
        index = MentionIndex(r.reading.mentions, r.reading.entities)
        for mention in r.document.mentions:
            if mention.event:
                continue
            head = r.heads[mention.id]
            entity = index.at(head.span.start)
            if entity is not None:
                together.join(mention.id, f"actor {known[entity.id]}")
            if not head.pronoun:
                together.join(mention.id, f"lemma {head.lemma}")
            elif entity is None:
                together.join(mention.id, f"{r.document.name} {head.lemma}")
    return {m.id: together.home(m.id) for r in read for m in r.document.mentions if not m.event}


class Together:
    """Names brought together step by step; each group is called by one of its names."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def home(self, name: str) -> str:
        """The name of a name's group."""
        while (above := self._above.setdefault(name, name)) != name:
            name = above
        return name

    def join(self, a: str, b: str) -> None:
        """Make the groups of two names one."""
        self._above[self.home(a)] = self.home(b)


def reported(read: Read) -> Iterator[tuple[str, EventMention]]:
    """The reader's events in listed sentences: by the gold mention that their trigger is in, else by their own id."""
    used: set[str] = set()
    for event in read.reading.events:
        if not any(sentence.covers(event.trigger) for sentence in read.document.listed):
            continue
        near = (m.id for m in read.document.mentions if m.event and any(w.overlaps(event.trigger) for w in m.words))
        key = next((name for name in near if name not in used), event.id)
        used.add(key)
        yield key, event


def _explain(topics: Sequence[Linked], words: dict[str, str]) -> Iterator[str]:
    """Chains of the reader that hold mentions of several annotated ones, in words."""
    for topic in topics:
        for kind, gold, found in (
            ("event", topic.events, topic.found_events),
            ("entity", topic.entities, topic.found_entities),
        ):
            for chain in sorted(set(found.values())):
                held = sorted((gold[m], words[m], m) for m in found if found[m] == chain)
                if len({name for name, _, _ in held}) > 1:
                    yield f"mixed {kind}: {chain}"
                    yield from (f"    {name}: {word} ({mention})" for name, word, mention in held)


TASK = Task(
    name="coreference",
    about="events and entities across the documents of a topic",
    notes=(
        "The data: ECB+ (`ECB+/TOPIC/NAME.xml`) with its list of sentences; only mentions in those count.",
        "event_conll_f1, entity_conll_f1: mentions are given; the mean F1 of MUC, B-cubed and CEAFe, links within a"
        " topic, chains of one count.",
        "event_end_to_end_b3: the reader finds and merges the events itself; B-cubed F1 over its mentions and the"
        " annotated ones. Documents come without a day and are read as far as their last listed sentence.",
    ),
    scores=("event_conll_f1", "entity_conll_f1", "event_end_to_end_b3"),
    run=run,
)
