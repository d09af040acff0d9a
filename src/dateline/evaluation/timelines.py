"""Task `timelines`: the events of a person or thing in their order, across documents (SemEval-2015 Task 4, trial data).

The reader reads the raw texts; its dated events with a target among their parties, and what the target said, are the
target's timeline, in order of their day. Events of one rank happen together; those of one line are one event.
Temporal awareness (UzZaman and Allen 2011): precision is the share of the reduced relations of the answer that follow
from the gold ones, recall the reverse; counts are summed over all timelines. Rank 0, of events
without a date, is left out.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec

from dateline.errors import DataError, UsageError
from dateline.evaluation.measures import Tally, harmonic
from dateline.evaluation.plain import article_of_lines
from dateline.evaluation.tasks import Options, Outcome, Task
from dateline.evaluation.timeml import Document, read_document
from dateline.records import EventMention, Reading, Span, Statement

Mention = tuple[str, int, str]
"""Document number, sentence (the title is 0) and word in lower case; of several ("took_off") the first."""
Timeline = dict[Mention, int]
"""The rank of each mention; equal ranks are simultaneous."""
Relation = tuple[Mention, Mention, bool]
"""Two mentions, and whether the first is before the second; else they are simultaneous."""

LINE = re.compile(r"(\d+)\t[^\t]*\t(\S.*)")
_STEM = 3
MENTION = re.compile(r"(\d+)-(\d+)-(\S+)")


class Target(msgspec.Struct, frozen=True):
    """A gold timeline, and the thing that it is of."""

    name: str
    timeline: Timeline


def run(path: Path, options: Options) -> Outcome:
    """Read all documents of a folder and make a timeline for each target."""
    del options
    targets = [read_target(file) for file in sorted((path / "timelines").glob("*.txt"))]
    documents = [read_document(file) for file in sorted((path / "documents").glob("*.xml"))]
    if not targets or not documents:
        raise UsageError(f"{path} holds no documents/*.xml with timelines/*.txt")
    read = [(document, read_text(document)) for document in documents]
    answers = {target.name: timeline_of(target.name, read) for target in targets}
    tallies = [compare(target.timeline, answers[target.name]) for target in targets]
    precision, recall = (sum((pair[i] for pair in tallies), start=Tally()) for i in (0, 1))
    scores = {"micro_f1": harmonic(precision.precision, recall.recall)}
    return Outcome(len(documents), scores, _explain(targets, answers))


def read_target(path: Path) -> Target:
    """The target on the first line, then rank, date and mentions; DataError where a line does not fit."""
    name, *lines = path.read_text("utf-8").strip().splitlines() or [""]
    timeline: Timeline = {}
    for line in filter(str.strip, lines):
        parts = LINE.fullmatch(line.rstrip())
        if parts is None:
            raise DataError(f"{path}: {line!r} is not a rank, a date and mentions")
        for document, sentence, word in MENTION.findall(parts[2]):
            if parts[1] != "0":
                timeline[document, int(sentence), word.lower().partition("_")[0]] = int(parts[1])
    return Target(name.strip(), timeline)


def read_text(document: Document) -> Reading:
    """Read a text by the stages of the reader, on the day it was made."""
    from dateline.events import find_events
    from dateline.mentions import find_mentions
    from dateline.sentences import parse_article
    from dateline.statements import find_statements
    from dateline.times import find_times

    article = article_of_lines(document.name, document.text, document.created)
    doc, sentences = parse_article(article)
    mentions, entities = find_mentions(article, doc, sentences)
    times = find_times(article, doc)
    statements = find_statements(article, doc, sentences, mentions, entities)
    events = find_events(article, doc, sentences, mentions, entities, times, statements)
    return Reading(
        page_id=document.name,
        reader="evaluation",
        article=article,
        entities=entities,
        statements=statements,
        events=events,
    )


def timeline_of(target: str, read: Sequence[tuple[Document, Reading]]) -> Timeline:
    """The target's events and statements, ranked by their day."""
    days = {
        _mention(document, trigger): day
        for document, reading in read
        for trigger, day in (*_events(target, reading), *_statements(target, reading))
    }
    ranks = {day: rank for rank, day in enumerate(sorted(set(days.values())), 1)}
    return {mention: ranks[day] for mention, day in days.items()}


