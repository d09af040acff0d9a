"""Each cell of an entry with what the reports say of it."""

from types import SimpleNamespace

import msgspec

from dateline.records import Edit
from dateline.views import CellView, View
from dateline.views.alternatives import cell_views


def cells(view: View, id: str) -> dict[str, CellView]:
    return {cell.cell: cell for cell in view.show(id).cells}


def test_a_cell_names_the_reports_that_agree_and_how_its_date_was_reached(view: View, story: SimpleNamespace) -> None:
    date = cells(view, story.TRIP_ID)["date"]
    assert (date.value, date.agree, date.others) == ("12–16 May 2021", (1,), ())
    assert date.reached == "'five-day', measured from Sunday 16 May 2021"


def test_another_value_stands_with_its_reports_and_who_says_so(view: View, story: SimpleNamespace) -> None:
    ground = view._ground
    entry = next(entry for entry in story.ENTRIES if entry.id == story.BRIBES_ID)
    told = story.BY_ID["m-opening"]
    other = msgspec.structs.replace(
        entry.reports[0], page_id=told.page_id, event_id=told.id, span=told.span, sentence=told.sentence
    )
    both = msgspec.structs.replace(entry, reports=(*entry.reports, other), interval=told.date.interval, basis="stated")
    found = {cell.cell: cell for cell in cell_views(both, ground.evidence, None)}
    assert (found["date"].value, found["date"].agree) == ("30 Aug 2021", (2,))
    status = found["status"]
    assert (status.agree, [(o.value, o.reports) for o in status.others]) == ((1,), [("happened", (2,))])
    assert status.others[0].said_by == ("fishermen, through Norvik News Agency",)


def test_a_cell_that_somebody_set_says_who(view: View, story: SimpleNamespace) -> None:
    entry = next(entry for entry in story.ENTRIES if entry.id == story.OPENING_ID)
    edit = Edit(cell="places", value="Osmark", by="ann", at="2024-01-01T00:00:00+00:00", decision="d")
    found = cell_views(msgspec.structs.replace(entry, edits=(edit,)), view._ground.evidence, None)
    assert [cell.edited_by for cell in found] == [None, "ann", None, None]
