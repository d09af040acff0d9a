"""The columns of a chronology: those of an analyst's table, and more that can be chosen."""

HEADINGS = {
    "date": "Date",
    "event": "Event",
    "place": "Place",
    "status": "Status",
    "said_by": "Who says",
    "who": "Who",
    "to": "To whom",
    "type": "Kind",
    "basis": "Date is",
    "origins": "Origins",
    "weight": "Weight",
    "sources": "Sources",
}
"""What stands above each column, in their order."""

COLUMNS = tuple(HEADINGS)
USUAL = ("date", "event", "place", "status", "said_by", "sources")
"""The columns that are shown when none are chosen."""
