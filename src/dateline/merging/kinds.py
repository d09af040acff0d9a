"""Words for one kind of event ("earthquake" and "temblor", "hire" and "appoint"), by a list of our own."""

from functools import cache

import msgspec

from dateline.languages import load

ENDINGS = ("s", "es", "ed", "ing")
"""What a headline's verb or noun keeps where the tagger took it for another word."""


class Triggers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `triggers.yaml`. `alike` has a line of words for each kind of event, parted by blanks."""

    alike: tuple[str, ...]
    reporting: frozenset[str]
    light: frozenset[str]


@cache
def triggers() -> Triggers:
    """The list, loaded once a process."""
    data: Triggers = load("en", "triggers", Triggers)
    return data


@cache
def _kinds() -> dict[str, str]:
    return {word: line.split()[0] for line in triggers().alike for word in line.split()}


def base_of(lemma: str) -> str:
    """The lemma, or the word of the list that it is a form of."""
    data, known = triggers(), _kinds()
    for form in (lemma, *(lemma.removesuffix(end) for end in ENDINGS if lemma.endswith(end))):
        if form in known or form in data.reporting or form in data.light:
            return form
    return lemma


def kind_of(lemma: str) -> str | None:
    """The first word of the kind of event that a lemma or family stands for; None where the list does not know it."""
    return _kinds().get(base_of(lemma))


def are_alike(one: str, other: str) -> bool:
    """Whether two lemmas or families are the same, or stand in the list as of one kind."""
    return one == other or (kind_of(one) is not None and kind_of(one) == kind_of(other))
