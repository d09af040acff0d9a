"""Lists and their order, filters, counts and search, on both databases."""

import datetime
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from dateline.records import Interval, Link, Rejection, Span, Speaker, Timestamp
from dateline.store import Filters, Store, StoreReader, open_store

MAY = Interval(datetime.date(2031, 5, 1), datetime.date(2031, 5, 31))
UNDATED = Interval(None, None)


def day(number: int) -> datetime.date:
    return datetime.date(2031, 5, number)


@pytest.fixture(scope="module")
def reader(module_location: str, sample: Any) -> Iterator[StoreReader]:
    """Two pages that were read and one that was not; a bridge, talks, a storm without a date, a quake before a day."""
    with open_store(module_location, create=True) as store:
        fill(store, sample)
        yield store.reader()


def fill(store: Store, sample: Any) -> None:
    later = Timestamp(day=datetime.date(2031, 6, 1))
    article = sample.article(
        "page2", published=later, publisher="Harbour Wire", agency=None, text="Talks in Niger. Yes."
    )
    denial = (Link(speakers=(Speaker(name="Niger", span=Span(9, 14)),), stance="denies"),)
    said = sample.statement("talk", "page2", chain=denial, span=Span(0, 20), content=(Span(16, 19),), cue=Span(6, 8))
    entries = (
        sample.entry("bridge"),
        sample.entry(
            "talks",
            words="Diplomats talked",
            type="CONSULT",
            actors=("United States",),
            recipients=("Niger",),
            places=("Niamey",),
            interval=MAY,
            status="not_happened",
            said_by=("Ada Holt",),
            frame="bridge",
            reports=(sample.report("page2", "event2", 0, 14),),
        ),
        sample.entry("storm", actors=("Nigeria", "US Navy"), interval=UNDATED, type=None, places=(), reports=()),
        sample.entry("quake", actors=(), interval=Interval(None, day(1)), reports=()),
    )
    actors = (sample.actor("Ada Holt", "Holt"), sample.actor("United States", "US"), sample.actor("Niger"))
    hopes = (sample.expectation("hope1", "bridge"), sample.expectation("hope2", "talks", kind="planned", due=MAY))
    with store.writer() as writer:
        writer.add_pages([sample.page(), sample.page("page2", url="https://wire.example/talks"), sample.page("page0")])
        writer.add_readings([sample.reading(), sample.reading("page2", article=article, statements=(said,))])
        writer.add_rejections([Rejection(location="/news/page0.txt", reason="no_date", detail="", page_id="page0")])
        writer.replace_chronicle(sample.chronicle(*entries, actors=actors, expectations=hopes))


def found(reader: StoreReader, **filters: Any) -> dict[str, list[str]]:
    """Ids of what each list gives."""
    wanted = Filters(**filters)
    return {
        "entries": [entry.id for entry in reader.entries(wanted)],
        "statements": [statement.id for statement in reader.statements(wanted)],
        "expectations": [expectation.id for expectation in reader.expectations(wanted)],
        "actors": [actor.name for actor in reader.actors(wanted)],
    }


def test_lists_have_a_stable_order(reader: StoreReader) -> None:
    assert found(reader) == {
        "entries": ["quake", "talks", "bridge", "storm"],
        "statements": ["page1-said", "talk"],
        "expectations": ["hope2", "hope1"],
        "actors": ["Ada Holt", "Niger", "United States"],
    }
    assert [page.id for page in reader.pages()] == ["page1", "page2", "page0"]
    assert [reading.page_id for reading in reader.readings()] == ["page1", "page2"]


def test_a_list_may_be_cut(reader: StoreReader) -> None:
    assert [entry.id for entry in reader.entries(limit=2)] == ["quake", "talks"]
    assert [statement.id for statement in reader.statements(limit=1)] == ["page1-said"]


