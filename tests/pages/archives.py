"""Files of many pages, made for tests."""

import gzip


def story(number: int) -> str:
    """The HTML of a short story; its number is in it."""
    return (
        f"<html><head><title>Council opens bridge {number}</title></head><body><article>"
        f"<h1>Council opens bridge {number}</h1><p>The council opened bridge number {number} on Saturday.</p>"
        "</article></body></html>"
    )


def response(
    url: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = ""
) -> bytes:
    """A WARC record of a response."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body
    return record("response", url, http, "application/http; msgtype=response")


def record(type_: str, url: str, block: bytes, kind: str) -> bytes:
    """A WARC record of any type."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {type_}\r\nWARC-Record-ID: <urn:uuid:{len(block):032x}>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2024-02-05T10:00:00Z\r\nContent-Type: {kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(count: int, *, packed: bool = True) -> bytes:
    """A WARC of so many stories, each followed by a picture."""
    records = []
    for n in range(1, count + 1):
        records.append(response(f"https://harbour.example/{n}", story(n).encode()))
        records.append(response(f"https://harbour.example/{n}.png", b"\x89PNG", "image/png"))
    return b"".join(gzip.compress(part) if packed else part for part in records)
