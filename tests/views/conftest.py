"""The harbour story as a chronicle, written once a session."""

import runpy
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.views import View


@pytest.fixture(scope="session")
def story() -> SimpleNamespace:
    """The names of `harbour.py`."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("harbour.py"))))


@pytest.fixture(scope="session")
def chronicle(story: SimpleNamespace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story.write(tmp_path_factory.mktemp("harbour") / "harbour.db")


@pytest.fixture
def view(chronicle: Path) -> Iterator[View]:
    with View(str(chronicle)) as opened:
        yield opened
