"""What single pages show, and how their addresses hold what was chosen."""

import csv
import io
import re
from typing import Any

import pytest
from litestar.testing import TestClient

from dateline.views import View

Client = TestClient[Any]
MIXED = "rows=event,expectation,statement,claim&limit=1000&all=true"


def headings(page: str) -> list[str]:
    table = re.search(r'<table class="entries">.*?</thead>', page, re.S)
    assert table
    return re.findall(r"<th[^>]*>([^<]+)</th>", table[0])


def test_columns_are_chosen_in_the_address_and_kept_by_its_links(client: Client) -> None:
    assert headings(client.get("/chronology").text) == ["Date", "Event", "Place", "Status", "Who says", "Sources"]
    page = client.get("/chronology?columns=event&columns=who&columns=date&columns=weight").text
    assert headings(page) == ["Date", "Event", "Who", "Weight"]
    assert client.get("/chronology?columns=date,event,who,weight").text.count("<tr ") == page.count("<tr ")
    assert "columns=event%2Cwho%2Cdate%2Cweight&amp;sort=newest" in page or "sort=newest&amp;columns=" in page


def test_statements_and_claims_are_rows_of_the_same_table_in_all_three_forms(client: Client) -> None:
    rows = client.get(f"/chronology.json?{MIXED}").json()["rows"]
    assert {row["kind"] for row in rows} == {"event", "expectation", "statement", "claim"}
    table = list(csv.DictReader(io.StringIO(client.get(f"/chronology.csv?{MIXED}").text)))
    page = client.get(f"/chronology?{MIXED}").text
    assert [row["id"] for row in rows] == [row["id"] for row in table] == re.findall(r'<tr id="e-(\w+)"', page)


@pytest.mark.parametrize("query", ["rows=rumour", "columns=mood", "mark=odd", "parts=some"])
def test_what_cannot_be_shown_is_explained(client: Client, query: str) -> None:
    answer = client.get(f"/chronology?{query}", headers={"accept": "text/html"})
    assert answer.status_code == 400
    assert "<h1>" in answer.text


def test_a_statement_leads_to_its_words_on_the_page(client: Client) -> None:
    rows = client.get("/statements.json?limit=1000").json()["rows"]
    for page in sorted({row["page"] for row in rows}):
        text = client.get(f"/pages/{page}").text
        assert all(f'id="s-{row["id"]}"' in text for row in rows if row["page"] == page)


def test_sentences_of_expectations_stand_on_their_pages(client: Client) -> None:
    rows = [row for row in client.get("/expectations.json").json()["rows"] if row["shown_page"]]
    assert rows
    for row in rows:
        for name in ("said", "shown"):
            assert f'id="at-{row[f"{name}_start"]}"' in client.get(f"/pages/{row[f'{name}_page']}").text


def test_a_claim_has_its_own_page_with_its_sides_over_time(client: Client) -> None:
    claim = next(row for row in client.get("/claims.json").json()["rows"] if len(row["sides"]) > 1)
    page = client.get(f"/claims/{claim['id']}").text
    voices = client.get(f"/claims/{claim['id']}.json").json()["voices"]
    assert [voice["published"] for voice in voices] == sorted(voice["published"] for voice in voices)
    assert re.findall(r'href="/pages/\w+#s-(\w+)" title', page) == [voice["statement"] for voice in voices]
    assert len(re.findall(r'<section class="side', page)) == len({voice["position"] for voice in voices})
    table = list(csv.DictReader(io.StringIO(client.get(f"/claims/{claim['id']}.csv").text)))
    assert [row["statement"] for row in table] == [voice["statement"] for voice in voices]
    assert client.get(f"/claims/{claim['id'][:8]}.json").json()["claim"] == claim
    assert client.get("/claims/zzzz").status_code == 404


def test_copies_of_a_story_stand_side_by_side(client: Client, sample_location: str) -> None:
    pages = [row["page"] for row in client.get("/pages.json").json()["rows"]]
    found = [client.get(f"/pages/{page}.json").json() for page in pages]
    first, second = next(page["story"] for page in found if page["story"])[:2]
    alone = client.get(f"/pages/{second['page']}").text
    assert f"against={first['page']}" in alone
    beside = client.get(f"/pages/{second['page']}?against={first['page']}")
    assert "<del>" in beside.text
    assert "<ins>" in beside.text
    told = client.get(f"/pages/{second['page']}.json?against={first['page']}").json()["compared"]
    assert told["before"]["page"] == first["page"]
    with View(sample_location) as view:
        changes = view.diff(first["page"], second["page"])[0].changes
    for kind in ("added", "removed", "changed"):
        assert told[kind] == sum(change.kind == kind for change in changes)
    assert client.get(f"/pages/{second['page']}?against=zzzz").status_code == 404


def test_the_kinds_of_marks_that_are_shown_stand_in_the_address(client: Client) -> None:
    page = client.get("/pages.json").json()["rows"][0]["page"]
    shown = client.get(f"/pages/{page}?show=event&show=none").text
    assert re.findall(r'id="show-(\w+)"[^>]* checked', shown) == ["event"]
    assert len(re.findall(r'id="show-(\w+)"[^>]* checked', client.get(f"/pages/{page}").text)) == 5


def test_filters_keep_what_else_the_address_says(client: Client) -> None:
    page = client.get("/chronology?status=planned&columns=date,event&tz=Asia/Seoul&days=3").text
    form = page[page.index('<form class="filters"') :].split("</form>")[0]
    kept = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    assert kept == {"status": "planned", "columns": "date,event", "tz": "Asia/Seoul", "days": "3"}


def test_the_chart_of_coverage_has_every_day_of_its_table(client: Client) -> None:
    found = client.get("/coverage.json").json()
    page = client.get("/coverage").text
    days = sum(len(outlet["days"]) for outlet in found["outlets"])
    assert len(re.findall(r'<rect class="bar"', page)) == days
    assert 'id="not-read"' in page
