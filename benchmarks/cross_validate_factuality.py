"""Whether the degrees of factuality fit only the rows that they are measured on: five folds of one file.

    python benchmarks/cross_validate_factuality.py ../shared/benchmarks/factuality/uw

The reader gives a marked event one of a few degrees (3, 2, 1 and the same below zero: FactBank's certain, probable and
possible). They are not fitted. Here each is also replaced by the median of the annotators' degrees of the rows that get
it, once of all rows and once of those of the other four folds, a sentence being in one fold by its place. Printed are
the mean absolute error and the correlation of each, and the medians.
"""

import argparse
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from dateline.evaluation.factuality import Marked, file_of, pearson
from dateline.evaluation.layouts import decode_lines
from dateline.evaluation.measures import mean
from dateline.evaluation.plain import article_of_lines

FOLDS = 5


class Row(msgspec.Struct, frozen=True):
    """A marked event: the number of its sentence, the degree that the reader gives it, and the annotators' mean."""

    sentence: int
    found: float
    gold: float


def rows_of(path: Path) -> list[Row]:
    """The marked events of a file, read."""
    from dateline.events import commitment_at
    from dateline.sentences import parse_article

    rows = []
    for number, sentence in enumerate(decode_lines(file_of(path), Marked)):
        doc, _ = parse_article(article_of_lines("sentence", sentence.text))
        for target in sentence.targets:
            position = sentence.position(target.span1[0])
            token = next(t for t in doc if t.idx <= position < t.idx + len(t))
            rows.append(Row(number, commitment_at(token), target.label))
    return rows


def fitted(rows: Sequence[Row]) -> dict[float, float]:
    """For each degree the median of the annotators' degrees; it has the least absolute error."""
    by_degree: dict[float, list[float]] = {}
    for row in rows:
        by_degree.setdefault(row.found, []).append(row.gold)
    return {degree: statistics.median(gold) for degree, gold in sorted(by_degree.items())}


def out_of_fold(rows: Sequence[Row]) -> list[float]:
    """Each row's degree as fitted on the sentences of the other folds."""
    tables = [fitted([row for row in rows if row.sentence % FOLDS != fold]) for fold in range(FOLDS)]
    return [tables[row.sentence % FOLDS].get(row.found, row.found) for row in rows]


def report(name: str, rows: Sequence[Row], found: Sequence[float]) -> None:
    gold = [row.gold for row in rows]
    error = mean(abs(f - g) for f, g in zip(found, gold, strict=True))
    print(f"{name:34} mae {error:.4f}  pearson {pearson(found, gold):.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("path", type=Path)
    rows = rows_of(parser.parse_args().path)
    table: Mapping[float, float] = fitted(rows)
    print(f"{len(rows)} marked events, {FOLDS} folds")
    report("as it is", rows, [row.found for row in rows])
    for fold in range(FOLDS):
        own = [row for row in rows if row.sentence % FOLDS == fold]
        report(f"as it is, fold {fold + 1}", own, [row.found for row in own])
    report("medians of the same rows", rows, [table[row.found] for row in rows])
    report("medians of the other four folds", rows, out_of_fold(rows))
    for degree, median in table.items():
        print(f"{degree:+.0f} -> {median:+.2f} ({sum(row.found == degree for row in rows)} events)")


if __name__ == "__main__":
    main()
