"""A WARC of 2,000 pages through the whole reader, killed again and again: nothing is lost, nothing is doubled.

    python benchmarks/warc_resume.py [--pages N] [--kills N] [--jobs N]

The pages are made here: a headline and two short paragraphs of HTML, each of its own place, person and day, pictures
and scripts between. `dateline read` is ended with `kill -9` after each so many pages, then started again until it comes
to its end. Shown are pages a second, the largest memory of a process, the lines of progress, and whether the chronicle
is, record by record, the one that a run without interruption makes.
"""

import argparse
import datetime
import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dateline.errors import ChronicleError
from dateline.store import open_store

FIRST = datetime.date(2021, 1, 1)
TOWNS = ("Ostrel", "Varn", "Norvik", "Helmar", "Tosk", "Brenna", "Kolvik", "Sundal")
NAMES = ("Holt", "Berg", "Falk", "Moss", "Lund", "Dahl", "Rask", "Vik", "Strand", "Hagen", "Solberg", "Nyman")
GIVEN = ("Ada", "Karl", "Ines", "Otto", "Maud", "Emil", "Rosa")
DEEDS = (
    ("opened a bridge", "The bridge cost more than the town had planned."),
    ("closed the ferry line", "Fishermen said that they would miss the boats."),
    ("signed a contract for a harbour crane", "The crane will arrive before winter."),
    ("visited the new hospital", "Nurses told the visitors about the long nights."),
)
OTHERS = (("a.png", "image/png", b"\x89PNG" + bytes(2000)), ("a.js", "text/javascript", b"var a = 1;" * 100))


def story(number: int) -> tuple[str, bytes]:
    """Address and HTML of a page."""
    day = FIRST + datetime.timedelta(days=number % 700)
    town, given, name = TOWNS[number % 8], GIVEN[number % 7], f"{NAMES[number % 12]}{'aeiou'[number % 5]}"
    deed, more = DEEDS[number // 8 % 4]
    title = f"{name} {deed} in {town}"
    html = (
        f'<!doctype html><html><head><title>{title}</title><meta property="article:published_time" content="{day}">'
        f"</head><body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>"
        f"<p>Mayor {given} {name} {deed} in {town} on {day:%A}, the town said in note {number}.</p>"
        f"<p>{more} “We are glad,” {name} told reporters.</p></article></body></html>"
    )
    return f"https://{town.lower()}.example/{number}", html.encode()


def record(url: str, kind: str, body: bytes) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)


def write_warc(path: Path, pages: int) -> None:
    with path.open("wb") as file:
        for number in range(pages):
            url, html = story(number)
            file.write(record(url, "text/html; charset=utf-8", html))
            name, kind, body = OTHERS[number % 2]
            file.write(record(f"{url}/{name}", kind, body))


def started(warc: Path, into: Path, jobs: int, told: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "dateline", "read", str(warc), "--into", str(into), "--jobs", str(jobs)]
    with told.open("ab") as file:
        return subprocess.Popen(command, stderr=file, stdout=file, start_new_session=True)


def readings(chronicle: Path) -> int:
    try:
        with open_store(str(chronicle), read_only=True) as store:
            return store.reader().counts().readings
    except ChronicleError:
        return 0


def killed(warc: Path, into: Path, jobs: int, told: Path, at: int) -> int:
    """Pages that are kept when a run is killed after so many."""
    with started(warc, into, jobs, told) as process:
        while process.poll() is None and readings(into) < at:
            time.sleep(0.2)
        os.killpg(process.pid, signal.SIGKILL)
    return readings(into)


def contents(chronicle: Path) -> list[object]:
    """All that is said of the pages, in an order of its own."""
    command = [sys.executable, "-m", "dateline", "export", str(chronicle), "jsonl"]
    lines = subprocess.run(command, check=True, capture_output=True).stdout.decode().splitlines()
    return sorted((json.loads(line) for line in lines), key=lambda record: json.dumps(record, sort_keys=True))


def main() -> int:
    parser = argparse.ArgumentParser(description="A WARC through the whole reader, killed and taken up.")
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        warc, whole, broken, told = (Path(folder, name) for name in ("a.warc.gz", "whole.db", "broken.db", "told"))
        write_warc(warc, given.pages)
        began = time.monotonic()
        assert started(warc, whole, given.jobs, told).wait() == 0
        seconds = time.monotonic() - began
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        print(
            f"{given.pages:,} pages in {seconds:.0f} s: {given.pages / seconds:.1f} a second, {memory:,.0f} MB",
            flush=True,
        )
        print(*told.read_text().splitlines(), sep="\n")
        for kill in range(1, given.kills + 1):
            kept = killed(warc, broken, given.jobs, told, given.pages * kill // (given.kills + 1))
            print(f"killed; {kept:,} pages are kept", flush=True)
        assert started(warc, broken, given.jobs, told).wait() == 0
        print(told.read_text().splitlines()[-1])
        count, same = readings(broken), contents(whole) == contents(broken)
        print(f"{count:,} pages, {'the same' if same else 'NOT the same'} as without interruption")
        return 0 if same and count == given.pages else 1


if __name__ == "__main__":
    sys.exit(main())
