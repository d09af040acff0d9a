"""The development data and its reference scorers, where they are present."""

import importlib.util
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(os.environ.get("DATELINE_BENCHMARKS") or Path(__file__).resolve().parents[3] / "shared")


@pytest.fixture(scope="session")
def development_data() -> Callable[..., Path]:
    """A function that gives a file or folder of the development data; it skips the test where that is absent."""

    def find(*parts: str) -> Path:
        path = ROOT.joinpath(*parts)
        if not path.exists():
            pytest.skip(f"development data absent: {path}")
        return path

    return find


@pytest.fixture(scope="session")
def reference_scorer(development_data: Callable[..., Path]) -> Callable[[str], ModuleType]:
    """A function that gives a reference scorer as a module; it skips where that, or what it needs, is absent."""

    def load(name: str) -> ModuleType:
        path = development_data("benchmarks", "scorers", f"{name}.py")
        spec = importlib.util.spec_from_file_location(f"reference_{name}", path)
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except ImportError as error:
            pytest.skip(f"the reference scorer {name} needs {error.name}")
        return module

    return load
