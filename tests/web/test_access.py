"""Who is let in, and what goes with every answer."""

from typing import Any

import pytest
from litestar.testing import TestClient

from dateline.errors import UsageError
from dateline.web import make_app, serve
from dateline.web.serving import address, is_loopback

pytestmark = pytest.mark.filterwarnings("ignore:The base_url")


def test_another_host_name_is_refused(client: TestClient[Any]) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 403
    assert client.get("/status.json", headers={"host": "127.0.0.1:8765"}).status_code == 200
    assert client.get("/status.json", headers={"host": "[::1]:8765"}).status_code == 200


def test_every_answer_forbids_what_we_do_not_use(client: TestClient[Any]) -> None:
    for path in ("/", "/chronology.json", "/nowhere", "/static/style.css", "/chronology.csv"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_a_token_is_asked_for_and_kept_in_a_cookie(sample_location: str) -> None:
    app = make_app(sample_location, token="s3cret")
    with TestClient(app, base_url="http://news.example") as visitor:
        assert visitor.get("/status.json").status_code == 401
        assert visitor.get("/status.json?token=wrong").status_code == 401
        assert visitor.get("/static/style.css").status_code == 401
        assert visitor.get("/status.json", headers={"authorization": "Bearer s3cret"}).status_code == 200
        first = visitor.get("/chronology?actor=x&token=s3cret", follow_redirects=False)
        assert first.headers["location"] == "/chronology?actor=x"
        assert "HttpOnly" in first.headers["set-cookie"]
        assert "s3cret" not in first.headers["set-cookie"]
        assert visitor.get("/chronology?actor=x").status_code == 200


def test_beyond_this_machine_a_token_is_demanded(sample_location: str) -> None:
    with pytest.raises(UsageError, match="--token"):
        serve(sample_location, host="0.0.0.0")


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("news.example", False)],
)
def test_loopback_is_recognised(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def test_the_address_can_be_opened() -> None:
    assert address("::1", 80, None) == "http://[::1]:80/"
    assert address("0.0.0.0", 80, "a b") == "http://0.0.0.0:80/?token=a%20b"
