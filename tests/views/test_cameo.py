"""CAMEO codes of PLOVER types and modes."""

import pytest

from dateline.languages import load
from dateline.views.cameo import cameo_codes


@pytest.mark.parametrize(
    ("type", "mode", "codes"),
    [
        ("COERCE", "arrest", ("173",)),
        ("PROTEST", "hunger", ("142",)),
        ("AID", None, ("07",)),
        ("COERCE", "cyber", ("17",)),
        ("SPORT", None, ()),
        (None, None, ()),
    ],
)
def test_a_mode_has_codes_of_its_own_else_those_of_its_type(
    type: str | None, mode: str | None, codes: tuple[str, ...]
) -> None:
    assert cameo_codes(type, mode) == codes


def test_every_code_is_one_of_cameo_s_two_to_four_digits_and_every_type_has_some() -> None:
    data = load("en", "cameo", dict[str, dict[str, tuple[str, ...]]])
    assert all(modes["type"] for modes in data.values())
    codes = [code for modes in data.values() for own in modes.values() for code in own]
    assert all(code.isdigit() and 2 <= len(code) <= 4 and "01" <= code[:2] <= "20" for code in codes)
