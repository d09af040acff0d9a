"""Reading the annotated pages and scoring what came out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

import msgspec

from dateline.evaluation.gold.cells import CELLS, Names
from dateline.evaluation.gold.layout import Gold, GoldPage
from dateline.evaluation.gold.matching import Anchored, Match, locate, match_page
from dateline.evaluation.measures import Tally, mean
from dateline.records import Chronicle, EventMention, LineKind, Page, Reading, Rejection

type Reader = Callable[[Page], Reading | Rejection]
type Merger = Callable[[Sequence[Reading]], Chronicle]


class Line(msgspec.Struct, frozen=True):
    """A line that the gold gives a kind, with the reader's, None where the reader says nothing of it."""

    number: int
    text: str
    gold: LineKind
    mine: LineKind | None


class ReadPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page, what was read out of it (None where it was rejected), and how both sides meet."""

    name: str
    reading: Reading | None
    rejection: str | None
    anchored: list[Anchored]
    matches: list[Match]
    lines: list[Line]

    @property
    def extra(self) -> list[EventMention]:
        """Extracted events that no annotated one was matched with, in order of the text."""
        taken = {match.event.id for match in self.matches}
        events = self.reading.events if self.reading else ()
        return sorted((e for e in events if e.id not in taken), key=lambda e: e.span)


class Scored(msgspec.Struct, frozen=True, kw_only=True):
    """All that a run of the task found; `together` holds pairs of gold ids whose reports stand in one entry."""

    pages: list[ReadPage]
    names: Names
    scores: dict[str, float]
    wanted_pairs: set[tuple[str, str]]
    together: set[tuple[str, str]]


def score_gold(gold: Gold, read: Reader, merge: Merger) -> Scored:
    """Read the pages, merge them, and compare with the annotation."""
    pages = [_read(gold, name, read) for name in gold.page_names]
    names = Names(gold.aliases)
    wanted = _wanted_pairs(gold)
    together = _pairs_together(pages, merge([page.reading for page in pages if page.reading]))
    scores = {"found": mean(float(any(m.gold.id == a.gold.id for m in p.matches)) for p in pages for a in p.anchored)}
    scores |= _cell_scores([match for page in pages for match in page.matches], names)
    scores["merge"] = Tally(len(wanted & together), len(together), len(wanted)).f1
    if gold.pages is not None:
        scores["lines"] = mean(float(line.gold == line.mine) for page in pages for line in page.lines)
    scores["extra_per_page"] = mean(len(page.extra) for page in pages)
    return Scored(pages=pages, names=names, scores=scores, wanted_pairs=wanted, together=together)


def _read(gold: Gold, name: str, read: Reader) -> ReadPage:
    from dateline.pages import SourceFile, load_page

    page = load_page(SourceFile(str(gold.folder / name)))
    result = read(page) if isinstance(page, Page) else page
    reading = result if isinstance(result, Reading) else None
    anchored = [
        Anchored(event, locate(reading.article, event.quote, event.line) if reading else None)
        for event in gold.events
        if event.page == name
    ]
    return ReadPage(
        name=name,
        reading=reading,
        rejection=f"{result.reason}: {result.detail}" if isinstance(result, Rejection) else None,
        anchored=anchored,
        matches=match_page(anchored, reading) if reading else [],
        lines=list(_lines(page, gold.pages or (), reading, name)),
    )


def _lines(page: Page | Rejection, pages: Iterable[GoldPage], reading: Reading | None, name: str) -> Iterable[Line]:
    annotated = next((p for p in pages if p.page == name), None)
    if annotated is None or isinstance(page, Rejection):
        return
    labels = {label.number: label.kind for label in reading.article.lines} if reading else {}
    for number, text in enumerate(page.text.split("\n"), 1):
        kind = annotated.kind_of(number) if text.strip() else None
        if kind is not None:
            yield Line(number, text, kind, labels.get(number))


def _cell_scores(matches: list[Match], names: Names) -> dict[str, float]:
    scores = {}
    for cell in CELLS:
        values = [cell.score(match, names) for match in matches]
        scores[cell.name] = mean(value for value in values if value is not None)
    return scores


def _wanted_pairs(gold: Gold) -> set[tuple[str, str]]:
    labelled = defaultdict(list)
    for event in gold.events:
        if event.same_as is not None:
            labelled[event.same_as].append(event.id)
    return _pairs(labelled.values())


def _pairs_together(pages: list[ReadPage], chronicle: Chronicle) -> set[tuple[str, str]]:
    """Pairs of annotated events whose extracted reports were merged into one entry."""
    entry_of = {report.event_id: entry.id for entry in chronicle.entries for report in entry.reports}
    members = defaultdict(list)
    for match in (m for page in pages for m in page.matches):
        if match.event.id in entry_of:
            members[entry_of[match.event.id]].append(match.gold.id)
    return _pairs(members.values())


def _pairs(groups: Iterable[list[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}
