"""Which lines of a flattened page are its article: the best run of lines that read like paragraphs, with gaps."""

import re
from collections.abc import Sequence

from dateline.articles.lines import Line

SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


def line_scores(lines: Sequence[Line]) -> list[float]:
    """How much each line speaks for being a paragraph of the article; negative against."""
    seen: set[str] = set()
    scores = []
    for line in lines:
        words = line.text.count(" ") + 1
        sentence = words >= 10 and SENTENCE_END.search(line.text) and line.text not in seen
        scores.append(float(words) if sentence else -20.0)
        seen.add(line.text)
    return scores


def best_run(scores: Sequence[float]) -> tuple[int, int]:
    """The half-open range of the highest sum; (0, 0) where no line scores."""
    best, run, total, start = 0.0, (0, 0), 0.0, 0
    for i, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, i
        total += score
        if total > best:
            best, run = total, (start, i + 1)
    return run
