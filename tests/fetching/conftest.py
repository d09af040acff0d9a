"""A real server on loopback, whose answers each test writes."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from dateline.fetching import FetchSettings

Answer = Callable[[BaseHTTPRequestHandler], None]

STORY = (
    "<html><head><title>Norvik opens its ferry line</title></head><body><article><h1>Norvik opens its ferry line</h1>"
    "<p>Ada Lund, the transport minister, met Mayor Per Holt in Norvik on Friday, the council said.</p>"
    "</article></body></html>"
)


class Site:
    """Answers by path; `asked` are the requests in their order, with their headers."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {"/robots.txt": reply(404)}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.lock = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 5

            def do_GET(self) -> None:
                with site.lock:
                    site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                self.close_connection = True
                site.answers.get(self.path, reply(404))(self)

            def log_message(self, *_: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: Any) -> None:
                """A client that hangs up is no fault of ours."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def put(self, path: str, status: int = 200, body: str | bytes = STORY, **headers: str) -> str:
        """Answer a path so from now on; gives its address."""
        return self.put_answer(path, reply(status, body, **headers))

    def put_turns(self, path: str, *answers: tuple[int, dict[str, str]]) -> str:
        """One status with headers after the other, the last for ever."""
        return self.put_answer(path, in_turn(*(reply(status, STORY, **headers) for status, headers in answers)))

    def put_answer(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return f"{self.address}{path}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def reply(status: int = 200, body: str | bytes = b"", **headers: str) -> Answer:
    """An answer with a body; `retry_after="1"` becomes the header Retry-After."""
    content = body.encode() if isinstance(body, str) else body

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def in_turn(*answers: Answer) -> Answer:
    """One answer after the other, the last for ever."""
    left = list(answers)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture
def quick() -> FetchSettings:
    """Settings for a server of our own on this machine."""
    return FetchSettings(interval=0, back_off=0.01, time_limit=5, allow_private=True)
