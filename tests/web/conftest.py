"""The web application over the built-in sample: in this process, and served for a real browser."""

import datetime
import json
import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
import uvicorn
from axe_playwright_python.base import AXE_SCRIPT
from litestar.testing import TestClient
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dateline.web import make_app
from dateline.web.rendering import built

LOCAL = "http://localhost"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDE = {"width": 1280, "height": 900}
QUIET = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip


@pytest.fixture(scope="session")
def sample_location(readme_example: Any) -> str:
    return str(readme_example.chronicle)


@pytest.fixture(scope="session")
def client(sample_location: str) -> Iterator[TestClient[Any]]:
    with pytest.warns(UserWarning, match="base_url"), TestClient(make_app(sample_location), base_url=LOCAL) as client:
        yield client


@contextmanager
def serving(location: str) -> Iterator[str]:
    """The address of a server over a chronicle, on a free port of this machine."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(location), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def served(sample_location: str) -> Iterator[str]:
    """The address of a server over the sample."""
    with serving(sample_location) as address:
        yield address


@pytest.fixture(scope="session")
def development_data() -> Path:
    """The folder of the development data; the test is skipped where that is absent."""
    root = Path(os.environ.get("DATELINE_BENCHMARKS") or Path(__file__).resolve().parents[3] / "shared")
    if not (root / "seeds").exists():
        pytest.skip(f"development data absent: {root}")
    return root


@pytest.fixture(scope="session")
def served_seeds(development_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the two seed pages."""
    from dateline.executors import read_sources

    location = str(tmp_path_factory.mktemp("seeds") / "seeds.db")
    read_sources([str(development_data / "seeds")], location, today=datetime.date(2025, 1, 1))
    with serving(location) as address:
        yield address


PAGES = (
    "/", "/?since=2020-01-01", "/chronology", "/chronology?since=2000&until=2030&status=happened&sort=newest",
    "/chronology?rows=event,expectation,statement,claim&columns=date,event,who,type,origins,sources&all=true",
    "/timeline?lanes=type&since=2000", "/statements?since=2000", "/expectations?since=2000", "/actors?since=2000",
    "/related", "/claims?since=2000", "/places", "/pages?since=2000", "/coverage", "/changes", "/settings",
    "/search?q=port",
)  # fmt: skip
"""Every list, most of them filtered: a filter in use shows what the bare list does, and more."""


def every_address(served: str) -> tuple[str, ...]:
    """The lists, and a page of each kind of single thing: those that have most to show."""

    def rows(path: str) -> list[dict[str, Any]]:
        with urlopen(f"{served}{path}", timeout=60) as answer:
            found: list[dict[str, Any]] = json.load(answer)["rows"]
        return found

    entries = rows("/chronology.json?all=true&limit=1000")
    fullest = max(entries, key=lambda row: (len(row["disputed"]), len(row["pages"])))
    page = fullest["pages"][-1]
    claims = rows("/claims.json?limit=1000")
    return (
        *PAGES,
        f"/entries/{fullest['id']}",
        f"/pages/{page}",
        f"/pages/{page}?show=event&show=none",
        f"/pages/{page}?against={rows('/pages.json')[0]['page']}",
        f"/actors/{rows('/actors.json')[0]['id']}",
        *(f"/claims/{claim['id']}" for claim in sorted(claims, key=lambda row: -len(row["statements"]))[:1]),
    )


@pytest.fixture(scope="session")
def addresses(served: str) -> tuple[str, ...]:
    return every_address(served)


@pytest.fixture(scope="session")
def addresses_of_seeds(served_seeds: str) -> tuple[str, ...]:
    return every_address(served_seeds)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine; Debian's package is called chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*QUIET, "--no-sandbox"])
        yield started
        started.close()


class Watched:
    """A page of the browser with what went wrong on it: console errors, failures, requests off this machine."""

    def __init__(self, context: BrowserContext, served: str) -> None:
        self.page: Page = context.new_page()
        self.served = served
        self.wrong: list[str] = []
        self.page.on(
            "console", lambda said: self.wrong.append(said.text) if said.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda request: self._check(request.url))

    def _check(self, url: str) -> None:
        if not url.startswith((self.served, "data:")):
            self.wrong.append(f"a request off the machine: {url}")

    def open(self, path: str) -> Page:
        self.page.goto(self.served + path)
        return self.page


@pytest.fixture
def watched(browser: Browser, served: str) -> Iterator[Watched]:
    with watching(browser, served) as opened:
        yield opened


@pytest.fixture
def watched_seeds(browser: Browser, served_seeds: str) -> Iterator[Watched]:
    with watching(browser, served_seeds) as opened:
        yield opened


@contextmanager
def watching(browser: Browser, served: str) -> Iterator[Watched]:
    context = browser.new_context(viewport=WIDE)
    opened = Watched(context, served)
    yield opened
    context.close()
    assert opened.wrong == []


@pytest.fixture(scope="session")
def faults() -> Callable[..., list[tuple[str, ...]]]:
    """What axe finds on a page: each fault with the first element that has it. `rules` are all of WCAG 2.2 AA, or some.

    Its script is put in once a page.
    """

    def found(page: Page, *rules: str) -> list[tuple[str, ...]]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": WCAG}
        violations = page.evaluate(
            "only => axe.run(document, { runOnly: only, resultTypes: ['violations'] }).then(told => told.violations)",
            only,
        )
        first = ((fault["id"], fault["nodes"][0]) for fault in violations)
        return [(rule, node["html"][:200], node["failureSummary"][:200]) for rule, node in first]

    return found


@pytest.fixture(scope="session")
def built_scripts() -> None:
    """Skips where the scripts of the pages could not be built, which the set-up has told."""
    if built("swap.js") is None:
        pytest.skip("the scripts of the pages are not built: no Node, or no registry of npm")
