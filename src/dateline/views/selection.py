"""What people type to select rows, checked: days, statuses, types."""

import calendar
import datetime
import re
from collections.abc import Callable, Iterable
from importlib import resources
from typing import get_args

from dateline.errors import UsageError
from dateline.records import ExpectationState, Side, Stance, Status
from dateline.store import Filters

STATUSES: tuple[str, ...] = get_args(Status)
STANCES: tuple[str, ...] = get_args(Stance)
SIDES: tuple[Side, ...] = get_args(Side)
STATES: tuple[str, ...] = get_args(ExpectationState)

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def filters(
    *,
    actor: str | None = None,
    place: str | None = None,
    type: str | None = None,
    status: str | None = None,
    said_by: str | None = None,
    since: str | None = None,
    until: str | None = None,
    source: str | None = None,
    speaker: str | None = None,
    addressee: str | None = None,
    channel: str | None = None,
    stance: str | None = None,
    statuses: Iterable[str] = STATUSES,
    types: Iterable[str] = (),
) -> Filters:
    """Filters from what was typed; `statuses` are those that the list knows, `types` those beside the codebook's.

    Raises UsageError where a day, a status or a type is none, with the valid ones.
    """
    wanted = Filters(
        actor=actor,
        place=place,
        type=_one_of("--type", type, {*codebook_types(), *types}, str.upper),
        status=_one_of("--status", status, statuses, _status),
        said_by=said_by,
        since=first_day(since) if since is not None else None,
        until=last_day(until) if until is not None else None,
        source=source,
        speaker=speaker,
        addressee=addressee,
        channel=channel,
        stance=_one_of("--stance", stance, STANCES, _status),
    )
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise UsageError(f"--since {since} is after --until {until}")
    return wanted


def side(given: str | None) -> Side | None:
    """The side of a claim that was typed. Raises UsageError where it is none."""
    name = _one_of("--side", given, SIDES, _status)
    return next((known for known in SIDES if known == name), None)


def first_day(text: str) -> datetime.date:
    """The first day of YYYY, YYYY-MM or YYYY-MM-DD. Raises UsageError."""
    year, month, day = _parts("--since", text)
    return _date("--since", text, year, month or 1, day or 1)


def last_day(text: str, option: str = "--until") -> datetime.date:
    """The last day of YYYY, YYYY-MM or YYYY-MM-DD. Raises UsageError, which names the option."""
    year, month, day = _parts(option, text)
    last = _date(option, text, year, month or 12, day or 1)
    return last if day else last.replace(day=calendar.monthrange(last.year, last.month)[1])


def codebook_types() -> tuple[str, ...]:
    """Names of the event types that the codebook knows, in order; NONE, its list of untyped events, is no type."""
    folder = resources.files("dateline.languages") / "en" / "events"
    names = {file.name.removesuffix(".yaml") for file in folder.iterdir() if file.name.endswith(".yaml")}
    return tuple(sorted(names - {"NONE"}))


def _one_of(option: str, given: str | None, valid: Iterable[str], normal: Callable[[str], str]) -> str | None:
    if given is None:
        return None
    known = {normal(name): name for name in sorted(valid)}
    name = known.get(normal(given))
    if name is None:
        raise UsageError(f"{option} {given} is unknown; choose from {', '.join(dict.fromkeys(known.values()))}")
    return name


def _status(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")


def _parts(option: str, text: str) -> tuple[int, int | None, int | None]:
    match = _DAY.fullmatch(text.strip())
    if match is None:
        raise _no_date(option, text)
    year, month, day = (int(part) if part else None for part in match.groups())
    return year or 0, month, day


def _date(option: str, text: str, year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except ValueError as error:
        raise _no_date(option, text) from error


def _no_date(option: str, text: str) -> UsageError:
    return UsageError(f"{option} {text} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
