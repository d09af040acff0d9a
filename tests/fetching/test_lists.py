"""Lists of addresses as users write them."""

from pathlib import Path

import pytest

from dateline.errors import SourceError
from dateline.fetching import read_address_list


def test_a_list_has_an_address_a_line_and_comments(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes("﻿# Norvik\r\nhttps://a.example/1\r\n\r\n  https://a.example/2 \nhttps://a.example/1\n".encode())
    assert read_address_list(path) == ["https://a.example/1", "https://a.example/2"]


def test_a_list_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_address_list(tmp_path / "gone.txt")
