"""Bytes made to hurt, for minutes on end: no reader of files may raise, hang or grow on account of what a file holds.

    python benchmarks/fuzz_pages.py KIND [--seconds N] [--corpus DIR]

Coverage leads the changes (atheris, of the group fuzz). A KIND begins with a small good file of its own making: text,
html, mhtml, pdf, docx, zip, tar, warc, feed, jsonl, csv or parquet. Whatever a file gives is gone through to its text;
pages of text and HTML are cut into article and related items as well. It ends with the number of executions, and stops
earlier at an exception, at an input that takes 20 seconds, and where the process has 2 GB; the input is then kept
beside the corpus.
"""

import argparse
import datetime
import io
import json
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dateline", "pypdf", "docx", "email", "zipfile", "tarfile", "csv", "protego"]):
    from dateline.articles import find_article
    from dateline.pages import ReadOptions
    from dateline.pages.inputs import Input
    from dateline.pages.limits import Budget
    from dateline.pages.opening import read_input
    from dateline.records import Article, Page
    from dateline.related import find_related

TODAY = datetime.date(2031, 6, 1)
HTML = b"""<!doctype html><html><head><meta charset="utf-8">
<meta property="article:published_time" content="2031-05-06"><title>Board ends ferry line</title>
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-05-06T10:00:00Z"}</script></head>
<body><nav><a href="/a">Home</a></nav><article><h1>Board ends ferry line</h1>
<p>OSTREL (NPA) \xe2\x80\x94 The harbour board of Ostrel voted on Tuesday to close the old ferry line.</p>
<p>Fishermen asked for a delay until the spring tides.</p></article>
<ul><li><a href="/b">Bridge opens after a long repair</a> 3 hours ago</li></ul></body></html>"""
TEXT = b""" date 2031-05-06 Board ends ferry line
Board ends ferry line
By Ann Holt
Posted 5:04 PM, May 6, 2031

OSTREL (NPA) \xe2\x80\x94 The harbour board voted on Tuesday to close the old ferry line.

MORE NEWS
* Bridge opens
14h ago
02:11
"""
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>
<item><title>Ferry</title><link>https://a.example/1</link><pubDate>Tue, 06 May 2031 10:00:00 GMT</pubDate>
<description>&lt;p&gt;The board voted.&lt;/p&gt;</description></item></channel></rss>"""
ROW = {"text": TEXT.decode(), "url": "https://a.example/1", "date": "2031-05-06", "title": "Ferry", "source": "Post"}


def mhtml() -> bytes:
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/1\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/1\r\n\r\n"
        + HTML.replace(b"=", b"=3D")
        + b"\r\n--b--\r\n"
    )


def pdf() -> bytes:
    """A page with one line, without a table of its objects: readers rebuild that."""
    words = b"BT /F1 12 Tf 72 700 Td (The harbour board voted on Tuesday.) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Ferry) /CreationDate (D:20310506100000Z) >>",
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, content) for number, content in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R /Info 6 0 R /Size 7 >>\nstartxref\n0\n%%EOF"


def docx() -> bytes:
    from docx import Document

    document, file = Document(), io.BytesIO()
    document.add_paragraph("The harbour board voted on Tuesday.")
    document.save(file)
    return file.getvalue()


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", HTML)
        archive.writestr("../b.txt", TEXT)
    return file.getvalue()


def tarred() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(TEXT)
        archive.addfile(info, io.BytesIO(TEXT))
    return file.getvalue()


def warc() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + HTML
    head = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\n"
    kind = b"WARC-Date: 2031-05-06T10:00:00Z\r\n"
    kind += b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(http)
    return (head + kind + http + b"\r\n\r\n") * 2


def parquet() -> bytes:
    import pyarrow
    from pyarrow import parquet as written

    file = io.BytesIO()
    written.write_table(pyarrow.table({name: [cell] for name, cell in ROW.items()}), file)
    return file.getvalue()


SEEDS: dict[str, Callable[[], bytes]] = {
    "text": lambda: TEXT,
    "html": lambda: HTML,
    "mhtml": mhtml,
    "pdf": pdf,
    "docx": docx,
    "zip": zipped,
    "tar": tarred,
    "warc": warc,
    "feed": lambda: FEED,
    "jsonl": lambda: json.dumps(ROW).encode() + b"\n",
    "csv": lambda: b"text,url,date\n" + b'"The board, it said",https://a.example/1,2031-05-06\n',
    "parquet": parquet,
}


def read(content: bytes, kind: str) -> None:
    """Go through all that a file gives."""
    item = Input(io.BytesIO(content), f"a.{kind}", f"a.{kind}", Budget(len(content)))
    for found in read_input(item, ReadOptions(date=TODAY)):
        if isinstance(found, Page) and found.text is not None and kind in ("text", "html"):
            article = find_article(found, TODAY)
            if isinstance(article, Article):
                assert all(0 <= block.span.start < block.span.end <= len(article.text) for block in article.blocks)
                find_related(found, article)


def main() -> None:
    parser = argparse.ArgumentParser(description="Fuzzing the readers of files.")
    parser.add_argument("kind", choices=SEEDS)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--corpus", default=None, help="folder that is kept; else one that is not")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = given.corpus or folder
        Path(corpus, f"seed.{given.kind}").write_bytes(SEEDS[given.kind]())
        limits = [
            "-timeout=20",
            "-rss_limit_mb=2048",
            "-max_len=20000",
            "-print_final_stats=1",
            f"-artifact_prefix={corpus}/",
        ]
        atheris.Setup(
            [sys.argv[0], corpus, f"-max_total_time={given.seconds}", *limits],
            lambda content: read(content, given.kind),
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
