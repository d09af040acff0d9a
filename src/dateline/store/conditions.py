"""What the filters mean in SQL, list by list. See `Filters` for the same in words."""

import datetime
from typing import Literal

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, false, func, not_, or_, select

from dateline.store.filters import EVERYTHING, Filters
from dateline.store.folding import folded, storable
from dateline.store.furniture import spaced
from dateline.store.schema import (
    actor_names,
    actors,
    entries,
    entry_names,
    entry_reports,
    expectations,
    locations,
    pages,
    readings,
    related,
    source_names,
    statement_names,
    statements,
)

Condition = ColumnElement[bool]

PARTAKING = ("actor", "recipient")
ENTRY_FIELDS = ("place", "type", "status")


def entry_conditions(connection: Connection, filters: Filters) -> list[Condition]:
    """What an entry must fulfil."""
    found: list[Condition] = []
    named = ((filters.actor, PARTAKING), (filters.place, ("place",)), (filters.said_by, ("said_by",)))
    for name, roles in named:
        if name is not None:
            found.append(entries.c.id.in_(_owners(connection, entry_names, roles, name)))
    if filters.type is not None:
        found.append(entries.c.type.ilike(_plain(filters.type), escape="/"))
    if filters.status is not None:
        found.append(entries.c.status == _code(filters.status))
    if filters.source is not None:
        of_source = select(entry_reports.c.entry_id).where(
            entry_reports.c.page_id.in_(pages_of_source(connection, filters.source))
        )
        found.append(entries.c.id.in_(of_source))
    return found + _time_conditions(entries, filters)


def statement_conditions(connection: Connection, filters: Filters) -> list[Condition]:
    """What a statement must fulfil."""
    found: list[Condition] = []
    for name in (filters.actor, filters.said_by, filters.speaker):
        if name is not None:
            found.append(statements.c.id.in_(_owners(connection, statement_names, ("speaker",), name)))
    for role, name in (("addressee", filters.addressee), ("channel", filters.channel)):
        if name is not None:
            roles = ("channel", "outer") if role == "channel" else (role,)
            found.append(statements.c.id.in_(_owners(connection, statement_names, roles, name)))
    if filters.stance is not None:
        found.append(statements.c.stance == _code(filters.stance))
    if filters.source is not None:
        found.append(statements.c.page_id.in_(pages_of_source(connection, filters.source)))
    for field in ENTRY_FIELDS:
        if getattr(filters, field) is not None:
            found.append(_reports_within(connection, field, filters))
    return found + _time_conditions(statements, filters)


def expectation_conditions(connection: Connection, filters: Filters) -> list[Condition]:
    """What an expectation must fulfil."""
    found = _time_conditions(expectations, filters)
    if filters.status is not None:
        of_status = select(entries.c.id).where(entries.c.status == _code(filters.status))
        own = own_status(connection, "expectations", filters.status)
        found.append(or_(own, expectations.c.entry.in_(of_status)))
    rest = _only(filters, "actor", "place", "type", "said_by", "source")
    if rest != EVERYTHING:
        found.append(expectations.c.entry.in_(_entry_ids(connection, rest)))
    return found


def own_status(connection: Connection, kind: Literal["statements", "expectations"], status: str) -> Condition:
    """What makes a row be of a status by itself, whatever its entries are."""
    code = _code(status)
    if kind == "statements":
        return statements.c.stance == code
    return or_(_in_state(connection, code), expectations.c.kind == code)


def _in_state(connection: Connection, code: str) -> Condition:
    """What is due is kept as open: which it is follows from the date of the last page. See `Expectation.after`."""
    if code not in ("open", "due"):
        return expectations.c.state == code
    last = (connection.scalar(select(func.max(readings.c.published))) or "")[:10]
    is_due = and_(expectations.c.latest.is_not(None), expectations.c.latest < last)
    kept_as_open = and_(expectations.c.state == "open", is_due if code == "due" else not_(is_due))
    return or_(kept_as_open, expectations.c.state == "due") if code == "due" else kept_as_open


def actor_conditions(connection: Connection, filters: Filters) -> list[Condition]:
    """What an actor must fulfil."""
    found: list[Condition] = []
    if filters.actor is not None:
        found.append(actors.c.id.in_(_owners(connection, actor_names, ("name", "other"), filters.actor)))
    rest = _only(filters, "place", "type", "status", "said_by", "since", "until", "source")
    if rest != EVERYTHING:
        taking_part = select(entry_names.c.folded).where(
            entry_names.c.owner.in_(_entry_ids(connection, rest)),
            entry_names.c.role.in_((*PARTAKING, "said_by")),
        )
        found.append(actors.c.folded.in_(taking_part))
    return found


