"""Keys move through a list of any length, and can be switched off."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.usefixtures("built_scripts")

MANY = """() => {
  const table = document.querySelector('table.entries');
  const bodies = [...table.tBodies];
  for (let n = 0; n < 20; n++) for (const body of bodies) table.append(body.cloneNode(true));
}"""
"""The sample has a hundred entries: its table is made twenty times as long."""
FIFTY_STEPS = """() => {
  const step = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  step(); // lays the long table out
  const begin = performance.now();
  for (let n = 0; n < 50; n++) step();
  document.body.getBoundingClientRect();
  return (performance.now() - begin) / 50;
}"""


@pytest.fixture
def chronology(watched: Any) -> Page:
    page: Page = watched.open("/chronology?all=true")
    return page


def test_two_thousand_rows_are_moved_through_at_the_speed_of_a_held_key(chronology: Page) -> None:
    chronology.evaluate(MANY)
    assert chronology.locator("tr.entry").count() > 1900
    assert chronology.evaluate(FIFTY_STEPS) < 33  # milliseconds between the repeats of a key


def test_parts_of_a_folded_frame_are_passed_over(chronology: Page) -> None:
    frame = chronology.locator("tbody.frame").first
    frame.locator(".fold input").uncheck()
    order = chronology.locator("tr.entry:visible").evaluate_all("rows => rows.map(row => row.id)")
    for _ in range(order.index(str(frame.locator("tr.entry").first.get_attribute("id"))) + 2):
        chronology.keyboard.press("j")
    at = order.index(str(frame.locator("tr.entry").first.get_attribute("id")))
    expect(chronology.locator("tr.here")).to_have_id(order[at + 1])
    chronology.keyboard.press("k")
    expect(chronology.locator("tr.here")).to_have_id(order[at])


def test_before_the_first_and_after_the_last_row_there_is_none(chronology: Page) -> None:
    rows = chronology.locator("tr.entry")
    chronology.keyboard.press("k")
    chronology.keyboard.press("k")
    expect(chronology.locator("tr.here")).to_have_id(str(rows.first.get_attribute("id")))


def test_switched_off_keys_stay_off_on_the_next_page(chronology: Page, watched: Any) -> None:
    chronology.keyboard.press("?")
    chronology.locator("dialog input").uncheck()
    chronology.keyboard.press("Escape")
    watched.open("/statements")
    chronology.keyboard.press("j")
    expect(chronology.locator("tr.here")).to_have_count(0)
    chronology.keyboard.press("?")
    expect(chronology.locator("dialog")).to_be_visible()