def _events(target: str, reading: Reading) -> Iterator[tuple[Span, datetime.date]]:
    """Its events with their first day; a past one whose first day is open is put on its last.

    What the page tells without a day is taken for news of the page's day.
    """
    for event in reading.events:
        day = event.date.interval.earliest or event.date.interval.latest
        if event.date.rule == "before_publication":
            day = reading.article.published.day
        if day is not None and concerns(target, event, reading):
            yield event.trigger, day


def _statements(target: str, reading: Reading) -> Iterator[tuple[Span, datetime.date]]:
    """What it said: on the day of the statement, else on that of the page."""
    for statement in reading.statements:
        if any(is_named(target, speaker.name) for speaker in statement.speakers):
            told = statement.interval.earliest if statement.interval is not None else None
            yield _cue_word(statement, reading), told or reading.article.published.day


def _cue_word(statement: Statement, reading: Reading) -> Span:
    """The verb of a cue ("announced" of "also announced"), by the beginning of its lemma."""
    text, start = statement.cue.of(reading.article.text), statement.cue.start
    stem = statement.cue_lemma[:_STEM].lower()
    found = next((w for w in re.finditer(r"\S+", text) if w[0].lower().startswith(stem)), None)
    return Span(start + found.start(), start + found.end()) if found is not None else statement.cue


def concerns(target: str, event: EventMention, reading: Reading) -> bool:
    """Whether the target is a part of the event, by its words or by the name of its page's entity."""
    entities = {e.id: e for e in reading.entities}
    named = [a.name for a in event.arguments] + [a.span.of(reading.article.text) for a in event.arguments]
    named += [n for a in event.arguments if a.entity in entities for n in entities[a.entity].names]
    return any(is_named(target, name) for name in named)


def is_named(target: str, name: str) -> bool:
    """Whether a name has all words of the target, or is made of two or more of them."""
    wanted, given = (frozenset(re.findall(r"\w+", words.lower())) for words in (target, name))
    return wanted <= given or (given < wanted and len(given) > 1)


def _mention(document: Document, trigger: Span) -> Mention:
    number = document.name.partition("_")[0].partition("-")[0]
    sentence = document.text.count("\n", 0, trigger.start)
    return number, sentence, trigger.of(document.text).lower()


def compare(gold: Timeline, answer: Timeline) -> tuple[Tally, Tally]:
    """Precision (right of answers) and recall (right of gold), over reduced relations."""
    of_answer, of_gold = list(relations(answer)), list(relations(gold))
    right = sum(follows(relation, gold) for relation in of_answer)
    found = sum(follows(relation, answer) for relation in of_gold)
    return Tally(right, len(of_answer), 0), Tally(found, 0, len(of_gold))


def relations(timeline: Timeline) -> Iterator[Relation]:
    """The fewest relations that give all others: each mention with the next of its rank, ranks by their first ones."""
    ranks: dict[int, list[Mention]] = {}
    for mention in sorted(timeline):
        ranks.setdefault(timeline[mention], []).append(mention)
    ordered = [ranks[rank] for rank in sorted(ranks)]
    for mentions in ordered:
        yield from ((a, b, False) for a, b in pairwise(mentions))
    yield from ((a[0], b[0], True) for a, b in pairwise(ordered))


def follows(relation: Relation, timeline: Timeline) -> bool:
    """Whether a relation follows from a timeline."""
    first, second, before = relation
    if first not in timeline or second not in timeline:
        return False
    return timeline[first] < timeline[second] if before else timeline[first] == timeline[second]


def _explain(targets: Sequence[Target], answers: dict[str, Timeline]) -> Iterator[str]:
    for target in targets:
        answer = answers[target.name]
        yield f"{'=' * 20} {target.name}"
        for mention in sorted({*target.timeline, *answer}, key=lambda m: (target.timeline.get(m, 999), m)):
            shown = "-".join(map(str, mention))
            yield f"gold {target.timeline.get(mention, '-')}  reader {answer.get(mention, '-')}  {shown}"


TASK = Task(
    name="timelines",
    about="the events of a person or thing in their order, across documents",
    notes=(
        "The data: SemEval-2015 Task 4: `documents/*.xml` and `timelines/*.txt`; marks in the documents are not read.",
        "micro_f1: temporal awareness over all timelines; equal ranks are simultaneous, rank 0 is left out. The fewest"
        " relations that give all others are compared: each mention with the next of its rank in order of document and"
        " sentence, and the first ones of two ranks that follow each other.",
    ),
    scores=("micro_f1",),
    run=run,
)
