"""The documentation says what is there: links resolve, commands and options are described and exist."""

from __future__ import annotations

import re
import shlex
import typing
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import typer.main

import dateline
from dateline import errors
from dateline.cli.main import app
from dateline.merging import salience
from dateline.records import status_of
from dateline.views.rows import Row
from dateline.web.home import HomeRow

if typing.TYPE_CHECKING:
    from tests.conftest import Example

ROOT = Path(__file__).resolve().parents[1]
NOT_OURS = {".git", ".venv", ".uv", "node_modules", "__pycache__", "build", "dist"}
TEXT = {".md", ".toml", ".txt", ".sh", ".py", ".yaml", ".yml", ".json", ".cfg", ".ini", ".html", ".js", ".css", ""}
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
SHARED = ("chronology", "search", "actors", "statements", "claims", "expectations")


def files() -> Iterator[Path]:
    for folder, folders, names in ROOT.walk():
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith("_cache")]
        yield from (folder / name for name in names if name not in NOT_OURS)


DOCUMENTS = sorted(path for path in files() if path.suffix == ".md")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def commands() -> dict[str, set[str]]:
    """Each command of the CLI with its long options."""
    group = typer.main.get_command(app)
    return {
        name: {flag for option in command.params for flag in option.opts if flag.startswith("--")} - {"--help"}
        for name, command in group.commands.items()  # type: ignore[attr-defined]
    }


def headed(text: str) -> dict[str, str]:
    """The sections of a document by heading."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def sections() -> dict[str, str]:
    return headed((ROOT / "docs" / "commands.md").read_text(encoding="utf-8"))


def calls(program: str) -> list[tuple[str, list[str]]]:
    """Every line of a code block that calls a program: the document, and the words after the program's name."""
    return [
        (named(path), shlex.split(line, comments=True)[1:])
        for path in DOCUMENTS
        for block in BLOCK.findall(path.read_text(encoding="utf-8"))
        for line in block.splitlines()
        if line.removeprefix("$ ").startswith(f"{program} ")
        for line in [line.removeprefix("$ ").removeprefix(".venv/bin/")]
    ]


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_links_within_the_project_resolve(path: Path) -> None:
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        target, _, anchor = link.partition("#")
        file = (path.parent / target).resolve() if target else path
        assert file.exists(), f"{named(path)} links to {link}"
        assert not anchor or anchor in anchors(file), f"{named(path)} links to {link}"


@pytest.mark.parametrize("command", commands())
def test_every_command_is_documented_with_all_its_options(command: str) -> None:
    text = sections()[command] + (sections()["Shared options"] if command in SHARED else "")
    assert {option for option in commands()[command] if f"`{option}" not in text} == set()


@pytest.mark.parametrize("command", commands())
def test_every_documented_option_exists(command: str) -> None:
    assert set(re.findall(r"`(--[a-z-]+)", sections()[command])) - {"--help", "--version"} <= commands()[command]


def test_shared_options_are_shared() -> None:
    described = set(re.findall(r"`(--[a-z-]+)", sections()["Shared options"]))
    assert {command: described - commands()[command] for command in SHARED} == {command: set() for command in SHARED}


def test_calls_in_the_documents_are_of_commands_that_exist() -> None:
    for document, words in calls("dateline"):
        command = words[0]
        assert command in commands() or command.isupper() or command.startswith("-"), f"{document}: {command}"
        options = {word.split("=")[0] for word in words[1:] if word.startswith("--")}
        assert options <= commands().get(command, set()), f"{document}: dateline {' '.join(words)}"


def test_make_targets_in_the_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    used = {words[0] for _, words in calls("make")}
    used |= {word for path in DOCUMENTS for word in re.findall(r"`make ([a-z-]+)", path.read_text(encoding="utf-8"))}
    assert used
    assert used <= targets


def test_the_readme_shows_both_commands() -> None:
    shown = {words[0] for document, words in calls("make") if document == "README.md"}
    assert {"demo", "test"} <= shown


def test_the_example_of_the_readme_shows_its_real_output(readme_example: Example) -> None:
    assert readme_example.shown == readme_example.real, "run `make readme`"


def test_ci_calls_the_test_command_of_the_readme() -> None:
    assert re.search(r"^make test\b", (ROOT / ".ci" / "run").read_text(), re.MULTILINE)


def test_exit_codes_are_those_of_the_errors() -> None:
    described = {int(code) for code in re.findall(r"^\| (\d+) \|", sections()["Exit codes"], re.MULTILINE)}
    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.DatelineError)
    ]
    assert described == {kind.exit_code for kind in kinds} | {0, 130}


def table(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("|")]


def test_the_table_of_statuses_is_that_of_the_code() -> None:
    assert table((ROOT / "docs" / "status.md").read_text(encoding="utf-8")) == table(status_of.__doc__ or "")


@pytest.mark.parametrize("row", [*typing.get_args(Row), HomeRow], ids=lambda row: row.__name__)
def test_every_field_of_every_row_is_documented(row: type[msgspec.Struct]) -> None:
    section = headed((ROOT / "docs" / "rows.md").read_text(encoding="utf-8"))[row.__name__]
    described = {name for line in table(section) for name in re.findall(r"`(\w+)`", line.split("|")[1])}
    assert described == set(row.__struct_fields__)


def test_the_weights_of_salience_are_those_of_the_code() -> None:
    rows = re.findall(r"\| (−?[\d.]+) \| `(\w+)` \|", (ROOT / "docs" / "inclusion.md").read_text(encoding="utf-8"))
    weights = {name: float(weight.replace("−", "-")) for weight, name in rows}
    assert weights == {name: value for name, value in vars(salience).items() if isinstance(value, float)}


def test_the_public_surface_is_this_list() -> None:
    assert sorted(dateline.__all__) == ["__version__", "open", "read"]


def test_no_file_names_a_registry() -> None:
    hosts = [host.replace(" ", ".") for host in ("pypi org", "pythonhosted org", "registry npmjs", "deb debian org")]
    options = ["--index" + "-url ", "--extra-index" + "-url ", "--find" + "-links "]
    for path in files():
        if path.suffix in TEXT and path.stat().st_size < 2_000_000:
            text = path.read_text(encoding="utf-8", errors="replace")
            assert [word for word in [*hosts, *options] if word in text] == [], named(path)
