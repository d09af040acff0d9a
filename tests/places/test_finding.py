"""Where the places of whole articles are."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.records import Location

Find = Callable[..., dict[str, Location]]


@pytest.fixture(scope="session")
def find() -> Find:
    """The locations of a text by the page's words."""
    import datetime

    from dateline.pipeline import STAGES
    from dateline.records import Article, Block, Dateline, Span, Timestamp

    def found(text: str, dateline: str | None = None) -> dict[str, Location]:
        head = Dateline(span=Span(0, len(dateline) + 2), place=dateline, agency=None) if dateline else None
        whole = f"{dateline} — {text}" if dateline else text
        article = Article(
            page_id="page",
            title="",
            text=whole,
            blocks=(Block("body", Span(0, len(whole))),),
            published=Timestamp(day=datetime.date(2024, 4, 13)),
            dateline=head,
        )
        state: dict[str, Any] = {"article": article}
        for stage in STAGES:
            if "page" not in stage.reads:
                result = stage.run(**{name: state[name] for name in stage.reads})
                state.update(zip(stage.fills, result if len(stage.fills) > 1 else (result,), strict=True))
            if "places" in stage.fills:
                break
        return {location.name: location for location in state["places"]}

    return found


def where(location: Location) -> str | None:
    return location.place.name if location.place else None


def test_a_city_is_a_place_with_its_id_country_point_and_precision(find: Find) -> None:
    bergen = find("Police arrested two men in Bergen, Norway, on Friday.")["Bergen"]
    assert bergen.place is not None
    assert (bergen.place.id, bergen.place.country, bergen.precision) == (3161732, "NO", "city")
    assert (round(bergen.place.latitude), round(bergen.place.longitude)) == (60, 5)
    assert (bergen.reason, bergen.via) == ("contained", "Norway")


def test_a_capital_that_stands_for_its_government_is_the_country(find: Find) -> None:
    found = find("Oslo said on Friday that it would pay. Oslo's program has grown.")
    assert [(where(f), f.precision) for f in found.values()] == [("Norway", "country")]


def test_a_capital_where_something_happens_is_the_city(find: Find) -> None:
    found = find("The ministers met in Oslo on Friday.")
    assert (where(found["Oslo"]), found["Oslo"].precision) == ("Oslo", "city")


def test_a_facility_is_put_where_the_page_puts_it(find: Find) -> None:
    found = find("They landed at an airport near Bergen on Friday.")
    site = found["an airport near Bergen"]
    assert (where(site), site.reason, site.via, site.precision) == ("Bergen", "within", "Bergen", "city")


def test_what_the_page_puts_nowhere_is_left_open(find: Find) -> None:
    found = find("They met at a hospital on Friday.")
    assert [(f.place, f.precision, f.reason) for f in found.values()] == [(None, None, "undecided")]


def test_people_and_ships_named_like_places_are_none(find: Find) -> None:
    found = find("Adam Bergen, a lawyer, met Eve Holt on Friday. Bergen sailed on the frigate USS Houston.")
    assert not {"Adam Bergen", "Houston", "USS Houston", "Bergen"} & found.keys()


def test_a_former_country_is_an_area(find: Find) -> None:
    found = find("He was born in the Soviet Union and grew up in Norway.")
    assert (where(found["Soviet Union"]), found["Soviet Union"].precision) == ("Soviet Union", "area")


def test_an_unresolved_name_does_not_empty_the_rest(find: Find) -> None:
    found = find("They drove from Zzyqxville to Bergen on Friday.")
    assert where(found["Bergen"]) == "Bergen"


def test_the_place_at_the_head_of_a_dispatch_is_found(find: Find) -> None:
    found = find("Police arrested two men on Friday.", dateline="BERGEN")
    assert where(found["BERGEN"]) == "Bergen"


def test_every_location_stands_on_words_of_the_page(find: Find) -> None:
    text = "Police arrested two men in Bergen, Norway, on Friday."
    assert all(f.span.of(text) == f.name for f in find(text).values())
