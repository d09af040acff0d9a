"""Addresses on the command line. Servers are on loopback, which counts as public here only by a replaced function."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

STORY = b""" date 2021-05-16 Minister Lund ends visit to the port of Norvik
Ada Lund, the transport minister, met Mayor Per Holt in Norvik on Friday, the city council said on Sunday.
The two signed an agreement on a new ferry line that will open in August, after more than four years of talks.
"""


class Handler(BaseHTTPRequestHandler):
    """One story at /story."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/story" else 404)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(STORY if self.path == "/story" else b"")

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.fetching.addresses.is_public", lambda address: address == "127.0.0.1")


def test_loopback_is_refused(dateline: Any, address: str, tmp_path: Path) -> None:
    ran = dateline("read", f"{address}/story", "--into", tmp_path / "x.db")
    assert (ran.code, "1 private address" in ran.err) == (3, True)


@pytest.mark.usefixtures("loopback")
def test_addresses_and_lists_of_them_are_fetched_and_kept(dateline: Any, address: str, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"# stories\n{address}/story\n{address}/gone\n/etc/hosts\n")
    options = ("--urls", tmp_path / "list.txt", "--archive", tmp_path / "kept.warc.gz", "--rate", "10")
    ran = dateline("read", "--into", tmp_path / "x.db", *options)
    assert ran.code == 0
    assert "1 read, 0 known already, 2 rejected (1 missing, 1 unsupported;" in ran.err
    assert (tmp_path / "kept.warc.gz").stat().st_size > 0


@pytest.mark.usefixtures("loopback")
def test_an_address_is_a_source(dateline: Any, address: str, tmp_path: Path) -> None:
    assert dateline("read", f"{address}/story", "-i", tmp_path / "x.db", "--rate", "10").code == 0
    assert "1 known already" in dateline("read", f"{address}/story", "-i", tmp_path / "x.db", "--rate", "10").err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "nothing to read"),
        (("page.txt", "--archive", "x.warc"), "no address is given"),
        (("https://example.org", "--rate", "0"), "0.001"),
        (("https://example.org", "--rate", "100"), "10"),
    ],
)
def test_calls_that_make_no_sense_are_told(
    dateline: Any, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    ran = dateline("read", *arguments, "--into", tmp_path / "x.db")
    assert (ran.code, words in ran.err) == (2, True)
    assert not (tmp_path / "x.db").exists()
