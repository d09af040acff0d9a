"""Fit the network that rates the lines of a flattened page, and say by cross-validation how well it does.

    python benchmarks/fit_lines.py cleaning/aeb [--taught published/mediacloud] [--write FILE.npz]

What the shipped `articles/line_weights.npz` was fitted on: the 181 pages of the article-extraction benchmark
(scrapinghub/article-extraction-benchmark, MIT; pages of November 2019, mostly English news and blogs), their HTML made
text by inscriptis, blank lines and indentation not used. A line is the article's where at least half of its
four-word shingles stand in the gold; of repeated lines the one among most such lines. Each page is used twice: as is,
and as crawls keep it that lost the page's head but not its lists (`listed`), the lists made of the other pages' titles
and first sentences. `--taught` adds the pages of a set without gold, here 100 saved news pages of the world
(adbar/htmldate, Apache-2.0): what trafilatura finds in their HTML stands for gold where the lines hold nearly all of
it. They are never tested on. Four networks are fitted and their outputs averaged before the last step, which makes one
wider network of them. The file holds weights only, no words of any page. One core, about five minutes.
"""

import argparse
import gzip
import random
import re
from collections.abc import Iterable, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple

import inscriptis
import msgspec
import numpy as np
import trafilatura
from numpy.typing import NDArray

from dateline.articles.features import Matrix, line_features
from dateline.articles.labelling import special_kind
from dateline.articles.lines import split_lines
from dateline.articles.running import Network, Vector, apply_network, article_lines, scaled
from dateline.articles.surroundings import neighbours, reaches
from dateline.evaluation.cleaning import page_score

HIDDEN, EPOCHS, BATCH, RATE, DECAY, DROPPED, FOLDS, BAG = 16, 16, 512, 2e-3, 1e-3, 0.4, 5, 4
LEAST_SCALE = 1e-2
LEAST_TAUGHT = 700
"""Characters."""
LAYOUT = re.compile(r"^(?:[-*+•‣▪●○·–\s]+|\d{1,2}\.\s+)", re.MULTILINE)
WORD = re.compile(r"\w+")


class Story(NamedTuple):
    """What other pages would show of a page: its title and its first paragraph."""

    title: str
    opening: str


class Example(NamedTuple):
    """One page: its lines and their own columns, which lines are the article's, and its gold."""

    texts: list[str]
    columns: Matrix
    target: Vector
    gold: str
    story: Story
    bare: tuple[list[str], Matrix]
    """Lines and columns of the page without blank lines, bullets and indentation."""


class Truth(msgspec.Struct, rename={"body": "articleBody"}):
    body: str


def examples(folder: Path) -> list[Example]:
    """The pages of a set, in the order of their names."""
    truths = msgspec.json.decode((folder / "ground-truth.json").read_bytes(), type=dict[str, Truth])
    return [_example(folder / "html" / f"{name}.html.gz", truths[name].body) for name in sorted(truths)]


def _example(file: Path, gold: str) -> Example:
    html = gzip.decompress(file.read_bytes()).decode("utf-8", "replace")
    return _example_of(html, gold)


def _example_of(html: str, gold: str) -> Example:
    text = inscriptis.get_text(html)
    texts = _texts(text)
    bare = _texts(LAYOUT.sub("", text))
    return Example(
        texts, line_features(texts), targets(texts, gold), gold, _story(html, gold), (bare, line_features(bare))
    )


def _texts(text: str) -> list[str]:
    return [line.text for line in split_lines(text)]


def taught(folder: Path) -> list[Example]:
    """The pages of a set without gold whose article trafilatura finds, and of whose words the lines hold nearly all."""
    pages = []
    for file in sorted((folder / "html").iterdir()):
        content = file.read_bytes()
        html = (gzip.decompress(content) if file.suffix == ".gz" else content).decode("utf-8", "replace")
        gold = trafilatura.extract(html, favor_precision=True, include_comments=False) or ""
        if len(gold) >= LEAST_TAUGHT:
            pages.append(_example_of(html, gold))
    return [page for page in pages if _is_held(page)]


