"""Writing: what is kept, what it takes the place of, and that writing again changes nothing."""

import datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.records import Chronicle, Interval, Rejection
from dateline.store import Run, Store, open_store


def keep(store: Store, *, pages: Any = (), readings: Any = (), rejections: Any = ()) -> None:
    with store.writer() as writer:
        writer.add_pages(pages)
        writer.add_readings(readings)
        writer.add_rejections(rejections)


def merge(store: Store, chronicle: Chronicle, **options: Any) -> None:
    with store.writer() as writer:
        writer.replace_chronicle(chronicle, **options)


def refused(location: str, reason: Any = "empty", page_id: str | None = None) -> Rejection:
    return Rejection(location=location, reason=reason, detail="there is nothing in it", page_id=page_id)


def test_what_was_kept_comes_back_as_it_was(store: Store, sample: Any) -> None:
    keep(store, pages=[sample.page()], readings=[sample.reading()], rejections=[refused("/b"), refused("/a")])
    whole = sample.chronicle(actors=(sample.actor(),), expectations=(sample.expectation(),))
    merge(store, whole)
    reader = store.reader()
    assert reader.page("page1") == sample.page()
    assert reader.reading("page1") == sample.reading()
    assert reader.article("page1") == sample.article()
    assert list(reader.statements()) == [sample.statement("page1-said")]
    assert list(reader.rejections()) == [refused("/a"), refused("/b")]
    assert reader.chronicle() == whole


def test_writing_again_changes_nothing(store: Store, sample: Any, rows_of: Any) -> None:
    def write() -> None:
        keep(store, pages=[sample.page()], readings=[sample.reading()], rejections=[refused("/a"), refused("/a")])
        whole = sample.chronicle(actors=(sample.actor(),), expectations=(sample.expectation(),))
        merge(store, whole)

    write()
    first = rows_of(store)
    write()
    assert rows_of(store) == first


