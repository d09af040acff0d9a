"""Makes the gazetteer when the project is installed in place or its wheel is built, and puts it into the wheel."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path("src/dateline/gazetteer")


class GazetteerHook(BuildHookInterface):  # type: ignore[misc]
    """Hatch's hook of the target `wheel`, which an installation in place goes through too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is missing or out of date."""
        del version
        building = _building(Path(self.root) / FOLDER / "building.py")
        if not building.is_current(building.FILE):
            building.build(building.FILE)
        build_data["artifacts"].append(f"/{FOLDER}/{building.FILE.name}")


def _building(path: Path) -> ModuleType:
    """The module by its path: importing the package would ask for Dateline's own dependencies."""
    spec = importlib.util.spec_from_file_location("gazetteer_building", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
