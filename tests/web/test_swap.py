"""Lists are narrowed, sorted and paged without loading the page again, and give the same rows as without script."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.usefixtures("built_scripts")
STAYS = "window.stays = true"
"""What a page knows until it is loaded anew."""


@pytest.fixture
def chronology(watched: Any) -> Page:
    page: Page = watched.open("/chronology?limit=20")
    page.evaluate(STAYS)
    return page


def entries(page: Page) -> list[str]:
    return page.locator("tr.entry").evaluate_all("rows => rows.map(row => row.id)")


def settle(page: Page, address: str) -> None:
    page.wait_for_url(address)
    expect(page.locator("body")).not_to_have_attribute("aria-busy", "true")


def rows_without_script(browser: Browser, address: str) -> list[str]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    rows = page.locator("tr.entry").all()
    ids = [str(row.get_attribute("id")) for row in rows]
    context.close()
    return ids


def test_facets_orders_pages_and_filters_give_the_same_rows_as_without_script(
    chronology: Page, browser: Browser
) -> None:
    page = chronology
    page.locator(".facets a", has_text="happened").first.click()
    settle(page, "**status=happened*")
    page.locator(".sorts a", has_text="newest").click()
    settle(page, "**sort=newest*")
    page.locator("a[rel=next]").click()
    settle(page, "**after=*")
    turned = entries(page)
    assert turned == rows_without_script(browser, page.url)
    page.locator("main input[name=q]").fill("harbour")
    page.keyboard.press("Enter")
    settle(page, "**q=harbour*")
    assert entries(page) == rows_without_script(browser, page.url) != turned
    assert page.evaluate("window.stays")


def test_the_back_button_leads_through_what_was_shown(chronology: Page) -> None:
    page = chronology
    first, whole = page.url, entries(page)
    page.locator(".facets a", has_text="planned").first.click()
    settle(page, "**status=planned*")
    narrowed = entries(page)
    page.go_back()
    settle(page, first)
    expect(page.locator("tr.entry")).to_have_count(len(whole))
    assert entries(page) == whole
    page.go_forward()
    expect(page.locator("tr.entry")).to_have_count(len(narrowed))
    assert entries(page) == narrowed
    page.locator("tr.entry th a").first.click()
    page.wait_for_url("**/entries/*")
    page.go_back()
    expect(page.locator("tr.entry")).to_have_count(len(narrowed))
    page.go_back()
    expect(page.locator("tr.entry")).to_have_count(len(whole))


def test_focus_stays_on_the_facet_and_the_new_count_is_told(chronology: Page) -> None:
    page = chronology
    page.locator(".facets a", has_text="planned").first.focus()
    page.keyboard.press("Enter")
    settle(page, "**status=planned*")
    facet = page.locator(".facets a[aria-current]")
    expect(facet).to_be_focused()
    expect(page.locator("#said")).to_contain_text("of")


def test_a_next_page_begins_at_its_top(chronology: Page) -> None:
    page = chronology
    page.locator("a[rel=next]").click()
    settle(page, "**after=*")
    expect(page.locator("#main")).to_be_focused()
    assert page.evaluate("scrollY") < 100


def test_boxes_show_what_is_shown_and_not_what_was_ticked_before(chronology: Page) -> None:
    page = chronology
    page.locator("details.setup").evaluate("details => { details.open = true }")
    box = page.locator("details.setup input[name=columns]").first
    box.uncheck()
    page.locator("details.setup button").click()
    settle(page, "**columns=*")
    expect(box).not_to_be_checked()
    page.locator(".brand").evaluate("brand => { brand.href = '/chronology?limit=20' }")
    page.locator(".brand").click()
    settle(page, "**/chronology?limit=20")
    expect(page.locator("details.setup input[name=columns]").first).to_be_checked()


def test_title_and_links_to_the_same_rows_follow(chronology: Page) -> None:
    page = chronology
    page.locator(".facets a", has_text="planned").first.click()
    settle(page, "**status=planned*")
    expect(page.locator(".bottom a", has_text="CSV")).to_have_attribute(
        "href", "/chronology.csv?status=planned&limit=20"
    )


def test_what_cannot_be_asked_is_explained_and_left_by_the_back_button(browser: Browser, served: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served}/chronology")
    page.locator("main input[name=since]").fill("soon")
    page.keyboard.press("Enter")
    page.wait_for_url("**since=soon")
    expect(page.locator("h1")).to_contain_text("The address asks for something off")
    page.go_back()
    expect(page.locator("tr.entry").first).to_be_visible()
    context.close()
