"""The filters that all lists share, as a record. `conditions.py` says what each means to each list."""

import datetime

import msgspec


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows of a list are wanted; None does not restrict, and all that are given must hold.

    Names (`actor`, `place`, `said_by`) are compared without regard to case, and the first of these that finds anything
    holds: the canonical name in full ("Niger" is not Nigeria); another form in full, or whole words of a name ("US" is
    the United States and not Russia, "Smith" is every Smith); any part of a name.

    - `actor`: takes part, as actor or recipient; of statements the speaker; of actors the actor.
    - `place`: one of the places.
    - `type`: the event type, whole, in either case.
    - `status`: an entry's status; of statements also the stance, of expectations also state and kind.
    - `said_by`: one of those who say so; of statements the speaker.
    - `since`, `until`: the interval shares a day with the time from `since` to `until`, both inclusive. What has no
      date at all is left out when either is given. Statements without a time count on the day of their page; of
      expectations the due interval counts.
    - `source`: publisher or agency of one of the pages in full; where none is, part of either or of the page's name or
      URL.

    - `speaker`, `addressee`, `channel`, `stance`: of statements alone: who, to whom, through whom or what, and the
      class of the cue.

    A statement fits `place`, `type` and `status` when an entry reported within its span does. An expectation fits
    `actor`, `place`, `type`, `said_by` and `source` by its entry. An actor fits all but `actor` when an entry does that
    they take part in or speak for.
    """

    actor: str | None = None
    place: str | None = None
    type: str | None = None
    status: str | None = None
    said_by: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    source: str | None = None
    speaker: str | None = None
    addressee: str | None = None
    channel: str | None = None
    stance: str | None = None


EVERYTHING = Filters()
