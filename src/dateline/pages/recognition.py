"""What some bytes are: binary or text, HTML or plain, their encoding, and the header line."""

import codecs
import datetime
import re

from dateline.pages.limits import LINE_LIMIT, PAGE_LIMIT, TEXT_LIMIT, page_too_large
from dateline.records import DateBasis, Media, Page, Rejection, RejectionReason, content_id

SAMPLE = 1 << 14
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES: tuple[tuple[bytes, RejectionReason, str], ...] = (
    (b"%PDF-", "unsupported", "a PDF file"),
    (b"PK\x03\x04", "unsupported", "a zip archive or an office document"),
    (b"BZh", "unsupported", "a file packed with bzip2"),
    (b"\xfd7zXZ", "unsupported", "a file packed with xz"),
    (b"\x28\xb5\x2f\xfd", "unsupported", "a file packed with zstandard"),
    (b"\x7fELF", "binary", "a program"),
    (b"\x89PNG", "binary", "an image"),
    (b"GIF8", "binary", "an image"),
    (b"\xff\xd8\xff", "binary", "an image"),
)
CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
HEADER = re.compile(r"[ \t]?date[ \t]+(\d{4}-\d{2}-\d{2})(?:[ \t]+([^\n]*))?(?:\n|$)")
DOCUMENT = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:head|body|div|p|span|a|script|meta|li|ul|article|section|table|br|h[1-6])(?:\s[^<>]{0,400})?/?>", re.I
)
SAVED_FROM = re.compile(
    r"<!--\s{0,9}(?:Page saved with SingleFile\s{1,9}url:\s{0,9}|saved from url=\(\d{1,6}\))(https?://[^\s<>]{1,2000})"
)
META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
MIN_TAGS = 6
CHARSETS = ("iso8859", "cp", "koi8", "mac", "gb", "big5", "shift_jis", "euc", "hz", "iso2022", "tis", "johab", "kz")


def make_page(
    content: bytes,
    location: str,
    *,
    name: str | None = None,
    url: str | None = None,
    media: Media | None = None,
    charset: str | None = None,
    header_date: datetime.date | None = None,
    date_basis: DateBasis = "metadata",
    header_title: str | None = None,
    source: str | None = None,
    captured: datetime.datetime | None = None,
) -> Page | Rejection:
    """The page that some bytes are, or a Rejection: `empty`, `binary`, `unsupported` or `too_large`.

    `location` is where they were found; `name` is the file's own name, the last part of the location if not given.
    `charset` is what whoever gave the bytes says of their encoding; it is believed where they are not UTF-8. The rest
    is as in `Page`; a header line of the content stands above what is given here.
    """

    def rejection(reason: RejectionReason, detail: str) -> Rejection:
        return Rejection(location=location, reason=reason, detail=detail)

    if len(content) > PAGE_LIMIT:
        return rejection("too_large", str(page_too_large()))
    if not content.strip():
        return rejection("empty", "there is nothing in it")
    for magic, reason, what in SIGNATURES:
        if content.startswith(magic):
            return rejection(reason, f"{what}, not a page of text or HTML")
    encoding = find_encoding(content, charset)
    if encoding is None:
        return rejection("binary", "its bytes are not text in any known encoding")
    name = name or location.replace("\\", "/").rsplit("/", 1)[-1]
    head = _decoded(content[: 4 * SAMPLE], encoding)
    day, title = read_header(head)
    url = url or _saved_from(head)
    media = media or find_media(head, name)
    if media == "text/plain" and (excess := _too_long(content, encoding)):
        return rejection("too_large", excess)
    return Page(
        id=_page_id(content, url, header_date, header_title, source),
        location=location,
        name=name,
        media=media,
        content=content,
        encoding=encoding,
        url=url,
        header_date=day or header_date,
        header_title=title if day else header_title,
        date_basis="header" if day or not header_date else date_basis,
        source=source,
        captured=captured,
    )


