"""Imports go downwards only, and only through a package's front door."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "dateline"

LAYERS = (
    {"records", "errors", "sample"},
    {"languages"},
    {"gazetteer"},
    {
        "pages",
        "fetching",
        "articles",
        "related",
        "sentences",
        "mentions",
        "places",
        "times",
        "statements",
        "events",
        "syndication",
        "merging",
        "store",
    },
    {"pipeline"},
    {"views", "executors", "evaluation"},
    {"exports", "opening"},
    {"web"},
    {"cli"},
    {"__init__", "__main__"},
)
"""From the ground up. A module may import from the layers below its own."""

STAGES = (
    "pages",
    "fetching",
    "articles",
    "related",
    "sentences",
    "mentions",
    "places",
    "times",
    "statements",
    "events",
    "syndication",
    "merging",
)
"""Within their layer, a stage may import what an earlier one makes public. The store imports none of them."""


class Import(NamedTuple):
    """One import of a part of Dateline: who, from where (dotted, without `dateline`), and what."""

    module: str
    target: str
    names: tuple[str, ...]

    @property
    def package(self) -> str:
        return self.module.split(".")[0]

    @property
    def target_package(self) -> str:
        return self.target.split(".")[0]


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> Iterator[Import]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative imports hide where they go"
            yield from imports_from(module_name(path), node)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("dateline."):
                    yield Import(module_name(path), alias.name.removeprefix("dateline."), ())


def imports_from(module: str, node: ast.ImportFrom) -> Iterator[Import]:
    names = tuple(alias.name for alias in node.names)
    if node.module == "dateline":
        yield from (Import(module, name, ()) for name in names if name != "__version__")
    elif node.module and node.module.startswith("dateline."):
        yield Import(module, node.module.removeprefix("dateline."), names)


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


@cache
def all_imports() -> list[Import]:
    return [found for path in modules() for found in imports_of(path) if found.package != found.target_package]


def layer_of(package: str) -> int:
    return next(number for number, packages in enumerate(LAYERS) if package in packages)


def goes_down(found: Import) -> bool:
    if layer_of(found.target_package) != layer_of(found.package):
        return layer_of(found.target_package) < layer_of(found.package)
    both_stages = {found.package, found.target_package} <= set(STAGES)
    return both_stages and STAGES.index(found.target_package) < STAGES.index(found.package)


@cache
def public_names(package: str) -> set[str] | None:
    """The `__all__` of a package; None for a single module, which is public as a whole."""
    door = SOURCE / package / "__init__.py"
    for node in ast.walk(ast.parse(door.read_text(encoding="utf-8"))) if door.is_file() else ():
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            return set(ast.literal_eval(node.value))
    return None


def goes_round_the_door(found: Import) -> bool:
    public = public_names(found.target)
    return "." in found.target or (public is not None and not set(found.names) <= public)


def test_every_part_has_a_layer() -> None:
    known = set().union(*LAYERS)
    parts = {module_name(path).split(".")[0] for path in modules()}
    assert parts <= known, f"give these a layer: {sorted(parts - known)}"


def test_imports_go_downwards_only() -> None:
    assert [f"{i.module} imports {i.target}" for i in all_imports() if not goes_down(i)] == []


def test_other_packages_are_entered_by_their_front_door() -> None:
    """`from dateline.events import status_of`, not `from dateline.events.status import status_of`."""
    inside = [f"{i.module} imports {i.target}: {i.names}" for i in all_imports() if goes_round_the_door(i)]
    assert [found for found in inside if not found.startswith("__main__ imports cli.main")] == []


def test_stages_never_touch_the_store() -> None:
    assert [i.module for i in all_imports() if i.package in STAGES and i.target_package == "store"] == []


def test_views_write_nothing() -> None:
    """Views see the store's reader only."""
    forbidden = {"write", "Writer", "Store", "open_writer"}
    assert [i for i in all_imports() if i.package == "views" and forbidden & set(i.names)] == []


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "manager", "base", "misc"])
def test_nothing_is_named_after_nothing(name: str) -> None:
    assert [str(path) for path in SOURCE.rglob("*") if path.stem == name] == []


def test_modules_stay_one_room() -> None:
    lengths = {module_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > 400} == {}
