"""One story on many sites: who carries a dispatch, and what became of a page over time."""

import msgspec


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """A page that carries a story others carry too. The counts are sentences, against the group's first copy."""

    page_id: str
    kept: int
    left_out: int
    added: int
    retitled: bool = False


class Syndicate(msgspec.Struct, frozen=True, kw_only=True):
    """Pages of several outlets with one text. `origin` is the agency or outlet it comes from, else a page id.

    The first copy is the fullest of the earliest day; the others follow by publication, then page id.
    """

    id: str
    origin: str
    copies: tuple[Copy, ...]


class VersionChain(msgspec.Struct, frozen=True, kw_only=True):
    """One page captured with different texts: page ids from the oldest text to the newest."""

    id: str
    pages: tuple[str, ...]
