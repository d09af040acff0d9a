"""Attribution in brat's stand-off files: spans (`T` lines, parted by `;`) and relations between them (`E` lines)."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from dateline.errors import DataError, UsageError
from dateline.records import Span

Role = Literal["cue", "content", "source"]
Tokens = frozenset[int]

ROLES: dict[str, Role] = {"Cue": "cue", "Content": "content", "Source": "source"}
TOKEN = re.compile(r"\w+|[^\w\s]")


class Relation(msgspec.Struct, frozen=True):
    """One attribution as sets of token numbers; empty where a part is not there."""

    cue: Tokens = frozenset()
    content: Tokens = frozenset()
    source: Tokens = frozenset()

    def part(self, role: Role) -> Tokens:
        found: Tokens = getattr(self, role)
        return found


class Text:
    """A text and its tokens: words, and marks one by one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [m.start() for m in TOKEN.finditer(text)]
        self._ends = [m.end() for m in TOKEN.finditer(text)]

    def tokens(self, spans: Iterable[Span]) -> Tokens:
        """Numbers of the tokens that share a character with one of the spans."""
        return frozenset(
            number
            for span in spans
            for number in range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
        )

    def words(self, tokens: Tokens) -> set[str]:
        """The tokens themselves, in lower case."""
        return {self.text[self._starts[n] : self._ends[n]].lower() for n in tokens}

    def show(self, tokens: Tokens) -> str:
        """The words of some tokens, with dots where others stand between."""
        shown: list[str] = []
        last = None
        for number in sorted(tokens):
            shown += ["..."] if last is not None and number != last + 1 else []
            shown.append(self.text[self._starts[number] : self._ends[number]])
            last = number
        return " ".join(shown) or "-"


def read_relations(path: Path) -> tuple[Text, list[Relation]]:
    """A document and its relations in the order of the `.ann` file beside it.

    Raises UsageError where one of the two is missing, DataError where a line does not fit.
    """
    annotation = path.with_suffix(".ann")
    for file in (path, annotation):
        if not file.is_file():
            raise UsageError(f"{file} does not exist: a document is a .txt with its .ann")
    text = Text(path.read_text("utf-8"))
    lines = annotation.read_text("utf-8").splitlines()
    try:
        spans = dict(_span(line, text) for line in lines if line.startswith("T"))
        return text, [_relation(line, spans) for line in lines if line.startswith("E")]
    except (ValueError, KeyError) as error:
        raise DataError(f"{annotation} is not as brat writes it: {error}") from error


def _span(line: str, text: Text) -> tuple[str, Tokens]:
    key, middle, _ = line.split("\t", 2)
    _, _, ranges = middle.partition(" ")
    parts = [Span(*map(int, part.split())) for part in ranges.split(";")]
    return key, text.tokens(parts)


def _relation(line: str, spans: dict[str, Tokens]) -> Relation:
    """Roles are numbered where one stands twice (`Source2`): together they are one part."""
    parts: dict[Role, Tokens] = defaultdict(frozenset)
    for item in line.split("\t", 1)[1].split():
        name, _, target = item.partition(":")
        role = ROLES.get(name.rstrip("0123456789"))
        if role is not None:
            parts[role] |= spans[target]
    return Relation(parts["cue"], parts["content"], parts["source"])
