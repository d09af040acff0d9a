"""Set-up: the script finds a Python by running it, works twice, and the locks are exact.

The script runs in a sandbox of its own: PATH holds a few tools and stand-ins that write down how they were called.
"""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ("awk", "cat", "chmod", "cmp", "dirname", "grep", "head", "mkdir", "rm", "sh")
LOCKS = ("requirements.txt", "requirements-dev.txt")
NODE_LOCK = "requirements-node.txt"

SHIM = "#!/bin/sh\necho 'command not found in these versions' >&2\nexit 127\n"

# Stands in for python and, under that name, for uv: notes the call, and makes what the real one would make.
STAND_IN = """#!/bin/sh
echo "$(head -n 1 "$0.name") $*" >>"$CALLS"
make() { cat "$STAND_IN" >"$1"; chmod +x "$1"; echo "$2" >"$1.name"; }
case "$*" in
    "-m venv "*) mkdir -p "$3/bin"; make "$3/bin/python" venv-python; echo >"$3/pyvenv.cfg" ;;
    *"pip install"*uv.lock*) make "${0%/*}/uv" uv ;;
    *"pip install"*--editable*)
        echo >"${0%/*}/dateline"; chmod +x "${0%/*}/dateline"; echo >src/dateline/gazetteer/gazetteer.sqlite ;;
    *build_frontend.py" --has-node") [ "${NODE-}" != none ] ;;
    *build_frontend.py)
        [ "${NPM-}" != none ] || { echo "could not be built" >&2; exit 1; }
        mkdir -p src/dateline/web/static/built; echo >src/dateline/web/static/built/signature ;;
esac
"""


