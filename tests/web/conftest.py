"""The web application over the built-in sample: in this process, and served for a real browser."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from litestar.testing import TestClient
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dateline.web import make_app
from dateline.web.rendering import built

LOCAL = "http://localhost"
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


@pytest.fixture(scope="session")
def served(sample_location: str) -> Iterator[str]:
    """The address of a server on a free port of this machine."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(sample_location), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


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
    context = browser.new_context(viewport=WIDE)
    opened = Watched(context, served)
    yield opened
    context.close()
    assert [line for line in opened.wrong if "404" not in line] == []


@pytest.fixture(scope="session")
def built_scripts() -> None:
    """Skips where the scripts of the pages could not be built, which the set-up has told."""
    if built("swap.js") is None:
        pytest.skip("the scripts of the pages are not built: no Node, or no registry of npm")
