"""Tasks `cleaning` and `flattened`: the article's own words, out of HTML and out of text whose markup is lost.

The measure is that of the article-extraction benchmark (Scrapinghub): shingles of four words with their counts;
precision and recall of each page, then their means over the pages, and F1 of the two means.
"""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from dateline.errors import UsageError
from dateline.evaluation.layouts import decode, stored_html, truth_folder
from dateline.evaluation.measures import harmonic, mean
from dateline.evaluation.plain import UNDATED
from dateline.evaluation.tasks import Options, Outcome, Task
from dateline.records import Article, Rejection

WORD = re.compile(r"\w+")
SIZE = 4
LATE = datetime.date(2100, 1, 1)

Shingles = Counter[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """Every run of four words with its count; a shorter text is one shingle."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + SIZE]) for i in range(max(1, len(words) - SIZE + 1))) if words else Counter()


def page_score(gold: str, answer: str) -> tuple[float, float]:
    """Precision and recall of one page; an empty answer to an empty gold is wholly right."""
    wanted, given = shingles(gold), shingles(answer)
    right = (wanted & given).total()
    if right == wanted.total() == given.total():
        return 1.0, 1.0
    return (right / given.total() if given else 0.0, right / wanted.total() if wanted else 0.0)


class Truth(msgspec.Struct, frozen=True, rename={"body": "articleBody"}):
    body: str


class Cleaned(msgspec.Struct, frozen=True, kw_only=True):
    """One page: what it should give, what it gave, why nothing, and its precision and recall."""

    name: str
    gold: str
    answer: str
    rejection: str | None
    precision: float
    recall: float


def run_cleaning(path: Path, options: Options) -> Outcome:
    """Articles out of `html/ID.html.gz`; `options.flatten` turns the HTML into text first."""
    folder = truth_folder(path)
    return _run(folder, _flattened_html if options.flatten else _html)


def run_flattened(path: Path, options: Options) -> Outcome:
    """Articles out of `text/ID.txt`; `options.flatten` makes the text of an HTML set."""
    folder = truth_folder(path)
    return _run(folder, _flattened_html if options.flatten else _text)


def _run(folder: Path, content: Callable[[Path, str], tuple[bytes, str]]) -> Outcome:
    truths: dict[str, Truth] = decode(folder / "ground-truth.json", dict[str, Truth])
    cleaned = [_clean(name, truths[name].body, *content(folder, name)) for name in sorted(truths)]
    precision, recall = mean(c.precision for c in cleaned), mean(c.recall for c in cleaned)
    scores = {"f1": harmonic(precision, recall), "precision": precision, "recall": recall}
    return Outcome(len(cleaned), scores, _explain(cleaned))


def _html(folder: Path, name: str) -> tuple[bytes, str]:
    return stored_html(folder, name), f"{name}.html"


def _text(folder: Path, name: str) -> tuple[bytes, str]:
    file = folder / "text" / f"{name}.txt"
    if not file.is_file():
        raise UsageError(f"{folder / 'text'} lacks {name}.txt; --flatten makes the text of an HTML set")
    return file.read_bytes(), file.name


def _flattened_html(folder: Path, name: str) -> tuple[bytes, str]:
    from inscriptis import get_text

    text: str = get_text(stored_html(folder, name).decode("utf-8", "replace"))
    return text.encode("utf-8", "replace"), f"{name}.txt"


def _clean(name: str, gold: str, content: bytes, file: str) -> Cleaned:
    article = article_of(content, file)
    answer = article.body if isinstance(article, Article) else ""
    precision, recall = page_score(gold, answer)
    return Cleaned(
        name=name,
        gold=gold,
        answer=answer,
        rejection=None if isinstance(article, Article) else f"{article.reason}: {article.detail}",
        precision=precision,
        recall=recall,
    )


def article_of(content: bytes, file: str) -> Article | Rejection:
    """The article of a page as the reader finds it; a page without a date is given one."""
    from dateline.articles import find_article
    from dateline.pages import make_page

    page = make_page(content, file)
    if isinstance(page, Rejection):
        return page
    article = find_article(page, LATE)
    if isinstance(article, Rejection) and article.reason == "no_date":
        return find_article(msgspec.structs.replace(page, header_date=UNDATED), LATE)
    return article


def _explain(cleaned: list[Cleaned]) -> Iterator[str]:
    """Pages from the worst to the best, each with the lines that are missing (-) and those that are too many (+)."""
    for page in sorted(cleaned, key=lambda c: (harmonic(c.precision, c.recall), c.name)):
        if page.precision == page.recall == 1:
            continue
        yield f"{'=' * 20} {page.name}  precision {page.precision:.3f}  recall {page.recall:.3f}"
        if page.rejection:
            yield f"rejected, {page.rejection}"
        yield from (f"- {line}" for line in _lines_not_in(page.gold, page.answer))
        yield from (f"+ {line}" for line in _lines_not_in(page.answer, page.gold))
        yield ""


def _lines_not_in(text: str, other: str) -> Iterator[str]:
    """Lines of a text of whose shingles less than half stand in the other."""
    there = shingles(other)
    for line in text.splitlines():
        own = shingles(line)
        if own and 2 * sum(count for gram, count in own.items() if gram in there) < own.total():
            yield line.strip()


FLATTENED = Task(
    name="flattened",
    about="the article out of text whose markup is lost",
    notes=(
        "The data: `text/ID.txt` and `ground-truth.json`; `--flatten` makes the text of an HTML set with inscriptis.",
    ),
    scores=("f1", "precision", "recall"),
    run=run_flattened,
    options=frozenset({"flatten"}),
)
CLEANING = Task(
    name="cleaning",
    about="the article out of HTML",
    notes=(
        "The data: `html/ID.html.gz` and `ground-truth.json` (`articleBody`).",
        "Runs of four words with their counts; precision and recall of each page, their means, and F1 of the means.",
        "A page that says no date is given one: the words alone are asked for.",
    ),
    scores=("f1", "precision", "recall"),
    run=run_cleaning,
    options=frozenset({"flatten"}),
)
