"""What kind of file begins so."""

import re

from dateline.pages.inputs import Kind, ReadOptions
from dateline.pages.recognition import find_encoding
from dateline.pages.streams import CHUNK
from dateline.pages.tables import looks_like_csv, looks_like_jsonl

MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/0.", "warc"),
    (b"WARC/1.", "warc"),
)
PDF = b"%PDF-"
PDF_WITHIN = 1024
TAR, TAR_AT = b"ustar", 257
HEADERS = 4096
FEED = re.compile(r"<(?:\w{1,9}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
ROOT = re.compile(r"<[A-Za-z]")
NAMED: tuple[tuple[tuple[str, ...], Kind], ...] = (
    ((".csv", ".tsv"), "csv"),
    ((".jsonl", ".ndjson"), "jsonl"),
)


def find_kind(head: bytes, name: str, options: ReadOptions) -> Kind:
    """The kind of a file by its first bytes. Its name, without `.gz`, only tells a table from a text."""
    for magic, kind in MAGIC:
        if head.startswith(magic):
            return kind
    if PDF in head[:PDF_WITHIN] and not head.lstrip().startswith(b"<"):
        return "pdf"
    if head[TAR_AT : TAR_AT + len(TAR)] == TAR:
        return "tar"
    return _kind_of_text(head, name, options)


def _kind_of_text(head: bytes, name: str, options: ReadOptions) -> Kind:
    if _looks_like_mhtml(head[:HEADERS]):
        return "mhtml"
    if looks_like_jsonl(head):
        return "jsonl"
    encoding = find_encoding(head[: head.rfind(b"\n") + 1] or head)
    if encoding is None:
        return "page"
    text = head.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    if _looks_like_feed(text[:CHUNK]):
        return "feed"
    for suffixes, kind in NAMED:
        if name.lower().endswith(suffixes) and text:
            return kind
    return "csv" if looks_like_csv(text, options) else "page"


def _looks_like_mhtml(head: bytes) -> bool:
    headers = head.lstrip(b"\r\n").replace(b"\r\n", b"\n").split(b"\n\n", 1)[0].lower()
    return re.match(rb"[a-z-]{2,40}:", headers) is not None and b"multipart/related" in headers


def _looks_like_feed(text: str) -> bool:
    """Whether the first element is that of RSS, Atom or RDF."""
    if not text.startswith("<"):
        return False
    root = ROOT.search(text)
    return root is not None and FEED.match(text, root.start()) is not None
