"""Words that the command line and the web pages share."""

from dateline.records import DecisionKind, ExpectationState
from dateline.views.rows import EntryRow

NOTHING = "–"
PAGE_VOICE = "page"

OUTCOMES: dict[ExpectationState, str] = {
    "open": "open",
    "due": "outcome not in your pages",
    "fulfilled": "fulfilled",
    "partly": "fulfilled in part",
    "lapsed": "lapsed: a later page has been read, and none reports it",
    "withdrawn": "withdrawn",
    "contradicted": "contradicted",
    "unclear": "outcome unclear",
}
"""What became of an expectation, in words."""


DECIDED: dict[DecisionKind, tuple[str, str]] = {
    "same": ("joined by hand", "one event"),
    "different": ("parted by hand", "not one event with what it stood with"),
    "add": ("added by hand", "added: the reader had missed it"),
}
"""What people decided about the reports of an entry: in a list, and beside the report."""

SECTORS = {
    "GOV": "government", "JUD": "judiciary", "LEG": "legislature", "MIL": "military", "COP": "police",
    "SPY": "intelligence", "OPP": "opposition", "PTY": "party", "REB": "rebels", "PRM": "paramilitaries",
    "UAF": "unidentified armed forces", "CVL": "civilians", "ELI": "elites", "BUS": "business", "EDU": "education",
    "MED": "health", "LAB": "labour", "AGR": "agriculture", "JRN": "journalism", "REF": "refugees", "REL": "religion",
    "SOC": "civil society", "CRM": "crime", "IGO": "organisation of states", "NGO": "organisation of no state",
    "IMG": "armed group of several countries",
}  # fmt: skip
"""PLOVER's sectors in a word."""


def listed(names: tuple[str, ...]) -> str:
    """Names with commas between, or a dash."""
    return ", ".join(names) or NOTHING


def says(said_by: tuple[str, ...]) -> str:
    """Who says so; the page where nobody else does."""
    return ", ".join(said_by) or PAGE_VOICE


def sentence(words: str) -> str:
    """Words with a capital at their head."""
    return words[:1].upper() + words[1:]


def turns(row: EntryRow) -> str:
    """The status, or how it went from page to page."""
    return (" → ".join(row.history) or row.status).replace("_", " ")
