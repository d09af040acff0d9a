"""Datelines and agencies."""

import pytest

from dateline.articles.datelines import agency_named, agency_within, find_dateline


@pytest.mark.parametrize(
    ("text", "words", "place", "agency"),
    [
        ("BEIJING (AP) — Officials met.", "BEIJING (AP) —", "BEIJING", "AP"),
        ("WASHINGTON, June 3 (Reuters) - Officials met.", "WASHINGTON, June 3 (Reuters) -", "WASHINGTON", "Reuters"),
        ("SEOUL, Sept. 17 (Yonhap) -- Officials met.", "SEOUL, Sept. 17 (Yonhap) --", "SEOUL", "Yonhap"),
        ("LONDON — Officials met.", "LONDON —", "LONDON", None),
        ("KYIV, Ukraine (AP) — Officials met.", "KYIV, Ukraine (AP) —", "KYIV, Ukraine", "AP"),
        ("ST. JOSEPH, Mich. (AP) — Officials met.", "ST. JOSEPH, Mich. (AP) —", "ST. JOSEPH, Mich.", "AP"),
        ("NEW YORK -- Officials met.", "NEW YORK --", "NEW YORK", None),
        ("Paris (AFP) – Officials met.", "Paris (AFP) –", "Paris", "AFP"),
        ("TARNBURG (TNA) — Officials met.", "TARNBURG (TNA) —", "TARNBURG", "TNA"),
        ("(Reuters) - Officials met.", "(Reuters) -", None, "Reuters"),
    ],
)
def test_a_dateline_gives_place_and_agency_and_ends_with_its_dash(
    text: str, words: str, place: str | None, agency: str | None
) -> None:
    dateline = find_dateline(text, 0, len(text))
    assert dateline is not None
    assert (dateline.span.of(text), dateline.place, dateline.agency) == (words, place, agency)


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING — Officials met.",
        "Officials met on Friday — and again on Sunday.",
        "NATO officials met in Brussels on Friday to talk about money — and little else.",
        "A U.S.-led group met.",
        "",
    ],
)
def test_other_beginnings_are_no_dateline(text: str) -> None:
    assert find_dateline(text, 0, len(text)) is None


def test_a_dateline_is_found_within_its_paragraph_only() -> None:
    text = "Headline\n\nOSLO — Officials met."
    assert find_dateline(text, 0, 8) is None
    found = find_dateline(text, 10, len(text))
    assert found is not None
    assert found.span.of(text) == "OSLO —"


@pytest.mark.parametrize(
    ("words", "agency"),
    [("The Associated Press", "AP"), ("-- Reuters", "Reuters"), ("Reuters/AFP", "Reuters"), ("Ida Holm", None)],
)
def test_an_agency_is_known_by_any_of_its_names(words: str, agency: str | None) -> None:
    assert agency_named(words) == agency


def test_within_words_only_unmistakable_names_count() -> None:
    assert agency_within("With files from The Canadian Press") == "CP"
    assert agency_within("Pa said so") is None
