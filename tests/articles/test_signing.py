"""Who made an article, and what it says of itself."""

import pytest

from dateline.articles.languages import find_language
from dateline.articles.signing import find_agency, find_byline, find_contributors, find_notes, says
from dateline.records import Dateline, Span


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Holt reported from Norvik.", ("Holt",)),
        ("—Per Holt and Ida Lund contributed to this report.", ("Per Holt", "Ida Lund")),
        ("Additional reporting by Ida Lund in Tarnburg, Jon Aas; Editing by Eva Moe", ("Ida Lund", "Jon Aas")),
        ("With files from Ida Lund and The Canadian Press", ("Ida Lund",)),
        ("With files from Reuters", ()),
        (
            "(Reporting by Ida Lund, Jon Aas, with reporting by Per Holt, editing by Eva Moe.)",
            ("Ida Lund", "Jon Aas", "Per Holt"),
        ),
        (
            "Reporting by Ida Lund; additional reporting by Jon Aas and Per Holt; Editing by Eva Moe",
            ("Ida Lund", "Jon Aas", "Per Holt"),
        ),
        ("Norvik Mail writers Ida Lund and Jon Aas contributed to this report.", ("Ida Lund", "Jon Aas")),
        ("The Norvik Mail’s Ida Lund contributed to this report.", ("Ida Lund",)),
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


@pytest.mark.parametrize(
    ("line", "byline", "outlet"),
    [
        ("By Ida Lund", "Ida Lund", None),
        ("By Ida Lund, Norvik Mail", "Ida Lund", "Norvik Mail"),
        ("By Ida Lund | Norvik News", "Ida Lund", "Norvik News"),
        ("By Ida Lund and Jon Aas Staff Writers", "Ida Lund and Jon Aas", None),
        ("By Ida Lund - Senior Science Writer 2024-05-03T08:05:00Z", "Ida Lund", None),
        ("By Ida Lund Updated May 3, 2024, 8:05am EST", "Ida Lund", None),
        ("By Ida Lund May 3, 2024, 08:05 PM EST", "Ida Lund", None),
        ("By Ida Lund, Friday, 3 May 2024 08:05 GMT", "Ida Lund", None),
        ("By Ida Lund on Friday, May 3rd, 2024 at 8:05 a.m.", "Ida Lund", None),
        ("By Ida Lund @idalund May 3, 2024", "Ida Lund", None),
        ("By May Sundby", "May Sundby", None),
        ("By Staff Reports -", "Staff Reports", None),
    ],
)
def test_a_byline_is_names_without_dates_handles_and_roles(line: str, byline: str, outlet: str | None) -> None:
    assert find_byline([line]) == (byline, outlet)


def test_whose_picture_it_is_does_not_say_whose_the_article_is() -> None:
    assert find_agency(["(AP Photo/Jon Aas)", "By Ida Lund"]) is None
    assert find_agency(["Photo: Reuters"]) is None
    assert find_agency(["(AP Photo/Jon Aas)", "The Associated Press"]) == "AP"


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
