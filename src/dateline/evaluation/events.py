"""Task `events`: the PLOVER type of what one marked party does to another, in single sentences of the news."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dateline.errors import DataError
from dateline.evaluation.layouts import one_file
from dateline.evaluation.measures import Tally, mean
from dateline.evaluation.plover import QUADS, type_of
from dateline.evaluation.tasks import Options, Outcome, Task
from dateline.records import Span

COLUMNS = ("marked_sentence", "gold_root", "gold_penta")
_MARK = re.compile(r"(</?[st]>)")
NOWHERE = Span(0, 0)


class Row(msgspec.Struct, frozen=True):
    """A sentence with its marks taken out; an empty span where a party is not marked."""

    text: str
    source: Span
    target: Span
    root: str
    quad: str


def run(path: Path, options: Options) -> Outcome:
    """Read every sentence of the file by itself."""
    del options
    rows = load(one_file(path, "*.tsv"))
    answers = [type_of(row.text, row.source, row.target) for row in rows]
    roots = [row.root for row in rows]
    scores = {
        "accuracy": mean(float(a == g) for a, g in zip(answers, roots, strict=True)),
        "macro_f1": macro_f1(roots, answers),
        "quad_accuracy": mean(float(QUADS[a] == row.quad) for a, row in zip(answers, rows, strict=True)),
    }
    return Outcome(len(rows), scores, _explain(rows, answers))


def load(path: Path) -> list[Row]:
    """The rows of a file of tab-separated values; DataError where a column is missing or nothing can be read."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file, delimiter="\t")
            missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
            if missing:
                raise DataError(f"{path} has no column {missing[0]!r}")
            return [_row(record) for record in table]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path} cannot be read: {error}") from error


def _row(record: dict[str, str]) -> Row:
    text, marks = unmarked(record["marked_sentence"])
    return Row(
        text=text,
        source=_between(marks, "s"),
        target=_between(marks, "t"),
        root=record["gold_root"],
        quad=record["gold_penta"],
    )


def unmarked(marked: str) -> tuple[str, dict[str, int]]:
    """The sentence without its marks, and where each mark stood first."""
    text, marks = "", dict[str, int]()
    for part in _MARK.split(marked):
        if _MARK.fullmatch(part):
            marks.setdefault(part, len(text))
        else:
            text += part
    return text, marks


def _between(marks: dict[str, int], name: str) -> Span:
    start, end = marks.get(f"<{name}>"), marks.get(f"</{name}>")
    return Span(start, end) if start is not None and end is not None and start <= end else NOWHERE


def macro_f1(gold: Sequence[str], answers: Sequence[str]) -> float:
    """Mean over the classes of gold and answers of each one's F1."""
    pairs = list(zip(gold, answers, strict=True))
    tallies = (Tally(pairs.count((name, name)), answers.count(name), gold.count(name)) for name in {*gold, *answers})
    return mean(sorted(tally.f1 for tally in tallies))


def _explain(rows: Sequence[Row], answers: Sequence[str]) -> Iterator[str]:
    for row, answer in zip(rows, answers, strict=True):
        if answer != row.root:
            yield f"{row.root} read as {answer}: {row.text}"
            yield f"    source {row.source.of(row.text)!r}, target {row.target.of(row.text)!r}"


TASK = Task(
    name="events",
    about="PLOVER types of events between two marked parties",
    notes=(
        "The data: one `*.tsv` with the columns `marked_sentence` (`<s>` source, `<t>` target), `gold_root` and "
        "`gold_penta`, the quad class as a digit from 1 to 4.",
        "The word that names the event is the one whose actor covers the source, then whose clause holds the target, "
        "then a verb, then the highest in the sentence. A sentence without any such word is answered CONSULT.",
        "macro_f1 is the mean over types; quad_accuracy follows from the type by PLOVER's table.",
    ),
    scores=("accuracy", "macro_f1", "quad_accuracy"),
    run=run,
)
