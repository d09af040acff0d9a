"""`dateline related`: what the pages of the sample point to."""

import json
from typing import Any

import pytest


@pytest.fixture(scope="session")
def read_sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A chronicle of one invented page, whose reading has three related items."""
    import datetime

    from dateline.records import Actor, Article, Chronicle, Page, Reading, RelatedItem, TeaserPlace, Timestamp
    from dateline.store import open_store

    def item(number: int, headline: str, url: str | None = None, **place: Any) -> RelatedItem:
        return RelatedItem(id=f"r{number}", page_id="p1", headline=headline, url=url, places=(TeaserPlace(**place),))

    published = Timestamp(day=datetime.date(2031, 5, 3))
    article = Article(page_id="p1", title="Bridge opens", text="Bridge opens", blocks=(), published=published)
    items = (
        item(1, "Otters return to the mill stream", section="Harbour", duration=137),
        item(
            2,
            "Ada Holt gives up her boat",
            "https://varn.example/holt",
            label="OPINION",
            teaser="=1+1 is not what she said.",
        ),
        item(3, "Bridge opens"),
    )
    location = str(tmp_path_factory.mktemp("related") / "chronicle.db")
    with open_store(location, create=True) as store, store.writer() as writer:
        writer.add_pages([Page(id="p1", location="/p1", name="p1", media="text/plain", content=b"x")])
        writer.add_readings([Reading(page_id="p1", reader="1", article=article, related=items)])
        actor = Actor(id="a", name="Ada Holt", names=("Ada Holt",), kind="person")
        writer.replace_chronicle(Chronicle(entries=(), actors=(actor,)))
    return location


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_the_list_shows_label_length_section_and_what_to_fetch(dateline: Any, read_sample: str) -> None:
    code, out, err = dateline("related", read_sample)
    assert (code, err) == (0, "")
    assert "(2:17)" in out
    assert "OPINION: Ada" in out
    assert out.count("to fetch") == 1


def test_only_pages_to_fetch(dateline: Any, read_sample: str) -> None:
    found = rows(dateline("related", read_sample, "--fetch", "--format", "jsonl").out)
    assert [(row["id"], row["actors"], row["fetch"]) for row in found] == [("r2", ["Ada Holt"], True)]


def test_addresses_alone_are_a_list_to_read(dateline: Any, read_sample: str) -> None:
    assert dateline("related", read_sample, "--addresses").out == "https://varn.example/holt\n"
    assert dateline("related", read_sample, "--addresses", "--until", "2030").out == ""


def test_filters_and_limit(dateline: Any, read_sample: str) -> None:
    assert [row["id"] for row in rows(dateline("related", read_sample, "--actor", "ada holt", "-f", "jsonl").out)] == [
        "r2"
    ]
    assert len(rows(dateline("related", read_sample, "--limit", "2", "-f", "jsonl").out)) == 2
    assert dateline("related", read_sample, "--until", "2030").err.strip() == "dateline: no related item fits"
    assert dateline("related", read_sample, "--since", "soon").code == 2


def test_csv_runs_no_formula(dateline: Any, read_sample: str) -> None:
    assert "'=1+1 is not" in dateline("related", read_sample, "-f", "csv").out


def test_search_finds_them_with_their_page(dateline: Any, read_sample: str) -> None:
    (hit,) = rows(dateline("search", read_sample, "otters", "-f", "jsonl").out)
    assert (hit["kind"], hit["id"], hit["source"]) == ("related", "r1", "page of 3 May 2031")
    assert rows(dateline("search", read_sample, "otters", "--since", "2031-05-03", "-f", "jsonl").out) == [hit]
    assert dateline("search", read_sample, "otters", "--type", "CONSULT", "-f", "jsonl").out == ""
