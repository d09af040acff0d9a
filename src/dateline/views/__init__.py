"""What people look at: rows and dossiers made from a chronicle. Views read the store and never change it."""

from dateline.store import EVERYTHING, Filters
from dateline.views.alternatives import CellView, ToldValue
from dateline.views.browsing import KINDS, MOST_ROWS, ROWS_A_PAGE, Browsing, EntryPage, Facet, Facets, MonthCount
from dateline.views.chronology import Chronology
from dateline.views.citations import Source, labels
from dateline.views.claims import SIDES as SIDE_WORDS
from dateline.views.claims import voice_rows
from dateline.views.columns import SORTS, Sort
from dateline.views.comparison import Comparison
from dateline.views.contents import Contents
from dateline.views.coverage import Coverage, DayCount, OutletWeeks
from dateline.views.dates import in_words, month, short_day
from dateline.views.details import told_quantities
from dateline.views.dossier import CoActor, Dossier, Quotation, RoleView
from dateline.views.entry import DisputeView, EntryView, ReportView
from dateline.views.flags import MARKS, EntryMark
from dateline.views.folding import Folding
from dateline.views.lists import highlighted
from dateline.views.marking import Mark, MarkedBlock, Piece
from dateline.views.news import News, Review
from dateline.views.page_reader import PageView
from dateline.views.rows import (
    ActorRow,
    ChainedRow,
    ChangeRow,
    ClaimRow,
    ClaimView,
    CopyRow,
    EntryRow,
    ExpectationRow,
    HitRow,
    PageRow,
    PlaceRow,
    RelatedRow,
    Row,
    RowKind,
    StatementRow,
    VoiceRow,
    VoiceView,
)
from dateline.views.searching import FOUND_AT_MOST
from dateline.views.selection import SIDES, STANCES, STATES, STATUSES, filters, last_day, side
from dateline.views.side_by_side import SideBySide, SidePair
from dateline.views.timeline import LANE_FIELDS, Bin, Lane, LaneEntry, LaneField, Timeline
from dateline.views.view import View
from dateline.views.wording import DECIDED, NOTHING, OUTCOMES, SECTORS, listed, says, sentence, turns

__all__ = [
    "DECIDED", "EVERYTHING", "FOUND_AT_MOST", "KINDS", "LANE_FIELDS", "MARKS", "MOST_ROWS", "NOTHING", "OUTCOMES",
    "ROWS_A_PAGE", "SECTORS", "SIDES", "SIDE_WORDS", "SORTS", "STANCES", "STATES", "STATUSES", "ActorRow", "Bin",
    "Browsing", "CellView", "ChainedRow", "ChangeRow", "Chronology", "ClaimRow", "ClaimView", "CoActor", "Comparison",
    "Contents", "CopyRow", "Coverage", "DayCount", "DisputeView", "Dossier", "EntryMark", "EntryPage", "EntryRow",
    "EntryView", "ExpectationRow", "Facet", "Facets", "Filters", "Folding", "HitRow", "Lane", "LaneEntry", "LaneField",
    "Mark", "MarkedBlock", "MonthCount", "News", "OutletWeeks", "PageRow", "PageView", "Piece", "PlaceRow", "Quotation",
    "RelatedRow", "ReportView", "Review", "RoleView", "Row", "RowKind", "SideBySide", "SidePair", "Sort", "Source",
    "StatementRow", "Timeline", "ToldValue", "View", "VoiceRow", "VoiceView", "filters", "highlighted", "in_words",
    "labels", "last_day", "listed", "month", "says", "sentence", "short_day", "side", "told_quantities", "turns",
    "voice_rows",
]  # fmt: skip
