"""One person's name in several spellings, orders and lengths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.mentions import asked_keys, name_key, short_keys

NAMES = st.lists(st.text("abcdefgiklmnoprstuvyäøéñ'-.", min_size=1, max_size=12), min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    "spellings",
    [
        "Park Min Ho, Park Min-ho, Min-ho Park, PARK MIN HO, Park Minho",
        "Li Weimin, Weimin Li, Li Wei-min",
        "Andriy Horetsky, Andrii Horetskyy, Andriy Horetskiy, Horetsky Andriy",
        "Sergei Malyshev, Sergey Malyshev, Malyshev Sergei",
        "Yuri Khramov, Yury Khramoff, Yuriy Khramov",
        "Alexander Petrov, Aleksandr Petrov, Alexandr Petrov",
        "Mohammed al-Qudri, Muhammad al-Qudri, Mohamed el-Kudri, Mohammad Qudri",
        "Hussein Khoury, Hussain Khoury, Husayn Khouri",
        "Recep Yıldız, Recep Yildiz",
        "Jürgen Möller, Juergen Moeller, Jurgen Moller",
        "Søren Ørsted, Soren Orsted",
        "Lê Văn Tám, Le Van Tam",
        "Zoltán Farkas, Farkas Zoltán",
        "Joe Hartwell, Joseph Hartwell",
        "Samuel Hartwell, Samuel Hartwell Jr.",
        "Shaun O'Hara, Shaun O’Hara, Shaun OHara",
    ],
)
def test_spellings_and_orders_of_one_name_share_a_key(spellings: str) -> None:
    names = spellings.split(", ")
    assert {name: name_key(name) for name in names} == dict.fromkeys(names, name_key(names[0]))


@pytest.mark.parametrize(
    "names",
    [
        "John Allan, John Allen, Joan Allen",
        "Paul Ryan, Ryan Paul",
        "Li Fan, Li Fen, Li Fang",
        "Park Min Ho, Park Min Jo",
        "George W. Hale, George H.W. Hale, George Hale",
        "Peter Hansen, Peter Hanson",
        "Mohammed Farid, Ahmed Farid",
        "Marta Silva Santos, Marta Santos",
    ],
)
def test_names_of_different_people_keep_different_keys(names: str) -> None:
    keys = [name_key(name) for name in names.split(", ")]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Soto", "Marta Silva Soto"),
        ("Silva Soto", "Marta Silva Soto"),
        ("Marta Silva", "Marta Silva Soto"),
        ("Marta Soto", "Marta Silva Soto"),
        ("Jan Brink", "Jan van den Brink"),
        ("van den Brink", "Jan van den Brink"),
        ("Kudri", "Mohammed al-Qudri"),
        ("Samuel Hartwell", "Samuel J. Hartwell"),
        ("Faisal bin Harith", "Faisal bin Harith al-Badri"),
        ("Park", "Park Min-ho"),
    ],
)
def test_a_full_name_is_found_under_its_short_forms(short: str, full: str) -> None:
    assert set(asked_keys(short)) & short_keys(full)


def test_a_middle_name_or_initial_alone_is_no_short_form() -> None:
    assert not set(asked_keys("Silva")) & short_keys("Marta Silva Soto")
    assert not set(asked_keys("J. Hartwell")) & short_keys("Samuel J. Hartwell")


def test_what_holds_no_letters_has_no_key() -> None:
    assert (name_key("7-11 …"), short_keys("7-11 …")) == ("", frozenset())


@given(NAMES)
def test_case_does_not_count_and_no_name_is_short_for_itself(name: str) -> None:
    assert name_key(name.upper()) == name_key(name)
    assert name_key(name) not in short_keys(name)


def test_a_very_long_name_takes_no_time() -> None:
    assert len(name_key(" ".join(["ab" * 5_000] * 500))) <= 8 * 40
