"""The network of a dossier is read by pointer and keyboard, and its tables say the same."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.usefixtures("built_scripts")


def busiest(page: Page) -> str:
    """The address of the actor who comes first."""
    return str(page.locator("tr.entry th a").first.get_attribute("href"))


@pytest.fixture
def dossier(watched: Any) -> Page:
    watched.open("/actors")
    page: Page = watched.open(busiest(watched.page))
    return page


def test_nodes_are_one_stop_of_tab_and_lead_to_dossiers(dossier: Page) -> None:
    assert dossier.locator("svg.network a[tabindex='0']").count() == 1
    dossier.locator("svg.network a[tabindex='0']").focus()
    first = dossier.evaluate("document.activeElement.getAttribute('href')")
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        dossier.keyboard.press(key)
    address = dossier.evaluate("document.activeElement.getAttribute('href')")
    assert first
    assert address
    dossier.keyboard.press("Enter")
    dossier.wait_for_url(f"**{address}")
    expect(dossier.locator("h1")).to_be_visible()


def test_who_is_pointed_at_stands_out_with_all_they_are_tied_to(dossier: Page) -> None:
    dossier.locator("svg.network a").first.focus()
    assert dossier.locator("svg.network .self.far").count() == 0
    assert dossier.locator("svg.network line.near").count() > 0
    assert dossier.locator("svg.network a.far").count() < dossier.locator("svg.network a").count()


def test_a_node_is_pulled_with_its_lines_and_not_followed(dossier: Page) -> None:
    address = dossier.url
    node = dossier.locator("svg.network a circle").first
    box = node.bounding_box()
    end = dossier.locator("svg.network line").first.get_attribute("x2")
    assert box
    dossier.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    dossier.mouse.down()
    dossier.mouse.move(box["x"] + 60, box["y"] + 40, steps=3)
    dossier.mouse.up()
    assert dossier.locator("svg.network line").first.get_attribute("x2") == node.get_attribute("cx") != end
    assert dossier.url == address


def test_weak_ties_can_be_left_out(dossier: Page) -> None:
    everybody = dossier.locator("svg.network a:visible").count()
    dossier.get_by_role("slider").focus()
    dossier.keyboard.press("End")
    assert 0 < dossier.locator("svg.network a:visible").count() < everybody
    assert dossier.locator("svg.network a[tabindex='0']:visible").count() == 1


def test_a_narrow_screen_needs_no_scrolling_to_the_side(dossier: Page) -> None:
    dossier.set_viewport_size({"width": 320, "height": 700})
    assert dossier.evaluate("document.documentElement.scrollWidth") == 320


def test_axe_finds_nothing_on_a_dossier(dossier: Page, faults: Any) -> None:
    assert faults(dossier) == []


def test_without_script_nodes_are_links_to_who_the_table_names(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/actors")
    page.goto(served + busiest(page))
    links = page.locator("svg.network a").all()
    assert links
    told = page.content().split("</svg>")[1]
    assert all(
        str(link.get_attribute("href")) in told or "chronology" in str(link.get_attribute("href")) for link in links
    )
    context.close()
