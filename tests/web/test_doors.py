"""Every path of the contract has three doors: a page, JSON and CSV, with the same rows in the same order."""

import csv
import io
import re
from typing import Any

import pytest
from litestar.testing import TestClient
from tests.web.test_app import Links

Client = TestClient[Any]
Rows = list[dict[str, Any]]
LISTS = {
    "/chronology": ("e-", "id"),
    "/chronology?all=true&sort=newest&limit=7": ("e-", "id"),
    "/chronology?rows=statement,claim,event&status=alleged": ("e-", "id"),
    "/actors?limit=9": ("a-", "id"),
    "/places": ("p-", ""),
    "/statements?said_by=Brandvik": ("s-", "id"),
    "/claims": ("c-", "id"),
    "/expectations?status=open": ("x-", "id"),
    "/related": ("r-", "id"),
    "/pages?since=2025-10": ("g-", "page"),
}
"""Paths with how the ids of rows begin on the page, and the field of the row that has the id."""


def doors(client: Client, path: str) -> tuple[str, Any, Rows]:
    """What an address gives: the page, the JSON, the rows of the CSV."""
    path, _, query = path.partition("?")
    answers = [client.get(f"{path}{form}?{query}") for form in ("", ".json", ".csv")]
    assert [answer.status_code for answer in answers] == [200] * 3
    return answers[0].text, answers[1].json(), list(csv.DictReader(io.StringIO(answers[2].text)))


def cells(row: dict[str, Any]) -> dict[str, str]:
    """A row of JSON as CSV has it, as far as its values are texts and numbers."""
    plain = {name: value for name, value in row.items() if isinstance(value, (str, int)) and value not in (True, False)}
    return {name: f"'{value}" if str(value)[:1] in ("+", "-") else str(value) for name, value in plain.items()}


@pytest.mark.parametrize("path", LISTS)
def test_a_list_has_the_same_rows_in_each_form(client: Client, path: str) -> None:
    page, answer, table = doors(client, path)
    begins, key = LISTS[path]
    assert answer["rows"]
    assert len(table) == len(answer["rows"])
    for row, line in zip(answer["rows"], table, strict=True):
        assert cells(row).items() <= line.items()
    on_page = [id.removeprefix(begins) for id in Links(page).ids if id.startswith(begins)]
    assert len(on_page) == len(table)
    assert not key or on_page == [row[key] for row in table]


def test_home_has_the_same_rows_in_each_form(client: Client) -> None:
    for path in ("/", "/?since=2020-01-01"):
        page, answer, table = doors(client, path)
        shown = [*(answer["news"] or {"entries": answer["latest"]})["entries"]]
        ids = [row["id"] for row in shown]
        ids += [row["entry"] for row in (answer["news"] or {"changes": ()})["changes"]]
        ids += [row["id"] for row in answer["review"]["rows"]] + [row["entry"] for row in answer["due"]]
        assert [row["entry"] for row in table] == ids
        assert [href.split("/")[2] for href in Links(page).hrefs if href.startswith("/entries/")] == ids
        assert str(answer["contents"]["entries"]) in page


def test_the_timeline_has_the_same_rows_in_each_form(client: Client) -> None:
    page, answer, table = doors(client, "/timeline?lanes=type")
    bins = answer["stretch"]["bins"]
    assert [(row["first"], row["last"], int(row["count"])) for row in table] == [tuple(one.values()) for one in bins]
    told = re.findall(r'<tr><td>([\d-]+)</td><td>([\d-]+)</td><td class="number">(\d+)</td></tr>', page)
    assert [(a, b, int(n)) for a, b, n in told] == [tuple(one.values()) for one in bins if one["count"]]


def test_coverage_has_the_same_rows_in_each_form(client: Client) -> None:
    page, answer, table = doors(client, "/coverage")
    told = [(row["outlet"], str(row["pages"])) for row in answer["outlets"]]
    assert [(row["outlet"], row["pages"]) for row in table] == told
    assert re.findall(r'<a href="/pages\?source=[^"]*">([^<]*)</a></th><td class="number"[^>]*>(\d+)<', page) == told


def test_search_has_the_same_rows_in_each_form(client: Client) -> None:
    page, answer, table = doors(client, "/search?q=ship&since=2025-09-12")
    ids = [row["id"] for row in answer["rows"]]
    assert ids
    assert [row["id"] for row in table] == ids
    hits = page[page.index('<ul class="hits">') :]
    for row, href in zip(answer["rows"], re.findall(r'<a href="([^"]*)"', hits)[: len(ids)], strict=True):
        assert row["id"] in href


def test_single_things_have_the_same_rows_in_each_form(client: Client) -> None:
    entries = client.get("/chronology.json?all=true&limit=1000").json()["rows"]
    frame = next(row["frame"] for row in entries if row["frame"])
    page, answer, table = doors(client, f"/entries/{frame}")
    assert [row["id"] for row in table] == [answer["entry"]["id"], *(part["id"] for part in answer["parts"])]
    assert [id[2:] for id in Links(page).ids if id.startswith("e-")] == [part["id"] for part in answer["parts"]]

    page, answer, table = doors(client, f"/pages/{entries[0]['pages'][0]}")
    assert [row["id"] for row in table] == [row["id"] for row in answer["entries"]]
    assert {f"/entries/{row['id']}" for row in table} <= set(Links(page).hrefs)

    actor = client.get("/actors.json?limit=1").json()["rows"][0]["id"]
    page, answer, table = doors(client, f"/actors/{actor}")
    ids = [row["id"] for row in answer["entries"]]
    assert ids == [row["id"] for row in table] == [id[2:] for id in Links(page).ids if id.startswith("e-")]
