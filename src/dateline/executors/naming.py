"""What a person calls a page: by id, the beginning of one, address, location, or by its source."""

from dateline.errors import UsageError
from dateline.store import StoreReader

SHORTEST_ID = 6


def pages_named(reader: StoreReader, name: str) -> list[str]:
    """Ids of the page, or of all pages of the source, that a name means.

    Raises UsageError where it is that of no page and no source, or several ids begin so.
    """
    pages = list(reader.pages())
    exact = sorted(page.id for page in pages if name in (page.id, page.url, page.location))
    begun = sorted(page.id for page in pages if len(name) >= SHORTEST_ID and page.id.startswith(name))
    of_source = sorted(page.id for page in pages if name.casefold() == (page.publisher or page.agency or "").casefold())
    found = exact or begun or of_source
    if not found:
        raise UsageError(f"no page and no source is called {name}; `dateline pages` names them")
    if not exact and begun and len(begun) > 1:
        raise UsageError(f"{name}: several pages begin so; give more of the id")
    return found


def page_named(reader: StoreReader, name: str) -> str:
    """The id of the one page that a name means. Raises UsageError where it means none, or several."""
    found = pages_named(reader, name)
    if len(found) > 1:
        raise UsageError(f"{name}: several pages are called so; give the id of one, which `dateline pages` shows")
    return found[0]