def _too_long(content: bytes, encoding: str) -> str | None:
    """What a page of plain text has too many of; in HTML most letters are markup, and its lines are the text's."""
    if len(content) > TEXT_LIMIT and len(_decoded(content, encoding)) > TEXT_LIMIT:
        return f"more than {TEXT_LIMIT:,} letters, the limit for one page of text"
    if (
        content.count(b"\n") + content.count(b"\r") > LINE_LIMIT
        and _decoded(content, encoding).count("\n") > LINE_LIMIT
    ):
        return f"more than {LINE_LIMIT:,} lines, the limit for one page of text"
    return None


def _page_id(content: bytes, url: str | None, *told: object) -> str:
    """The same bytes are another page where something else is told of them."""
    if any(told):
        return content_id(content, url or "", *(part or "" for part in told))
    return content_id(content, url) if url else content_id(content)


def _saved_from(head: str) -> str | None:
    """The address that a browser or SingleFile wrote into a page it saved."""
    match = SAVED_FROM.search(head)
    return match[1] if match else None


def read_header(text: str) -> tuple[datetime.date | None, str | None]:
    """Day and headline of a first line ` date YYYY-MM-DD HEADLINE`; (None, None) where there is no such line."""
    match = HEADER.match(text)
    if not match:
        return None, None
    try:
        day = datetime.date.fromisoformat(match[1])
    except ValueError:
        return None, None
    return day, (match[2] or "").strip() or None


def find_media(head: str, name: str) -> Media:
    """Whether the beginning of a page is HTML. The name only decides where few tags are found."""
    if DOCUMENT.search(head):
        return "text/html"
    tags = sum(1 for _ in TAG.finditer(head))
    named = name.lower().removesuffix(".gz").endswith((".html", ".htm"))
    return "text/html" if tags >= (1 if named else MIN_TAGS) else "text/plain"


def find_encoding(content: bytes, charset: str | None = None) -> str | None:
    """The encoding of some text, None where it is not text: byte order mark, UTF-8, what is declared, a guess.

    `charset` is declared by whoever gave the bytes; after it comes what HTML declares.
    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return encoding
    sample = content[:SAMPLE]
    if b"\0" in sample:
        return _wide_encoding(sample)
    if len(sample) - len(sample.translate(None, CONTROL)) > len(sample) // 100:
        return None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _charset(charset or "") or _declared(content) or _mostly_utf8(content) or _guessed(content, error.start)
    return "utf-8"


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Latin text is 0."""
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _declared(content: bytes) -> str | None:
    match = META_CHARSET.search(content[:SAMPLE])
    return _charset(match[1].decode("ascii")) if match else None


def _charset(name: str) -> str | None:
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not codec.name.startswith(CHARSETS):
        return None  # UTF-8 and ASCII it is not, as was seen; others are no charsets of pages ("rot13", "idna")
    return "cp1252" if codec.name == "iso8859-1" else codec.name  # as browsers read it


def _mostly_utf8(content: bytes) -> str | None:
    """UTF-8 with a few damaged places: at least ten good characters beyond ASCII for a bad one."""
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - bad - len(text.encode("ascii", "ignore"))
    return "utf-8" if good >= 10 * bad else None


def _guessed(content: bytes, first: int) -> str | None:
    """What the bytes around the first one that is no UTF-8 look like; western European, where that fits as well."""
    from charset_normalizer import from_bytes

    start = max(first - SAMPLE // 4, 0)
    matches = from_bytes(content[start : start + SAMPLE])
    best = matches.best()
    if best is None:
        return "cp1252" if _looks_latin(content) else None
    fits = (m for m in matches if m.chaos <= best.chaos + 0.01 and m.coherence >= best.coherence - 0.05)
    return "cp1252" if any(m.encoding == "cp1252" for m in fits) else best.encoding


def _looks_latin(content: bytes) -> bool:
    """Whether most of a sample is ASCII, so that it is text whatever the rest."""
    sample = content[:SAMPLE]
    return len(sample.decode("ascii", "ignore")) > 0.7 * len(sample)


def _decoded(content: bytes, encoding: str) -> str:
    return content.decode(encoding, "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
