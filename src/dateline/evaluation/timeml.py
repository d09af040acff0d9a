"""Documents with TIMEX3 annotation: TimeML files, and MEANTIME files whose text stands in numbered words."""

import datetime
import re
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

import msgspec

from dateline.errors import DataError
from dateline.records import Span

ANNOTATED_SENTENCES = 6
"""MEANTIME marks time expressions in the first six sentences of a document."""

NO_SPACE_BEFORE = re.compile(r"[,.;:?!)\]%]|'s|'|’s|’|n't|'(?:re|ve|ll|d|m)|\.\.\.")
NO_SPACE_AFTER = frozenset("([$£€")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SECOND_LINE = re.compile(r"[^\n]*\n([A-Z][a-z]+ \d{1,2}, \d{4})\n")


class Timex(msgspec.Struct, frozen=True):
    """A TIMEX3 of the text."""

    span: Span
    type: str
    value: str
    creation: bool = False


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document, the day it was made, and its times in order; those after `annotated_end` are not marked."""

    name: str
    text: str
    created: datetime.date
    times: list[Timex]
    annotated_end: int


def read_document(path: Path) -> Document:
    """A .tml or .xml document. DataError where it is broken or has no creation day."""
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        raise DataError(f"{path}: {error}") from error
    text, created, times = _timeml(root, path) if path.suffix == ".tml" else _meantime(root, path)
    whole = path.suffix == ".tml"
    end = len(text) if whole else len("\n".join(text.split("\n")[:ANNOTATED_SENTENCES]))
    return Document(name=path.stem, text=text, created=created, times=times, annotated_end=end)


def _timeml(root: ElementTree.Element, path: Path) -> tuple[str, datetime.date, list[Timex]]:
    body, creation = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None or creation is None:
        raise DataError(f"{path} has no TEXT or no DCT")
    text = "".join(body.itertext())
    return text, _day(creation.get("value", ""), path), _timeml_times(body)


def _timeml_times(body: ElementTree.Element) -> list[Timex]:
    """The times within the text, in the order in which they end. A stack, since the depth of a file is not ours."""
    times: list[Timex] = []
    position = 0
    stack: list[tuple[ElementTree.Element, int, bool]] = [(body, 0, False)]
    while stack:
        node, start, done = stack.pop()
        if not done:
            stack.append((node, position, True))
            position += len(node.text or "")
            stack.extend((child, 0, False) for child in reversed(node))
            continue
        if node.tag == "TIMEX3":
            times.append(Timex(Span(start, position), node.get("type", ""), node.get("value", "")))
        position += len(node.tail or "")
    return times


def _meantime(root: ElementTree.Element, path: Path) -> tuple[str, datetime.date, list[Timex]]:
    text, places = rebuild(root.iter("token"))
    times, created = [], ""
    for node in root.iter("TIMEX3"):
        creation = node.get("functionInDocument") == "CREATION_TIME"
        created = node.get("value", "") if creation else created
        anchors = [places[a.get("t_id", "")] for a in node.findall("token_anchor") if a.get("t_id") in places]
        if anchors:
            span = anchors[0].hull(*anchors)
            times.append(Timex(span, node.get("type", ""), node.get("value", ""), creation))
    if not DAY.match(created):
        created, times = _created_on_second_line(text, times, path)
    return text, _day(created, path), sorted(times, key=lambda t: (t.span, t.type, t.value, t.creation))


def rebuild(tokens: Iterable[ElementTree.Element]) -> tuple[str, dict[str, Span]]:
    """The text of numbered words, one line a sentence, and where each word stands."""
    text, places = "", {}
    sentence: str | None = None
    previous = ""
    for token in tokens:
        word = token.text or ""
        if text or sentence is not None:
            text += _gap(token.get("sentence") != sentence, previous, word)
        places[token.get("t_id", "")] = Span(len(text), len(text) + len(word))
        text += word
        sentence, previous = token.get("sentence"), word
    return text, places


def _gap(new_sentence: bool, previous: str, word: str) -> str:
    if new_sentence:
        return "\n"
    return "" if NO_SPACE_BEFORE.fullmatch(word) or previous in NO_SPACE_AFTER else " "


def _created_on_second_line(text: str, times: list[Timex], path: Path) -> tuple[str, list[Timex]]:
    """Some documents leave the date under the title unmarked, or mark it with a value that is no day."""
    line = SECOND_LINE.match(text)
    if not line:
        raise DataError(f"{path} does not say when it was made")
    try:
        day = datetime.datetime.strptime(line[1], "%B %d, %Y").date().isoformat()
    except ValueError as error:
        raise DataError(f"{path}: {line[1]} is no day") from error
    if not any(t.creation for t in times):
        times = [*times, Timex(Span(*line.span(1)), "DATE", day, creation=True)]
    return day, times


def _day(value: str, path: Path) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value[:10])
    except ValueError as error:
        raise DataError(f"{path}: the creation time {value!r} is no day") from error
