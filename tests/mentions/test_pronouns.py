"""Whom pronouns stand for."""

from collections.abc import Callable
from typing import Any

ReadFunction = Callable[..., Any]


def test_he_is_the_subject_who_reports(read: ReadFunction) -> None:
    page = read("Antti Laine met Lars Holm. Laine said he would return.")
    assert page.behind("he") == "Antti Laine"


def test_an_object_is_not_the_subject_of_its_own_clause(read: ReadFunction) -> None:
    page = read("Antti Laine arrived late. Peter Holm greeted him at the airport.")
    assert page.behind("him") == "Antti Laine"


def test_she_is_not_a_man(read: ReadFunction) -> None:
    page = read("Anna Berg met Peter Holm. He said she was kind.")
    assert page.behind("she") == "Anna Berg"
    assert page.behind("He") == "Peter Holm"


def test_his_may_come_before_the_name(read: ReadFunction) -> None:
    page = read("In his first speech as leader, Antti Laine promised reforms.")
    assert page.behind("his") == "Antti Laine"


def test_who_speaks_does_not_call_himself_he_in_quotation_marks(read: ReadFunction) -> None:
    page = read("Antti Laine praised Lars Holm. “He is a friend,” Laine said.")
    assert page.behind("He") == "Lars Holm"


def test_they_are_both_subjects_named_together(read: ReadFunction) -> None:
    page = read("Antti Laine and Lars Holm went to Bergen, where they inspected a frigate.")
    assert page.all_behind("they") == ["Antti Laine", "Lars Holm"]


def test_they_are_the_group_that_reports(read: ReadFunction) -> None:
    page = read("Police said they had arrested a man.")
    assert page.behind("they") == "police"


def test_it_is_the_state_that_says_so(read: ReadFunction) -> None:
    page = read("Norway says it will not send ships, and has recalled its envoy.")
    assert page.behind("it") == "Norway"
    assert page.behind("its") == "Norway"


def test_it_stays_open_where_no_state_or_body_is_the_subject(read: ReadFunction) -> None:
    page = read("It was raining when Anna Berg came.")
    assert page.behind("It") is None


def test_who_is_the_person_before_it(read: ReadFunction) -> None:
    page = read("Ingrid Solheim, who leads the party, resigned.")
    assert page.behind("who") == "Ingrid Solheim"


def test_it_as_an_object_is_not_the_subject_of_its_own_clause(read: ReadFunction) -> None:
    page = read("The Norwegian coast guard put off any attempt to move it.", "Norway said that Sweden had attacked it.")
    assert page.all_behind("it", 0) == ["Norway"]
