"""The dossier of an actor as text for a person."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from dateline.cli.cells import SHORTEST_ID
from dateline.cli.dossier import Part, counted, labelled
from dateline.cli.terminal import printable
from dateline.views import NOTHING, SECTORS, Dossier, EntryRow, Quotation, RoleView, StatementRow, listed, short_day

DATES = 27
"""Width of the days at the left."""

CO_ACTORS = 12
"""How many others are listed; `--format json` has all."""


def portrait(view: Dossier, limit: int) -> Iterator[Part]:
    """An actor: who they are, their roles over time, then at most `limit` events and statements, and the others."""
    yield Text(printable(view.name), style="bold")
    yield from _identity(view)
    if view.roles:
        yield Text("\nRoles", style="bold")
        for role in view.roles:
            yield labelled(days(role), f"{role.words} ({role.evidence.source})", width=DATES)
    yield from _section("Events", [_event(row) for row in view.entries], limit)
    yield from _section("Statements", [_statement(row) for row in view.statements], limit)
    if view.co_actors:
        yield Text("\nWith", style="bold")
        others = [f"{other.name} ({other.entries})" for other in view.co_actors[:CO_ACTORS]]
        more = len(view.co_actors) - CO_ACTORS
        yield labelled("", ", ".join(others) + (f" … and {more:,} more" if more > 0 else ""))


def days(role: RoleView) -> str:
    """`17 Sep 2023`, or `17 Sep 2023 – 2 May 2024` where several days attest a role."""
    first, last = role.days[0], role.days[-1]
    return short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"


def _identity(view: Dossier) -> Iterator[Part]:
    yield labelled("Id", view.id)
    yield labelled("Kind", view.kind)
    country = f"{view.country_name} ({view.country})" if view.country_name else view.country
    yield labelled("Country", _told(country, view.country_told))
    sector = f"{view.sector}, {SECTORS[view.sector]}" if view.sector else None
    yield labelled("Sector", _told(sector, view.sector_told))
    yield labelled("Also", listed(view.names))
    if view.described:
        yield labelled("Called", listed(view.described))
    yield labelled("Seen in", counted(view.pages, "page"))


def _told(what: str | None, told: Quotation | None) -> str:
    if what is None:
        return NOTHING
    return f"{what}: “{told.words}”, {told.source}" if told else what


def _section(title: str, lines: Sequence[tuple[str, str]], limit: int) -> Iterator[Part]:
    if lines:
        yield Text(f"\n{title}", style="bold")
    for label, words in lines[:limit]:
        yield labelled(label, words, width=DATES)
    if len(lines) > limit:
        yield labelled("", f"… and {len(lines) - limit:,} more", width=DATES)


def _event(row: EntryRow) -> tuple[str, str]:
    return row.date, f"{row.event[:1].upper()}{row.event[1:]}, {row.status.replace('_', ' ')} [{row.id[:SHORTEST_ID]}]"


def _statement(row: StatementRow) -> tuple[str, str]:
    to = f" to {', '.join(row.addressees)}" if row.addressees else ""
    return short_day(row.published), f"{row.cue}{to}: {row.content}"
