"""`python -m dateline.evaluation TASK PATH`, and the floors: the same functions as `dateline evaluate`."""

import argparse
import sys
from pathlib import Path

import msgspec

from dateline.errors import DatelineError
from dateline.evaluation.registry import TASKS, evaluate
from dateline.evaluation.tasks import Evaluation


def main(arguments: list[str]) -> int:
    """Run one command; the exit code."""
    try:
        return _evaluate(arguments)
    except DatelineError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code


def _evaluate(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m dateline.evaluation", description="Measure the reader on annotated data."
    )
    parser.add_argument("task", help=f"one of {', '.join(TASKS)}")
    parser.add_argument("path", type=Path, help="folder of the data, or the one file in it")
    parser.add_argument("--format", choices=("json", "table"), default="table")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write what went wrong next to the text")
    parser.add_argument("--pages", type=Path, metavar="DIR", help="folder of the pages (gold)")
    parser.add_argument("--flatten", action="store_true", help="turn HTML into text first (flattened, cleaning)")
    given = parser.parse_args(arguments)
    result = evaluate(given.task, given.path, pages=given.pages, flatten=given.flatten, errors=given.errors)
    print(msgspec.json.encode(result).decode() if given.format == "json" else as_table(result))
    return 0


def as_table(result: Evaluation) -> str:
    """The scores for a person: one a line."""
    head = f"{result.task}  {result.path}  {result.documents} documents  {result.seconds:.1f} s"
    return "\n".join([head, *(f"  {name:<18}{value:8.4f}" for name, value in result.scores.items())])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
