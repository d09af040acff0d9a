"""What can be counted in the lines of a flattened page, as one matrix: characters, words, repeats, surroundings.

Everything is counted over the whole page at once. Layout (blank lines, indentation, bullets) is not used: it is what
flattened pages differ in most.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import compress, repeat

import numpy as np
from numpy.typing import NDArray

from dateline.articles.anatomy import anatomy

type Matrix = NDArray[np.float32]

HEAD, TAIL = 500, 200
"""Characters of a long line that are counted: a longer one is a paragraph whatever stands in between."""
RARE_FROM = 4
"""Letters. Words of more than this that are in no class are taken for the page's own."""
OFFSETS = (-4, -3, -2, -1, 0, 1, 2, 3, 4)
REACHES = (6, 20, 60)
LINE_END = b"\0"
# Letters of western Europe stay, the line end becomes a word of its own, and all else parts words.
LETTERS = bytes(
    0 if code == 10 else code if bytes([code]).decode("cp1252", "replace").isalpha() else 32 for code in range(256)
)

# Classes of characters.
OTHER, LOWER, UPPER, DIGIT, SPACE, NEWLINE, MARK, CLOSER, QUOTE, COMMA, COLON, RULE, AT, SHOUT = range(14)
MEMBERS = {
    SPACE: " ", NEWLINE: "\n", MARK: ".…", SHOUT: "!?", CLOSER: ")]’'", QUOTE: "\"“”‘", COMMA: ",;", COLON: ":",
    RULE: "|»›>•·/\\+=*#", AT: "@©",
}  # fmt: skip
TABLE_SIZE = 0x2100


@cache
def _classes() -> NDArray[np.uint8]:
    table = np.zeros(TABLE_SIZE, np.uint8)
    for code in range(TABLE_SIZE):
        char = chr(code)
        table[code] = LOWER if char.islower() else UPPER if char.isupper() else DIGIT if char.isdigit() else OTHER
    for kind, members in MEMBERS.items():
        for char in members:
            table[ord(char)] = kind
    return table


WORD_CLASSES = ("common", "second_person", "first_person", "tools", "credits", "closers", "reporting", "time")

FIRST_WORD_FROM = WORD_CLASSES.index("tools")
"""From this class on it also counts whether a line begins with such a word."""


@cache
def _lexicon() -> dict[bytes, int]:
    """For each word of `anatomy.line_words` the bits of its classes; the line end has the highest bit of all."""
    words: dict[bytes, int] = {LINE_END: 1 << len(WORD_CLASSES)}
    for bit, name in enumerate(WORD_CLASSES):
        members = anatomy().common_words if name == "common" else anatomy().line_words[name]
        for word in members:
            code = word.encode("cp1252")
            words[code] = words.get(code, 0) | 1 << bit
    return words


def page_features(texts: Sequence[str]) -> Matrix:
    """One row a line: its own counts, those of the four lines on either side, and sums over wider reaches."""
    own = line_features(texts)
    return np.hstack([_windows(own), _reaches(own)])


def line_features(texts: Sequence[str]) -> Matrix:
    """One row a line, its own counts only, each scaled to about 0..3."""
    texts = [text if len(text) <= HEAD + TAIL else f"{text[:HEAD]} {text[-TAIL:]}" for text in texts]
    low = "\n".join(texts).lower().split("\n")
    again, repeated = _repeats(low)
    columns = [_characters("\n".join(texts) + "\n", len(texts)), _words(low, again), again[:, None], repeated[:, None]]
    return np.hstack(columns).astype(np.float32)


def _characters(joined: str, n: int) -> NDArray[np.float64]:
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _classes()[np.minimum(codes, TABLE_SIZE - 1)]
    ends = np.flatnonzero(kinds == NEWLINE)
    starts = np.concatenate(([0], ends[:-1] + 1))
    line = np.repeat(np.arange(n), ends - starts + 1)
    counts = np.bincount(line * 14 + kinds, minlength=n * 14).reshape(n, 14).astype(np.float64)

    before = np.concatenate(([NEWLINE], kinds[:-1]))
    after = np.concatenate((kinds[1:], [NEWLINE]))
    stop = (kinds == MARK) | (kinds == SHOUT)
    closing = (kinds == CLOSER) | (kinds == QUOTE)
    gap = (after == SPACE) | (after == NEWLINE)
    stopped = (stop & gap) | (closing & gap & ((before == MARK) | (before == SHOUT)))

    def per_line(where: NDArray[np.bool_]) -> NDArray[np.float64]:
        return np.bincount(line[where], minlength=n).astype(np.float64)

    length = ends - starts
    size = np.maximum(length, 1)
    words = counts[:, SPACE] + 1
    sentences = per_line(stopped)
    capital = (kinds == UPPER) & (before == SPACE)
    glued = (before == LOWER) & (kinds == UPPER) & ((after == LOWER) | (after == SPACE))
    last, first = kinds[np.maximum(ends - 1, 0)], kinds[starts]
    finished = stopped[np.maximum(ends - 1, 0)]
    trailing = (last == MARK) & (before[np.maximum(ends - 1, 0)] == MARK)
    letters = counts[:, LOWER] + counts[:, UPPER]
    columns = [
        np.log1p(words), np.minimum(words, 60) / 20, words <= 3, words <= 8, finished, np.minimum(sentences, 6) / 3,
        np.minimum(counts[:, COMMA] / words * 5, 2), per_line(capital) / words, np.minimum(per_line(glued), 3),
        (counts[:, LOWER] == 0) & (counts[:, UPPER] > 1), counts[:, DIGIT] / size * 3, letters / size * 2,
        size / words / 8, first == LOWER, first == QUOTE, first == DIGIT, first == OTHER,
        last == COLON, last == COMMA, trailing,
        np.minimum(counts[:, QUOTE], 2) / 2, np.minimum(counts[:, RULE], 3), np.minimum(counts[:, AT], 1),
        np.minimum(counts[:, SHOUT], 2), (words >= 10) & finished,
    ]  # fmt: skip
    return np.column_stack(columns).astype(np.float64)


