"""The pages in a real browser: what a person sees and does, with script and without."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast"]}
"""The themes differ in nothing else."""
NARROW = {"width": 320, "height": 700}
WIDE = {"width": 1280, "height": 900}


def entry_and_page(page: Page) -> list[str]:
    """The addresses of the first entry and of its first source."""
    row = page.locator("tr.entry").first
    return [str(row.locator(where).first.get_attribute("href")) for where in ("th a", ".sources a")]


@pytest.mark.parametrize(("scheme", "rules"), [("light", WCAG), ("dark", COLOURS)])
def test_axe_finds_nothing_on_any_page(
    browser: Browser, served: str, addresses: tuple[str, ...], scheme: Any, rules: object
) -> None:
    context = browser.new_context(viewport=WIDE, color_scheme=scheme)
    page = context.new_page()
    found = []
    for path in addresses:
        page.goto(served + path)
        for fault in Axe().run(page, options={"runOnly": rules}).response["violations"]:
            found.append(
                (path, fault["id"], fault["nodes"][0]["html"][:200], fault["nodes"][0]["failureSummary"][:200])
            )
    context.close()
    assert found == []


def test_nothing_is_wrong_on_any_page(watched: Any, addresses: tuple[str, ...]) -> None:
    for path in addresses:
        page = watched.open(path)
        expect(page.locator("h1").first).to_be_visible()


@pytest.mark.parametrize("width", [NARROW["width"], WIDE["width"] // 2], ids=["narrow", "zoomed to 200 %"])
def test_a_narrow_screen_and_a_large_zoom_need_no_scrolling_to_the_side(
    browser: Browser, served: str, addresses: tuple[str, ...], width: int
) -> None:
    assert too_wide(browser, served, addresses, width) == []


def too_wide(browser: Browser, served: str, addresses: tuple[str, ...], width: int) -> list[str]:
    """The pages that are wider than the screen."""
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    wide = []
    for path in addresses:
        page.goto(served + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    context.close()
    return wide


def test_the_seeds_are_shown_without_fault(
    browser: Browser, watched_seeds: Any, addresses_of_seeds: tuple[str, ...]
) -> None:
    for path in addresses_of_seeds:
        expect(watched_seeds.open(path).locator("h1").first).to_be_visible()
    page = watched_seeds.open("/chronology")
    page.locator("tr.entry th a").first.click()
    page.locator(".reports .cite a").first.click()
    expect(page.locator("span:target")).to_be_in_viewport()
    assert too_wide(browser, watched_seeds.served, addresses_of_seeds, NARROW["width"]) == []


def test_from_an_event_to_its_sentence_on_the_page(watched: Any) -> None:
    page = watched.open("/chronology")
    page.locator("tr.entry th a").first.click()
    quote = page.locator("blockquote mark").first.inner_text()
    page.locator(".reports .cite a").first.click()
    target = page.locator("span:target")
    expect(target).to_be_in_viewport()
    assert quote.startswith(target.inner_text().split()[0])


def answered(page: Page) -> None:
    """Wait until the list that was asked for has taken the place of the one before."""
    page.wait_for_url("**/chronology?*")
    expect(page.locator("body")).not_to_have_attribute("aria-busy", "true")


def test_a_filtered_list_can_be_shared_by_its_address(watched: Any, browser: Browser) -> None:
    page = watched.open("/chronology")
    page.locator(".facets a", has_text="planned").first.click()
    answered(page)
    rows = page.locator("tr.entry th a").all_inner_texts()
    assert rows
    other = browser.new_context().new_page()
    other.goto(page.url)
    assert other.locator("tr.entry th a").all_inner_texts() == rows
    other.context.close()


def test_from_an_expectation_to_its_fulfilment(watched: Any) -> None:
    page = watched.open("/expectations?status=fulfilled")
    row = page.locator("tr.entry").first
    said, shown = row.locator("blockquote").all()
    words = shown.inner_text().split("”")[0].lstrip("“")
    assert said.inner_text() != shown.inner_text()
    shown.locator("a").click()
    expect(page.locator(".sentence:target")).to_have_text(words)
    page.go_back()
    row.locator("td > a").first.click()
    expect(page.locator(".reports blockquote").first).to_be_visible()


def test_from_a_dispute_to_who_says_which(watched: Any) -> None:
    page = watched.open("/")
    page.get_by_role("link", name="The whole chronology").click()
    page.locator(".facets a", has_text="reports differ").click()
    answered(page)
    page.locator("tr.entry", has=page.locator(".note.disputed")).first.locator("th a").click()
    positions = page.locator("table.disputes").first.locator("tbody tr")
    assert positions.count() > 1
    number = positions.nth(1).locator("td").last.locator("a").first
    report = page.locator(str(number.get_attribute("href")))
    number.click()
    expect(report).to_be_in_viewport()
    report.locator(".cite a").click()
    expect(page.locator("span:target")).to_be_in_viewport()


def test_rows_and_columns_are_chosen_and_stay_with_the_address(watched: Any, browser: Browser) -> None:
    page = watched.open("/chronology")
    page.locator(".setup summary").click()
    for name in ("statements", "Kind"):
        page.get_by_label(name, exact=True).check()
    page.get_by_label("Place", exact=True).uncheck()
    page.locator(".setup button").click()
    answered(page)
    expect(page.locator("table.entries th[scope=col]")).to_have_text(
        ["Date", "Event", "Status", "Who says", "Kind", "Sources"]
    )
    expect(page.locator("tr.statement").first).to_be_visible()
    rows = page.locator("tr.entry th a").all_inner_texts()
    other = browser.new_context().new_page()
    other.goto(page.url)
    assert other.locator("tr.entry th a").all_inner_texts() == rows
    other.context.close()


def test_from_a_claim_to_each_side_and_its_words(watched: Any) -> None:
    page = watched.open("/claims")
    page.locator("tr.entry th a").first.click()
    expect(page.locator(".side").first).to_be_visible()
    page.locator(".voices .to-page").first.click()
    expect(page.locator(".sentence:has(.anchor:target)")).to_be_in_viewport()


def test_motion_is_for_those_who_want_it(browser: Browser, served: str) -> None:
    for choice, behaviour in (("reduce", "auto"), ("no-preference", "smooth")):
        context = browser.new_context(reduced_motion=choice)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(served)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour
        context.close()


def test_on_paper_there_is_the_report_alone(watched: Any) -> None:
    page = watched.open("/chronology")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("tr.entry").first).to_be_visible()
    for part in ("header.top", "aside", ".sorts", ".setup"):
        expect(page.locator(part)).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"


def test_rows_are_moved_through_and_opened_by_keys(watched: Any) -> None:
    page = watched.open("/chronology")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    here = page.locator("tr.here th a")
    address = here.get_attribute("href")
    assert address == page.locator("tr.entry th a").nth(1).get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()


def test_the_keys_are_listed_and_can_be_switched_off(watched: Any) -> None:
    page = watched.open("/chronology")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    page.locator("dialog input").uncheck()
    page.locator("dialog button").click()
    page.keyboard.press("j")
    assert page.locator("tr.here").count() == 0


def test_the_parts_of_a_frame_fold(watched: Any) -> None:
    page = watched.open("/chronology")
    frame = page.locator("tbody.frame").first
    expect(frame.locator("tr.sub").first).to_be_visible()
    frame.locator(".fold input").uncheck()
    expect(frame.locator("tr.sub").first).to_be_hidden()


def test_what_is_marked_on_a_page_can_be_hidden(watched: Any) -> None:
    watched.open("/chronology")
    page = watched.open(entry_and_page(watched.page)[1])
    mark = page.locator("mark.event").first
    shown = mark.evaluate("mark => getComputedStyle(mark).backgroundColor")
    for kind in ("event", "statement", "actor", "time", "place"):
        page.locator(f"#show-{kind}").uncheck()
    assert mark.evaluate("mark => getComputedStyle(mark).backgroundColor") != shown


def test_everything_can_be_read_without_script(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/")
    page.locator("a", has_text="The whole chronology").click()
    page.locator("aside input[name=q]").fill("salt")
    page.locator(".filters button").click()
    expect(page.locator("tr.entry").first).to_be_visible()
    page.locator("tr.entry th a").first.click()
    expect(page.locator("blockquote mark").first).to_be_visible()
    page.locator(".reports .cite a").first.click()
    expect(page.locator("article.text")).to_be_visible()
    context.close()