def _is_held(page: Example) -> bool:
    inside = (text for text, wanted in zip(page.texts, page.target, strict=True) if wanted)
    precision, recall = page_score(page.gold, "\n".join(inside))
    return precision >= 0.8 and recall >= 0.9


def _story(html: str, gold: str) -> Story:
    found = re.search(r"<title[^>]*>([^<]*)</title>", html, re.IGNORECASE)
    parts = re.split(r"\s+[|–—-]\s+", " ".join(unescape(found[1]).split())) if found else []
    return Story(max(parts, key=len, default=""), " ".join(gold.strip().split("\n", 1)[0].split()))


def targets(texts: Sequence[str], gold: str) -> Vector:
    """1 for each line of the article, else 0. Lines under four words are where lines on both sides of them are."""
    words = WORD.findall(gold)
    there = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    plain = f" {' '.join(words)} "
    tokens = [WORD.findall(text) for text in texts]
    found = np.array([_share(line, there) >= 0.5 for line in tokens], np.float64)
    _keep_one_of_repeated(found, tokens)
    for i, line in enumerate(tokens):
        if len(line) < 4:
            inside = found[max(0, i - 3) : i].any() and found[i + 1 : i + 4].any()
            found[i] = bool(inside and (not line or f" {' '.join(line)} " in plain))
    return found


def _share(words: Sequence[str], there: set[tuple[str, str, str, str]]) -> float:
    grams = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    return sum(gram in there for gram in grams) / len(grams) if grams else 0.0


def _keep_one_of_repeated(found: Vector, tokens: Sequence[Sequence[str]]) -> None:
    near = np.convolve(found * [min(len(line), 150) for line in tokens], np.ones(21))[10:-10]
    places: dict[tuple[str, ...], list[int]] = {}
    for i in np.flatnonzero(found):
        places.setdefault(tuple(tokens[i]), []).append(int(i))
    for repeated in places.values():
        for i in repeated:
            found[i] = i == max(repeated, key=lambda place: near[place])


SECTIONS = (
    "Top Stories", "Latest", "World", "Politics", "Business", "Health", "Sports", "Sports News", "Entertainment",
    "Local", "Science", "Tech", "Lifestyle", "Opinion", "More News", "Most Read", "Most Watched Today", "Trending",
    "Related Stories", "MORE NEWS", "Autos", "Travel", "Climate", "You may also like", "Editor's Picks",
    "More from this section", "Videos",
)  # fmt: skip


def listed(page: Example, others: Sequence[Example], chance: random.Random) -> Example:
    """The page as many crawls keep it: hardly anything above the article, and lists of teasers from other pages below.

    Every such list follows one pattern: titles once or twice, with a sentence, a cut sentence or none, ages, durations,
    dashes; sections repeat each other's items, the page's own story among them.
    """
    inside = np.flatnonzero(page.target)
    if not len(inside):
        return page
    first, last = int(inside[0]), int(inside[-1])
    above = chance.choice((0, 0, 0, 1, 3, 8))
    below = chance.choice((0, 0, 1, 2, 4))
    start, end = max(0, first - above), min(len(page.texts), last + 1 + below)
    stories = [p.story for p in chance.sample(list(others), min(len(others), 20)) if p.story.title and p.story.opening]
    teasers = _teasers([*stories, page.story] if chance.random() < 0.5 else stories, chance)
    texts = [*page.texts[start:end], *teasers]
    target = np.concatenate([page.target[start:end], np.zeros(len(teasers))])
    columns = line_features(texts)
    return Example(texts, columns, target, page.gold, page.story, (texts, columns))


