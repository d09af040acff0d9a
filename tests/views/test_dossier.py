"""The dossier of an actor."""

import datetime

import pytest

from dateline.errors import UsageError
from dateline.views import CoActor, View


def test_a_dossier_has_names_descriptions_and_the_words_that_tell_the_sector(view: View) -> None:
    found = view.dossier("Ada Lund")
    assert (found.names, found.described) == (("Lund",), ("the minister",))
    assert (found.country, found.country_name, found.sector) == ("NO", "Norway", "GOV")
    assert found.country_told is None
    assert found.sector_told is not None
    assert (found.sector_told.words, found.sector_told.source) == ("Minister", "Harbour Times (CW), 16 May 2021")
    assert found.pages == 2


def test_roles_stand_with_their_country_and_days(view: View) -> None:
    (role,) = view.dossier("lund").roles
    assert (role.words, role.title) == ("Minister of Norway", "Minister")
    assert role.days == (datetime.date(2021, 5, 16), datetime.date(2021, 9, 2))
    assert role.evidence.words == "Minister"


def test_events_statements_and_co_actors_are_those_of_the_actor(view: View) -> None:
    found = view.dossier("acto000000000001")
    assert len(found.entries) == 4
    assert [statement.speakers for statement in found.statements] == [("Ada Lund",)]
    assert found.co_actors == (
        CoActor(id="acto000000000002", name="Per Holt", kind="person", entries=2),
        CoActor(id=None, name="Norvik", kind=None, entries=1),
    )


def test_who_does_little_has_a_dossier_too(view: View) -> None:
    found = view.dossier("Per Holt")
    assert (found.roles, found.statements, found.sector) == ((), (), None)
    assert [other.name for other in found.co_actors] == ["Ada Lund"]


def test_nobody_and_several_are_told_apart(view: View) -> None:
    with pytest.raises(UsageError, match="nobody is called Zoe; `dateline actors"):
        view.dossier("Zoe")
    with pytest.raises(UsageError, match=r"l may be Ada Lund \(person, acto000000000001\), Per Holt .* give the name"):
        view.dossier("l")


def test_a_bounded_dossier_has_the_weightiest_entries_and_counts_all(view: View) -> None:
    whole, some = view.dossier("Ada Lund"), view.dossier("Ada Lund", 2)
    assert (len(whole.entries), whole.entries_in_all, len(some.entries), some.entries_in_all) == (4, 4, 2, 4)
    weights = sorted((row.salience for row in whole.entries), reverse=True)
    assert sorted((row.salience for row in some.entries), reverse=True) == weights[:2]
    assert [row.id for row in some.entries] == [
        row.id for row in whole.entries if row.id in {r.id for r in some.entries}
    ]
    assert (some.pages, some.co_actors, some.statements_in_all) == (whole.pages, whole.co_actors, 1)