def _words(low: Sequence[str], again: NDArray[np.bool_]) -> NDArray[np.float64]:
    lexicon = _lexicon()
    tokens = (" \n ".join(low) + " \n").encode("cp1252", "replace").translate(LETTERS).split()
    bits = np.fromiter(map(lexicon.get, tokens, repeat(0)), np.int64, len(tokens))
    ends = np.flatnonzero(bits == 1 << len(WORD_CLASSES))
    n = len(ends)
    starts = np.concatenate(([0], ends[:-1] + 1))
    line = np.repeat(np.arange(n), ends - starts + 1)
    size = np.maximum(ends - starts, 1)
    columns = []
    known = np.flatnonzero((bits > 0) & (bits != 1 << len(WORD_CLASSES)))
    bits_known, line_known = bits[known], line[known]
    for bit in range(len(WORD_CLASSES)):
        number = np.bincount(line_known[(bits_known >> bit) & 1 == 1], minlength=n)
        columns += [number / size * 2, np.minimum(number, 6) / 3]
        if bit >= FIRST_WORD_FROM:
            columns.append(((bits[starts] >> bit) & 1).astype(np.float64))
    columns.append(_topicality(tokens, bits == 0, line, again))
    return np.column_stack(columns)


def _topicality(
    tokens: list[bytes], plain: NDArray[np.bool_], line: NDArray[np.int64], again: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """How often the rarer words of a line stand elsewhere on the page, repeated lines counted once."""
    places = np.flatnonzero(plain & (np.fromiter(map(len, tokens), np.int64, len(tokens)) > RARE_FROM))
    rare, where = [tokens[i] for i in places.tolist()], line[places]
    count = Counter(compress(rare, (~again[where]).tolist()))
    often = np.fromiter(map(count.__getitem__, rare), np.float64, len(rare))
    n = len(again)
    shared = np.bincount(where, np.clip(often - 1, 0, 4), minlength=n)
    return shared / (np.bincount(where, minlength=n) + 2)


def _repeats(low: Sequence[str]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether each line stood above already, and whether it stands on the page more than once."""
    count = Counter(low)
    first: dict[str, int] = {}
    places = [first.setdefault(text, i) for i, text in enumerate(low)]
    again = np.array(places) < np.arange(len(low))
    return again, np.array([count[text] > 1 for text in low])


def _windows(own: Matrix) -> Matrix:
    """The rows of the neighbours beside each row, with a column that says whether there is such a neighbour."""
    n, width = own.shape
    out = np.zeros((n, len(OFFSETS), width + 1), np.float32)
    for place, offset in enumerate(OFFSETS):
        low, high = max(0, -offset), min(n, n - offset)
        if low < high:
            out[low:high, place, :width] = own[low + offset : high + offset]
            out[low:high, place, width] = 1
    return out.reshape(n, -1)


def reach_sums(total: NDArray[np.float64], reach: int) -> Matrix:
    """Sums of each column over the `reach` rows above and over those below each row, side by side.

    `total` has one row more than the page has lines: the sums of all rows above each.
    """
    at = np.arange(len(total) - 1)
    above = total[:-1] - total[np.maximum(at - reach, 0)]
    below = total[np.minimum(at + 1 + reach, len(at))] - total[1:]
    return np.hstack([above, below]).astype(np.float32)


SENTENCE = 24


def _reaches(own: Matrix) -> Matrix:
    n = len(own)
    prose = own[:, SENTENCE] * own[:, 1]
    columns = np.column_stack([prose, own[:, SENTENCE] * own[:, -3], own[:, 2], own[:, 8], own[:, 25 + 2 : -2]]).astype(
        np.float64
    )
    above = np.concatenate((np.zeros((1, columns.shape[1])), np.cumsum(columns, axis=0)))
    sums = [np.log1p(reach_sums(above, reach)) for reach in REACHES]
    total = prose.sum()
    share = np.cumsum(prose) / (total + 1)
    page = [share, np.arange(n) / n, np.full(n, np.log1p(total) / 4), np.full(n, np.log1p(n) / 4)]
    return np.hstack([*sums, np.column_stack(page)]).astype(np.float32)
