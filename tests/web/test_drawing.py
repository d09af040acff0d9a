"""The timeline as shapes."""

import datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.views import Bin, LaneEntry, Timeline
from dateline.views.dates import MONTHS
from dateline.views.timeline import Lane, Stretch
from dateline.web.asking import Asked
from dateline.web.drawing import WIDTH, Drawing, Scale, drawing, ticks

FIRST, LAST = datetime.date(2031, 3, 1), datetime.date(2031, 3, 10)


def entry(id: str, first: int, last: int, **more: object) -> LaneEntry:
    days = {"first": FIRST.replace(day=first), "last": FIRST.replace(day=last)}
    return LaneEntry(**{"id": id, "words": id, "date": "", "status": "happened", **days, **more})  # type: ignore[arg-type]


def drawn(*entries: LaneEntry, now: datetime.date | None = None) -> Drawing:
    lanes = tuple(Lane(name=name, count=len(entries), entries=entries) for name in ("A", "B"))
    bins = tuple(Bin(first=FIRST.replace(day=n), last=FIRST.replace(day=n), count=1) for n in range(1, 11))
    shown = Stretch(first=FIRST, last=LAST, unit="day", bins=bins, before=0, after=0)
    found = drawing(Timeline(stretch=shown, lanes=lanes, undated=(), undated_in_all=0), Asked(), now)
    assert found
    return found


def looks(found: Drawing) -> dict[str, str]:
    return {shape.href: shape.look for shape in found.lanes[0].shapes}


def test_what_is_planned_is_hollow_and_what_is_disputed_is_hatched() -> None:
    found = drawn(
        entry("a", 1, 1),
        entry("b", 2, 2, status="planned"),
        entry("c", 3, 3, disputed=True),
        entry("d", 4, 4, status="expected", disputed=True),
    )
    assert list(looks(found).values()) == ["bar", "ahead", "bar disputed", "ahead disputed"]


def test_an_interval_is_a_bar_as_long_as_its_days() -> None:
    shape = drawn(entry("a", 3, 7)).lanes[0].shapes[0]
    assert (shape.x, shape.width) == (WIDTH * 0.2, WIDTH * 0.5)


def test_the_edges_bound_every_bin() -> None:
    found = drawn(entry("a", 1, 1))
    assert found.edges == tuple(FIRST + datetime.timedelta(days=n) for n in range(11))


def test_the_line_stands_at_its_day_and_only_within_what_is_shown() -> None:
    inside = drawn(entry("a", 1, 1), now=FIRST.replace(day=6)).now
    assert inside
    assert inside.x == WIDTH / 2
    assert drawn(entry("a", 1, 1), now=FIRST.replace(year=2032)).now is None


def test_the_table_names_each_entry_once_with_its_lanes() -> None:
    found = drawn(entry("late", 9, 9), entry("early", 1, 1))
    assert [(row.entry.id, row.lanes) for row in found.told] == [("early", ("A", "B")), ("late", ("A", "B"))]


@given(st.dates(), st.integers(0, 40_000))
def test_every_label_stands_where_what_it_names_begins(first: datetime.date, days: int) -> None:
    last = datetime.date.fromordinal(min(first.toordinal() + days, datetime.date.max.toordinal()))
    scale = Scale(first, last)
    shown = ticks(scale)
    named = [beginning(tick.label) for tick in shown]
    assert [scale.at(day) for day in named] == [tick.x for tick in shown]
    assert named == sorted(set(named))
    assert len(shown) <= 9
    assert all(later.x - tick.x > 60 for tick, later in pairwise(shown)) or scale.days < 20


def beginning(label: str) -> datetime.date:
    """The first day of what `9 Mar 2031`, `Mar 2031` or `2031` names."""
    *day, year = label.split()
    month = [
        m.month for m in (datetime.date(2000, n, 1) for n in range(1, 13)) if day and MONTHS[m.month - 1][:3] == day[-1]
    ]
    return datetime.date(int(year), month[0] if day else 1, int(day[0]) if len(day) == 2 else 1)


def test_a_long_time_has_its_years_and_a_short_one_its_days() -> None:
    def labels(first: str, last: str) -> list[str]:
        return [
            tick.label for tick in ticks(Scale(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)))
        ]

    assert labels("2015-01-01", "2022-12-31") == ["2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022"]
    months = ["Jul 2023", "Aug 2023", "Sep 2023", "Oct 2023", "Nov 2023", "Dec 2023"]
    assert labels("2023-06-26", "2023-12-31") == months
    assert labels("2031-03-01", "2031-03-04") == ["1 Mar 2031", "2 Mar 2031", "3 Mar 2031", "4 Mar 2031"]
