"""A page as of a day leads on to pages as of that day, wherever it leads."""

import datetime
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from litestar.testing import TestClient
from tests.web.test_app import LISTS, Links

from dateline.web.carrying import carried

Client = TestClient[Any]
DAY = "2025-10-01"
OURS = ("/static/", "/schema/")


def leads(page: str) -> list[str]:
    """The addresses of the chronicle that a page leads to, but for those that lead back to now."""
    stays = re.sub(r"<a [^>]*data-now[^>]*>", "", page)
    return [href for href in Links(stays).hrefs if href.startswith("/") and not href.startswith(OURS)]


def test_every_link_of_every_page_keeps_the_day(client: Client) -> None:
    """Of each kind of page one is looked at."""
    todo, seen = [f"{path}{'&' if '?' in path else '?'}as_of={DAY}" for path in ("/", *LISTS)], set[str]()
    while todo:
        answer = client.get(todo.pop())
        assert answer.status_code == 200, answer.url
        if "html" not in answer.headers["content-type"]:
            continue
        for href in leads(answer.text):
            assert parse_qs(urlsplit(href).query).get("as_of") == [DAY], (str(answer.url), href)
            kind = re.sub(r"\w{16,}", "ID", href.split("?")[0])
            if kind not in seen:
                seen.add(kind)
                todo.append(href.split("#")[0])
    assert {"/entries/ID", "/pages/ID", "/actors/ID", "/claims/ID", "/.csv", "/settings", "/actors/ID.json"} <= seen


@pytest.mark.parametrize("path", ["/", "/chronology?status=happened", "/search?q=port", "/settings", "/entries/{id}"])
def test_every_form_keeps_the_day(client: Client, path: str) -> None:
    entry = client.get("/chronology.json", params={"limit": 1, "as_of": DAY}).json()["rows"][0]["id"]
    path = path.format(id=entry)
    page = client.get(f"{path}{'&' if '?' in path else '?'}as_of={DAY}").text
    forms = re.findall(r"<form .*?</form>", page, re.DOTALL)
    assert forms
    assert [form.count(f'name="as_of" value="{DAY}"') for form in forms] == [1] * len(forms)


def test_a_page_says_as_of_when_it_is_and_how_to_get_back(client: Client) -> None:
    entry = client.get("/chronology.json", params={"limit": 1, "as_of": DAY}).json()["rows"][0]["id"]
    assert "As of 1 Oct 2025" in client.get(f"/entries/{entry}", params={"as_of": DAY}).text
    assert "As of" not in client.get(f"/entries/{entry}").text
    chips = client.get("/chronology", params={"as_of": DAY, "status": "happened"}).text
    assert 'href="/chronology?status=happened" title="Remove this filter" data-now' in chips


def test_what_is_not_there_on_that_day_leads_to_what_is(client: Client) -> None:
    page = client.get("/entries/zzzz", params={"as_of": DAY}, headers={"accept": "text/html"})
    assert page.status_code == 404
    assert f"/chronology?as_of={DAY}" in leads(page.text)
    assert client.get("/entries/zzzz", params={"as_of": "soon"}, headers={"accept": "text/html"}).status_code == 400


def test_before_the_first_page_nothing_is_there(client: Client) -> None:
    home = client.get("/", params={"as_of": "1999"}).text
    assert "Load the sample" not in home
    assert client.get("/.json", params={"as_of": "1999"}).json()["contents"]["entries"] == 0


def test_words_that_look_like_a_link_are_left_alone() -> None:
    page = '<p>&lt;a href=&#34;/x&#34;&gt;</p><a class="q" href="/x?y=1&amp;z=2#e">x</a><a href="#e">e</a>'
    found = carried(page, datetime.date(2025, 10, 1))
    assert found == page.replace("z=2#e", "z=2&amp;as_of=2025-10-01#e")
