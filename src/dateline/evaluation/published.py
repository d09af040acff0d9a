"""Task `published`: the day on which a page was published, out of its HTML and the address it was found at.

Exact to the day. A wrong day, or a day where the page has none, is a false positive; no answer where there is a day is
a false negative. A page that gives no article gives no day.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from dateline.evaluation.layouts import decode, stored_html, truth_folder
from dateline.evaluation.tasks import Options, Outcome, Task
from dateline.records import Article, Page, Rejection

LATE = datetime.date(2100, 1, 1)

Verdict = Literal["right", "wrong", "missed", "silent"]


class Truth(msgspec.Struct, frozen=True):
    published: datetime.date | None
    url: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What one page should say and what the reader found; `note` is where it found it, or why it found nothing."""

    name: str
    url: str | None
    gold: datetime.date | None
    found: datetime.date | None
    note: str

    @property
    def verdict(self) -> Verdict:
        if self.found is None:
            return "silent" if self.gold is None else "missed"
        return "right" if self.found == self.gold else "wrong"


def run(path: Path, options: Options) -> Outcome:
    """Read the date of every page of a set."""
    del options
    folder = truth_folder(path)
    truths: dict[str, Truth] = decode(folder / "ground-truth.json", dict[str, Truth])
    answers = [_answer(folder, name, truths[name]) for name in sorted(truths)]
    return Outcome(len(answers), {"f1": f1_of(answers)}, _explain(answers))


def _answer(folder: Path, name: str, truth: Truth) -> Answer:
    from dateline.articles import find_article
    from dateline.pages import make_page

    page = make_page(stored_html(folder, name), f"{name}.html", url=truth.url or None)
    result = find_article(page, LATE) if isinstance(page, Page) else page
    found = result.published.day if isinstance(result, Article) else None
    note = f"{result.reason}: {result.detail}" if isinstance(result, Rejection) else result.published.basis
    return Answer(name=name, url=truth.url, gold=truth.published, found=found, note=note)


def f1_of(answers: Sequence[Answer]) -> float:
    """2 TP / (2 TP + FP + FN) over all pages; a rightly silent page counts on no side."""
    counts = Counter(answer.verdict for answer in answers)
    total = 2 * counts["right"] + counts["wrong"] + counts["missed"]
    return 2 * counts["right"] / total if total else 0.0


def _explain(answers: Sequence[Answer]) -> Iterator[str]:
    for answer in answers:
        if answer.verdict in ("wrong", "missed"):
            days = f"gold {answer.gold}  reader {answer.found} ({answer.note})"
            yield f"{answer.verdict:7} {days}  {answer.name} {answer.url or ''}"


TASK = Task(
    name="published",
    about="the day a page was published, out of HTML and its address",
    notes=(
        "The data: `html/ID.html.gz` and `ground-truth.json` (`published`, `url`).",
        "Exact to the day; a day where the page has none is wrong, silence there counts on no side.",
    ),
    scores=("f1",),
    run=run,
)
