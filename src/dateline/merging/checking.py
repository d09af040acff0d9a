"""Whether a decision means something, before it is kept: what is in the log is applied at every merging."""

import datetime

from dateline.errors import UsageError
from dateline.mentions import name_key
from dateline.merging.additions import checked_cells
from dateline.merging.edits import parsed
from dateline.records import Decision

TARGETS = {"same": 2, "different": 2, "edit": 1, "add": 1, "reject": 1}
"""How many reports decisions of a kind are at least about."""


def check(decision: Decision) -> None:
    """Raise UsageError where a decision could not be applied: something of it is missing, or means nothing."""
    if not decision.id:
        raise UsageError("a decision has no id")
    if len(decision.targets) < TARGETS.get(decision.kind, 0):
        raise UsageError(f"the decision {decision.id} ({decision.kind}) says of too few reports what it is about")
    if decision.kind == "undo" and not decision.undoes:
        raise UsageError(f"the decision {decision.id} does not say what it undoes")
    if decision.kind in ("actor-same", "actor-different"):
        _check_names(decision.names)
    # Of a page that was taken out neither words nor cells are left.
    if any(target.quote for target in decision.targets):
        _check_cells(decision)


def _check_names(names: tuple[str, ...]) -> None:
    keys = [name_key(name) for name in names]
    if len(keys) < 2 or not all(key.strip() for key in keys):
        raise UsageError("give 2 names")
    if len(set(keys)) < len(keys):
        raise UsageError(f"{', '.join(names)}: these are spellings of one name; give two")


def _check_cells(decision: Decision) -> None:
    if decision.kind == "edit":
        parsed(decision.cell, decision.value)
    if decision.kind == "add":
        checked_cells(decision.fields)
    if decision.source:
        source_day(decision.day)


def source_day(day: str) -> datetime.date:
    """The day of a person's own source. Raises UsageError where it is none."""
    try:
        return datetime.date.fromisoformat(day)
    except ValueError as error:
        raise UsageError(f"give the day of the source as --date YYYY-MM-DD, not {day or 'nothing'}") from error
