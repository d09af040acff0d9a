"""Runs the example of the README and writes its real output into it. `--check` only says whether it is up to date."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
EXAMPLE = re.compile(r"(?<=<!-- example -->\n\n```\n).*?(?=```\n)", re.DOTALL)
WIDTH = 100


def example() -> str:
    """The example as it stands in the README: commands after `$ `, each followed by its output."""
    found = EXAMPLE.search(README.read_text(encoding="utf-8"))
    assert found, "README.md has no example"
    return found[0]


def run(folder: Path) -> str:
    """The example with its real output. What it makes is left in the folder."""
    (folder / "src").symlink_to(ROOT / "src")
    commands = [line.removeprefix("$ ") for line in example().splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_output(command, folder)}" for command in commands)


def _output(command: str, folder: Path) -> str:
    program, *words = shlex.split(command)
    assert program == "dateline"
    done = subprocess.run(
        [sys.executable, "-m", "dateline", *words],
        cwd=folder,
        env=os.environ | {"COLUMNS": str(WIDTH), "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{command} ended with {done.returncode}:\n{done.stderr}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        real = run(Path(folder))
    if "--check" in sys.argv[1:]:
        return int(real != example())
    README.write_text(EXAMPLE.sub(lambda _: real, README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
