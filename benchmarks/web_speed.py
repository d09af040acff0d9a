"""How fast the pages of a chronicle answer: real requests to `dateline serve` on this machine, one worker.

    python benchmarks/generated_chronicle.py --entries 100000 --pages 20000 --only-to-read --out /tmp/chronicle.db
    python benchmarks/web_speed.py /tmp/chronicle.db --requests 40 --paint

Prints for each kind of page the 50th and the 95th percentile over its requests, in milliseconds: `wall` from sending a
request to the last byte of its answer, `cpu` what the server's threads worked meanwhile, which a busy machine does not
change. Requests of a kind differ: other filters, words, entries, pages. It waits until `/ready.json` says that the
server has warmed up; then each kind is asked for once before it is measured.
`--paint` adds the first contentful paint of the timeline in Chromium.
"""

import argparse
import gzip
import http.client
import itertools
import json
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

LONGEST_START = 900
"""Seconds that the server may take to warm up."""
FIELDS = ("actor", "place", "type", "status", "said_by", "source")


class Server:
    """`dateline serve` in a process of its own."""

    def __init__(self, chronicle: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        command = [sys.executable, "-m", "dateline", "serve", str(chronicle), "--port", str(self.port)]
        self.process = subprocess.Popen([*command], stdout=subprocess.DEVNULL)
        self.began = time.perf_counter()
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_START)

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body, packed as a browser gets it. Waits for a server that has just been started."""
        while True:
            try:
                self._connection.request("GET", path, headers={"accept-encoding": "gzip"})
                answer = self._connection.getresponse()
                return answer.status, answer.read()
            except http.client.RemoteDisconnected:  # an idle connection is closed after some seconds
                self._connection.close()
            except ConnectionRefusedError:
                self._connection.close()
                if self.process.poll() is not None or time.perf_counter() - self.began > LONGEST_START:
                    raise
                time.sleep(0.2)

    def json(self, path: str) -> dict[str, object]:
        """An answer in JSON."""
        body = self.get(path)[1]
        found: dict[str, object] = json.loads(gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body)
        return found

    def warm(self) -> None:
        """Wait until it says that it has warmed up."""
        while not self.json("/ready.json")["ready"]:
            time.sleep(0.2)

    def worked(self) -> float:
        """Seconds that its threads have worked so far."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def memory(self) -> tuple[int, int]:
        """Megabytes of memory that it holds now, and at most."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        now, most = (re.search(rf"{name}:\s+(\d+)", status) for name in ("VmRSS", "VmHWM"))
        return int(now[1]) // 1024 if now else 0, int(most[1]) // 1024 if most else 0


def paths(server: Server, seed: int) -> dict[str, Iterator[str]]:
    """Addresses of each kind, without end, drawn from what the chronicle holds."""
    draw = random.Random(seed)
    page = server.json("/chronology.json?all=true&limit=1000")
    later = server.json("/chronology.json?all=true&limit=1000&sort=newest")
    rows = [*page["rows"], *later["rows"]]  # type: ignore[misc]
    filters = [(field, one["value"]) for field in FIELDS for one in page["facets"][field]]  # type: ignore[index]
    words = sorted({word for row in rows for word in re.findall(r"[a-z]{4,}", row["event"].lower())})
    frequent = sorted({row["event"].split()[2].lower() for row in rows if len(row["event"].split()) > 2})[:50]
    actors = [row["id"] for row in server.json("/actors.json?limit=200")["rows"]]  # type: ignore[attr-defined]

    def filtered(path: str) -> Iterator[str]:
        while True:
            some = dict(draw.sample(filters, draw.choice((1, 2))))
            if draw.random() < 0.3:
                some["since"] = str(draw.choice(rows)["earliest"] or "2001-01-01")
            yield f"{path}?{urlencode(some)}"

    def asked(path: str, vocabulary: list[str]) -> Iterator[str]:
        while True:
            yield f"{path}?{urlencode({'q': draw.choice(vocabulary)})}"

    def of(path: str, ids: list[str]) -> Iterator[str]:
        while True:
            yield f"{path}/{draw.choice(ids)}"

    same = itertools.repeat
    return {
        "home": same("/"),
        "chronology, first page": same("/chronology"),
        "chronology, facets": filtered("/chronology"),
        "chronology, words": asked("/chronology", words),
        "search": asked("/search", words),
        "search, frequent words": asked("/search", frequent),
        "entry": of("/entries", [row["id"] for row in rows]),
        "timeline": filtered("/timeline"),
        "timeline, all": same("/timeline"),
        "page": of("/pages", [row["pages"][0] for row in rows]),
        "actors": same("/actors"),
        "actors, filtered": filtered("/actors"),
        "actor": of("/actors", actors),
        "places": same("/places"),
        "statements": same("/statements"),
        "statements, filtered": filtered("/statements"),
        "claims": same("/claims"),
        "expectations": same("/expectations"),
        "expectations, filtered": filtered("/expectations"),
        "pages": same("/pages"),
        "related": same("/related"),
        "coverage": same("/coverage"),
    }


def measure(server: Server, addresses: Iterator[str], requests: int) -> tuple[list[float], list[float], int]:
    """Milliseconds of wall and of work of each request, and the bytes of the last answer."""
    walls, works, size = [], [], 0
    for path in itertools.islice(addresses, requests):
        worked, began = server.worked(), time.perf_counter()
        status, body = server.get(path)
        walls.append((time.perf_counter() - began) * 1000)
        works.append((server.worked() - worked) * 1000)
        size = len(body)
        if status >= 500:
            sys.exit(f"{path}: {status}")
    return walls, works, size


def at(share: float, values: list[float]) -> float:
    """The value that so great a share of the values does not exceed."""
    return sorted(values)[min(int(share * len(values)), len(values) - 1)]


def paint(server: Server, times: int) -> list[float]:
    """Milliseconds to the first contentful paint of the timeline, each in a new window of the browser."""
    from playwright.sync_api import sync_playwright

    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for _ in range(times):
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.port}/timeline")
            entry = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
            while (painted := page.evaluate(entry)) is None:
                page.wait_for_timeout(50)
            found.append(float(painted))
            page.close()
        browser.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("chronicle", type=Path)
    parser.add_argument("--requests", type=int, default=40)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", default="", help="kinds that begin so")
    parser.add_argument("--paint", action="store_true")
    options = parser.parse_args()
    server = Server(options.chronicle)
    try:
        server.warm()
        print(f"warm after {time.perf_counter() - server.began:.1f} s, {server.worked():.1f} s of work")
        kinds = {name: found for name, found in paths(server, options.seed).items() if name.startswith(options.only)}
        for addresses in kinds.values():
            server.get(next(addresses))
        print(f"{'':24} {'wall 50':>8} {'wall 95':>8} {'cpu 50':>8} {'cpu 95':>8} {'kB':>6}")
        for name, addresses in kinds.items():
            walls, works, size = measure(server, addresses, options.requests)
            numbers = [statistics.median(walls), at(0.95, walls), statistics.median(works), at(0.95, works)]
            print(f"{name:24} {' '.join(f'{n:8.1f}' for n in numbers)} {size / 1000:6.0f}", flush=True)
        if options.paint:
            print(f"first paint of the timeline: {sorted(round(ms) for ms in paint(server, 5))} ms")
        now, most = server.memory()
        print(f"memory of the server: {now:,} MB, at most {most:,} MB")
    finally:
        server.process.terminate()
        server.process.wait()


if __name__ == "__main__":
    main()
