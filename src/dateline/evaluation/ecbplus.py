"""ECB+: news of many topics with marked mentions of events and entities, and chains across documents.

Only sentences listed in `ECBplus_coreference_sentences.csv` are fully annotated. A chain is named by the `note` of a
CROSS_DOC_COREF; an INTRA_DOC_COREF is one of its document; every other mention is alone.
"""

import csv
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import msgspec

from dateline.errors import DataError, UsageError
from dateline.evaluation.timeml import rebuild
from dateline.records import Span

LISTED = "ECBplus_coreference_sentences.csv"
EVENTS = ("ACTION", "NEG_ACTION")


class GoldMention(msgspec.Struct, frozen=True, kw_only=True):
    """A marked mention: where its words stand, and the chain that it is in."""

    id: str
    event: bool
    words: tuple[Span, ...]
    chain: str


class TopicDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document as far as its last listed sentence, one line a sentence; `listed` are the spans of those."""

    name: str
    topic: str
    text: str
    listed: tuple[Span, ...]
    mentions: tuple[GoldMention, ...]


def read_topics(folder: Path) -> list[TopicDocument]:
    """The documents that have listed sentences, by topic and name.

    Raises UsageError where the folder is not ECB+, DataError where a file of it is broken.
    """
    listed = _listed_sentences(folder)
    files = sorted(folder.glob("ECB+/*/*.xml"))
    if not files:
        raise UsageError(f"{folder} holds no documents ECB+/TOPIC/NAME.xml")
    return [_document(file, listed[file.stem]) for file in files if file.stem in listed]


def _listed_sentences(folder: Path) -> dict[str, set[int]]:
    file = folder / LISTED
    if not file.is_file():
        raise UsageError(f"{folder} holds no {LISTED}")
    found: dict[str, set[int]] = {}
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for topic, name, sentence in (row[:3] for row in list(csv.reader(lines))[1:] if row):
                found.setdefault(f"{topic.strip()}_{name.strip()}", set()).add(int(sentence))
    except ValueError as error:
        raise DataError(f"{file}: {error}") from error
    return found


def _document(path: Path, listed: set[int]) -> TopicDocument:
    try:
        root = ElementTree.parse(path).getroot()
        sentences = {t.get("t_id", ""): int(t.get("sentence", "")) for t in root.iter("token")}
    except (OSError, ElementTree.ParseError, ValueError) as error:
        raise DataError(f"{path}: {error}") from error
    last = max(listed)
    text, places = rebuild(t for t in root.iter("token") if sentences[t.get("t_id", "")] <= last)
    by_sentence: dict[int, list[Span]] = {}
    for token, span in places.items():
        by_sentence.setdefault(sentences[token], []).append(span)
    kept = {token: span for token, span in places.items() if sentences[token] in listed}
    return TopicDocument(
        name=path.stem,
        topic=path.stem.split("_")[0],
        text=text,
        listed=tuple(s[0].hull(*s) for number, s in sorted(by_sentence.items()) if number in listed),
        mentions=tuple(_mentions(root, path.stem, kept)),
    )


def _mentions(root: ElementTree.Element, name: str, places: Mapping[str, Span]) -> list[GoldMention]:
    chains = _chains(root, name)
    found = []
    for mark in root.findall("Markables/*"):
        words = [places[a.get("t_id", "")] for a in mark.findall("token_anchor") if a.get("t_id") in places]
        if words and not mark.tag.startswith("UNKNOWN"):
            key = f"{name}#{mark.get('m_id')}"
            chain = chains.get(mark.get("m_id", ""), f"alone {key}")
            event = mark.tag.startswith(EVENTS)
            found.append(GoldMention(id=key, event=event, words=tuple(words), chain=chain))
    return found


def _chains(root: ElementTree.Element, name: str) -> dict[str, str]:
    """The chain of each mention by its id. The ids of relations are a document's own."""
    chains = {}
    for relation in root.findall("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF"
        chain = relation.get("note", "") if across else f"{name}#{relation.get('r_id')}"
        for source in relation.findall("source"):
            chains[source.get("m_id", "")] = chain
    return chains