def related_conditions(connection: Connection, filters: Filters) -> list[Condition]:
    """What a related item must fulfil. It has no place, type, status or speaker: none fits filters by these."""
    if _only(filters, *ENTRY_FIELDS, "said_by") != EVERYTHING:
        return [false()]
    found = _time_conditions(related, filters)
    if filters.actor is not None:
        found.append(
            or_(*(related.c.words.contains(text, autoescape=True) for text in _names_of(connection, filters.actor)))
        )
    if filters.source is not None:
        found.append(related.c.page_id.in_(pages_of_source(connection, filters.source)))
    return found


def page_conditions(connection: Connection, filters: Filters) -> list[Condition]:
    """What a page must fulfil by its day of publication and its source."""
    found: list[Condition] = []
    if filters.since is not None:
        found.append(readings.c.published >= filters.since.isoformat())
    if filters.until is not None:
        found.append(readings.c.published < (filters.until + datetime.timedelta(days=1)).isoformat())
    if filters.source is not None:
        found.append(pages.c.id.in_(pages_of_source(connection, filters.source)))
    return found


def location_conditions(connection: Connection, filters: Filters) -> list[Condition]:
    """What a location must fulfil: its own name or that of its place, and its page."""
    found: list[Condition] = []
    if filters.place is not None:
        text = folded(filters.place)
        found.append(or_(locations.c.folded == text, locations.c.place == text))
    if filters.source is not None:
        found.append(locations.c.page_id.in_(pages_of_source(connection, filters.source)))
    return found


def _names_of(connection: Connection, wanted: str) -> list[str]:
    """A name, and the full names of the actors who bear it, as `words` columns have them."""
    bearers = select(actors.c.name).join(actor_names, actor_names.c.owner == actors.c.id)
    named = connection.scalars(bearers.where(actor_names.c.folded == folded(wanted)))
    return sorted({spaced(name) for name in (wanted, *named)})


def _owners(connection: Connection, names: Table, roles: tuple[str, ...], wanted: str) -> Select[tuple[str]]:
    """Owners of a name that fits, in one of the roles."""
    return select(names.c.owner).where(names.c.role.in_(roles), _name_condition(connection, names, roles, wanted))


def _name_condition(connection: Connection, names: Table, roles: tuple[str, ...], wanted: str) -> Condition:
    text = folded(wanted)
    borne = select(actors.c.folded).join(actor_names, actor_names.c.owner == actors.c.id)
    bearers = borne.where(actor_names.c.folded == text)
    as_words = (" " + names.c.folded + " ").contains(f" {text} ", autoescape=True)
    tiers: tuple[Condition, ...] = (names.c.folded == text, or_(names.c.folded.in_(bearers), as_words))
    for tier in tiers:
        if connection.scalar(select(exists().where(names.c.role.in_(roles), tier))):
            return tier
    return names.c.folded.contains(text, autoescape=True)


def pages_of_source(connection: Connection, source: str) -> Select[tuple[str]]:
    """Ids of the pages of a source: publisher or agency in full, else a part of either or of the page's name or URL."""
    text = folded(source)
    if connection.scalar(select(exists().where(source_names.c.folded == text))):
        return select(source_names.c.owner).where(source_names.c.folded == text)
    of_name = select(source_names.c.owner).where(source_names.c.folded.contains(text, autoescape=True))
    return select(pages.c.id).where(or_(pages.c.folded.contains(text, autoescape=True), pages.c.id.in_(of_name)))


def _reports_within(connection: Connection, field: str, filters: Filters) -> Condition:
    """Whether an entry of this place, type or status is reported within the statement."""
    of_entry = select(entry_reports.c.entry_id).where(
        entry_reports.c.page_id == statements.c.page_id,
        entry_reports.c.start >= statements.c.start,
        entry_reports.c.stop <= statements.c.stop,
        entry_reports.c.entry_id.in_(_entry_ids(connection, _only(filters, field))),
    )
    fits: Condition = of_entry.exists()
    if field == "status" and filters.status is not None:
        return or_(fits, own_status(connection, "statements", filters.status))
    return fits


def _entry_ids(connection: Connection, filters: Filters) -> Select[tuple[str]]:
    return select(entries.c.id).where(*entry_conditions(connection, filters))


def _time_conditions(table: Table, filters: Filters) -> list[Condition]:
    found: list[Condition] = []
    dated = or_(table.c.earliest.is_not(None), table.c.latest.is_not(None))
    if filters.since is not None:
        found.append(and_(dated, or_(table.c.latest.is_(None), table.c.latest >= filters.since.isoformat())))
    if filters.until is not None:
        found.append(and_(dated, or_(table.c.earliest.is_(None), table.c.earliest <= filters.until.isoformat())))
    return found


def _only(filters: Filters, *fields: str) -> Filters:
    return Filters(**{field: getattr(filters, field) for field in fields})


def _code(text: str) -> str:
    """ "Not happened" and "not-happened" are `not_happened`."""
    return "_".join(folded(text).replace("-", " ").replace("_", " ").split())


def _plain(text: str) -> str:
    return storable(text).strip().replace("/", "//").replace("%", "/%").replace("_", "/_")
