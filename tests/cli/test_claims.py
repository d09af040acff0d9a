"""Statements and claims on the command line, over pages that are really read."""

import json
from pathlib import Path

import pytest

PAGES = {
    "a.txt": """ date 2023-03-02 Doubts about a freighter in Norvik

NORVIK (CW) — The Seamen's Union on Thursday accused Kvale Shipping of forging the inspection papers of a freighter.

Mara Voss, the mayor of Norvik, told the Harbour Post that the port would stay open through the winter and the spring.
""",
    "b.txt": """ date 2024-03-09 Kvale Shipping denies it forged papers

NORVIK (CW) — Kvale Shipping denied on Saturday that it had forged inspection papers of a freighter in the harbour.

The port of Norvik was busy all week, with nine ships at the quays and two more waiting in the roads outside.
""",
}


@pytest.fixture(scope="module")
def read_pages(tmp_path_factory: pytest.TempPathFactory) -> str:
    from dateline.cli.main import main

    folder = tmp_path_factory.mktemp("claims")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    chronicle = str(folder / "claims.db")
    assert main(["read", str(folder), "--into", chronicle]) == 0
    return chronicle


def rows(ran: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(ran.out)  # type: ignore[attr-defined]
    return found


def test_a_claim_has_its_sides_across_pages_and_years(dateline, read_pages: str) -> None:
    [claim] = rows(dateline("claims", read_pages, "-f", "json"))
    assert claim["sides"] == ["alleged by Seamen's Union", "denied by Kvale Shipping"]
    assert claim["history"] == ["2023 alleged", "2024 denied"]
    assert claim["origins"] == 1  # both pages have it from one agency


def test_claims_are_chosen_by_side_and_by_the_filters_of_statements(dateline, read_pages: str) -> None:
    assert len(rows(dateline("claims", read_pages, "--side", "denied", "-f", "json"))) == 1
    assert rows(dateline("claims", read_pages, "--side", "retracted", "-f", "json")) == []
    assert len(rows(dateline("claims", read_pages, "--said-by", "Kvale Shipping", "-f", "json"))) == 1
    assert rows(dateline("claims", read_pages, "--said-by", "Mara Voss", "-f", "json")) == []
    assert dateline("claims", read_pages, "--side", "sung").code == 2


def test_statements_are_chosen_by_speaker_addressee_channel_stance_and_words(dateline, read_pages: str) -> None:
    def found(*options: str) -> list[str]:
        return [str(row["content"]) for row in rows(dateline("statements", read_pages, *options, "-f", "json"))]

    port = "that the port would stay open through the winter and the spring"
    assert found("--speaker", "Voss") == [port]
    assert found("--addressee", "Harbour Post") == [port]
    assert found("--channel", "Harbour Post") == [port]
    assert found("--about", "WINTER port") == [port]
    assert all("forged" in words or "forging" in words for words in found("--stance", "denies"))
    assert dateline("statements", read_pages, "--stance", "sings").code == 2


def test_a_table_of_claims_fits_80_columns(dateline, read_pages: str) -> None:
    ran = dateline("claims", read_pages)
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_export_has_claims_with_voices_and_statements_with_chains(
    dateline, read_pages: str, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    assert dateline("export", read_pages, "json", "-o", str(file)).code == 0
    whole = json.loads(file.read_text(encoding="utf-8"))
    [claim] = whole["claims"]
    assert claim["voices"][0]["position"] == "alleged"
    assert {voice["statement"] for voice in claim["voices"]} <= {said["id"] for said in whole["statements"]}
    assert all(said["chain"] for said in whole["statements"])
