"""Makes what is built and not written, when the project is installed in place or its wheel is built.

That is the gazetteer, and the scripts of the web pages; both go into the wheel.
"""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GAZETTEER = Path("src/dateline/gazetteer")
BUILT = Path("src/dateline/web/static/built")


class BuildHook(BuildHookInterface):  # type: ignore[misc]
    """Hatch's hook of the target `wheel`, which an installation in place goes through too."""

    def dependencies(self) -> list[str]:
        """A Node for the time of the build where the machine has none."""
        frontend = self._module("scripts/build_frontend.py")
        return [] if frontend.is_current() or frontend.has_node() else [frontend.FROM_PYPI]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is missing or out of date."""
        del version
        building = self._module(GAZETTEER / "building.py")
        if not building.is_current(building.FILE):
            building.build(building.FILE)
        build_data["artifacts"].append(f"/{GAZETTEER}/{building.FILE.name}")
        if self._module("scripts/build_frontend.py").main() == 0:
            build_data["artifacts"].append(f"/{BUILT}/*")

    def _module(self, path: str | Path) -> ModuleType:
        return _by_path(Path(self.root) / path)


def _by_path(path: Path) -> ModuleType:
    """The module by its path: importing the package would ask for Dateline's own dependencies."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
