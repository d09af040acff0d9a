"""The map is enlarged, moved and read by keyboard and pointer, shows precision, and is the list over again."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.usefixtures("built_scripts")


@pytest.fixture
def places(watched: Any) -> Page:
    watched.page.emulate_media(reduced_motion="reduce")
    page: Page = watched.open("/places")
    return page


def scale(page: Page) -> float:
    transform = page.locator(".world").get_attribute("transform") or "scale(1)"
    return float(transform.split("scale(")[1].rstrip(")"))


def test_keys_enlarge_move_and_reset_it(places: Page) -> None:
    places.locator("[data-map]").focus()
    places.keyboard.press("+")
    places.keyboard.press("+")
    assert scale(places) > 2
    before = places.locator(".world").get_attribute("transform")
    places.keyboard.press("ArrowDown")
    assert places.locator(".world").get_attribute("transform") != before
    places.keyboard.press("0")
    assert scale(places) == 1


def test_with_reduced_motion_it_does_not_glide(places: Page) -> None:
    places.locator("[data-map]").focus()
    assert places.evaluate(
        "() => { document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '+', bubbles: true}));"
        " return document.querySelector('.world').getAttribute('transform'); }"
    ).endswith("scale(1.6)")


def test_marks_keep_their_size_and_names_come_where_there_is_room(places: Page) -> None:
    mark = places.locator(".world circle").first
    size = mark.bounding_box()
    named = places.locator(".world text.shown").count()
    places.get_by_role("button", name="Fit").click()
    assert scale(places) > 2
    enlarged = mark.bounding_box()
    assert size
    assert enlarged
    assert enlarged["width"] == pytest.approx(size["width"], abs=2)
    assert places.locator(".world text.shown").count() > named > 0


def test_its_address_shows_the_same_part_again(places: Page, browser: Browser) -> None:
    places.get_by_role("button", name="Fit").click()
    shown = scale(places)
    assert "map=" in places.url
    context = browser.new_context()
    other = context.new_page()
    other.goto(places.url)
    expect(other.locator(".controls")).to_be_visible()
    assert scale(other) == pytest.approx(shown, rel=0.02)
    context.close()


@pytest.mark.parametrize("given", ["x", "1e9_0_0", "2_NaN_1", "4_-9999999_5", "%3Cscript%3E"])
def test_an_address_that_names_no_part_of_the_world_does_no_harm(watched: Any, given: str) -> None:
    page = watched.open(f"/places?map={given}")
    expect(page.locator(".controls")).to_be_visible()


def test_marks_are_one_stop_of_tab_and_lead_to_their_rows(places: Page) -> None:
    assert places.locator(".world a[tabindex='0']").count() == 1
    places.locator(".world a[tabindex='0']").focus()
    first = places.evaluate("document.activeElement.getAttribute('href')")
    for key in ("ArrowLeft", "ArrowRight", "ArrowDown", "ArrowUp"):
        places.keyboard.press(key)
        if places.evaluate("document.activeElement.getAttribute('href')") != first:
            break
    address = places.evaluate("document.activeElement.getAttribute('href')")
    assert address != first
    expect(places.locator(f"tr[id='{address[1:]}']")).to_have_class("entry pointed")
    places.keyboard.press("Enter")
    expect(places.locator("tr:target")).to_have_attribute("id", address[1:])


def test_what_is_narrowed_is_drawn_anew_and_moves_once_a_key(places: Page) -> None:
    everywhere = places.locator(".world a").count()
    places.locator("main input[name=place]").fill("Bergen")
    places.keyboard.press("Enter")
    places.wait_for_url("**place=Bergen*")
    expect(places.locator("body")).not_to_have_attribute("aria-busy", "true")
    assert 0 < places.locator(".world a").count() < everywhere
    places.locator("[data-map]").focus()
    places.keyboard.press("+")
    assert scale(places) == pytest.approx(1.6)
    assert places.locator(".controls").count() == 1


def test_axe_finds_nothing_on_the_enlarged_map(places: Page, faults: Any) -> None:
    places.get_by_role("button", name="Fit").click()
    assert faults(places) == []


def test_without_script_the_land_and_all_marks_are_there(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/places")
    assert "world-110m.svg" in str(page.locator(".world image").get_attribute("href"))
    assert page.locator(".world a").count() == page.locator("tr.entry .quiet", has_text=",").count()
    context.close()
