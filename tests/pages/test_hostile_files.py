"""Whatever bytes a file holds, loading it gives pages and rejections, and raises nothing."""

import gzip
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.pages import SourceFile, load_pages
from dateline.records import Page, Rejection

BEGINNINGS = (
    b"", b"%PDF-1.4\n", b"PK\x03\x04", b"PK\x05\x06", b"PAR1", b"WARC/1.1\r\n", b"WARC/1.0\r\nWARC-Type: response\r\n",
    b"<rss><channel><item>", b'<?xml version="1.0"?><feed>', b'{"text":"', b"date,text\n", b"\x1f\x8b\x08",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n", b"a.txt" + bytes(252) + b"ustar\x0000",
)  # fmt: skip
"""Bytes by which each kind is recognised."""
NAMES = ("a.html", "a.csv", "a.jsonl.gz", "a.warc", "a.zip", "a.pdf", "a.xml")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=400), st.sampled_from(NAMES), st.booleans())
def test_no_file_raises_and_each_gives_something(beginning: bytes, rest: bytes, name: str, packed: bool) -> None:
    content = beginning + rest
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(gzip.compress(content) if packed else content)
        found = list(load_pages(SourceFile(str(path))))
        assert found == list(load_pages(SourceFile(str(path))))
    assert found
    for item in found:
        assert item.location.startswith(str(path))
        assert (item.detail if isinstance(item, Rejection) else item.text) is not None
        assert isinstance(item, Page | Rejection)
