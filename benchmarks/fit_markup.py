"""Fit what weighs the line network against trafilatura on HTML pages, and say by cross-validation how well it does.

    python benchmarks/fit_markup.py cleaning/aeb --taught published/mediacloud [--write FILE.json]

What the shipped `articles/markup_weights.json` was fitted on: the 181 pages of the article-extraction benchmark
(scrapinghub/article-extraction-benchmark, MIT), the lines as resiliparse gives them. Five folds: for each, the line
network is fitted on the other four (as `fit_lines.py` does), and its answers on the fold that it has not seen are what
the weighing learns from; that is then fitted on four folds and scored on the fifth. The file holds weights only. One
core, some minutes.
"""

import argparse
import gzip
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from fit_lines import FOLDS, Example, Truth, examples, fit_bag, targets, taught

from dateline.articles.features import line_features
from dateline.articles.html_choice import Vector, Weights, choice_columns, probabilities, votes, word_counts
from dateline.articles.html_text import extracted_text, page_lines, parse_markup
from dateline.articles.labelling import special_kind
from dateline.articles.markup import is_foreign
from dateline.articles.running import Network, apply_network, article_lines
from dateline.evaluation.cleaning import page_score

DECAY, STEPS = 20.0, 12


class Judged(NamedTuple):
    """One page: its lines, the extractor's text and score, the columns of the weighing, which lines are right, gold."""

    texts: list[str]
    extracted: str
    rated: Vector
    columns: Vector
    target: Vector
    gold: str


def judged(folder: Path, more: Sequence[Example], seed: int) -> tuple[list[Judged], Vector]:
    """Every page as the weighing sees it, with a network that was fitted without it, and the fold of each page."""
    truths = msgspec.json.decode((folder / "ground-truth.json").read_bytes(), type=dict[str, Truth])
    pages, names = examples(folder), sorted(truths)
    fold = np.empty(len(pages), int)
    fold[np.random.RandomState(0).permutation(len(pages))] = np.arange(len(pages)) % FOLDS
    found: dict[str, Judged] = {}
    for held in range(FOLDS):
        others = [page for page, i in zip(pages, fold, strict=True) if i != held]
        network = fit_bag(others, more, seed)
        for name, page in ((n, p) for n, p, i in zip(names, pages, fold, strict=True) if i == held):
            found[name] = _judge(folder / "html" / f"{name}.html.gz", page, network)
    return [found[name] for name in names], fold


def _judge(file: Path, page: Example, network: Network) -> Judged:
    markup = gzip.decompress(file.read_bytes()).decode("utf-8", "replace")
    texts = [line.text for line in page_lines(markup)]
    tree = parse_markup(markup)
    extracted = extracted_text(tree, is_foreign) if tree is not None else ""
    rated = apply_network(network, line_features(texts)) if texts else np.zeros(0)
    columns = choice_columns(rated, votes(texts, extracted), word_counts(texts)) if texts else np.zeros((0, 0))
    return Judged(texts, extracted, rated, columns, targets(texts, page.gold), page.gold)


def fit_weights(pages: Sequence[Judged]) -> Weights:
    """Logistic regression with weight decay by Newton's method; every page weighs the same, longer lines more."""
    pages = [page for page in pages if page.texts]
    columns = np.vstack([page.columns for page in pages])
    target = np.hstack([page.target for page in pages]) > 0.5
    shares = [word_counts(page.texts) + 3 for page in pages]
    weight = np.hstack([share / share.sum() for share in shares])
    weight /= weight.mean()
    mean, scale = columns.mean(0), columns.std(0) + 1e-3
    rows = np.column_stack([(columns - mean) / scale, np.ones(len(columns))])
    decay = np.full(rows.shape[1], DECAY)
    decay[-1] = 0
    slope = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        now = 1 / (1 + np.exp(-(rows @ slope)))
        bend = (rows.T * (weight * now * (1 - now) + 1e-9)) @ rows + np.diag(decay)
        slope = slope - np.linalg.solve(bend, rows.T @ (weight * (now - target)) + decay * slope)
    rounded = [[round(float(x), 5) for x in part] for part in (mean, scale, slope[:-1])]
    return Weights(rounded[0], rounded[1], rounded[2], round(float(slope[-1]), 5))


def cross_validate(pages: Sequence[Judged], fold: Vector) -> None:
    """Print precision, recall and F1 of both parts and of what is chosen, each page by weights that never saw it."""
    chosen: dict[int, str] = {}
    for held in range(FOLDS):
        weights = fit_weights([page for page, i in zip(pages, fold, strict=True) if i != held])
        for i in np.flatnonzero(fold == held).tolist():
            page = pages[i]
            chosen[i] = _words(page, probabilities(weights, page.columns)) if page.texts else ""
    _report("network alone", pages, [_words(page, page.rated) for page in pages])
    _report("trafilatura alone", pages, [page.extracted for page in pages])
    _report("both, weighed", pages, [chosen[i] for i in range(len(pages))])


def _words(page: Judged, rated: Vector) -> str:
    lines, _ = article_lines(rated, [text.count(" ") + 1 for text in page.texts])
    return "\n".join(page.texts[i] for i in lines if special_kind(page.texts[i]) is None)


def _report(name: str, pages: Sequence[Judged], answers: Sequence[str]) -> None:
    scores = [page_score(page.gold, answer) for page, answer in zip(pages, answers, strict=True)]
    precision, recall = np.mean(scores, axis=0)
    print(
        f"{name}: precision {precision:.4f} recall {recall:.4f} f1 {2 * precision * recall / (precision + recall):.4f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--taught", type=Path, help="more pages for the line network, as in fit_lines.py")
    parser.add_argument("--write", type=Path, help="fit on all pages and write the weights here")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    more = taught(options.taught) if options.taught else []
    pages, fold = judged(options.folder, more, options.seed)
    cross_validate(pages, fold)
    if options.write:
        options.write.write_bytes(msgspec.json.encode(fit_weights(pages)) + b"\n")


if __name__ == "__main__":
    main()
