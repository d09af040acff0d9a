"""Readers of periods by name: "the third quarter of 2008", "last spring", "the 1990s", "fiscal 2007"."""

from dateline.times.calendar import unit_value
from dateline.times.dates import RELATIVES, relative_count
from dateline.times.grammar import Found
from dateline.times.situation import Resolved, Situation


def read_quarter(found: Found, at: Situation) -> Resolved | None:
    """A quarter by number: of a named year, of "last year", or the closest in the direction of the verb."""
    year = found.number("year")
    if found.has("half_code"):
        return Resolved(value=f"{year}-H{found.number('half_code')}", basis="stated")
    number = found.number("ordinal", "second_word", "quarter_code") or 0
    if not 1 <= number <= 4:
        return None
    if year:
        return Resolved(value=f"{'FY' if found.has('fiscal') else ''}{year:04}-Q{number}", basis="stated")
    return Resolved(value=_quarter(found, number, at), anchor=at.today.isoformat(), basis=at.basis)


def _quarter(found: Found, number: int, at: Situation) -> str:
    relative = found.word(*RELATIVES)
    if relative or found.has("yearly"):
        return f"{unit_value(at.today, 'year', relative_count(relative or 'this'))}-Q{number}"
    current = (at.today.month + 2) // 3
    # Results are told of a quarter that is over, and only rarely of the one that is running.
    step = -((current - number) % 4) if at.direction() != "future" else (number - current) % 4
    return unit_value(at.today, "quarter", step)


def read_season(found: Found, at: Situation) -> Resolved | None:
    """A season of a year, of "last year", or the closest one."""
    season, year = found.word("season") or "", found.number("year")
    if year:
        return Resolved(value=f"{year:04}-{season}", basis="stated")
    relative = found.word(*RELATIVES)
    if found.has("yearly"):
        year_value = unit_value(at.today, "year", relative_count(relative or "this"))
        return Resolved(value=f"{year_value}-{season}", anchor=at.today.isoformat(), basis=at.basis)
    steps = [n for n in range(-4, 5) if unit_value(at.today, "season", n).endswith(season)]
    return Resolved(
        value=unit_value(at.today, "season", _season_step(steps, relative, at)),
        anchor=at.today.isoformat(),
        basis=at.basis,
    )


def _season_step(steps: list[int], relative: str | None, at: Situation) -> int:
    back, ahead = max(n for n in steps if n < 0), min(n for n in steps if n > 0)
    if relative in ("last", "past", "previous"):
        return back
    if relative in ("next", "coming", "following"):
        return ahead
    if 0 in steps:
        return 0
    direction = at.direction()
    return back if direction == "past" or (direction == "present" and -back <= ahead) else ahead


def read_decade(found: Found, _at: Situation) -> Resolved | None:
    """ "the 1990s", "the '90s", "the sixties"."""
    year = found.number("decade", "decade_word") or 0
    year = year + 1900 if year < 100 and year >= 30 else year + 2000 if year < 100 else year
    # "the 1900s" may be ten years or a hundred: the wider one is safe.
    value = f"{year // 100:02}" if year % 100 == 0 and year < 2000 else f"{year // 10:03}"
    return Resolved(value=value, basis="stated")


def read_century(found: Found, _at: Situation) -> Resolved | None:
    """ "the 20th century"."""
    number = found.number("ordinal", "second_word") or 0
    if found.word("unit") != "century" or not 1 <= number <= 100:
        return None
    return Resolved(value=f"{number - 1:02}", basis="stated")


def read_fiscal(found: Found, at: Situation) -> Resolved | None:
    """A fiscal year, whose first month the words do not say."""
    year = found.number("year", "fiscal_code")
    if year:
        return Resolved(value=f"FY{year:04}", basis="stated")
    relative = found.word(*RELATIVES)
    return Resolved(
        value=f"FY{unit_value(at.today, 'year', relative_count(relative or 'this'))}",
        anchor=at.today.isoformat(),
        basis=at.basis,
    )
