"""Through which outlet words reached a page: three that write "the agency reported" have one source."""

from collections.abc import Iterable, Mapping

from dateline.articles import agency_named
from dateline.merging.candidates import Candidate
from dateline.merging.names import plain
from dateline.records import Chain
from dateline.statements import is_outlet


def handed_on_by(chain: Chain) -> str | None:
    """The agency or outlet that a page has it all from, as agencies are filed; None where it names none."""
    speakers = chain[0].speakers if chain and not chain[0].others else ()
    if len(speakers) != 1 or chain[0].stance not in ("reports", "says"):
        return None
    name = speakers[0].name
    return agency_named(name) or (name if speakers[0].entity and is_outlet(name) else None)


def independent(group: Iterable[Candidate], origins: Mapping[str, str]) -> int:
    """How many sources some reports have. `origins` gives each page the source of its words."""
    return len({plain(handed_on_by(c.event.chain) or origins[c.event.page_id]) for c in group})
