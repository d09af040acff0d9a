"""Task `timex`: time expressions and their TIMEX3 values, on MEANTIME (.xml) and TimeML (.tml) documents.

Spans are strict where equal and relaxed where they share a character; each gold and each answer counts once, equal
spans first, then in order of the text. Value F1 is relaxed F1 times the share of relaxed matches with an equal value.
Creation times are left out on both sides. MEANTIME is annotated in its first six sentences only, and scored only there.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from dateline.errors import UsageError
from dateline.evaluation.measures import Tally
from dateline.evaluation.plain import article_of_lines
from dateline.evaluation.tasks import Options, Outcome, Task
from dateline.evaluation.timeml import Document, Timex, read_document
from dateline.records import Span, TimeExpression


class Compared(msgspec.Struct, frozen=True):
    """One document: its text, gold and answers that count, and which of them meet."""

    name: str
    text: str
    gold: list[Timex]
    answers: list[Timex]
    pairs: list[tuple[Timex, Timex]]


def run(path: Path, options: Options) -> Outcome:
    """Find the times of every document of a folder, or of one document."""
    del options
    files = sorted([*path.glob("*.tml"), *path.glob("*.xml")]) if path.is_dir() else [path]
    if not files:
        raise UsageError(f"{path} holds no .xml or .tml documents")
    compared = [compare(document, find_answers(document)) for document in map(read_document, files)]
    return Outcome(len(files), scores_of(compared), _explain(compared))


def find_answers(document: Document) -> list[Timex]:
    """What the reader's own stages find in a document that was published on its creation day."""
    from dateline.sentences import parse_article
    from dateline.times import find_times

    article = article_of_lines(document.name, document.text, document.created)
    doc, _ = parse_article(article)
    return [_as_timex(found) for found in find_times(article, doc)]


def _as_timex(found: TimeExpression) -> Timex:
    return Timex(found.span, found.type, found.value)


def compare(document: Document, answers: Sequence[Timex]) -> Compared:
    """Match the answers that count: within the annotated part, and not on a creation time."""
    created = [t.span for t in document.times if t.creation]
    gold = [t for t in document.times if not t.creation]
    counted = [
        a
        for a in answers
        if a.span.start < document.annotated_end and not any(a.span.overlaps(span) for span in created)
    ]
    return Compared(document.name, document.text, gold, counted, _relaxed_pairs(gold, counted))


def _relaxed_pairs(gold: Sequence[Timex], answers: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    equal = _pair(gold, answers, lambda g, a: g.span == a.span)
    used_gold, used_answers = {g for g, _ in equal}, {a for _, a in equal}
    rest = _pair(
        [g for g in gold if g not in used_gold],
        [a for a in answers if a not in used_answers],
        lambda g, a: g.span.overlaps(a.span),
    )
    return equal + rest


def _pair(
    gold: Sequence[Timex], answers: Sequence[Timex], meet: Callable[[Timex, Timex], bool]
) -> list[tuple[Timex, Timex]]:
    """Each gold in its order with the first answer left that it meets."""
    left, pairs = list(answers), []
    for one in gold:
        hit = next((answer for answer in left if meet(one, answer)), None)
        if hit is not None:
            left.remove(hit)
            pairs.append((one, hit))
    return pairs


def scores_of(compared: Sequence[Compared]) -> dict[str, float]:
    """strict_f1, relaxed_f1 and value_f1 over all documents together."""
    pairs = [pair for document in compared for pair in document.pairs]
    answers, gold = sum(len(c.answers) for c in compared), sum(len(c.gold) for c in compared)
    strict = Tally(sum(g.span == a.span for g, a in pairs), answers, gold)
    relaxed = Tally(len(pairs), answers, gold)
    right_values = sum(g.value == a.value for g, a in pairs)
    return {
        "strict_f1": strict.f1,
        "relaxed_f1": relaxed.f1,
        "value_f1": relaxed.f1 * right_values / len(pairs) if pairs else 0.0,
    }


def _explain(compared: Sequence[Compared]) -> Iterator[str]:
    for document in compared:
        lines = sorted(_wrong(document))
        if lines:
            yield f"{'=' * 20} {document.name}"
            yield from (line for _, line in lines)
            yield ""


def _wrong(document: Compared) -> Iterator[tuple[Span, str]]:
    for gold, answer in document.pairs:
        if gold.span != answer.span or gold.value != answer.value:
            what = "value" if gold.span == answer.span else "span "
            yield (
                gold.span,
                f"{what}   {_show(gold, document)}   |   reader {_show(answer, document)}{_around(gold, document)}",
            )
    for gold in [g for g in document.gold if g not in {pair[0] for pair in document.pairs}]:
        yield gold.span, f"missed  {_show(gold, document)}{_around(gold, document)}"
    for answer in [a for a in document.answers if a not in {pair[1] for pair in document.pairs}]:
        yield answer.span, f"extra   {_show(answer, document)}{_around(answer, document)}"


def _show(timex: Timex, document: Compared) -> str:
    return f"«{timex.span.of(document.text)}» {timex.type} {timex.value}"


def _around(timex: Timex, document: Compared) -> str:
    """The line that a time stands on, below it."""
    text = document.text
    start = text.rfind("\n", 0, timex.span.start) + 1
    end = text.find("\n", timex.span.end)
    return f"\n          {text[start : end if end >= 0 else len(text)].strip()}"


TASK = Task(
    name="timex",
    about="time expressions and their values",
    notes=(
        "The data: MEANTIME (`.xml`) or TimeML (`.tml`) documents. Creation times are left out, and all after the sixth"
        " sentence of a MEANTIME document, which is not annotated.",
        "strict_f1: equal spans; relaxed_f1: spans that share a character; value_f1: relaxed_f1 times the share of"
        " those with an equal value.",
    ),
    scores=("strict_f1", "relaxed_f1", "value_f1"),
    run=run,
)
