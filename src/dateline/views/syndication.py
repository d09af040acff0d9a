"""Stories that several outlets carry, a row a copy."""

from collections.abc import Callable, Iterable, Iterator

from dateline.records import Copy, Syndicate
from dateline.views.citations import Source
from dateline.views.rows import CopyRow


def copy_rows(groups: Iterable[Syndicate], source: Callable[[str], Source]) -> Iterator[CopyRow]:
    """The copies of each story, the first one first; stories in order of their first copy's day."""
    for group in sorted(groups, key=lambda group: (source(group.copies[0].page_id).published, group.id)):
        pages = {copy.page_id: source(copy.page_id) for copy in group.copies}
        origin = pages[group.origin].outlet if group.origin in pages else group.origin
        first = pages[group.copies[0].page_id]
        for copy in group.copies:
            yield _row(group, copy, origin, first, pages[copy.page_id])


def _row(group: Syndicate, copy: Copy, origin: str, first: Source, page: Source) -> CopyRow:
    return CopyRow(
        story=group.id,
        origin=origin,
        outlet=page.outlet,
        published=page.published,
        title=page.title,
        first=page.page == first.page,
        kept=copy.kept,
        left_out=copy.left_out,
        added=copy.added,
        retitled=copy.retitled,
        page=page.page,
        url=page.url,
    )
