"""Whether two reports tell of one event. No statistics of the chronicle are used, only the two reports."""

from dateline.merging.candidates import Candidate
from dateline.merging.kinds import are_alike
from dateline.merging.leads import likeness

MEETING = "meeting"
JOURNEY = "journey"
COARSE_DAYS = 28
"""From a month on, an interval says how exact the page is, not how long the event was."""
LONGEST_DAYS = 400
NEAR_DAYS = 3
COMMON_WORDS = 4
COMMON_SHARE = 0.5
"""Longer words that two reports share which contradict each other on a day, and their share of the shorter sentence."""
COPIED_WORDS = 6
COPIED_SHARE = 0.75
"""Share of their longer words that copied sentences have in common, and how many they need at least."""
ONE_STORY = 0.2
"""Likeness (`leads.likeness`) from which what two pages are mainly about is compared without parties."""
REJECTED_DAY = 0.15
"""The same where one page says that it was not on the day that the other gives."""


def same_event(a: Candidate, b: Candidate) -> bool:
    """Kind, time class, parties, days and places must all agree.

    Within a page a writer who tells of an event again marks it: only a definite noun that points back, or a headline
    with its story, is the same; two plain reports are two events.
    """
    if a.event.page_id == b.event.page_id:
        return told_again(a, b)
    if same_sentence(a, b):
        return True
    if a.time_class != b.time_class:
        return False
    if one_story(a, b) or rejects_day(a, b):
        return True
    return (
        same_kind(a, b)
        and (same_parties(a, b) or contradict_on_actor(a, b))
        and (same_days(a, b) or contradict_on_days(a, b))
        and (same_place(a, b) or contradict_on_place(a, b))
    )


def one_story(a: Candidate, b: Candidate) -> bool:
    """What two pages of one story are mainly about: the same kind of event on the same day, and nobody else's."""
    return (
        story_likeness(a, b) >= ONE_STORY
        and a.interval.is_day
        and a.interval == b.interval
        and is_near(a, b)
        and are_alike(a.family, b.family)
        and JOURNEY not in (a.family, b.family)
        and not _names_others(a, b)
        and same_place(a, b)
    )


def rejects_day(a: Candidate, b: Candidate) -> bool:
    """One story whose main event one page puts on a day of which the other says "and not on Monday"."""
    if story_likeness(a, b) < REJECTED_DAY or not (a.interval.is_day and b.interval.is_day) or not is_near(a, b):
        return False
    told = any(i == y.interval for x, y in ((a, b), (b, a)) if x.lead for i in x.lead.not_then)
    types = {a.event.type, b.event.type} - {None}
    return told and len(types) < 2 and not _names_others(a, b) and same_place(a, b)


def story_likeness(a: Candidate, b: Candidate) -> float:
    """How far two pages tell one story, where both reports are of what their page is mainly about; else 0."""
    return likeness(a.lead, b.lead) if a.lead is not None and b.lead is not None else 0.0


def _names_others(a: Candidate, b: Candidate) -> bool:
    """Whether both name who did it, or to whom, and others. Who is only described does not count."""
    for mine, yours in ((a.actors, b.actors), (a.recipients, b.recipients)):
        if mine and yours and not mine & yours and mine & a.named_parties and yours & b.named_parties:
            return True
    return False


def contradict_on_actor(a: Candidate, b: Candidate) -> bool:
    """One deed to the same on one day in the same words, put down to different actors, by one only as some say."""
    others = a.actors and b.actors and not a.actors & b.actors and a.recipients & b.recipients
    return bool(others) and (is_doubtful(a) or is_doubtful(b)) and _is_told_alike(a, b)


def is_doubtful(c: Candidate) -> bool:
    """Whether somebody only says, or the page only supposes, who did it."""
    return bool(c.event.chain) or any(x.role == "actor" and x.doubt is not None for x in c.event.arguments)


def contradict_on_place(a: Candidate, b: Candidate) -> bool:
    """The same people with the same people on one day: nobody is in two places, so the pages contradict each other."""
    people = "person" in a.kinds_of("actor") and "person" in b.kinds_of("actor")
    shared = len(a.parties & b.parties) >= 2 and a.family == b.family
    return people and shared and _is_told_alike(a, b)


def _is_told_alike(a: Candidate, b: Candidate) -> bool:
    """The same kind on the same day, on pages near in time, in mostly the same words."""
    alike = a.interval.is_day and a.interval == b.interval and a.family == b.family
    return alike and is_near(a, b) and _shares_words(a, b)


