"""What can be counted in the lines of a flattened page, as one matrix: characters, words, repeats.

Everything is counted over the whole page at once. Layout (blank lines, indentation, bullets) is not used: it is what
flattened pages differ in most.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dateline.articles.anatomy import anatomy
from dateline.articles.hashing import Groups, group, lexicon_of, runs_hashed

type Matrix = NDArray[np.float32]
type Numbers = NDArray[np.int64]

HEAD, TAIL = 400, 200
"""Characters of a long line that are counted: a longer one is a paragraph whatever stands in between."""
RARE_FROM = 5
"""Letters. Words of so many and more that are in no class are taken for the page's own."""
PREFIX = 16
"""Characters. Lines that begin with the same ones are alike."""

# Classes of characters.
OTHER, LOWER, UPPER, DIGIT, SPACE, NEWLINE, MARK, CLOSER, QUOTE, COMMA, COLON, RULE, AT, SHOUT = range(14)
KINDS = 14
MEMBERS = {
    SPACE: " ", NEWLINE: "\n", MARK: ".…", SHOUT: "!?", CLOSER: ")]’'", QUOTE: "\"“”‘", COMMA: ",;", COLON: ":",
    RULE: "|»›>•·/\\+=*#", AT: "@©",
}  # fmt: skip
TABLE_SIZE = 0x2100
"""Characters from here on (there are quotation marks below, of letters mostly those of East Asia above) are `OTHER`."""

WORD_CLASSES = (
    "common", "second_person", "first_person", "tools", "credits", "closers", "reporting", "time", "people", "legal",
    "sources",
)  # fmt: skip
FIRST_WORD_CLASSES = WORD_CLASSES[WORD_CLASSES.index("tools") :]
"""Of these it also counts whether a line begins with such a word."""

COLUMNS = (
    "words_log", "words", "words_to_3", "words_to_8", "finished", "sentences", "commas", "capitals", "glued",
    "capitals_only", "digits", "letters", "word_length", "begins_lower", "begins_quote", "begins_digit", "begins_other",
    "ends_colon", "ends_comma", "ends_dots", "quotes", "rules", "ats", "shouts", "prose", "short_words", "ends_shout",
    "closers_of_brackets",
    *(f"{name}_{what}" for name in WORD_CLASSES for what in ("share", "count")),
    *(f"{name}_first" for name in FIRST_WORD_CLASSES),
    "topical", "rare", "again", "repeated", "alike",
)  # fmt: skip
COLUMN = {name: i for i, name in enumerate(COLUMNS)}


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint64], NDArray[np.uint64]]:
    """By code point: the class; the small letter, 0 where it is no letter; the same with all other characters."""
    kinds = np.zeros(TABLE_SIZE, np.uint8)
    small = np.arange(TABLE_SIZE, dtype=np.uint64)
    letters = np.zeros(TABLE_SIZE, np.uint64)
    for code in range(TABLE_SIZE):
        char = chr(code)
        kinds[code] = LOWER if char.islower() else UPPER if char.isupper() else DIGIT if char.isdigit() else OTHER
        small[code] = ord(char.lower()[0])
        letters[code] = small[code] if char.isalpha() else 0
    for kind, members in MEMBERS.items():
        kinds[[ord(char) for char in members]] = kind
    return kinds, letters, small


@cache
def _bits() -> Matrix:
    """For each set of word classes, as bits, a row of ones and zeros; the last row is that of no word."""
    codes = np.arange(1 << len(WORD_CLASSES))[:, None]
    return np.vstack([(codes >> np.arange(len(WORD_CLASSES))) & 1, np.zeros((1, len(WORD_CLASSES)))]).astype(np.float32)


@cache
def _classes() -> dict[str, int]:
    """For each word of `anatomy.line_words` the bits of its classes."""
    words: dict[str, int] = {}
    for bit, name in enumerate(WORD_CLASSES):
        for word in anatomy().common_words if name == "common" else anatomy().line_words[name]:
            words[word] = words.get(word, 0) | 1 << bit
    return words


def line_features(texts: Sequence[str]) -> Matrix:
    """One row a line, its own counts only: `COLUMNS`, each scaled to about 0..3."""
    texts = [text if len(text) <= HEAD + TAIL else f"{text[:HEAD]} {text[-TAIL:]}" for text in texts]
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    known = np.minimum(codes, TABLE_SIZE - 1)
    kind_of, letter_of, small_of = _tables()
    kinds, letters, small = kind_of[known], letter_of[known], small_of[known]
    ends = np.flatnonzero(kinds == NEWLINE)
    starts = np.concatenate(([0], ends[:-1] + 1))
    out = np.empty((len(texts), len(COLUMNS)), np.float32)
    _count_characters(kinds, starts, ends, out)
    characters = np.where(codes < TABLE_SIZE, small, codes)
    whole = group(runs_hashed(characters, starts, ends))
    alike = group(runs_hashed(characters, starts, np.minimum(starts + PREFIX, ends)))
    out[:, COLUMN["again"]] = whole.again
    out[:, COLUMN["repeated"]] = whole.sizes > 1
    out[:, COLUMN["alike"]] = np.minimum(alike.sizes - 1, 4) / 4
    _count_words(letters, np.repeat(np.arange(len(texts)), ends - starts + 1), whole, out)
    return out