def test_a_page_is_summed_up_with_its_reading(reader: StoreReader) -> None:
    first, second, rejected = reader.pages()
    assert (first.title, first.publisher, first.agency, first.published) == (
        "Bridge opens in Varn",
        "The Varn Post",
        "NPA",
        "2031-05-03",
    )
    assert second.url == "https://wire.example/talks"
    assert (rejected.reader, rejected.published) == (None, None)


def test_counts_tell_what_is_there(reader: StoreReader) -> None:
    counts = reader.counts()
    assert (counts.pages, counts.readings, counts.entries, counts.statements) == (3, 2, 4, 2)
    assert (counts.actors, counts.expectations, counts.runs) == (3, 2, 0)
    assert counts.rejections == {"no_date": 1}


def test_what_is_not_there_is_none(reader: StoreReader) -> None:
    absent = (reader.page, reader.reading, reader.article, reader.entry, reader.actor, reader.statement)
    assert [ask("absent") for ask in absent] == [None] * len(absent)


def test_entries_are_found_by_page_and_by_frame(reader: StoreReader) -> None:
    assert [entry.id for entry in reader.entries_of_page("page2")] == ["talks"]
    assert [entry.id for entry in reader.parts("bridge")] == ["talks"]


@pytest.mark.parametrize(
    ("name", "entries"),
    [
        ("ada holt", ["bridge"]),
        ("Holt", ["bridge"]),  # another form of the name
        ("US", ["talks", "storm"]),  # United States by its other form, US Navy by a whole word
        ("Niger", ["talks"]),  # the name in full, so not Nigeria
        ("niger", ["talks"]),
        ("niGERIa", ["storm"]),
        ("geri", ["storm"]),  # part of a name
        ("100%_/", []),
        ("", ["talks", "bridge", "storm"]),
    ],
)
def test_an_actor_is_found_by_name_other_name_word_or_part(reader: StoreReader, name: str, entries: list[str]) -> None:
    assert found(reader, actor=name)["entries"] == entries


@pytest.mark.parametrize(
    ("filters", "entries"),
    [
        ({"place": "NIAMEY"}, ["talks"]),
        ({"place": "v"}, ["quake", "bridge"]),
        ({"type": "consult"}, ["talks"]),
        ({"type": "con%"}, []),
        ({"status": "Not happened"}, ["talks"]),
        ({"said_by": "holt"}, ["talks"]),
        ({"source": "harbour wire"}, ["talks"]),
        ({"source": "npa"}, ["bridge"]),
        ({"source": "example/talks"}, ["talks"]),
        ({"source": "page1.txt"}, ["bridge"]),
        ({"since": day(2)}, ["talks", "bridge"]),
        ({"since": day(3), "until": day(3)}, ["talks"]),
        ({"until": day(1)}, ["quake", "talks"]),
        ({"actor": "US", "status": "not-happened"}, ["talks"]),
    ],
)
def test_entries_are_filtered(reader: StoreReader, filters: dict[str, Any], entries: list[str]) -> None:
    assert found(reader, **filters)["entries"] == entries


@pytest.mark.parametrize(
    ("filters", "statements"),
    [
        ({"actor": "Holt"}, ["page1-said"]),
        ({"said_by": "niger"}, ["talk"]),
        ({"source": "Harbour Wire"}, ["talk"]),
        ({"since": day(4)}, ["talk"]),
        ({"until": day(3)}, ["page1-said"]),
        ({"place": "Niamey"}, ["talk"]),
        ({"type": "CONSULT"}, ["talk"]),
        ({"status": "not_happened"}, ["talk"]),
        ({"status": "says"}, ["page1-said"]),
    ],
)
def test_statements_are_filtered(reader: StoreReader, filters: dict[str, Any], statements: list[str]) -> None:
    assert found(reader, **filters)["statements"] == statements


