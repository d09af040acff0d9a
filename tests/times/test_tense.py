"""Direction follows the verb, as read on Sunday 17 September 2023."""

from collections.abc import Callable

import pytest

Values = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The minister toured the port on Friday.", "Friday", "2023-09-15"),
        ("The minister will tour the port on Friday.", "Friday", "2023-09-22"),
        ("The minister is expected to tour the port Friday.", "Friday", "2023-09-22"),
        ("The minister was expected to arrive around Monday afternoon.", "Monday afternoon", "2023-09-18TAF"),
        ("The army vowed to hold a third test in October.", "October", "2023-10"),
        ("The party promised a referendum in March.", "March", "2024-03"),
        ("The delegation would visit the island on Tuesday, the governor said.", "Tuesday", "2023-09-19"),
        ("The envoy, who had met the king in July, left.", "July", "2023-07"),
        ("The talks are to be held on October 12.", "October 12", "2023-10-12"),
        ("The trial is set to begin on Wednesday.", "Wednesday", "2023-09-20"),
        ("The committee meets Thursday to debate the bill.", "Thursday", "2023-09-21"),
        ("The hearing was postponed until Friday.", "Friday", "2023-09-22"),
        ("He went to the capital to meet the premier on Friday.", "Friday", "2023-09-15"),
        ("Ahead of Tuesday's election, police searched homes.", "Tuesday", "2023-09-19"),
        ("The union may strike on December 1.", "December 1", "2023-12-01"),
        ("The firm plans a launch in November.", "November", "2023-11"),
        ("The president said Monday he would travel south on Thursday.", "Thursday", "2023-09-21"),
        ("The president said Monday he travelled south on Thursday.", "Thursday", "2023-09-14"),
        ("The museum, which opens in October, cost millions.", "October", "2023-10"),
        ("She went south in September.", "September", "2023-09"),
        ("He was due in court on Tuesday.", "Tuesday", "2023-09-19"),
        ("The truce takes effect on Friday.", "Friday", "2023-09-22"),
        ("The road is closed until Friday.", "Friday", "2023-09-22"),
        ("The court rules on Friday.", "Friday", "2023-09-22"),
        ("The coach addresses the crowd on Friday.", "Friday", "2023-09-15"),
        ("She hopes to return in the spring.", "the spring", "2024-SP"),
        ("He swore to return in spring.", "spring", "2024-SP"),
    ],
)
def test_direction(values_of: Values, text: str, words: str, value: str) -> None:
    assert values_of(text)[words] == value


def test_a_past_month_is_the_last_one(values_of: Values) -> None:
    assert values_of("She went south in September for a summit.", "2024-04-13")["September"] == "2023-09"


def test_a_headline_tells_the_past_in_the_present(values_of: Values) -> None:
    assert values_of("Trial of banker concludes Friday", headline=True)["Friday"] == "2023-09-15"
    assert values_of("Court to hear banker Friday", headline=True)["Friday"] == "2023-09-22"


def test_a_month_that_has_just_begun_is_not_yet_told_of(values_of: Values) -> None:
    assert values_of("The mine closed in January.", "2018-01-01")["January"] == "2017-01"
    assert values_of("The mine closed in January.", "2018-01-20")["January"] == "2018-01"


def test_a_dateline_is_never_ahead(values_of: Values) -> None:
    text = "OSLO, Sept. 20 (AP) - The river rose."
    assert values_of(text, "2023-09-17", dateline="OSLO, Sept. 20 (AP) -")["Sept. 20"] == "2022-09-20"
