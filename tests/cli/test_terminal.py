"""Nothing that a terminal obeys gets from a page to the terminal."""

import os
import pty
import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.terminal import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]unfinished", ""),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("back\bspace\x9b31m", "backspace31m"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("[bold]not markup[/bold] :smile:", "[bold]not markup[/bold] :smile:"),
    ],
)
def test_escape_sequences_and_controls_are_taken_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_nothing_is_left_that_controls(text: str) -> None:
    assert not [c for c in printable(text) if unicodedata.category(c) in ("Cc", "Cs")]


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_words_are_left_as_they_are(text: str) -> None:
    assert printable(text) == text


def test_many_unfinished_sequences_are_taken_out() -> None:
    assert printable("\x1b]" * 100_000) == ""


def test_on_a_terminal_only_colours_are_sent(chronicle: str) -> None:
    main_end, end = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(
        [sys.executable, "-m", "dateline", "show", chronicle, "88ab"], stdout=end, stderr=end, env=environment
    ) as process:
        os.close(end)
        out = read_all(main_end).decode()
    assert process.returncode == 0
    assert "\x1b[1m" in out
    assert set(re.findall(r"\x1b.[0-9;]*[^0-9;]", out)) <= {"\x1b[0m", "\x1b[1m", "\x1b[2m"}


def read_all(end: int) -> bytes:
    """What comes from a terminal until it is closed."""
    parts = []
    while True:
        try:
            part = os.read(end, 4096)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    return b"".join(parts)
