"""Stories on many sites and versions of pages are kept, and replaced by page."""

from dateline.records import Copy, Syndicate, VersionChain
from dateline.store import Store


def story(id: str, *pages: str) -> Syndicate:
    return Syndicate(
        id=id, origin="NPA", copies=tuple(Copy(page_id=page, kept=3, left_out=0, added=0) for page in pages)
    )


def test_groups_are_kept_by_page_and_replaced_page_by_page(store: Store) -> None:
    chain = VersionChain(id="v1", pages=("page2", "page1"))
    with store.writer() as writer:
        groups = [story("s2", "page1", "page3"), chain, story("s1", "page4", "page5")]
        writer.merging().write_groups(groups, ["page1"])
    reader = store.reader()
    assert [group.id for group in reader.syndicates()] == ["s1", "s2"]
    assert reader.versions("page1") == reader.versions("page2") == chain
    assert reader.versions("page3") is None
    with store.writer() as writer:
        writer.merging().write_groups([story("s2", "page1", "page9")], ["page1", "page3"])
    assert list(reader.syndicates()) == [story("s1", "page4", "page5"), story("s2", "page1", "page9")]
    assert reader.versions("page1") is None
