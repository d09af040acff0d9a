"""What can be counted in the lines of a flattened page, as one matrix: characters, words, repeats.

Everything is counted over the whole page at once. Layout (blank lines, indentation, bullets) is not used: it is what
flattened pages differ in most.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dateline.articles.anatomy import anatomy
from dateline.articles.hashing import Groups, Hasher, Hashes, group, lexicon_of

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

FIELD, FIELDS = 10, 6
"""Bits of a count in a packed number, more than the words of a line need; counts in one number."""

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
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.bool_], NDArray[np.uint64]]:
    """By code point: the class; whether it is a letter; the character, of a letter the small one."""
    kinds = np.zeros(TABLE_SIZE, np.uint8)
    letters = np.zeros(TABLE_SIZE, np.bool_)
    small = np.arange(TABLE_SIZE, dtype=np.uint64)
    for code in range(TABLE_SIZE):
        char = chr(code)
        kinds[code] = LOWER if char.islower() else UPPER if char.isupper() else DIGIT if char.isdigit() else OTHER
        small[code] = ord(char.lower()[0])
        letters[code] = char.isalpha()
    for kind, members in MEMBERS.items():
        kinds[[ord(char) for char in members]] = kind
    return kinds, letters, small


@cache
def _packed() -> NDArray[np.int64]:
    """For each set of word classes, as bits, numbers that hold `FIELD` bits for each class: one where it is in the set.

    Their sums over a line are the counts of all classes; the first row is for the first `FIELDS` classes.
    """
    codes = np.arange(1 << len(WORD_CLASSES))
    rows = [np.zeros_like(codes) for _ in range(0, len(WORD_CLASSES), FIELDS)]
    for i in range(len(WORD_CLASSES)):
        rows[i // FIELDS] |= ((codes >> i) & 1) << (FIELD * (i % FIELDS))
    return np.array(rows)


def _unpacked(sums: NDArray[np.int64]) -> NDArray[np.int64]:
    """One row a line, one column a word class."""
    fields = (sums[:, :, None] >> np.arange(0, FIELD * FIELDS, FIELD)) & ((1 << FIELD) - 1)
    return fields.transpose(1, 0, 2).reshape(sums.shape[1], -1)[:, : len(WORD_CLASSES)]


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
    known = np.minimum(codes, TABLE_SIZE - 1).astype(np.intp)
    kind_of, is_letter, small_of = _tables()
    kinds, small = kind_of.take(known), small_of.take(known)
    ends = np.flatnonzero(kinds == NEWLINE)
    starts = np.zeros_like(ends)
    starts[1:] = ends[:-1] + 1
    line_of = np.repeat(np.arange(len(texts)), ends - starts + 1)
    out = np.empty((len(texts), len(COLUMNS)), np.float32)
    _count_characters(kinds, line_of, starts, ends, out)
    hasher = Hasher(np.where(codes < TABLE_SIZE, small, codes))
    whole = group(hasher.runs(starts, ends))
    alike = group(hasher.runs(starts, np.minimum(starts + PREFIX, ends)))
    out[:, COLUMN["again"]] = whole.again
    out[:, COLUMN["repeated"]] = whole.sizes > 1
    out[:, COLUMN["alike"]] = np.minimum(alike.sizes - 1, 4) / 4
    edges = np.flatnonzero(np.diff(is_letter.take(known), prepend=False))
    words, long = edges[::2], edges[1::2] - edges[::2]
    _count_words(hasher.runs(words, edges[1::2]), line_of.take(words), long, whole, out)
    return out


def _count_characters(kinds: NDArray[np.uint8], line_of: Numbers, starts: Numbers, ends: Numbers, out: Matrix) -> None:
    n, length = len(starts), ends - starts
    counts = np.bincount(line_of * KINDS + kinds, minlength=n * KINDS).reshape(n, KINDS).astype(np.float32)
    round_about = np.empty(len(kinds) + 2, np.uint8)
    round_about[0], round_about[1:-1], round_about[-1] = kinds[-1], kinds, kinds[0]
    before, after = round_about[:-2], round_about[2:]
    gap = (after == SPACE) | (after == NEWLINE)
    stop, stop_before = ((side == MARK) | (side == SHOUT) for side in (kinds, before))
    stopped = (stop | (((kinds == CLOSER) | (kinds == QUOTE)) & stop_before)) & gap
    upper = kinds == UPPER
    glued = upper & (before == LOWER) & ((after == LOWER) | (after == SPACE))
    sentences, capitals, joints = (
        np.bincount(line_of[where], minlength=n) for where in (stopped, upper & (before == SPACE), glued)
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


def _count_words(hashes: Hashes, line: Numbers, long: Numbers, lines: Groups, out: Matrix) -> None:
    """Classes of words by line, given of each word its hash, its line and how long it is."""
    n = len(out)
    bits = np.append(lexicon_of(_classes).bits(hashes), 0)
    number = np.bincount(line, minlength=n)
    first = np.cumsum(number) - number
    here = (number > 0)[:, None]
    counts = (_unpacked(np.add.reduceat(_packed().take(bits, axis=1), first, axis=1)) * here).astype(np.float32)
    size = np.maximum(number, 1).astype(np.float32)
    out[:, COLUMN["short_words"]] = np.bincount(line[long <= 3], minlength=n) / size
    share = COLUMN["common_share"]
    width = 2 * len(WORD_CLASSES)
    out[:, share : share + width : 2] = counts / size[:, None] * 2
    out[:, share + 1 : share + width : 2] = np.minimum(counts, 6) / 3
    firsts = len(FIRST_WORD_CLASSES)
    out[:, share + width : share + width + firsts] = (_unpacked(_packed().take(bits[first], axis=1)) * here)[
        :, -firsts:
    ]
    bits = bits[:-1]
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
