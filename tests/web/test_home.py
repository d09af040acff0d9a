"""The first page: what is new, what waits, how to begin."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from dateline.sample import sample_pages
from dateline.store import open_store
from dateline.web import begin, make_app

pytestmark = pytest.mark.filterwarnings("ignore:The base_url")
LOCAL = "http://localhost"


@contextmanager
def visitor(location: str, **more: Any) -> Iterator[TestClient[Any]]:
    with TestClient(make_app(location, **more), base_url=LOCAL) as client:
        yield client


@pytest.fixture
def empty(tmp_path: Path) -> str:
    location = str(tmp_path / "empty.db")
    open_store(location, create=True).close()
    return location


def test_the_first_visit_shows_what_is_latest(sample_location: str) -> None:
    with visitor(sample_location) as client:
        page = client.get("/").text
        assert ">Latest<" in page
        assert "Falls due" in page
        assert "Waits for review" in page


def test_a_visit_after_a_change_shows_what_is_new_as_long_as_it_lasts(sample_location: str) -> None:
    with visitor(sample_location) as client:
        client.get("/")
        seen = next(name for name in client.cookies if name.startswith("dateline_seen"))
        client.cookies.clear()
        client.cookies.set(seen, "2020-01-01T00:00:00")
        first = client.get("/").text
        assert "New since 1 Jan 2020" in first
        assert re.search(r"\d+ entries new", first)
        assert client.get("/").text == first
        link = re.search(r'href="(/\?since=[^"]+)"', first)
        assert link
        client.cookies.clear()
        assert re.search(r"\d+ entries new", client.get(link[1]).text)


def test_what_was_seen_is_not_new(sample_location: str) -> None:
    with visitor(sample_location) as client:
        client.get("/")
        again = client.get("/").text
        assert "Nothing. The chronicle last changed" in again
        tag = client.get("/").headers["etag"]
        assert client.get("/", headers={"if-none-match": tag}).status_code == 304
        client.cookies.clear()
        assert client.get("/", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("since", ["soon", "2024-13-01", "9999-12-31T23:59:59-23:00", "0001-01-01T00:00:00+23:00"])
def test_a_moment_that_is_none_is_explained(client: TestClient[Any], since: str) -> None:
    assert client.get("/", params={"since": since}).status_code == 400
    assert client.get("/news.json", params={"since": since}).json()["status"] == 400


def test_what_is_new_and_what_waits_are_answers_too(client: TestClient[Any]) -> None:
    assert client.get("/news.json?since=2020-01-01").json()["counts"]["new"] > 0
    assert set(client.get("/review.json").json()) == {"disputed", "rows", "assumed", "waiting"}


def test_an_empty_chronicle_says_how_to_begin(empty: str) -> None:
    with visitor(empty) as client:
        page = client.get("/").text
        assert "This chronicle is empty" in page
        assert f"dateline read FOLDER --into {empty}" in page
        assert '<form method="post" action="/sample">' in page


def word(client: TestClient[Any]) -> str:
    found = re.search(r'name="word" value="([^"]+)"', client.get("/").text)
    assert found
    return found[1]


def test_the_sample_is_loaded_for_who_has_the_word_and_only_into_an_empty_chronicle(
    empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    with sample_pages() as whole:
        shortest, *others = sorted(whole.glob("*-harbour-post.txt"))
        shutil.copy(shortest, folder)
        another = others[0].read_bytes()

    @contextmanager
    def one_page() -> Iterator[Path]:
        yield folder

    monkeypatch.setattr("dateline.sample.sample_pages", one_page)
    with visitor(empty) as client:
        given = word(client)
        answer = client.post("/sample", data={"word": given}, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        assert "1 page</a> read" in client.get("/").text
        (folder / "another.txt").write_bytes(another)
        client.post("/sample", data={"word": given})
        assert client.get("/status.json").json()["pages"] == 1


def test_no_other_page_can_load_the_sample(empty: str) -> None:
    with visitor(empty) as client:
        given = word(client)
        assert client.post("/sample", data={"word": "guess"}).status_code == 403
        assert client.post("/sample", data={}).status_code == 403
        assert client.post("/sample", data={"word": given}, headers={"sec-fetch-site": "cross-site"}).status_code == 403
        assert client.post("/sample", data={"word": given}, headers={"host": "evil.example"}).status_code == 403
        assert client.get("/sample").status_code in (404, 405)
        assert client.get("/status.json").json()["pages"] == 0
    with visitor(empty, token="s3cret") as client:
        assert client.post("/sample", data={"word": given}).status_code == 401


def test_serving_what_is_not_there_begins_an_empty_chronicle(tmp_path: Path) -> None:
    location = str(tmp_path / "new.db")
    assert begin(location)
    assert not begin(location)
    with visitor(location) as client:
        assert "This chronicle is empty" in client.get("/").text
