"""The scripts of the web pages: built when they change, without what a browser must not get, with their licences."""

import gzip
import importlib.util
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "scripts" / "build_frontend.py"
HEAVIEST = 200_000
"""Bytes of script, compressed, that a page may have; the issue of the web pages sets it."""


@pytest.fixture
def frontend(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The module that builds, over a folder of its own."""
    spec = importlib.util.spec_from_file_location("build_frontend", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "SOURCES", tmp_path / "frontend")
    monkeypatch.setattr(module, "BUILT", tmp_path / "static" / "built")
    monkeypatch.delenv(module.LEAVE, raising=False)
    (tmp_path / "frontend").mkdir()
    (tmp_path / "frontend" / "keys.js").write_text("one")
    return module


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, npm: str = "exit 0", version: str = "v20.1.0") -> None:
    """A node that writes one file where it is told to build, and an npm."""
    folder.mkdir()
    says = {
        "node": f'[ "$1" = --version ] && echo {version} && exit; mkdir "$2" && cp keys.js "$2"/keys.js',
        "npm": npm,
    }
    for name, does in says.items():
        (folder / name).write_text(f"#!/bin/sh\n{does}\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")


def test_what_is_built_is_built_again_only_when_a_source_changes(
    frontend: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path / "bin", monkeypatch)
    assert not frontend.is_current()
    assert frontend.main() == 0
    built = frontend.BUILT / "keys.js"
    assert (built.read_text(), frontend.is_current()) == ("one", True)
    stand_in(tmp_path / "broken", monkeypatch, npm="exit 1")
    assert frontend.main() == 0
    (frontend.SOURCES / "keys.js").write_text("two")
    assert not frontend.is_current()
    stand_in(tmp_path / "mended", monkeypatch)
    assert frontend.main() == 0
    assert built.read_text() == "two"
    assert [path.name for path in frontend.BUILT.parent.iterdir()] == ["built"]


def test_a_registry_that_does_not_answer_is_told_of_and_leaves_what_was_built(
    frontend: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(tmp_path / "bin", monkeypatch)
    frontend.main()
    (frontend.SOURCES / "keys.js").write_text("two")
    stand_in(tmp_path / "cut off", monkeypatch, npm="echo npm error code ECONNREFUSED >&2; exit 1")
    assert frontend.main() == 1
    told = capsys.readouterr().err
    assert "could not be built. npm ci failed:\nnpm error code ECONNREFUSED" in told
    assert "every page works without script" in told
    assert (frontend.BUILT / "keys.js").read_text() == "one"


def test_a_node_that_is_too_old_is_none(
    frontend: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(tmp_path / "bin", monkeypatch, version="v16.20.0")
    monkeypatch.setattr(frontend.importlib.util, "find_spec", lambda _: None)
    assert (frontend.main("--has-node"), frontend.main()) == (1, 1)
    assert "there is no Node 18 or newer" in capsys.readouterr().err


def test_nothing_is_built_where_that_is_asked_for(frontend: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(frontend.LEAVE, "1")
    assert frontend.main() == 1
    assert not frontend.BUILT.exists()


@pytest.fixture(scope="session")
def built() -> Path:
    folder = ROOT / "src/dateline/web/static/built"
    if not folder.exists():
        pytest.skip("the scripts of the pages are not built: no Node, or no registry of npm")
    return folder


def test_the_heaviest_page_has_less_script_than_it_may(built: Path) -> None:
    size = {path.name: len(gzip.compress(path.read_bytes())) for path in built.glob("*.js")}
    everywhere = size.pop("keys.js") + size.pop("swap.js")
    assert everywhere + max(size.values()) < HEAVIEST


def test_scripts_name_no_address_to_load_from(built: Path) -> None:
    named = {match for path in built.glob("*.js") for match in re.findall(r"https?://[\w.]+", path.read_text())}
    assert named <= {"http://www.w3.org"}


def test_every_package_in_the_scripts_has_its_notice() -> None:
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text())["packages"]
    shipped = {path.removeprefix("node_modules/") for path, package in lock.items() if path and not package.get("dev")}
    notices = (ROOT / "licences" / "frontend.txt").read_text()
    assert {"htmx.org", "d3-zoom"} < shipped
    for name in (*shipped, "world-atlas"):
        assert f"\n{name} {lock[f'node_modules/{name}']['version']}" in notices
    allowed = {"ISC", "MIT", "BSD-3-Clause", "0BSD", "BSD-0-Clause"}
    assert {lock[f"node_modules/{name}"]["license"] for name in shipped} <= allowed


def test_every_module_is_sound(built: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node on this machine")
    for path in (*(ROOT / "frontend").glob("*js"), *built.glob("*.js")):
        assert subprocess.run([node, "--check", path], capture_output=True).returncode == 0, path
