"""What people look at: rows and dossiers made from a chronicle. Views read the store and never change it."""

from dateline.store import EVERYTHING, Filters
from dateline.views.chronology import Chronology
from dateline.views.citations import Source, labels
from dateline.views.comparison import Comparison
from dateline.views.contents import Contents
from dateline.views.dates import short_day
from dateline.views.dossier import CoActor, Dossier, Quotation, RoleView
from dateline.views.entry import EntryView, ReportView
from dateline.views.folding import Folding
from dateline.views.rows import (
    ActorRow,
    CopyRow,
    EntryRow,
    ExpectationRow,
    HitRow,
    PageRow,
    PlaceRow,
    RelatedRow,
    Row,
    StatementRow,
)
from dateline.views.selection import STANCES, STATES, STATUSES, filters
from dateline.views.view import FOUND_AT_MOST, View

__all__ = [
    "EVERYTHING", "FOUND_AT_MOST", "STANCES", "STATES", "STATUSES", "ActorRow", "Chronology", "CoActor", "Comparison",
    "Contents", "CopyRow", "Dossier", "EntryRow", "EntryView", "ExpectationRow", "Filters", "Folding", "HitRow",
    "PageRow", "PlaceRow", "Quotation", "RelatedRow", "ReportView", "RoleView", "Row", "Source", "StatementRow", "View",
    "filters", "labels", "short_day",
]  # fmt: skip
