"""Names of places, resolved to places of the world."""

import re

from dateline.gazetteer import place_of_code, place_of_id
from dateline.places import Resolved, resolve_places
from dateline.records import Span


def resolved(text: str, *names: str) -> list[Resolved]:
    spans = [Span(*m.span()) for name in names for m in re.finditer(re.escape(name), text)]
    return list(resolve_places(text, spans))


def regions(text: str, *names: str) -> list[str | None]:
    found = [r.spot and place_of_id(r.spot.region) for r in resolved(text, *names)]
    return [region.name if region else None for region in found]


def test_population_decides_where_nothing_else_is_said() -> None:
    [paris] = resolved("Snow fell in Paris.", "Paris")
    assert paris.spot is not None
    assert (paris.spot.country, paris.reason) == ("FR", "populous")


def test_what_stands_behind_a_comma_contains_it_and_holds_for_the_page() -> None:
    assert regions("Snow fell in Paris, Texas. Schools in Paris closed.", "Paris") == ["Texas", "Texas"]
    assert regions("Snow fell in Salem, Ore., overnight.", "Salem") == ["Oregon"]
    [salem] = resolved("Snow fell in Salem, Ore., overnight.", "Salem")
    assert (salem.reason, salem.via) == ("contained", "Ore.")


def test_a_list_of_cities_contains_nothing() -> None:
    assert regions("She played in Paris, London and Rome.", "Paris") == ["Île-de-France"]


def test_words_that_describe_a_place_contain_it() -> None:
    assert regions("It closed in Athens, a small city in northern Georgia, on Monday.", "Athens") == ["Georgia"]
    assert regions("Texas's little town of Paris was calm.", "Paris") == ["Texas"]


def test_a_county_lies_in_the_state_that_the_page_speaks_of() -> None:
    text = "Ohio closed its parks. Crews of Franklin County came to Columbus."
    assert regions(text, "Franklin County", "Columbus", "Ohio") == ["Ohio", "Ohio", "Ohio"]


def test_neighbours_decide_between_namesakes() -> None:
    text = "The road from Springfield to Branson and Joplin was closed."
    [springfield] = resolved(text, "Springfield", "Branson", "Joplin")[:1]
    assert springfield.spot is not None
    assert springfield.spot.region == place_of_code("US.MO").id


def test_a_place_of_one_state_of_a_page_goes_there_though_the_namesake_is_larger() -> None:
    text = "Police in Paris, Tyler and Longview looked for him."
    found = resolved(text, "Paris", "Tyler", "Longview")
    assert {r.spot.region for r in found if r.spot} == {place_of_code("US.TX").id}
    assert found[0].reason in ("beside", "focus")
    assert found[0].via in ("Tyler", "Longview", "Texas")


def test_unknown_names_are_left_open() -> None:
    assert [(r.spot, r.reason) for r in resolved("It lies in Zzyqx.", "Zzyqx")] == [(None, "unknown")]


def test_the_order_of_the_names_does_not_matter() -> None:
    text = "From Athens to Augusta and Macon the roads were wet."
    spans = [Span(*m.span()) for m in re.finditer("Athens|Augusta|Macon", text)]
    assert resolve_places(text, spans) == tuple(reversed(resolve_places(text, spans[::-1])))


def test_a_page_that_repeats_one_name_is_read_fast() -> None:
    text = "San Antonio, " * 2000
    spans = [Span(*m.span()) for m in re.finditer("San Antonio", text)]
    assert len(resolve_places(text, spans)) == 2000


def test_a_region_called_like_its_city_is_meant_only_where_the_page_says_so() -> None:
    [city] = resolved("Fighting went on in Kandahar.", "Kandahar")
    assert city.spot is not None
    assert (city.spot.kind, city.spot.country) == ("city", "AF")
    [region] = resolved("Fighting went on in Kandahar province.", "Kandahar province")
    assert region.spot is not None
    assert (region.spot.kind, region.spot.country) == ("region", "AF")


def test_a_name_of_the_sky_is_a_place_only_where_the_page_puts_it_somewhere() -> None:
    assert [r.spot for r in resolved("A probe landed on Mars.", "Mars")] == [None]
    assert regions("She lives in Mars, Pennsylvania.", "Mars") == ["Pennsylvania"]
