"""Files of many pages for the tests, and what reading them gives."""

import runpy
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.pages import ReadOptions, SourceFile, load_pages
from dateline.records import Page, Rejection

Loads = Callable[..., list[Page | Rejection]]


@pytest.fixture(scope="session")
def archives() -> SimpleNamespace:
    """The functions of archives.py beside this file."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("archives.py"))))


@pytest.fixture
def loads(tmp_path: Path) -> Loads:
    """Writes a file of this content and loads it; locations are as if it stood in no folder."""

    def load(name: str, content: bytes, options: ReadOptions | None = None) -> list[Page | Rejection]:
        (tmp_path / name).write_bytes(content)
        return list(load_pages(SourceFile(str(tmp_path / name)), options or ReadOptions()))

    return load
