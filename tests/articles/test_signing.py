"""Who made an article, and what it says of itself."""

import pytest

from dateline.articles.languages import find_language
from dateline.articles.signing import find_agency, find_contributors, find_notes, says
from dateline.records import Dateline, Span


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Holt reported from Norvik.", ("Holt",)),
        ("—Per Holt and Ida Lund contributed to this report.", ("Per Holt", "Ida Lund")),
        ("Additional reporting by Ida Lund in Tarnburg, Jon Aas; Editing by Eva Moe", ("Ida Lund", "Jon Aas")),
        ("With files from Ida Lund and The Canadian Press", ("Ida Lund",)),
        ("With files from Reuters", ()),
        ("The committee reported from its meeting.", ()),
        ("By Per Holt", ()),
    ],
)
def test_contributors(line: str, names: tuple[str, ...]) -> None:
    assert find_contributors([line]) == names


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("---- With files from Northland News Agency.", "Northland News Agency"),
        ("By The Northland News Agency", "Northland News Agency"),
        ("With files from The Canadian Press", "CP"),
        ("By Per Holt", None),
    ],
)
def test_the_agency_of_a_credit_line_need_not_be_a_known_one(line: str, agency: str | None) -> None:
    assert find_agency([line]) == agency


def test_a_credit_says_what_the_initials_of_a_dateline_stand_for() -> None:
    dateline = Dateline(span=Span(0, 9), place="NORVIK", agency="NNA")
    assert find_agency(["By Northland News Agency"], dateline) == "Northland News Agency"
    assert find_agency(["By Southland News Agency"], dateline) == "NNA"


def test_corrections_and_notes_of_the_editor() -> None:
    lines = [
        "Correction: An earlier version of this story gave the wrong length of the quay.",
        "Editor's note: This article is part of our series on harbours.",
        "The council made a correction to its budget on Monday.",
        "Correction: An earlier version of this story gave the wrong length of the quay.",
    ]
    assert [(note.kind, note.text) for note in find_notes(lines)] == [("correction", lines[0]), ("editor", lines[1])]


def test_a_paywall_and_a_request_for_consent_are_told_by_their_words() -> None:
    assert says("paywall", "Subscribe now to continue reading this article")
    assert not says("paywall", "Subscribe to our newsletter")
    assert says("consent", "Before you continue")
    assert not says("consent", "The minister asked for consent of the council")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council of the town agreed on Monday that the old bridge is to be closed for a year.", "en"),
        ("Le conseil de la ville a décidé lundi de fermer le vieux pont pour une année entière.", "fr"),
        ("Совет города решил в понедельник закрыть старый мост на целый год из-за трещин.", "ru"),
        ("시의회는 월요일에 오래된 다리를 일 년 동안 폐쇄하기로 결정했다.", "ko"),
        ("市议会周一决定将旧桥关闭一年。", "zh"),
        ("12 34 56", "und"),
    ],
)
def test_languages_have_their_iso_code(text: str, code: str) -> None:
    assert find_language(text) == code