def test_only_rows_that_differ_are_written(store: Store, sample: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = sample.entry("one"), sample.entry("two")
    merge(store, sample.chronicle(one, two))
    written: list[Any] = []
    monkeypatch.setattr("dateline.store.writer.entry_name_rows", lambda entry: written.append(entry.id) or [])
    merge(store, sample.chronicle(one, msgspec.structs.replace(two, words="The bridge was closed")))
    assert written == ["two"]
    assert [entry.words for entry in store.reader().entries()] == [one.words, "The bridge was closed"]


def test_a_page_at_two_locations_keeps_the_first_in_order(chronicle_location: str, sample: Any) -> None:
    copies = [sample.page(location=f"/{letter}", name=letter) for letter in "bac"]
    with open_store(chronicle_location, create=True) as store:
        keep(store, pages=copies[:1])
        keep(store, pages=copies[1:])
        assert store.reader().page("page1") == copies[1]


def test_a_newer_reading_takes_the_place_of_the_old(store: Store, sample: Any) -> None:
    other = sample.reading(reader="2", statements=(sample.statement("new"),))
    keep(store, pages=[sample.page()], readings=[sample.reading()])
    keep(store, readings=[other])
    reader = store.reader()
    assert list(reader.readings()) == [other]
    assert [statement.id for statement in reader.statements()] == ["new"]
    assert [hit.id for hit in reader.search("stand", ["statement"])] == ["new"]
    assert reader.known(["page1", "page2"], "1") == frozenset()
    assert reader.known(["page1", "page2"], "2") == {"page1"}


def test_a_page_that_is_read_at_last_loses_its_rejection(store: Store, sample: Any) -> None:
    keep(store, pages=[sample.page()], rejections=[refused("/elsewhere", "no_date", "page1"), refused("/other")])
    keep(store, readings=[sample.reading()])
    assert [rejection.location for rejection in store.reader().rejections()] == ["/other"]


def test_a_page_that_is_rejected_now_loses_its_reading(store: Store, sample: Any) -> None:
    keep(store, pages=[sample.page()], readings=[sample.reading()])
    keep(store, rejections=[refused("/news/page1.txt", "no_date", "page1")])
    reader = store.reader()
    assert list(reader.readings()) == []
    assert reader.search("bridge") == []
    assert reader.counts().rejections == {"no_date": 1}


def test_a_location_is_rejected_for_its_last_reason(store: Store) -> None:
    keep(store, rejections=[refused("/a", "empty")])
    keep(store, rejections=[refused("/a", "binary"), refused("/a", "binary")])
    assert store.reader().counts().rejections == {"binary": 1}


def test_text_that_no_database_holds_is_kept_all_the_same(store: Store, sample: Any) -> None:
    article = sample.article(title="nul \0 here", text="nul \0 there", publisher="P\0st")
    page = sample.page(location="/odd\udcff", name="odd\udcff", content=b"\0\xff")
    keep(
        store, pages=[page], readings=[sample.reading(article=article, statements=())], rejections=[refused("/\udc80")]
    )
    reader = store.reader()
    assert reader.reading("page1").article == article
    assert reader.page("page1").content == b"\0\xff"
    assert reader.page("page1").location == "/odd�"
    assert [hit.id for hit in reader.search("there")] == ["page1"]


def test_a_very_long_text_is_kept_and_found_by_its_beginning(store: Store, sample: Any) -> None:
    words = " ".join(f"word{n}x{'é' * 200}" for n in range(12_000))
    keep(store, pages=[sample.page()], readings=[sample.reading(article=sample.article(text=words), statements=())])
    assert [hit.id for hit in store.reader().search("word7x*")] == ["page1"]


def test_an_id_that_vanishes_leads_to_the_entry_that_holds_its_report(store: Store, sample: Any) -> None:
    merge(
        store, sample.chronicle(sample.entry("first"), sample.entry("other", reports=(sample.report(event_id="e9"),)))
    )
    merge(store, sample.chronicle(sample.entry("second")))
    merge(store, sample.chronicle(sample.entry("third")))
    reader = store.reader()
    assert reader.entry("first") == reader.entry("second") == reader.entry("third") != None  # noqa: E711
    assert reader.entry("other") is None


def test_an_id_that_vanishes_leads_where_the_merger_says(store: Store, sample: Any) -> None:
    merge(store, sample.chronicle(sample.entry("first")))
    merge(store, sample.chronicle(sample.entry("a"), sample.entry("b")), redirected={"first": "a"})
    assert store.reader().entry("first").id == "a"


def test_an_id_that_comes_back_is_itself_again(store: Store, sample: Any) -> None:
    for id in ("first", "second", "first"):
        merge(store, sample.chronicle(sample.entry(id)))
    assert store.reader().entry("first").id == store.reader().entry("second").id == "first"


def test_the_beginning_of_an_id_is_enough_where_only_one_begins_so(store: Store, sample: Any) -> None:
    merge(store, sample.chronicle(sample.entry("abc1"), sample.entry("abd2"), sample.entry("abd")))
    reader = store.reader()
    assert reader.entry("abc").id == "abc1"
    assert reader.entry("abd").id == "abd"
    assert reader.entry("x") is reader.entry("") is reader.entry("%") is None
    with pytest.raises(UsageError, match="several"):
        reader.entry("ab")


def test_merged_means_merged_from_just_these_readings(store: Store, sample: Any) -> None:
    reader = store.reader()
    assert not reader.is_merged()
    keep(store, pages=[sample.page()], readings=[sample.reading()])
    merge(store, sample.chronicle())
    assert reader.is_merged()
    keep(store, pages=[sample.page("page2")], readings=[sample.reading("page2")])
    assert not reader.is_merged()


def test_runs_are_remembered_in_order(store: Store) -> None:
    history = [Run(started=f"2031-01-0{n}", finished="", reader="1", counts={"read": n}) for n in (2, 1)]
    with store.writer() as writer:
        for run in history:
            writer.record_run(run)
    assert list(store.reader().runs()) == history


@settings(max_examples=8, deadline=None)
@given(orders=st.permutations(["a", "b", "c", "d"]), split=st.integers(0, 4))
def test_the_order_of_pages_does_not_show(
    tmp_path_factory: Any, sample: Any, rows_of: Any, orders: list[str], split: int
) -> None:
    def chronicle(batches: list[list[str]]) -> dict[str, list[tuple[Any, ...]]]:
        folder = tmp_path_factory.mktemp("order")
        with open_store(str(folder / "x.db"), create=True) as store:
            for batch in batches:
                keep(store, pages=map(sample.page, batch), readings=map(sample.reading, batch))
            merge(store, sample.chronicle())
            return rows_of(store)

    assert chronicle([orders[:split], orders[split:]]) == chronicle([["a", "b", "c", "d"]])


@settings(max_examples=10, deadline=None)
@given(steps=st.lists(st.dictionaries(st.sampled_from("abcde"), st.integers(1, 28)), min_size=1, max_size=4))
def test_any_chronicle_takes_the_place_of_any_other(
    tmp_path_factory: Any, sample: Any, steps: list[dict[str, int]]
) -> None:
    def entries(days: dict[str, int]) -> Chronicle:
        found = [sample.entry(id, interval=Interval.day(datetime.date(2031, 1, day))) for id, day in days.items()]
        return Chronicle(entries=tuple(sorted(found, key=lambda entry: (entry.interval.earliest, entry.id))))

    with open_store(str(tmp_path_factory.mktemp("steps") / "x.db"), create=True) as store:
        for step in steps:
            merge(store, entries(step))
            assert store.reader().chronicle() == entries(step)
            hits = store.reader().search("bridge", ["entry"])
            assert sorted(hit.id for hit in hits) == sorted(step)


def test_notes_are_kept_one_a_key(tmp_path: Any) -> None:
    with open_store(str(tmp_path / "x.db"), create=True) as store:
        for key, words in (("a", "one"), ("a", "two"), ("b", "three")):
            with store.writer() as writer:
                writer.keep_note(key, words)
        reader = store.reader()
        assert [reader.note(key) for key in "abc"] == ["two", "three", None]
