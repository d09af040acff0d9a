"""Salience on a development page: what an analyst would look for stands above colour."""

import datetime
from collections.abc import Callable
from pathlib import Path

from dateline.merging import merge
from dateline.pages import find_pages
from dateline.pipeline import read_page
from dateline.records import Page, Reading


def test_a_summit_stands_above_a_show(development_data: Callable[..., Path]) -> None:
    file = development_data("seeds", "000_7a56cc19236bb019.txt")
    page = next(found for found in find_pages([str(file)]) if isinstance(found, Page))
    reading = read_page(page, datetime.date(2025, 1, 1))
    assert isinstance(reading, Reading)
    entries = merge([reading]).entries
    summit = max((e for e in entries if e.type == "CONSULT" and "summit" in e.words), key=lambda e: e.salience)
    show = next(e for e in entries if "walrus" in e.words)
    assert summit.salience >= 2 * show.salience > 0
