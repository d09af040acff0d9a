"""Each command over a chronicle: data on standard output, words about it on standard error."""

import csv
import io
import json
from pathlib import Path

import pytest

from dateline.cli.tables import ENTRY_COLUMNS
from dateline.views import ActorRow, EntryRow, ExpectationRow, HitRow, StatementRow

LISTS = {
    "chronology": EntryRow,
    "actors": ActorRow,
    "statements": StatementRow,
    "expectations": ExpectationRow,
}


def test_a_chronology_fits_80_columns_and_ends_with_its_sources(dateline, chronicle: str) -> None:
    ran = dateline("chronology", chronicle)
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert max(map(len, lines)) <= 80
    assert lines[0].split() == " ".join(column.head for column in ENTRY_COLUMNS).split()
    assert "S1 = Harbour Times (CW), 16 May 2021" in lines
    assert "\x1b" not in ran.out


def test_a_wide_terminal_gets_a_row_a_line(dateline, chronicle: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert "Ada Lund opens a ferry line" in dateline("chronology", chronicle).out


def test_a_narrow_terminal_still_gets_all_columns(dateline, chronicle: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    ran = dateline("chronology", chronicle)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 40


def test_the_chronology_says_how_much_is_folded_and_how_to_see_it(dateline, chronicle: str) -> None:
    assert "2 entries are folded" in dateline("chronology", chronicle).out
    assert "--all" in dateline("chronology", chronicle).out
    whole = dateline("chronology", chronicle, "--all").out
    assert "folded" not in whole
    assert "↳ A choir sings" in whole


def test_sub_events_are_indented_and_promises_show_their_outcome(dateline, chronicle: str) -> None:
    out = " ".join(dateline("chronology", chronicle).out.split())
    assert "↳ Ada Lund meets Per" in out
    assert "fulfilled:" in out
    assert "see 88abcd" in out


def test_each_row_shows_an_id_that_show_takes(dateline, chronicle: str) -> None:
    first = dateline("chronology", chronicle).out.splitlines()[2].split()[-1]
    shown = dateline("show", chronicle, first)
    assert shown.code == 0
    assert "'five-day', measured from Sunday 16 May 2021" in shown.out
    assert "└ Norvik News Agency: “reported”" in shown.out


def test_show_says_which_events_of_the_page_came_before(dateline, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        " date 2024-04-13 Minister resigns\nMinister resigns\n\n"
        "Anna Ruzic resigned after Hungary expelled two diplomats on Monday, officials in Budapest said.\n\n"
        "The foreign ministry in Budapest called a meeting of all its ambassadors and gave no reasons.\n"
    )
    assert dateline("read", page, "--into", tmp_path / "all.db").code == 0
    rows = json.loads(dateline("chronology", tmp_path / "all.db", "--all", "--format", "json").out)
    resigned = next(row["id"] for row in rows if "resigned" in row["event"])
    out = " ".join(dateline("show", tmp_path / "all.db", resigned).out.split())
    assert "as “after Hungary expelled” says" in out
    assert "bounded by 'after Hungary expelled', 'Monday', counted from Saturday 13 April 2024" in out


def test_show_in_json_has_the_reports(dateline, chronicle: str) -> None:
    shown = json.loads(dateline("show", chronicle, "11ab", "--format", "json").out)
    assert shown["reports"][0]["quote"] == "ended a five-day visit to Norvik"


@pytest.mark.parametrize("command", LISTS)
def test_every_list_has_the_same_rows_in_every_format(dateline, chronicle: str, command: str) -> None:
    rows = json.loads(dateline(command, chronicle, "--format", "json").out)
    lines = [json.loads(line) for line in dateline(command, chronicle, "-f", "jsonl").out.splitlines()]
    table = list(csv.DictReader(io.StringIO(dateline(command, chronicle, "-f", "csv").out)))
    assert rows == lines
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert list(rows[0]) == list(LISTS[command].__struct_fields__)
    assert rows[0]["id"][:6] in dateline(command, chronicle).out or command in ("actors", "statements", "expectations")


@pytest.mark.parametrize("command", [*LISTS, "search"])
def test_every_list_takes_every_filter(dateline, chronicle: str, command: str) -> None:
    query = ["norvik"] if command == "search" else []
    given = {
        "--actor": "Lund", "--place": "Norvik", "--type": "CONSULT", "--status": "happened", "--said-by": "agency",
        "--since": "2000", "--until": "2030-06", "--source": "Harbour",
    }  # fmt: skip
    for option, value in given.items():
        assert dateline(command, chronicle, *query, option, value, "--limit", 3, "-f", "json").code == 0
    both = [word for pair in given.items() for word in pair]
    assert dateline(command, chronicle, *query, *both).code == 0


def test_a_filter_that_nothing_fits_leaves_an_empty_list_and_a_word(dateline, chronicle: str) -> None:
    ran = dateline("chronology", chronicle, "--actor", "Nobody")
    assert (ran.code, ran.out, ran.err) == (0, "", "dateline: no entry fits\n")
    assert dateline("chronology", chronicle, "--actor", "Nobody", "-f", "json").out == "[\n]\n"
    assert dateline("actors", chronicle, "--actor", "Nobody", "-f", "csv").out.startswith("id,name,")


def test_where_all_that_fits_is_folded_the_way_to_see_it_is_said(dateline, chronicle: str) -> None:
    ran = dateline("chronology", chronicle, "--place", "Osmark")
    assert (ran.code, ran.out) == (0, "")
    assert "--all shows them" in ran.err


def test_search_finds_words_and_prints_hits(dateline, chronicle: str) -> None:
    hits = json.loads(dateline("search", chronicle, '"line opens"', "-f", "json").out)
    assert [hit["kind"] for hit in hits] == ["entry"]
    assert list(hits[0]) == list(HitRow.__struct_fields__)


def test_status_counts_what_is_there_and_why_pages_were_rejected(dateline, chronicle: str) -> None:
    out = dateline("status", chronicle).out
    assert "1 binary, not text" in out
    assert "pages/photo.jpg: not text" in out
    assert json.loads(dateline("status", chronicle, "-f", "json").out)["entries"] == 8


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_an_export_to_a_file_is_what_it_would_have_printed(dateline, chronicle: str, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"out.{form}"
    ran = dateline("export", chronicle, form, "--output", file)
    assert (ran.code, ran.out) == (0, "")
    assert file.read_bytes().decode() == dateline("export", chronicle, form).out
    assert list(tmp_path.iterdir()) == [file]


def test_hostile_words_of_a_page_do_not_reach_the_spreadsheet_as_a_formula(dateline, chronicle: str) -> None:
    assert "'=Ferry" not in dateline("search", chronicle, "sails", "-f", "json").out
    assert "'=Ferry to Norvik sails" in dateline("search", chronicle, "sails", "-f", "csv").out


def test_a_dossier_shows_roles_with_days_events_statements_and_others(dateline, chronicle: str) -> None:
    ran = dateline("dossier", chronicle, "Lund", "--limit", 1)
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert (ran.code, lines[0]) == (0, "Ada Lund")
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "Country Norway (NO)" in lines
    assert "Sector GOV, government: “Minister”, Harbour Times (CW), 16 May 2021" in lines
    assert "16 May 2021 – 2 Sep 2021 Minister of Norway (Harbour Times (CW), 16 May 2021)" in " ".join(lines)
    assert "… and 3 more" in lines
    assert "Per Holt (2), Norvik (1)" in lines


def test_a_dossier_in_json_has_everything(dateline, chronicle: str) -> None:
    found = json.loads(dateline("dossier", chronicle, "Lund", "--limit", 1, "-f", "json").out)
    assert len(found["entries"]) == 4
    assert found["roles"][0]["days"] == ["2021-05-16", "2021-09-02"]


def test_a_dossier_of_nobody_says_where_names_are_shown(dateline, chronicle: str) -> None:
    ran = dateline("dossier", chronicle, "Zoe")
    assert (ran.code, ran.out) == (2, "")
    assert "dateline actors" in ran.err