def _teasers(stories: Sequence[Story], chance: random.Random) -> list[str]:
    doubled, dashed, aged, timed = (chance.random() < share for share in (0.2, 0.3, 0.3, 0.15))
    cut = chance.choice((0, 0, 0, 120, 200))
    told = chance.choice((1.0, 1.0, 0.9, 0.3))
    lines: list[str] = []
    for _ in range(chance.choice((1, 2, 4, 8))):
        lines += [chance.choice(SECTIONS)] * (chance.random() < 0.9)
        for story in chance.choices(stories, k=chance.choice((3, 5, 9))) if stories else ():
            lines += ["-"] * dashed + [f"{chance.randint(0, 9)}:{chance.randint(10, 59)}"] * timed
            lines += [story.title] * (1 + doubled)
            lines += [_opening(story, cut, chance)] * (chance.random() < told)
            lines += [f"{chance.randint(1, 23)}h ago"] * aged
    return lines


def _opening(story: Story, cut: int, chance: random.Random) -> str:
    if cut and len(story.opening) > cut:
        return story.opening[:cut].rsplit(" ", 1)[0] + "..."
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])", story.opening)
    return " ".join(sentences[: chance.choice((1, 1, 2))])


def line_weights(example: Example) -> Vector:
    """Longer lines weigh more, and every page the same."""
    words = np.array([min(text.count(" ") + 1, 80) + 3 for text in example.texts], np.float64)
    return words / words.sum()


class Scales(NamedTuple):
    """Means and scales of the own columns and of the reaches."""

    mean: Matrix
    scale: Matrix
    reach_mean: Matrix
    reach_scale: Matrix


def scales(pages: Sequence[Example]) -> Scales:
    own = np.vstack([page.columns for page in pages])
    far = np.vstack([reaches(page.columns) for page in pages])
    least = np.float32(LEAST_SCALE)
    return Scales(own.mean(0), own.std(0) + least, far.mean(0), far.std(0) + least)


def wide(columns: Matrix, by: Scales) -> Matrix:
    """What the hidden layer sees of each line."""
    near = neighbours(scaled(columns, by.mean, by.scale))
    return np.hstack([near, scaled(reaches(columns), by.reach_mean, by.reach_scale)])


def fit_bag(pages: Sequence[Example], more: Sequence[Example], seed: int) -> Network:
    """The networks of several seeds as one; each sees the pages, the same with lists, and `more` pages as they are."""
    plain = [*pages, *more]
    by = scales(plain)
    seen = np.vstack([wide(page.columns, by) for page in plain])
    bag = [fit(plain, seen, with_lists(pages, s), by, s) for s in range(seed, seed + BAG)]
    hidden, hidden_bias, output = (np.hstack([parts[i] for parts in bag]) for i in range(3))
    near = len(hidden) - reaches(pages[0].columns).shape[1]
    output_bias = np.mean([parts[3] for parts in bag], axis=0)
    return Network(*by, hidden[:near], hidden[near:], hidden_bias, output / BAG, output_bias)


def fit(plain: Sequence[Example], seen: Matrix, lists: Sequence[Example], by: Scales, seed: int) -> list[Matrix]:
    """Weights and biases of a network fitted by Adam with dropout on the scaled columns and weight decay."""
    pages = [*plain, *lists]
    columns = np.vstack([seen, *(wide(page.columns, by) for page in lists)])
    target = np.hstack([page.target for page in pages]).astype(np.float32)
    weight = np.hstack([line_weights(page) for page in pages])
    chance = np.random.default_rng(seed)
    width = columns.shape[1]
    parts: list[Matrix] = [
        (chance.standard_normal((width, HIDDEN)) / np.sqrt(width)).astype(np.float32),
        np.zeros(HIDDEN, np.float32),
        (chance.standard_normal(HIDDEN) * 0.3).astype(np.float32),
        np.zeros(1, np.float32),
    ]
    _descend(parts, columns, target, (weight / weight.mean()).astype(np.float32), chance)
    return parts


