"""The web application over the built-in sample: in this process, and served for a real browser."""

import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from litestar.testing import TestClient

from dateline.web import make_app

LOCAL = "http://localhost"


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
