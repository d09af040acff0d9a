"""The pages in a real browser: what a person sees and does, with script and without."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

Faults = Callable[..., list[Any]]
WIDE = {"width": 1280, "height": 900}
NARROW, ZOOMED = 320, 640
"""Widths: of a small telephone, and of the wide screen at 200 %."""


def entry_and_page(page: Page) -> list[str]:
    """The addresses of the first entry and of its first source."""
    row = page.locator("tr.entry").first
    return [str(row.locator(where).first.get_attribute("href")) for where in ("th a", ".sources a")]


def too_wide(page: Page, width: int) -> list[str]:
    """The page, where it is wider than a screen of that width; it is left as wide as it was."""
    page.set_viewport_size({"width": width, "height": 900})
    needed = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    return [f"{page.url} needs {needed} of {width}"] if needed > width else []


def test_no_page_has_a_fault_in_any_theme_or_width(watched: Any, addresses: tuple[str, ...], faults: Faults) -> None:
    found = []
    for path in addresses:
        page = watched.open(path)
        expect(page.locator("h1").first).to_be_visible()
        found += [(path, *fault) for fault in faults(page)]
        found += [fault for width in (ZOOMED, NARROW) for fault in too_wide(page, width)]
        page.emulate_media(color_scheme="dark")
        found += [(path, "dark", *fault) for fault in faults(page, "color-contrast")]
        page.emulate_media(color_scheme="light")
    assert found == []


def test_the_seeds_are_shown_without_fault(watched_seeds: Any, addresses_of_seeds: tuple[str, ...]) -> None:
    for path in addresses_of_seeds:
        page = watched_seeds.open(path)
        expect(page.locator("h1").first).to_be_visible()
        assert too_wide(page, NARROW) == []
    page = watched_seeds.open("/chronology")
    page.locator("tr.entry th a").first.click()
    page.locator(".reports .cite a").first.click()
    expect(page.locator("span:target")).to_be_in_viewport()


def test_an_address_that_is_none_says_so(watched: Any, faults: Faults) -> None:
    page = watched.open("/nowhere")
    expect(page.locator("h1")).to_be_visible()
    assert faults(page) == []
    said = [watched.wrong.pop() for _ in list(watched.wrong)]
    assert len(said) == 1
    assert "404" in said[0]


def test_what_goes_wrong_on_a_page_is_noticed(watched: Any, faults: Faults) -> None:
    page = watched.open("/settings")
    page.evaluate("console.error('oh')")
    page.evaluate("fetch('https://dateline.invalid/x').catch(() => {})")
    page.evaluate("new Image().src = 'https://dateline.invalid/y'")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')")
    page.wait_for_function("() => document.querySelector('main > input')")
    assert [fault[0] for fault in faults(page)] == ["label"]
    said = " ".join(watched.wrong)
    watched.wrong.clear()
    assert said.startswith("oh ")
    assert said.count("dateline.invalid/x") >= 1
    assert said.count("dateline.invalid/y") >= 1


def test_from_an_event_to_its_sentence_on_the_page(watched: Any) -> None:
    page = watched.open("/chronology")
    page.locator("tr.entry th a").first.click()
    quote = page.locator("blockquote mark").first.inner_text()
    page.locator(".reports .cite a").first.click()
    expect(page.locator("span:target")).to_be_in_viewport()
    expect(page.locator(".sentence:target, .sentence:has(:target)")).to_contain_text(quote)


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until what a selector finds has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not lead to {selector}")


def test_from_a_search_to_the_sentence_by_keyboard_alone(watched: Any) -> None:
    page = watched.open("/")
    page.keyboard.press("/")
    page.keyboard.type("harbour")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=harbour")
    tab_to(page, ".hits a[href^='/entries/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/*")
    tab_to(page, ".reports .cite a")
    page.keyboard.press("Enter")
    expect(page.locator("span:target")).to_be_in_viewport()


def test_a_list_is_narrowed_set_up_and_folded_by_keyboard_alone(watched: Any) -> None:
    page = watched.open("/chronology")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, ".setup summary")
    page.keyboard.press("Enter")
    tab_to(page, ".setup input[value=statement]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    answered(page)
    expect(page.locator("tr.statement").first).to_be_visible()
    watched.open("/chronology")
    tab_to(page, ".fold input", most=400)
    parts = page.locator("tbody.frame").first.locator("tr.sub")
    expect(parts.first).to_be_visible()
    page.keyboard.press("Space")
    expect(parts.first).to_be_hidden()


def answered(page: Page) -> None:
    """Wait until the list that was asked for has taken the place of the one before."""
    page.wait_for_url("**/chronology?*")
    expect(page.locator("body")).not_to_have_attribute("aria-busy", "true")


def shared(browser: Browser, page: Page, *, script: bool = True) -> list[str]:
    """The rows that somebody else sees who is sent the address."""
    context = browser.new_context(java_script_enabled=script)
    other = context.new_page()
    other.goto(page.url)
    rows = other.locator("tr.entry th a").all_inner_texts()
    context.close()
    return rows


def test_a_filtered_list_can_be_shared_by_its_address(watched: Any, browser: Browser) -> None:
    page = watched.open("/chronology")
    whole = page.locator("tr.entry").count()
    page.locator(".facets a", has_text="planned").first.click()
    answered(page)
    rows = page.locator("tr.entry th a").all_inner_texts()
    assert 0 < len(rows) < whole
    assert shared(browser, page) == rows
    assert shared(browser, page, script=False) == rows


def test_from_a_year_to_one_of_its_months(watched: Any, browser: Browser) -> None:
    page = watched.open("/chronology?all=true")
    counts = page.locator(".facets .year data").all_inner_texts()
    whole = max(map(int, counts))
    year = page.locator(".facets .year a").nth(counts.index(str(whole)))
    name = year.locator("span").inner_text()
    year.click()
    page.wait_for_url(f"**since={name}*")
    answered(page)
    month = page.locator(".facets .month a").first
    count = int(month.locator("data").inner_text())
    assert 0 < count < whole
    month.click()
    page.wait_for_url(f"**since={name}-*")
    answered(page)
    rows = page.locator("tr.entry th a").all_inner_texts()
    assert count <= len(rows) < whole
    assert shared(browser, page) == rows
    page.locator(".facets a[aria-current]").click()
    page.wait_for_url("**/chronology?all=true")


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
    voices = [position.locator("th, td").all_inner_texts()[:2] for position in positions.all()]
    assert len({value for value, _ in voices}) == len(voices)
    assert all(who for _, who in voices)
    number = positions.nth(1).locator("td").last.locator("a").first
    report = page.locator(str(number.get_attribute("href")))
    number.click()
    expect(report).to_be_in_viewport()
    report.locator(".cite a").click()
    expect(page.locator("span:target")).to_be_in_viewport()


def test_what_is_near_in_time_is_asked_for_from_an_entry(watched: Any, browser: Browser) -> None:
    watched.open("/chronology?since=2025-09-09&until=2025-09-11")
    page = watched.open(entry_and_page(watched.page)[0])
    name = page.locator("h1").inner_text()
    page.locator(".near input[type=number]").fill("2")
    page.locator(".near button").click()
    answered(page)
    near = page.locator("tr.entry th a").all_inner_texts()
    assert name in near
    page.locator(".near input[type=number]").fill("20")
    page.locator(".near button").click()
    page.wait_for_url("**days=20*")
    answered(page)
    rows = page.locator("tr.entry th a").all_inner_texts()
    assert len(rows) > len(near)
    assert shared(browser, page) == rows


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
    assert shared(browser, page) == page.locator("tr.entry th a").all_inner_texts()


def test_from_a_claim_to_each_side_and_its_words(watched: Any) -> None:
    page = watched.open("/claims")
    page.locator("tr.entry th a").first.click()
    expect(page.locator(".side").first).to_be_visible()
    page.locator(".voices .to-page").first.click()
    expect(page.locator(".sentence:has(.anchor:target)")).to_be_in_viewport()


def test_motion_is_for_those_who_want_it(watched: Any) -> None:
    page = watched.open("/settings")
    for choice, behaviour in (("reduce", "auto"), ("no-preference", "smooth")):
        page.emulate_media(reduced_motion=choice)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour


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
    page.go_back()
    page.keyboard.press("j")
    source = page.locator("tr.here .sources a").first.get_attribute("href")
    page.keyboard.press("e")
    page.wait_for_url(f"**{str(source).split('#')[0]}*")
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()


def test_the_keys_are_listed_and_can_be_switched_off(watched: Any) -> None:
    page = watched.open("/chronology")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    expect(page.locator("dialog h3")).to_have_count(0)
    page.locator("dialog input").uncheck()
    page.locator("dialog button").click()
    page.keyboard.press("j")
    assert page.locator("tr.here").count() == 0


@pytest.mark.usefixtures("built_scripts")
@pytest.mark.parametrize(("path", "title"), [("/timeline", "chosen time"), ("/places", "map")])
def test_the_keys_of_a_drawing_are_listed_where_there_is_one(watched: Any, path: str, title: str) -> None:
    page = watched.open(path)
    page.keyboard.press("?")
    expect(page.locator("dialog h3").first).to_contain_text(title)


def test_the_parts_of_a_frame_fold(watched: Any) -> None:
    page = watched.open("/chronology")
    frame = page.locator("tbody.frame").first
    expect(frame.locator("tr.sub").first).to_be_visible()
    frame.locator(".fold input").uncheck()
    expect(frame.locator("tr.sub").first).to_be_hidden()


def test_each_kind_of_mark_on_a_page_can_be_hidden(watched: Any) -> None:
    watched.open("/chronology")
    page = watched.open(entry_and_page(watched.page)[1])
    look = "mark => { const s = getComputedStyle(mark); return s.backgroundColor + s.borderBottomStyle }"
    for kind in ("event", "statement", "actor", "time", "place"):
        mark = page.locator(f"mark.{kind}").first
        shown = mark.evaluate(look)
        others = [name for name in ("event", "statement", "actor", "time", "place") if name != kind]
        for other in others:
            page.locator(f"#show-{other}").uncheck()
        page.locator(f"#show-{kind}").uncheck()
        assert mark.evaluate(look) != shown
        for name in (kind, *others):
            page.locator(f"#show-{name}").check()


def test_everything_can_be_read_without_script(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/")
    page.locator("a", has_text="The whole chronology").click()
    frame = page.locator("tbody.frame").first
    frame.locator(".fold input").uncheck()
    expect(frame.locator("tr.sub").first).to_be_hidden()
    page.locator("aside input[name=q]").fill("salt")
    page.locator(".filters button").click()
    expect(page.locator("tr.entry").first).to_be_visible()
    page.locator("tr.entry th a").first.click()
    expect(page.locator("blockquote mark").first).to_be_visible()
    page.locator(".reports .cite a").first.click()
    expect(page.locator("article.text")).to_be_visible()
    page.goto(f"{served}/chronology?mark=disputed")
    page.locator("tr.entry th a").first.click()
    expect(page.locator("table.disputes tbody tr").nth(1)).to_be_visible()
    page.goto(f"{served}/expectations?status=fulfilled")
    page.locator("tr.entry blockquote a").last.click()
    expect(page.locator(".sentence:target")).to_be_visible()
    context.close()
