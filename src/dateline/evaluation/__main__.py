"""`python -m dateline.evaluation`: TASK PATH as `dateline evaluate` does, `floors`, and `table`."""

import argparse
import sys
from pathlib import Path

import msgspec

from dateline.errors import DatelineError
from dateline.evaluation import floors as floors_of
from dateline.evaluation import table
from dateline.evaluation.registry import TASKS, evaluate
from dateline.evaluation.tasks import Evaluation


def main(arguments: list[str]) -> int:
    """Run one command; the exit code."""
    commands = {"floors": _floors, "table": _table}
    run = commands.get(arguments[0]) if arguments else None
    try:
        return run(arguments[1:]) if run else _evaluate(arguments)
    except DatelineError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code


def _evaluate(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m dateline.evaluation",
        description="Measure the reader on annotated data. Also: floors --help, table --help.",
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


def _floors(arguments: list[str]) -> int:
    given = _floors_parser().parse_args(arguments)
    path, root = floors_of.floors_file(), floors_of.benchmarks_root()
    kept = floors_of.load_floors(path)
    checks = []
    for checked in floors_of.check_floors(kept, root, tasks=given.tasks, up=given.up, lower=given.lower):
        checks.append(checked)
        print("\n".join(floors_of.describe(checked, root)), flush=True)
    now = {(c.floor.task, c.floor.path): c.floor for c in checks}
    floors_of.save_floors(path, [now.get((f.task, f.path), f) for f in kept])
    table.save_measured(table.MEASURED, checks)
    return int(any(checked.state == "changed" or checked.fallen for checked in checks))


def _floors_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dateline.evaluation floors",
        description="Check the floors where their data is present. Ends with 1 where one is lost or data has changed.",
    )
    parser.add_argument("tasks", nargs="*", metavar="TASK", help="only these; all where none is given")
    parser.add_argument("--raise", dest="up", action="store_true", help="raise floors to what is measured now")
    parser.add_argument("--lower", action="append", default=[], metavar="TASK.SCORE", help="lower this one to it")
    return parser


def _table(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m dateline.evaluation table",
        description="Write docs/evaluation.md from the last check of the floors.",
    )
    parser.parse_args(arguments)
    page = table.render(table.load_measured(table.MEASURED), floors_of.load_floors(floors_of.floors_file()))
    table.DOCUMENT.write_text(page, encoding="utf-8")
    print(f"{table.DOCUMENT} written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
