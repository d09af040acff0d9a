"""A stretch of the timeline is chosen by pointer and by keys, narrows the table, and is an address."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.usefixtures("built_scripts")


@pytest.fixture
def timeline(watched: Any) -> Page:
    page: Page = watched.open("/timeline?all=true")
    return page


def brush(page: Page, begin: float, end: float) -> None:
    """Drag from one share of the width to another."""
    box = page.locator(".density .ground").bounding_box()
    assert box
    page.mouse.move(box["x"] + begin * box["width"], box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], box["y"] + 50, steps=3)
    page.mouse.up()


def narrowed(page: Page) -> tuple[str, str]:
    page.wait_for_url("**since=*")
    expect(page.locator("body")).not_to_have_attribute("aria-busy", "true")
    found = re.search(r"since=([\d-]+)&until=([\d-]+)", page.url)
    assert found
    return found[1], found[2]


def test_dragging_over_the_bars_narrows_table_and_address(timeline: Page, browser: Browser) -> None:
    whole = timeline.locator("tr.entry").count()
    brush(timeline, 0.6, 0.8)
    since, until = narrowed(timeline)
    assert since < until
    rows = timeline.locator("tr.entry th").all_inner_texts()
    assert 0 < len(rows) < whole
    expect(timeline.locator("main .count").first).to_contain_text(since)
    assert "all=true" in timeline.url
    context = browser.new_context(java_script_enabled=False)
    other = context.new_page()
    other.goto(timeline.url)
    assert other.locator("tr.entry th").all_inner_texts() == rows
    context.close()


def test_the_back_button_widens_it_again(timeline: Page) -> None:
    whole = timeline.locator("tr.entry").count()
    brush(timeline, 0.6, 0.8)
    narrowed(timeline)
    timeline.go_back()
    expect(timeline.locator("tr.entry")).to_have_count(whole)
    expect(timeline.locator(".edge")).to_have_count(2)


def test_its_edges_are_moved_by_keys_and_say_where_they_are(timeline: Page) -> None:
    edge = timeline.get_by_role("slider", name="From")
    before = edge.get_attribute("aria-valuetext")
    edge.focus()
    timeline.keyboard.press("PageUp")
    timeline.keyboard.press("ArrowRight")
    after = edge.get_attribute("aria-valuetext")
    assert before is not None
    assert after is not None
    assert after > before
    timeline.keyboard.press("Enter")
    assert narrowed(timeline)[0] == after


def test_escape_lets_go_of_what_is_chosen(timeline: Page) -> None:
    edge = timeline.get_by_role("slider", name="To")
    edge.focus()
    timeline.keyboard.press("ArrowLeft")
    expect(timeline.locator("a.chosen")).to_be_visible()
    timeline.keyboard.press("Escape")
    expect(timeline.locator("a.chosen")).to_have_count(0)


def test_a_click_on_a_bar_and_on_an_entry_still_leads_there(timeline: Page) -> None:
    bar = timeline.locator(".density a").last
    address = bar.get_attribute("href")
    bar.click(force=True)
    timeline.wait_for_url(f"**{address}")
    shape = timeline.locator(".lane a").first
    address = shape.get_attribute("href")
    shape.click(force=True)
    timeline.wait_for_url(f"**{address}")


def test_shapes_are_one_stop_of_tab_and_open_their_entry(timeline: Page) -> None:
    assert timeline.locator("svg.timeline a[tabindex='0']").count() == 1
    timeline.locator("svg.timeline a[tabindex='0']").focus()
    timeline.keyboard.press("ArrowRight")
    timeline.keyboard.press("ArrowDown")
    address = timeline.evaluate("document.activeElement.getAttribute('href')")
    assert address.startswith("/entries/")
    timeline.keyboard.press("Enter")
    timeline.wait_for_url(f"**{address}")


def test_axe_finds_nothing_while_a_stretch_is_chosen(timeline: Page, faults: Any) -> None:
    timeline.get_by_role("slider", name="From").focus()
    timeline.keyboard.press("ArrowRight")
    assert faults(timeline) == []


def test_without_script_the_chart_and_its_table_say_the_same(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/timeline?all=true")
    drawn = page.locator(".lane a").all()
    told = page.locator("tr.entry th a").all()
    assert {link.get_attribute("href") for link in drawn} == {link.get_attribute("href") for link in told}
    context.close()


def test_lanes_keep_their_names_in_sight_on_a_narrow_screen(timeline: Page) -> None:
    timeline.set_viewport_size({"width": 320, "height": 700})
    for at in ("0", "99999"):
        timeline.locator("[data-brush]").evaluate(f"frame => frame.scrollLeft = {at}")
        for name in timeline.locator(".lane-name").all():
            box = name.bounding_box()
            assert box
            assert 0 <= box["x"] < 100
    assert timeline.locator(".lane-name").count() > 1


def test_a_finger_chooses_and_what_it_chose_is_shown_when_asked_for(browser: Browser, served: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{served}/timeline?all=true")
    page.locator("[data-brush]").evaluate("frame => frame.scrollLeft = 200")
    box = page.locator("[data-brush]").bounding_box()
    assert box
    hand = context.new_cdp_session(page)

    def touch(kind: str, *x: float) -> None:
        points = [{"x": x, "y": box["y"] + 50} for x in x]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 150)
    for x in (180, 220, 260):
        touch("touchMove", x)
    touch("touchEnd")
    link = page.locator("a.chosen")
    expect(link).to_be_visible()
    assert "since=" not in page.url
    chosen = re.findall(r"[\d-]{10}", link.inner_text())
    link.tap()
    page.wait_for_url(f"**since={chosen[0]}&until={chosen[1]}")
    context.close()
