"""Runs commands in this process and keeps what they print."""

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.cli.main import main

HARBOUR = Path(__file__).parents[1] / "views" / "harbour.py"


class Ran(NamedTuple):
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


Dateline = Callable[..., Ran]


@pytest.fixture(scope="session")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The harbour story, written once."""
    return str(runpy.run_path(str(HARBOUR))["write"](tmp_path_factory.mktemp("harbour") / "harbour.db"))


@pytest.fixture
def dateline(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Dateline:
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: object) -> Ran:
        code = main([str(argument) for argument in arguments])
        return Ran(code, *capfd.readouterr())

    return run
