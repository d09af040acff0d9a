"""`dateline read --codebook`: a user's event types, from the file to the list."""

from pathlib import Path

import pytest
from tests.cli.conftest import Dateline

TYPES = """
types:
  FISHERY:
    label: Fishery
    description: Catches and quotas.
    source: a test
    verbs: [trawl]
"""
PAGE = """<html><head><title>Fleet leaves for the western banks</title>
<meta property="article:published_time" content="2024-05-02"></head><body><article>
<h1>Fleet leaves for the western banks</h1>
<p>Iceland trawled the western banks on Monday with three ships of its own. The ministry in Reykjavik said that the
catch was the best for many years, and that the ships would be back in port by the end of the week.</p>
<p>Norway watched from a distance. Its coast guard kept two vessels near the line that parts the two zones, as it had
done in every season since the agreement on the banks was made.</p></article></body></html>
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_types_of_a_file_are_read_and_selected_and_pages_read_again_for_them(
    dateline: Dateline, tmp_path: Path, jobs: int
) -> None:
    types, page, chronicle = tmp_path / "types.yaml", tmp_path / "page.html", tmp_path / "c.db"
    types.write_text(TYPES, encoding="utf-8")
    page.write_text(PAGE, encoding="utf-8")
    assert dateline("read", page, "--into", chronicle).code == 0
    read = dateline("read", page, "--into", chronicle, "--codebook", types, "--jobs", jobs)
    assert "1 read, 0 known already" in read.err
    assert "1 known already" in dateline("read", page, "--into", chronicle, "--codebook", types).err
    shown = dateline("chronology", chronicle, "--all", "--type", "fishery", "--format", "json")
    assert "trawled the western banks" in shown.out


def test_a_wrong_file_ends_the_command_before_anything_is_read(dateline: Dateline, tmp_path: Path) -> None:
    types, chronicle = tmp_path / "types.yaml", tmp_path / "c.db"
    types.write_text(TYPES.replace("verbs", "verb"), encoding="utf-8")
    ran = dateline("read", tmp_path, "--into", chronicle, "--codebook", types)
    assert ran.code == 5
    assert "types.yaml" in ran.err
    assert "FISHERY" in ran.err
    assert not chronicle.exists()
