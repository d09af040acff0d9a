"""What people look at: rows and dossiers made from a chronicle. Views read the store and never change it."""

from dateline.store import EVERYTHING, Filters
from dateline.views.chronology import Chronology
from dateline.views.citations import Source, labels
from dateline.views.comparison import Comparison
from dateline.views.contents import Contents
from dateline.views.entry import EntryView, ReportView
from dateline.views.folding import Folding
from dateline.views.rows import (
    ActorRow,
    CopyRow,
    EntryRow,
    ExpectationRow,
    HitRow,
    PageRow,
    RelatedRow,
    Row,
    StatementRow,
)
from dateline.views.selection import STANCES, STATES, STATUSES, filters
from dateline.views.view import FOUND_AT_MOST, View

__all__ = [
    "EVERYTHING", "FOUND_AT_MOST", "STANCES", "STATES", "STATUSES", "ActorRow", "Chronology", "Comparison",
    "Contents", "CopyRow", "EntryRow", "EntryView", "ExpectationRow", "Filters", "Folding", "HitRow",
    "PageRow", "RelatedRow", "ReportView", "Row", "Source", "StatementRow", "View", "filters", "labels",
]  # fmt: skip
