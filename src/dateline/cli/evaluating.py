"""The command that measures the reader."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import Shape, ShapeOption
from dateline.cli.output import write, write_rendered

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.evaluation import Evaluation


def evaluate(
    task: Annotated[str, typer.Argument(metavar="TASK", help="What is measured: gold, flattened, timex …")],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The annotated data: a folder, or the one file in it.")],
    pages: Annotated[Path | None, typer.Option("--pages", metavar="DIR", help="Folder of the pages (gold).")] = None,
    flatten: Annotated[bool, typer.Option("--flatten", help="Make text of HTML first (flattened).")] = False,
    errors: Annotated[
        Path | None, typer.Option("--errors", metavar="FILE", help="Write what went wrong, next to the text.")
    ] = None,
    format: ShapeOption = Shape.text,
) -> None:
    """Measure the reader on annotated data."""
    from dateline import evaluation
    from dateline.exports import encoded

    result = evaluation.evaluate(task, path, pages=pages, flatten=flatten, errors=errors)
    if format is Shape.json:
        write([encoded(result), "\n"])
    else:
        write_rendered(
            f"{result.task}  {result.path}  {result.documents} documents  {result.seconds:.1f} s", _table(result)
        )


def _table(result: "Evaluation") -> "Table":
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column(justify="right")
    for name, value in result.scores.items():
        grid.add_row(f"  {name}", f"{value:.4f}")
    return grid
