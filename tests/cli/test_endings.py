"""How commands end: exit codes, one line on standard error, never a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from dateline import __version__
from dateline.cli import listing
from dateline.cli.main import main

PROGRAM = [sys.executable, "-m", "dateline"]


def test_the_version_is_printed(dateline) -> None:
    assert dateline("--version") == (0, f"dateline {__version__}\n", "")


def test_no_command_prints_the_help(dateline) -> None:
    ran = dateline()
    assert ran.code == 0
    assert "chronology" in ran.out


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4, 5, 6, 130])
def test_the_help_names_every_exit_code(dateline, code: int) -> None:
    assert f"\n    {code} " in dateline("--help").out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nonsense"], 2, "nonsense"),
        (["chronology"], 2, "CHRONICLE"),
        (["chronology", "{}", "--nonsense"], 2, "--nonsense"),
        (["chronology", "{}", "--since", "2023-13"], 2, "YYYY-MM-DD"),
        (["chronology", "{}", "--status", "sure"], 2, "happened"),
        (["chronology", "{}", "--type", "PARTY"], 2, "CONSULT"),
        (["chronology", "{}", "--format", "xml"], 2, "jsonl"),
        (["chronology", "{}", "--limit", "0"], 2, "--limit"),
        (["chronology", "{}", "--fold-below", "7"], 2, "--fold-below"),
        (["show", "{}", "ffff"], 2, "ffff"),
        (["show", "{}", ""], 2, "id"),
        (["export", "{}", "pdf"], 2, "csv"),
        (["export", "{}", "csv", "-o", "/nowhere/at/all.csv"], 2, "/nowhere/at/all.csv"),
        (["evaluate", "nothing", "."], 2, "nothing"),
        (["chronology", "/nowhere/at/all.db"], 4, "dateline read"),
        (["read", "/nowhere/at/all", "--into", "/tmp/never.db"], 3, "/nowhere/at/all"),
        (["read", ".", "--into", "/nowhere/at/all.db"], 4, "/nowhere/at"),
    ],
)
def test_a_call_that_is_off_is_one_line_and_its_exit_code(
    dateline, chronicle: str, arguments: list[str], code: int, words: str
) -> None:
    ran = dateline(*(argument.replace("{}", chronicle) for argument in arguments))
    assert ran.code == code
    assert ran.out == ""
    assert ran.err.startswith("dateline: ")
    assert ran.err.count("\n") == 1
    assert words in ran.err


def test_what_is_no_chronicle_is_left_alone(dateline, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a chronicle")
    ran = dateline("chronology", file)
    assert ran.code == 4
    assert "not a chronicle" in ran.err
    assert file.read_text() == "not a chronicle"


def test_control_c_ends_with_130_and_says_so(dateline, chronicle: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(listing, "opened", pressed)
    ran = dateline("chronology", chronicle)
    assert (ran.code, ran.err) == (130, "dateline: stopped\n")


def test_control_c_while_reading_says_that_what_was_finished_is_kept(
    dateline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.executors.read_sources", pressed)
    ran = dateline("read", ".", "--into", tmp_path / "c.db")
    assert ran.code == 130
    assert "is kept" in ran.err
    assert "same command again" in ran.err


def test_a_reader_that_goes_away_ends_the_command_quietly(chronicle: str) -> None:
    with subprocess.Popen(
        [*PROGRAM, "export", chronicle, "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert err == b""


def test_printing_does_not_depend_on_the_encoding_of_the_terminal(chronicle: str) -> None:
    ran = subprocess.run(
        [*PROGRAM, "chronology", chronicle], capture_output=True, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    )
    assert ran.returncode == 0
    assert "12–16 May" in ran.stdout.decode()


def test_the_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from dateline.cli.main import main; main(['--help']);"
        "heavy = {'spacy', 'sqlalchemy', 'trafilatura', 'rich', 'msgspec', 'numpy', 'yaml', 'pydantic'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_module_is_the_command() -> None:
    ran = subprocess.run([*PROGRAM, "--version"], capture_output=True, text=True)
    assert ran.stdout == f"dateline {__version__}\n"
    assert main.__module__ == "dateline.cli.main"