class Sandbox:
    """A project in a folder with a space in its name, a home with a pyenv in it, and a shim on PATH that fails."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.project = place / "a project"
        self.calls = place / "calls"
        self.stand_in = place / "stand-in"
        self.stand_in.write_text(STAND_IN)
        self._make_project()
        self._make_path()
        self.python = self.executable(place / "home/.pyenv/versions/3.12.4/bin/python", STAND_IN)
        Path(f"{self.python}.name").write_text("pyenv-python\n")

    def _make_project(self) -> None:
        (self.project / "scripts").mkdir(parents=True)
        shutil.copy(ROOT / "scripts" / "setup.sh", self.project / "scripts")
        (self.project / "pyproject.toml").write_text("[project]\n")
        (self.project / "src/dateline/gazetteer").mkdir(parents=True)
        (self.project / "frontend").mkdir()
        for builds in (
            "scripts/hatch_build.py",
            "scripts/build_frontend.py",
            "src/dateline/gazetteer/building.py",
            "frontend/keys.js",
        ):
            (self.project / builds).write_text("\n")
        lock = "msgspec==1 \\\n    --hash=sha256:2\nuv==3 \\\n    --hash=sha256:4\nwrapt==5 \\\n    --hash=sha256:6\n"
        for name in (*LOCKS, NODE_LOCK):
            (self.project / name).write_text(lock)

    def _make_path(self) -> None:
        self.executable(self.place / "bin/python3.12", SHIM)
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, f"{tool} is missing here"
            (self.place / "bin" / tool).symlink_to(found)

    def executable(self, path: Path, text: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)
        return path

    def set_up(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        self.calls.write_text("")
        given = {"PATH": str(self.place / "bin"), "HOME": str(self.place / "home"), "CALLS": str(self.calls)}
        return subprocess.run(
            ["/bin/sh", str(self.project / "scripts" / "setup.sh"), *arguments],
            env=given | {"STAND_IN": str(self.stand_in)} | environment,
            cwd=self.place,
            capture_output=True,
            text=True,
            timeout=60,
        )

    def called(self) -> list[str]:
        """The calls of the last run that did something."""
        calls = self.calls.read_text().replace(str(self.project), "PROJECT").splitlines()
        return [call for call in calls if " -m " in call or " pip install" in call]


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return Sandbox(tmp_path)


def test_a_shim_that_fails_is_passed_over_for_a_python_that_runs(sandbox: Sandbox) -> None:
    done = sandbox.set_up()
    assert done.returncode == 0, done.stderr
    assert sandbox.called()[0] == "pyenv-python -m venv PROJECT/.venv"
    assert (sandbox.project / ".venv" / "bin" / "dateline").exists()


def test_everything_is_installed_into_its_own_environment(sandbox: Sandbox) -> None:
    sandbox.set_up()
    into_venv = "uv pip install --quiet --python PROJECT/.venv/bin/python"
    assert sandbox.called()[2:] == [
        f"{into_venv} --require-hashes -r requirements.txt",
        f"{into_venv} --no-deps --no-build-isolation --editable .",
    ]


def test_progress_goes_to_standard_error(sandbox: Sandbox) -> None:
    done = sandbox.set_up()
    assert done.stdout == ""
    assert "ready: .venv/bin/dateline" in done.stderr


@pytest.mark.parametrize("change", ["lost", "made otherwise"])
def test_a_gazetteer_that_is_missing_or_made_otherwise_now_is_made_anew(sandbox: Sandbox, change: str) -> None:
    sandbox.set_up()
    folder = sandbox.project / "src/dateline/gazetteer"
    if change == "lost":
        (folder / "gazetteer.sqlite").unlink()
    else:
        (folder / "building.py").write_text("another way\n")
    sandbox.set_up()
    assert any("--editable" in call for call in sandbox.called())


@pytest.mark.parametrize("change", ["lost", "written otherwise"])
def test_scripts_of_the_web_pages_that_are_missing_or_written_otherwise_are_built_anew(
    sandbox: Sandbox, change: str
) -> None:
    sandbox.set_up()
    built = sandbox.project / "src/dateline/web/static/built/signature"
    if change == "lost":
        built.unlink()
    else:
        (sandbox.project / "frontend/keys.js").write_text("another way\n")
    sandbox.set_up()
    assert any("build_frontend.py" in call for call in sandbox.calls.read_text().splitlines())
    assert built.exists()


def test_without_a_node_one_is_brought_by_its_own_lock(sandbox: Sandbox) -> None:
    sandbox.set_up()
    assert not any(NODE_LOCK in call for call in sandbox.called())
    (sandbox.project / "src/dateline/web/static/built/signature").unlink()
    sandbox.set_up(NODE="none")
    assert any(f"--require-hashes -r {NODE_LOCK}" in call for call in sandbox.called())


def test_scripts_that_cannot_be_built_are_told_of_and_do_not_end_the_set_up(sandbox: Sandbox) -> None:
    done = sandbox.set_up(NPM="none")
    assert done.returncode == 0
    assert "could not be built" in done.stderr
    assert "ready: .venv/bin/dateline" in done.stderr
    again = sandbox.set_up(NPM="none")
    assert (again.stderr, sandbox.called()) == ("", [])


def test_a_second_run_does_nothing(sandbox: Sandbox) -> None:
    sandbox.set_up()
    again = sandbox.set_up()
    assert (again.returncode, again.stderr, sandbox.called()) == (0, "", [])


def test_a_changed_lock_is_installed(sandbox: Sandbox) -> None:
    sandbox.set_up()
    with (sandbox.project / "requirements.txt").open("a") as lock:
        lock.write("zict==7 \\\n    --hash=sha256:8\n")
    assert sandbox.set_up().returncode == 0
    assert any("-r requirements.txt" in call for call in sandbox.called())


def test_what_is_ready_for_tests_is_ready_to_run(sandbox: Sandbox) -> None:
    sandbox.set_up("dev")
    assert any("-r requirements-dev.txt" in call for call in sandbox.called())
    sandbox.set_up()
    assert sandbox.called() == []


def test_what_is_ready_to_run_is_not_ready_for_tests(sandbox: Sandbox) -> None:
    sandbox.set_up()
    sandbox.set_up("dev")
    assert any("-r requirements-dev.txt" in call for call in sandbox.called())


def test_an_active_environment_is_left_alone(sandbox: Sandbox) -> None:
    other = sandbox.place / "other"
    sandbox.executable(other / "bin" / "pip", SHIM)
    before = sorted(other.rglob("*"))
    path = f"{other / 'bin'}{os.pathsep}{sandbox.place / 'bin'}"
    done = sandbox.set_up(VIRTUAL_ENV=str(other), PIP_TARGET=str(other), PATH=path)
    assert done.returncode == 0, done.stderr
    assert sorted(other.rglob("*")) == before


def test_a_checkout_that_was_moved_is_set_up_anew(sandbox: Sandbox) -> None:
    sandbox.set_up()
    sandbox.project = sandbox.project.rename(sandbox.place / "moved project")
    done = sandbox.set_up()
    assert done.returncode == 0, done.stderr
    assert sandbox.called()[0] == "pyenv-python -m venv PROJECT/.venv"


def test_an_unknown_word_is_refused(sandbox: Sandbox) -> None:
    assert sandbox.set_up("everything").returncode == 2


def requirements(lock: str) -> list[str]:
    """The entries of a lock, each with its hashes on one line."""
    return (ROOT / lock).read_text().replace("\\\n", " ").splitlines()


@pytest.mark.parametrize("lock", [*LOCKS, NODE_LOCK])
def test_locks_hold_exact_versions_with_hashes(lock: str) -> None:
    entry = re.compile(r"[a-z0-9-]+(\[[a-z,]+\])?==[^ ;]+( ; [^\\]*?)?( +--hash=sha256:[0-9a-f]{64})+")
    assert [line for line in requirements(lock) if not entry.fullmatch(line)] == []


def locked(lock: str) -> set[str]:
    return {re.split(r"==|\[", line)[0] for line in requirements(lock)}


def named(entries: list[str]) -> set[str]:
    return {re.split(r"[\[<>=; ]", entry)[0] for entry in entries}


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    to_run = named(project["project"]["dependencies"]) | named(groups["setup"])
    assert to_run <= locked("requirements.txt")
    assert to_run | named(groups["dev"]) <= locked("requirements-dev.txt")
    assert named(groups["node"]) == locked(NODE_LOCK)


def test_the_node_that_a_build_of_the_wheel_asks_for_is_the_locked_one() -> None:
    node = next(line for line in requirements(NODE_LOCK) if line.startswith("nodejs"))
    assert f'FROM_PYPI = "{node.split()[0]}"' in (ROOT / "scripts" / "build_frontend.py").read_text()


def test_the_lock_of_the_scripts_names_no_host_and_every_package_by_its_digest() -> None:
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text())
    packages = [package for path, package in lock["packages"].items() if path]
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages)
    assert "http" not in (ROOT / "frontend" / "package-lock.json").read_text()
    asked = json.loads((ROOT / "frontend" / "package.json").read_text())
    wanted = asked["dependencies"] | asked["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())


def test_what_runs_is_what_is_tested() -> None:
    assert set(requirements("requirements.txt")) <= set(requirements("requirements-dev.txt"))


def imported(folder: Path) -> set[str]:
    """Top-level modules that Python files import, without the standard library's and Dateline itself."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in folder.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    dotted = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.split(".")[0] for name in plain | dotted} - set(sys.stdlib_module_names) - {"dateline"}


def test_every_package_that_is_imported_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = named(
        [*project["dependencies"], *(entry for extra in project["optional-dependencies"].values() for entry in extra)]
    )
    carried = metadata.packages_distributions()
    stray = {name for name in imported(ROOT / "src") if not asked & {canonical(d) for d in carried.get(name, [name])}}
    assert stray == set()


def canonical(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