@pytest.mark.parametrize(
    ("filters", "expectations"),
    [
        ({"actor": "Holt"}, ["hope1"]),
        ({"type": "consult"}, ["hope2"]),
        ({"status": "open"}, ["hope1"]),
        ({"status": "due"}, ["hope2"]),
        ({"status": "promised"}, ["hope1"]),
        ({"status": "not_happened"}, ["hope2"]),
        ({"since": datetime.date(2031, 6, 15)}, ["hope1"]),
        ({"until": day(20)}, ["hope2"]),
    ],
)
def test_expectations_are_filtered(reader: StoreReader, filters: dict[str, Any], expectations: list[str]) -> None:
    assert found(reader, **filters)["expectations"] == expectations


@pytest.mark.parametrize(
    ("filters", "actors"),
    [
        ({"actor": "us"}, ["United States"]),
        ({"place": "Niamey"}, ["Ada Holt", "Niger", "United States"]),
        ({"type": "AID"}, ["Ada Holt"]),
        ({"actor": "niger", "type": "consult"}, ["Niger"]),
    ],
)
def test_actors_are_filtered(reader: StoreReader, filters: dict[str, Any], actors: list[str]) -> None:
    assert found(reader, **filters)["actors"] == actors


def test_search_finds_pages_entries_and_statements_newest_first(reader: StoreReader) -> None:
    hits = reader.search("Holt")
    assert [(hit.kind, hit.id) for hit in hits] == [
        ("page", "page1"),
        ("statement", "page1-said"),
        ("entry", "bridge"),
        ("entry", "quake"),
        ("entry", "talks"),
        ("entry", "storm"),
    ]
    assert [hit.day for hit in hits] == sorted((hit.day for hit in hits), reverse=True)


def test_a_hit_shows_its_words(reader: StoreReader) -> None:
    (hit,) = reader.search("STAND", ["statement"])
    assert hit.snippet == "Ada Holt: It will stand"
    assert [span.of(hit.snippet) for span in hit.matches] == ["stand"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("bridge stand", ["page1"]),
        ('"opened the bridge"', ["page1"]),
        ('"the opened bridge"', []),
        ("bri* varn", ["page1"]),
        ("ridge", []),
        ("talks -niger", ["page2"]),
        ('niger "', ["page2"]),
    ],
)
def test_a_query_may_hold_words_phrases_and_beginnings(reader: StoreReader, query: str, ids: list[str]) -> None:
    assert [hit.id for hit in reader.search(query, ["page"])] == ids


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', '""', "*", "AND", "OR NOT", "NEAR(a b)", "words:bridge", "^bridge", "(((", "a:*", "'; DROP", "\0",
     "\udcff", "bridge\\", "a & | ! <-> b", "{bridge}", "é" * 500, "bridge " * 500, "%", "-", "x*y*", "'quoted'", ":A"],
)  # fmt: skip
def test_no_query_is_an_error(reader: StoreReader, query: str) -> None:
    assert isinstance(reader.search(query), list)


@pytest.mark.parametrize("odd", ["\0", "\udcff", "%", "_", "'", '"', "\\", "/", "é" * 999, "; DROP TABLE pages"])
def test_no_text_in_a_filter_or_id_is_an_error(reader: StoreReader, odd: str) -> None:
    for field in ("actor", "place", "type", "status", "said_by", "source"):
        assert set(found(reader, **{field: odd})) == {"entries", "statements", "expectations", "actors"}
    assert reader.entry(odd) is None


def test_search_is_limited_and_may_ask_for_no_kind(reader: StoreReader) -> None:
    assert len(reader.search("holt", limit=1)) == 1
    assert reader.search("holt", []) == []


def test_records_are_decoded_strictly(reader: StoreReader) -> None:
    """What comes out of a database is checked like what comes in from anywhere else."""
    with pytest.raises(msgspec.ValidationError):
        list(reader._records(reader_query(), Rejection))


def reader_query() -> Any:
    from sqlalchemy import select

    from dateline.store.schema import entries

    return select(entries.c.record)
