"""Task `factuality`: how far a sentence commits itself to the events marked in it, from -3 to 3."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dateline.errors import DataError, UsageError
from dateline.evaluation.layouts import decode_lines
from dateline.evaluation.measures import mean
from dateline.evaluation.tasks import Options, Outcome, Task

FOLDER_FILE = "dev.jsonl"


class Target(msgspec.Struct, frozen=True):
    """A marked event: the words from the first index up to the second, and the mean of the annotators' degrees."""

    span1: tuple[int, int]
    label: float


class Marked(msgspec.Struct, frozen=True):
    """A sentence of words parted by single spaces."""

    text: str
    targets: tuple[Target, ...] = ()

    def position(self, word: int) -> int:
        """Where a word begins in the text."""
        return sum(len(w) + 1 for w in self.text.split(" ")[:word])


def run(path: Path, options: Options) -> Outcome:
    """Read every sentence by itself."""
    del options
    sentences = decode_lines(file_of(path), Marked)
    gold = [t.label for s in sentences for t in s.targets]
    found = _degrees(sentences, path)
    error = mean(abs(f - g) for f, g in zip(found, gold, strict=True))
    return Outcome(len(sentences), {"mae": error, "pearson": pearson(found, gold)}, _explain(sentences, found))


def file_of(path: Path) -> Path:
    """The path where it is a file; of a folder its `dev.jsonl`, else the only `*.jsonl`. UsageError without one."""
    if path.is_file():
        return path
    files = sorted(path.glob("*.jsonl"))
    named = [f for f in files if f.name == FOLDER_FILE] or files
    if len(named) != 1:
        raise UsageError(f"{path} holds no {FOLDER_FILE}: name the one of {len(files)} files *.jsonl to evaluate on")
    return named[0]


def _degrees(sentences: Sequence[Marked], path: Path) -> list[float]:
    from dateline.evaluation.plain import article_of_lines
    from dateline.events import commitment_at
    from dateline.sentences import parse_article

    found = []
    for number, sentence in enumerate(sentences, 1):
        doc, _ = parse_article(article_of_lines("sentence", sentence.text))
        for target in sentence.targets:
            position = sentence.position(target.span1[0])
            token = next((t for t in doc if t.idx <= position < t.idx + len(t)), None)
            if token is None:
                raise DataError(f"{path}, line {number}: no word stands at {target.span1[0]}")
            found.append(commitment_at(token))
    return found


def pearson(first: Sequence[float], second: Sequence[float]) -> float:
    """Pearson's correlation; 0 where one side does not vary."""
    a, b = mean(first), mean(second)
    both = sum((x - a) * (y - b) for x, y in zip(first, second, strict=True))
    spread = math.sqrt(sum((x - a) ** 2 for x in first) * sum((y - b) ** 2 for y in second))
    return both / spread if spread else 0.0


def _explain(sentences: Sequence[Marked], found: Sequence[float]) -> Iterator[str]:
    degrees = iter(found)
    for sentence in sentences:
        for target in sentence.targets:
            degree = next(degrees)
            if abs(degree - target.label) >= 1:
                word = " ".join(sentence.text.split(" ")[slice(*target.span1)])
                yield f"{target.label:+.1f} read as {degree:+.1f}: {word} in: {sentence.text}"


TASK = Task(
    name="factuality",
    about="degrees of factuality of marked events",
    notes=(
        "The data: one JSON record a line (`text`, `targets` with `span1` in words and `label`); of a folder with "
        "several files, `dev.jsonl`.",
        "What is told as past or going on is 3, as to come 2, as merely possible 1, with the other sign where negated "
        "(FactBank's certain, probable, possible); refused, prevented and absent is -2, asked for or tried at most 1.",
        "mae is the mean absolute error (0 to 6, less is better), pearson the correlation.",
    ),
    scores=("mae", "pearson"),
    run=run,
    lower_is_better=frozenset({"mae"}),
)