def is_near(a: Candidate, b: Candidate) -> bool:
    """Whether two pages came out at most `NEAR_DAYS` apart."""
    return abs((a.published - b.published).days) <= NEAR_DAYS


def _shares_words(a: Candidate, b: Candidate) -> bool:
    shared, fewer = len(a.wording & b.wording), min(len(a.wording), len(b.wording))
    return shared >= COMMON_WORDS and shared >= COMMON_SHARE * fewer


def contradict_on_days(a: Candidate, b: Candidate) -> bool:
    """One event on two days: days side by side, pages near in time, the same kind, and mostly the same words.

    What happens day after day is told in the same words too, but then in pages of each day.
    """
    if not (a.interval.is_day and b.interval.is_day) or a.family != b.family:
        return False
    if abs(_ordinal(a) - _ordinal(b)) != 1 or (a.published - b.published).days * (_ordinal(a) - _ordinal(b)) > 0:
        return False
    return is_near(a, b) and _shares_words(a, b)


def _ordinal(c: Candidate) -> int:
    return c.interval.earliest.toordinal() if c.interval.earliest else 0


def same_sentence(a: Candidate, b: Candidate) -> bool:
    """Copies of one dispatch: the same verb in almost the same words, and no other days."""
    if a.event.lemma != b.event.lemma or a.time_class != b.time_class or not _may_be_days(a, b):
        return False
    shared, fewer = len(a.wording & b.wording), min(len(a.wording), len(b.wording))
    return fewer >= COPIED_WORDS and shared >= COPIED_SHARE * len(a.wording | b.wording)


def told_again(a: Candidate, b: Candidate) -> bool:
    """Whether one page tells of an event twice: it points back to it, or the headline tells it first."""
    if a.event.id == b.event.same_as or b.event.id == a.event.same_as:
        return True
    if a.headline == b.headline:
        return False
    return (
        a.time_class == b.time_class
        and same_kind(a, b)
        and same_parties(a, b)
        and _may_be_days(a, b)
        and same_place(a, b)
    )


def same_kind(a: Candidate, b: Candidate) -> bool:
    """Whether both are of one family of the codebook, or of one type that is not only talk or travel."""
    if a.family == b.family:
        return True
    return (
        a.event.type is not None
        and a.event.type == b.event.type
        and JOURNEY not in (a.family, b.family)
        and a.event.type != "CONSULT"
    )


def same_parties(a: Candidate, b: Candidate) -> bool:
    """Meetings: the same people, whoever is named first. Journeys: the same traveller. Else: actors and recipients."""
    if a.family == b.family == MEETING:
        return a.parties == b.parties or len(a.parties & b.parties) >= 2
    if a.family == b.family == JOURNEY:
        return bool(a.actors & b.actors) and not is_stop(a, b) and not is_stop(b, a)
    if not a.actors & b.actors:
        return not (a.actors and b.actors) and bool(a.recipients & b.recipients)
    return not (a.recipients and b.recipients) or bool(a.recipients & b.recipients)


def is_stop(a: Candidate, b: Candidate) -> bool:
    """Whether one is a day out of the other's several: a stop on the trip, not the trip."""
    days = _days(b)
    return a.interval.is_day and days is not None and 1 < days < COARSE_DAYS


def _days(c: Candidate) -> int | None:
    if c.interval.earliest is None or c.interval.latest is None:
        return None
    return (c.interval.latest - c.interval.earliest).days + 1


def same_days(a: Candidate, b: Candidate) -> bool:
    """Both dated, and the days meet. A claim or plan without a date is the same where the words are of one verb."""
    if a.interval.is_open and b.interval.is_open:
        return a.time_class != "real" and a.event.lemma == b.event.lemma and a.status == b.status
    return _is_bounded(a) and _is_bounded(b) and a.interval.intersection(b.interval) is not None


def _may_be_days(a: Candidate, b: Candidate) -> bool:
    return a.interval.intersection(b.interval) is not None


def _is_bounded(c: Candidate) -> bool:
    days = _days(c)
    return days is not None and days <= LONGEST_DAYS


def same_place(a: Candidate, b: Candidate) -> bool:
    """Named places do not differ. A country and a place in it cannot be told apart here and do not count."""
    if not a.places or not b.places or a.places & b.places:
        return True
    return a.family == MEETING and "country" in a.kinds_of("place") | b.kinds_of("place")