def _descend(parts: list[Matrix], columns: Matrix, target: Matrix, weight: Matrix, chance: np.random.Generator) -> None:
    first = [np.zeros_like(part) for part in parts]
    second = [np.zeros_like(part) for part in parts]
    step = 0
    for epoch in range(EPOCHS):
        rate = RATE * (1 - epoch / EPOCHS) + 1e-5
        order = chance.permutation(len(columns))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            kept = columns[rows] * (chance.random((len(rows), columns.shape[1]), np.float32) > DROPPED)
            step += 1
            for i, slope in enumerate(_slopes(parts, kept / np.float32(1 - DROPPED), target[rows], weight[rows])):
                first[i] = 0.9 * first[i] + 0.1 * slope
                second[i] = 0.999 * second[i] + 0.001 * slope**2
                change = first[i] / (1 - 0.9**step) / (np.sqrt(second[i] / (1 - 0.999**step)) + 1e-8)
                parts[i] = (parts[i] - rate * change).astype(np.float32)


def _slopes(parts: Sequence[Matrix], rows: Matrix, target: Matrix, weight: Matrix) -> Iterable[NDArray[np.floating]]:
    """Gradients of the weighted log loss of one batch."""
    hidden = np.maximum(rows @ parts[0] + parts[1], 0)
    error = (1 / (1 + np.exp(-(hidden @ parts[2] + parts[3]))) - target) * weight / len(rows)
    back = np.outer(error, parts[2]) * (hidden > 0)
    return rows.T @ back + DECAY * parts[0], back.sum(0), hidden.T @ error + DECAY * parts[2], np.array([error.sum()])


def cross_validate(pages: Sequence[Example], more: Sequence[Example], seed: int) -> None:
    """Print precision, recall and F1 in five folds, by the lines that the network and the marks of lines would take."""
    fold = np.empty(len(pages), int)
    fold[np.random.RandomState(0).permutation(len(pages))] = np.arange(len(pages)) % FOLDS
    scores: dict[str, list[tuple[float, float]]] = {"as they are": [], "without layout": [], "with lists": []}
    for held in range(FOLDS):
        training = [page for page, i in zip(pages, fold, strict=True) if i != held]
        testing = [page for page, i in zip(pages, fold, strict=True) if i == held]
        network = fit_bag(training, more, seed)
        scores["as they are"] += [_score(network, page.gold, page.texts, page.columns) for page in testing]
        scores["without layout"] += [_score(network, page.gold, *page.bare) for page in testing]
        scores["with lists"] += [
            _score(network, page.gold, page.texts, page.columns) for page in with_lists(testing, seed + BAG)
        ]
    for name, rows in scores.items():
        precision, recall = np.mean(rows, axis=0)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name}: precision {precision:.4f} recall {recall:.4f} f1 {f1:.4f}", flush=True)


def with_lists(pages: Sequence[Example], seed: int) -> list[Example]:
    """Each page once more, as `listed` makes it."""
    chance = random.Random(seed)
    return [listed(page, pages, chance) for page in pages]


def _score(network: Network, gold: str, texts: Sequence[str], columns: Matrix) -> tuple[float, float]:
    words = [text.count(" ") + 1 for text in texts]
    chosen, _ = article_lines(apply_network(network, columns), words)
    return page_score(gold, "\n".join(texts[i] for i in chosen if special_kind(texts[i]) is None))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--taught", type=Path, help="a set of pages whose article trafilatura finds")
    parser.add_argument("--write", type=Path, help="fit on all pages and write the weights here")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    pages = examples(options.folder)
    more = taught(options.taught) if options.taught else []
    cross_validate(pages, more, options.seed)
    if options.write:
        network = fit_bag(pages, more, options.seed)
        np.savez_compressed(
            options.write,
            **{name: np.float16(part) if name in ("near", "far") else part for name, part in network._asdict().items()},
        )


if __name__ == "__main__":
    main()
