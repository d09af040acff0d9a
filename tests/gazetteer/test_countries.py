"""The country table."""

from dateline.gazetteer import gazetteer


def test_every_country_has_a_code_of_two_letters_and_a_name() -> None:
    codes = gazetteer().codes
    assert len(codes) > 190
    assert all(len(code) == 2 and code.isupper() and row.name for code, row in codes.items())


def test_norway_is_not_a_truth_value() -> None:
    assert gazetteer().names["Norway"].code == "NO"


def test_a_demonym_leads_to_its_country() -> None:
    table = gazetteer()
    assert table.adjectives["Dutch"].name == "Netherlands"
    assert table.people["Danes"].name == "Denmark"
    assert table.capitals["Kyiv"].name == "Ukraine"


def test_no_word_names_two_countries() -> None:
    table = gazetteer()
    rows = table.codes.values()
    for forms in ("alternates", "adjectives", "capitals"):
        listed = [form for row in rows for form in getattr(row, forms)]
        assert len(set(listed)) == len(listed)