def _count_characters(kinds: NDArray[np.uint8], starts: Numbers, ends: Numbers, out: Matrix) -> None:
    n, length = len(starts), ends - starts
    keys = np.repeat(np.arange(n) * KINDS, length + 1)
    keys += kinds
    counts = np.bincount(keys, minlength=n * KINDS).reshape(n, KINDS).astype(np.float32)
    before, after = np.roll(kinds, 1), np.roll(kinds, -1)
    gap = (after == SPACE) | (after == NEWLINE)
    stop, stop_before = ((side == MARK) | (side == SHOUT) for side in (kinds, before))
    stopped = (stop | (((kinds == CLOSER) | (kinds == QUOTE)) & stop_before)) & gap
    upper = kinds == UPPER
    glued = upper & (before == LOWER) & ((after == LOWER) | (after == SPACE))
    sentences, capitals, joints = (
        np.add.reduceat(where.view(np.uint8), starts, dtype=np.int32)
        for where in (stopped, upper & (before == SPACE), glued)
    )
    size, words = np.maximum(length, 1), counts[:, SPACE] + 1
    at_end = np.maximum(ends - 1, 0)
    last, first, finished = kinds[at_end], kinds[starts], stopped[at_end]
    columns = (
        np.log1p(words), np.minimum(words, 60) / 20, words <= 3, words <= 8, finished, np.minimum(sentences, 6) / 3,
        np.minimum(counts[:, COMMA] / words * 5, 2), capitals / words, np.minimum(joints, 3),
        (counts[:, LOWER] == 0) & (counts[:, UPPER] > 1), counts[:, DIGIT] / size * 3,
        (counts[:, LOWER] + counts[:, UPPER]) / size * 2, size / words / 8,
        first == LOWER, first == QUOTE, first == DIGIT, first == OTHER, last == COLON, last == COMMA,
        (last == MARK) & (before[at_end] == MARK),
        np.minimum(counts[:, QUOTE], 2) / 2, np.minimum(counts[:, RULE], 3), np.minimum(counts[:, AT], 1),
        np.minimum(counts[:, SHOUT], 2), (words >= 10) & finished,
    )  # fmt: skip
    for i, column in enumerate(columns):
        out[:, i] = column
    out[:, COLUMN["ends_shout"]] = last == SHOUT
    out[:, COLUMN["closers_of_brackets"]] = np.minimum(counts[:, CLOSER], 4) / 4


def _count_words(letters: NDArray[np.uint64], line_of: Numbers, lines: Groups, out: Matrix) -> None:
    """Classes of words by line; `letters` are small letters, 0 between words; `line_of` each character's line."""
    n = len(out)
    inside = letters > 0
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    edges = np.concatenate(([0], edges)) if inside[0] else edges
    starts, ends = edges[::2], edges[1::2]
    hashes = runs_hashed(letters, starts, ends)
    bits = lexicon_of(_classes).bits(hashes)
    line, long = line_of[starts], ends - starts
    number = np.bincount(line, minlength=n)
    first = np.cumsum(number) - number
    rows = _bits()[np.append(bits, -1)]
    here = (number > 0)[:, None]
    counts = np.add.reduceat(rows, first, axis=0) * here
    size = np.maximum(number, 1).astype(np.float32)
    out[:, COLUMN["short_words"]] = np.bincount(line[long <= 3], minlength=n) / size
    share = COLUMN["common_share"]
    width = 2 * len(WORD_CLASSES)
    out[:, share : share + width : 2] = counts / size[:, None] * 2
    out[:, share + 1 : share + width : 2] = np.minimum(counts, 6) / 3
    firsts = len(FIRST_WORD_CLASSES)
    out[:, share + width : share + width + firsts] = (rows[first] * here)[:, -firsts:]
    rare = (bits == 0) & (long >= RARE_FROM)
    _count_rare(hashes[rare], line[rare], lines, size, out)


def _count_rare(hashes: NDArray[np.uint64], line: Numbers, lines: Groups, size: Matrix, out: Matrix) -> None:
    """How often the rarer words of a line stand elsewhere on the page, repeated lines counted once."""
    n = len(out)
    number = np.bincount(line, minlength=n)
    if len(hashes):
        words = group(hashes)
        often = np.bincount(words.of, ~lines.again[line])[words.of]
        shared = np.bincount(line, (often - 1).clip(0, 4), minlength=n)
        out[:, COLUMN["topical"]] = shared / (number + 2)
    else:
        out[:, COLUMN["topical"]] = 0
    out[:, COLUMN["rare"]] = number / size
