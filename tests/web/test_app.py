"""Every address answers as a page, as JSON and as CSV, with the same rows."""

import csv
import io
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from litestar.testing import TestClient

from dateline.views import View

LISTS = (
    "/chronology",
    "/timeline",
    "/statements",
    "/expectations",
    "/related",
    "/actors",
    "/claims",
    "/places",
    "/pages",
    "/coverage",
    "/search?q=port",
)

Client = TestClient[Any]


class Links(HTMLParser):
    """The addresses that a page leads to or loads, and the ids that stand in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        if tag == "a" and "href" in given:
            self.hrefs.append(given["href"])
        if tag in ("script", "img", "iframe"):
            self.loaded.append(given.get("src", "inline"))
        if tag == "link":
            self.loaded.append(given["href"])


@pytest.mark.parametrize("path", ["/", *LISTS])
def test_a_page_is_html_without_script_of_its_own(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert all(address.startswith("/static/") for address in Links(answer.text).loaded)
    assert not re.search(r"\son\w+=|style=", answer.text)


@pytest.mark.parametrize("path", LISTS)
def test_a_list_has_json_and_csv_at_the_same_path(client: Client, path: str) -> None:
    path, _, query = path.partition("?")
    assert client.get(f"{path}.json?{query}").json()
    answer = client.get(f"{path}.csv?{query}")
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(list(csv.reader(io.StringIO(answer.text)))) > 1


def test_page_json_and_csv_have_the_same_rows_as_the_view(client: Client, sample_location: str) -> None:
    query = "?actor=Liv%20Brandvik&all=true"
    ids = [row["id"] for row in client.get(f"/chronology.json{query}").json()["rows"]]
    table = csv.DictReader(io.StringIO(client.get(f"/chronology.csv{query}").text))
    page = [id[2:] for id in Links(client.get(f"/chronology{query}").text).ids if id.startswith("e-")]
    with View(sample_location) as view:
        from dateline.views import Filters

        wanted = {row.id for row in view.chronology(Filters(actor="Liv Brandvik"), None).rows}
    assert ids == page == [row["id"] for row in table]
    assert set(ids) == wanted


@pytest.mark.parametrize("path", ["/statements", "/expectations", "/related", "/actors", "/chronology"])
def test_cursors_lead_through_a_whole_list(client: Client, path: str) -> None:
    whole = [row["id"] for row in client.get(f"{path}.json?limit=1000").json()["rows"]]
    ids: list[str] = []
    after = ""
    while True:
        answer = client.get(f"{path}.json?limit=9&after={after}").json()
        ids += [row["id"] for row in answer["rows"]]
        assert answer["total"] == len(whole)
        if not answer["after"]:
            break
        after = answer["after"]
    assert ids == whole


def test_every_link_of_the_pages_leads_somewhere(client: Client) -> None:
    todo = ["/", *LISTS]
    seen = set(todo)
    while todo and len(seen) < 150:
        answer = client.get(todo.pop())
        for href in Links(answer.text).hrefs if "html" in answer.headers["content-type"] else ():
            path = href.split("#")[0]
            if path and path not in seen:
                seen.add(path)
                todo.append(path)
                assert client.get(path).status_code == 200, path


def test_an_entry_and_a_page_answer_in_three_forms(client: Client) -> None:
    row = client.get("/chronology.json?limit=1").json()["rows"][0]
    actor = client.get("/actors.json?limit=1").json()["rows"][0]
    for path in (f"/entries/{row['id']}", f"/pages/{row['pages'][0]}", f"/actors/{actor['id']}"):
        assert "<h1>" in client.get(path).text
        assert client.get(f"{path}.json").json()
        assert client.get(f"{path}.csv").text.startswith("id,")


def test_a_mark_on_the_map_leads_to_its_place_in_the_list(client: Client) -> None:
    page = Links(client.get("/places").text)
    marks = [href[1:] for href in page.hrefs if href.startswith("#p-")]
    assert marks
    assert set(marks) <= set(page.ids)


def test_a_report_leads_to_its_words_on_the_page(client: Client) -> None:
    row = client.get("/chronology.json?limit=1").json()["rows"][0]
    entry = Links(client.get(f"/entries/{row['id']}").text)
    address, _, anchor = next(href for href in entry.hrefs if "#at-" in href).partition("#")
    page = client.get(address).text
    report = client.get(f"/entries/{row['id']}.json").json()["reports"][0]
    assert f"at-{report['span']['start']}" == anchor
    assert anchor in Links(page).ids


@pytest.mark.parametrize(
    "path", ["/chronology?since=soon", "/chronology?status=glad", "/chronology?sort=luck", "/timeline?lanes=x"]
)
def test_a_bad_query_is_explained(client: Client, path: str) -> None:
    answer = client.get(path.replace("?", ".json?"))
    assert answer.status_code == 400
    assert set(answer.json()) == {"status", "error"}
    page = client.get(path, headers={"accept": "text/html"})
    assert page.status_code == 400
    assert "<h1>" in page.text


@pytest.mark.parametrize(
    "path", ["/nowhere", "/entries/zzzz", "/pages/zzzz", "/entries/zzzz.json", "/static/../app.py"]
)
def test_what_is_not_there_is_a_404_of_the_one_shape(client: Client, path: str) -> None:
    answer = client.get(path, headers={"accept": "application/json"})
    assert answer.status_code == 404
    assert set(answer.json()) == {"status", "error"}


def test_an_unchanged_page_is_not_sent_twice(client: Client) -> None:
    first = client.get("/chronology.json")
    again = client.get("/chronology.json", headers={"if-none-match": first.headers["etag"]})
    other = client.get("/chronology.json?all=true", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert not again.content
    assert other.status_code == 200


def test_the_schema_describes_the_json_addresses(client: Client) -> None:
    schema = client.get("/schema/openapi.json").json()
    assert {"/chronology.json", "/statements.json", "/entries/{id}.json", "/entries/{id}.csv", "/timeline.json"} <= set(
        schema["paths"]
    )
    assert "EntryRow" in str(schema["components"])
    assert client.get("/schema").status_code in (200, 404)


def test_hostile_words_stay_words(client: Client) -> None:
    page = client.get("/search", params={"q": '<script>alert("x")</script>'}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_lists_and_single_things_can_be_asked_for_as_of_a_day(client: TestClient[Any]) -> None:
    def pages(**query: str) -> set[str]:
        found = client.get("/chronology.json", params={"all": "true", **query}).json()["rows"]
        return {page for row in found for page in row["pages"]}

    early = {row["page"] for row in client.get("/pages.json", params={"as_of": "2025-09-12"}).json()["rows"]}
    assert pages(as_of="2025-09-12") == early < pages()
    assert client.get("/timeline.json", params={"as_of": "2025-09"}).json() != client.get("/timeline.json").json()
    assert client.get("/coverage.json", params={"as_of": "2025-09-12"}).json()["weeks"] == ["2025-09-08"]
    [late] = [row["id"] for row in client.get("/chronology.json").json()["rows"] if not early & set(row["pages"])][:1]
    assert client.get(f"/entries/{late}", params={"as_of": "2025-09-12"}).status_code == 404
    assert client.get("/actors.json", params={"as_of": "then"}).status_code == 400
    assert "as_of=2025-09-12" in client.get("/chronology", params={"as_of": "2025-09-12"}).text
