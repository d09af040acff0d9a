"""Task `attribution`: who said what, on PolNeAR's brat files (`NAME.txt` with `NAME.ann`).

A span is the set of its words and marks, so a parted span is one. Token scores are over the tokens that carry a role,
exact ones over (role, token set). A speaker counts, over contents that share a token (most shared first, one to one),
where the two sources share a word of at least three letters; gold relations without a source are left out.
The set gives a token one role: a statement inside the content of another is not annotated, and a content goes without
the words of its own cue and source. The reader keeps both, so they are taken away before scoring.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from dateline.errors import UsageError
from dateline.evaluation.brat import Relation, Role, Text, Tokens, read_relations
from dateline.evaluation.measures import Tally
from dateline.evaluation.plain import article_of_lines
from dateline.evaluation.tasks import Options, Outcome, Task
from dateline.records import Statement

ROLES: tuple[Role, ...] = ("cue", "content", "source")
LONG = 3
"""Letters of a word that tells two sources apart."""


class Compared(msgspec.Struct, frozen=True):
    """One document: gold and answers, and pairs of their numbers whose contents meet."""

    name: str
    text: Text
    gold: list[Relation]
    answers: list[Relation]
    pairs: list[tuple[int, int]]


def run(path: Path, options: Options) -> Outcome:
    """Find the statements of every document of a folder, or of one document."""
    del options
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path.with_suffix(".txt")]
    if not files:
        raise UsageError(f"{path} holds no .txt documents with their .ann files")
    compared = [_read_and_compare(file) for file in files]
    return Outcome(len(compared), scores_of(compared), _explain(compared))


def _read_and_compare(file: Path) -> Compared:
    text, gold = read_relations(file)
    return compare(file.stem, text, gold, one_role_each(text, find_answers(file.stem, text.text)))


def find_answers(name: str, text: str) -> Sequence[Statement]:
    """What the reader's own stages find in a document."""
    from dateline.mentions import find_mentions
    from dateline.sentences import parse_article
    from dateline.statements import find_statements

    article = article_of_lines(name, text)
    doc, sentences = parse_article(article)
    mentions, entities = find_mentions(article, doc, sentences)
    return find_statements(article, doc, sentences, mentions, entities)


def one_role_each(text: Text, statements: Sequence[Statement]) -> list[Relation]:
    """Statements as relations of the set: those whose cue lies in another one's content are left out."""
    outer = [
        statement
        for statement in statements
        if not any(
            other is not statement and any(part.covers(statement.cue) for part in other.content) for other in statements
        )
    ]
    return [as_relation(text, statement) for statement in outer]


def as_relation(text: Text, statement: Statement) -> Relation:
    """A statement's cue, content and speakers as token sets; words of cue and speakers are not of the content."""
    cue = text.tokens([statement.cue])
    source = text.tokens(speaker.span for speaker in statement.speakers)
    return Relation(cue=cue, content=text.tokens(statement.content) - cue - source, source=source)


def compare(name: str, text: Text, gold: list[Relation], answers: list[Relation]) -> Compared:
    """Pair gold and answers whose contents share a token: most shared first, then in their order, each once."""
    shared = [
        (len(g.content & a.content), i, j)
        for i, g in enumerate(gold)
        for j, a in enumerate(answers)
        if g.content & a.content
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(shared, key=lambda c: (-c[0], c[1], c[2])):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return Compared(name, text, gold, answers, sorted(pairs.items()))


def scores_of(compared: Sequence[Compared]) -> dict[str, float]:
    """All scores over all documents together."""
    tokens = {role: sum((_token_tally(c, role) for c in compared), start=Tally()) for role in ROLES}
    matched = [_same_speaker(c, i, j) for c in compared for i, j in c.pairs if c.gold[i].source]
    possible = sum(bool(g.source and g.content) for c in compared for g in c.gold)
    return {f"{role}_f1": tokens[role].f1 for role in ROLES} | {
        "content_exact_f1": sum((_exact_tally(c, "content") for c in compared), start=Tally()).f1,
        "speaker_accuracy": sum(matched) / len(matched) if matched else 0.0,
        "speaker_recall": sum(matched) / possible if possible else 0.0,
    }


def _token_tally(compared: Compared, role: Role) -> Tally:
    gold = _union(relation.part(role) for relation in compared.gold)
    answer = _union(relation.part(role) for relation in compared.answers)
    return Tally(len(gold & answer), len(answer), len(gold))


def _union(parts: Iterable[Tokens]) -> Tokens:
    return frozenset[int]().union(*parts)


def _exact_tally(compared: Compared, role: Role) -> Tally:
    gold = Counter(part for r in compared.gold if (part := r.part(role)))
    answers = Counter(part for r in compared.answers if (part := r.part(role)))
    return Tally((gold & answers).total(), answers.total(), gold.total())


def _same_speaker(compared: Compared, i: int, j: int) -> bool:
    return bool(
        _telling_words(compared.text, compared.gold[i].source)
        & _telling_words(compared.text, compared.answers[j].source)
    )


def _telling_words(text: Text, source: Tokens) -> set[str]:
    """The words long enough to tell sources apart; all where none is."""
    words = text.words(source)
    return {word for word in words if len(word) >= LONG} or words


def _explain(compared: Sequence[Compared]) -> Iterator[str]:
    """Each document: relations with a wrong part, then those missed and those too many."""
    for document in compared:
        yield f"{'=' * 20} {document.name}"
        paired = dict(document.pairs)
        for i, gold in enumerate(document.gold):
            if i in paired:
                yield from _differences(document, i, paired[i])
            else:
                yield f"missed  {_show(document, gold)}"
        for j in sorted(set(range(len(document.answers))) - set(paired.values())):
            yield f"extra   {_show(document, document.answers[j])}"
        yield ""


def _differences(document: Compared, i: int, j: int) -> Iterator[str]:
    gold, answer = document.gold[i], document.answers[j]
    wrong = [role for role in ROLES if gold.part(role) != answer.part(role)]
    if wrong:
        speaker = "" if not gold.source or _same_speaker(document, i, j) else "  OTHER SPEAKER"
        yield f"differs in {', '.join(wrong)}{speaker}"
        yield f"        gold   {_show(document, gold)}"
        yield f"        reader {_show(document, answer)}"


def _show(document: Compared, relation: Relation) -> str:
    show = document.text.show
    return f"[{show(relation.source)}] {{{show(relation.cue)}}} «{show(relation.content)}»"


TASK = Task(
    name="attribution",
    about="who said what: source, cue and content",
    notes=(
        "The data: PolNeAR's brat files, `NAME.txt` with `NAME.ann`.",
        "cue_f1, content_f1, source_f1: over the tokens that carry the role; content_exact_f1: over whole contents.",
        "speaker_accuracy: of contents that share a token, one to one, those whose sources share a word of three"
        " letters or more; speaker_recall: the same over all annotated contents that have a source.",
        "The set gives a token one role: statements inside the content of another one are left out, and a content goes"
        " without the words of its own cue and source.",
    ),
    scores=("cue_f1", "content_f1", "source_f1", "content_exact_f1", "speaker_accuracy", "speaker_recall"),
    run=run,
)
