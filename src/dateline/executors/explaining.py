"""Why two entries are one, or are not: how their reports compare, and what people decided."""

from itertools import product
from typing import TYPE_CHECKING, Literal

import msgspec

from dateline.errors import UsageError
from dateline.executors.deciding import anchoring
from dateline.executors.judging import named_report
from dateline.executors.merging import TableShelf
from dateline.records import Entry
from dateline.store import MergeWriter, open_store

if TYPE_CHECKING:
    from dateline.merging import Candidate, Kind


KINDS: tuple["Kind", ...] = ("same", "different")
DECIDED = {"same": "they are one event", "different": "they are two events"}


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is compared: what each report says, and whether that lets them be one event."""

    name: str
    one: str
    other: str
    fits: bool
    counts: Literal["must", "may", "score"] = "must"
    """Whether it must fit, may let in what does not fit otherwise, or is only asked for by the score."""


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """The two reports that are most alike, how they compare, and which decisions bind them.

    `together` says whether they stand in one entry, `fit` whether they compare as one event, by which `rule`.
    `score` is how likely they are one event (`dateline.merging.likelihood`). `met` tells what brought them together,
    or why they were not compared; `stands_between` which other report keeps apart two that fit.
    """

    together: bool
    fit: bool
    one: str
    other: str
    rule: str
    features: tuple[Compared, ...]
    score: float
    met: str
    decided: str = ""
    stands_between: str = ""


def why(location: str, one: str, other: str) -> Why:
    """Explain two entries, or two reports (`ID:N`). Raises UsageError where an id is none, or both are one report."""
    from dateline.merging import explain

    with open_store(location, read_only=True) as store, store.reader().merging() as tables:
        reader, shelf = store.reader(), TableShelf(tables)
        (first, a), (second, b) = named_report(reader, one), named_report(reader, other)
        pairs = [(x, y) for x, y in product(_reports(shelf, first, a), _reports(shelf, second, b)) if x.rid != y.rid]
        if not pairs:
            raise UsageError("this is one report: give two entries, or two reports as ID:N")
        x, y = max(pairs, key=lambda pair: (_alike(*pair), pair[1].rid < pair[0].rid))
        links = {kind: shelf.owners(kind, [x.rid]).get(x.rid, []) for kind in KINDS}
        bound = [kind for kind in KINDS if y.rid in links[kind]]
        home = shelf.owners("home", [x.rid, y.rid])
        told = explain(x, y)
        return Why(
            together=home.get(x.rid) == home.get(y.rid),
            fit=told.same,
            one=x.event.words,
            other=y.event.words,
            rule=told.rule,
            features=tuple(Compared(**msgspec.structs.asdict(feature)) for feature in told.features),
            score=told.score,
            met=_met(shelf, x, y),
            decided=_decided(bound[0], {x.rid, y.rid}, tables, shelf) if bound else "",
            stands_between=_between(shelf, first, second) if told.same and first.id != second.id else "",
        )


def _met(shelf: TableShelf, x: "Candidate", y: "Candidate") -> str:
    """What brought two reports together, or why they were not compared."""
    from dateline.merging import WIDTH, meet, shared_keys

    if x.again == y.rid or y.again == x.rid:
        return "one points back to the other"
    if meet(shelf, x, y):
        return "they were compared: they share a key"
    if shared_keys(x, y):
        return (
            f"they were not compared by themselves: more than {WIDTH} earlier reports stand under the keys they share"
        )
    return (
        "they were not compared by themselves: they share no key, that is kind of event with a party and the days, "
        "or the rarer words of a sentence, or of the story"
    )


def _between(shelf: TableShelf, one: Entry, other: Entry) -> str:
    """The first reports of two entries that do not compare as one event, numbered as `show` does."""
    from dateline.merging import explain

    for (n, x), (m, y) in product(enumerate(_reports(shelf, one, -1), 1), enumerate(_reports(shelf, other, -1), 1)):
        told = explain(x, y)
        if not told.same:
            return f"report {n} of the one and report {m} of the other do not fit: {told.rule}"
    return "an earlier report took one of them in first"


def _decided(kind: str, rids: set[str], tables: MergeWriter, shelf: TableShelf) -> str:
    """Who decided what of two reports, when and why; somebody, where it follows from several decisions."""
    from dateline.merging import in_force

    anchored = anchoring(shelf, tables)
    for decision in reversed(in_force(tables.decisions())):
        if decision.kind == kind and rids <= {anchored(target) for target in decision.targets}:
            note = f": {decision.note}" if decision.note else ""
            return f"{decision.by} decided on {decision.at[:10]} that {DECIDED[kind]}{note} [{decision.id[:6]}]"
    return f"from decisions of people follows that {DECIDED[kind]}"


def _reports(shelf: TableShelf, entry: Entry, number: int) -> "list[Candidate]":
    rids = shelf.owners("member", [entry.id]).get(entry.id, [])
    found = shelf.candidates(rids)
    wanted = {entry.reports[number].event_id} if number >= 0 else {report.event_id for report in entry.reports}
    return [c for c in found.values() if c.event.id in wanted]


def _alike(a: "Candidate", b: "Candidate") -> tuple[bool, float]:
    from dateline.merging import explain, likelihood

    return explain(a, b).same, likelihood(a, b)
