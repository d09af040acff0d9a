"""The claims in the tables are those of all pages at once, in both databases."""

import runpy
from collections.abc import Callable
from pathlib import Path

from dateline.executors.merging import merge_pending
from dateline.merging import claims
from dateline.records import Page, Reading
from dateline.store import Store, open_store

reading = runpy.run_path(str(Path(__file__).parents[1] / "merging" / "test_claiming.py"))["reading"]


def keep(store: Store, found: Reading) -> None:
    page = Page(id=found.page_id, location=f"/{found.page_id}", name="", media="text/plain", content=b"")
    with store.writer() as writer:
        writer.add_pages([page])
        writer.add_readings([found])
    merge_pending(store)


def test_a_claim_is_kept_up_to_date_with_every_page(chronicle_locations: Callable[[], str]) -> None:
    papers = ("forging", "inspection", "papers")
    told = [
        reading("p2", 3, [("denies", papers), ("says", ("selling", "harpoons"))]),
        reading("p1", 0, [("alleges", papers)]),
        reading("p3", 5, [("alleges", ("selling", "harpoons")), ("confirms", papers)]),
    ]
    with open_store(chronicle_locations(), create=True) as store:
        for number, page in enumerate(told, start=1):
            keep(store, page)
            assert tuple(store.reader().claims()) == claims(told[:number])
        with store.writer() as writer:
            writer.remove_pages(["p1"], "Ada", "asked to")
        merge_pending(store)
        assert tuple(store.reader().claims()) == claims(told[:1] + told[2:])
