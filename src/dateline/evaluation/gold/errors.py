"""What went wrong, next to the sentences it went wrong in. Made for people who tune the reader."""

from collections.abc import Callable, Iterator

from dateline.evaluation.gold.cells import CELLS, Cell
from dateline.evaluation.gold.layout import GoldEvent
from dateline.evaluation.gold.matching import Anchored, Match, overlap
from dateline.evaluation.gold.scoring import ReadPage, Scored
from dateline.records import EventMention, Reading, Sentence, Span


def explain(scored: Scored) -> Iterator[str]:
    """The scores, which events each cell is wrong in, then each page sentence by sentence, lines and merges."""
    yield from _summary(scored)
    for page in scored.pages:
        yield from _page(page, scored)
    yield from _merges(scored)


def _summary(scored: Scored) -> Iterator[str]:
    yield "  ".join(f"{name} {value:.4f}" for name, value in scored.scores.items())
    yield ""
    missed = [a.gold.id for page in scored.pages for a in _missed(page)]
    yield f"not found ({len(missed)}): {' '.join(missed)}"
    matches = [match for page in scored.pages for match in page.matches]
    for cell in CELLS:
        wrong = [match.gold.id for match in matches if _is_wrong(cell, match, scored)]
        yield f"{cell.name} wrong ({len(wrong)}): {' '.join(wrong)}"
    half = [m.gold.id for m in matches if m.gold.start is m.gold.end is None and _is_half_open(m.event)]
    yield f"date open at one end where the gold gives none ({len(half)}): {' '.join(half)}"


def _missed(page: ReadPage) -> list[Anchored]:
    found = {match.gold.id for match in page.matches}
    return [anchored for anchored in page.anchored if anchored.gold.id not in found]


def _is_wrong(cell: Cell, match: Match, scored: Scored) -> bool:
    value = cell.score(match, scored.names)
    return value is not None and value < 1


def _is_half_open(event: EventMention) -> bool:
    interval = event.date.interval
    return (interval.earliest is None) != (interval.latest is None)


def _page(page: ReadPage, scored: Scored) -> Iterator[str]:
    yield ""
    yield f"{'=' * 20} {page.name}"
    if page.reading is None:
        yield f"rejected, {page.rejection}"
        return
    yield f"{page.reading.article.published.iso} | {page.reading.article.title} | {len(page.extra)} extra"
    for sentence in page.reading.sentences:
        yield from _sentence(page, page.reading, sentence, scored)
    for anchored in page.anchored:
        if anchored.span is None:
            yield f"  {anchored.gold.id} MISSED, its line is not in the article: {anchored.gold.quote}"
    yield from _lines(page)


def _sentence(page: ReadPage, reading: Reading, sentence: Sentence, scored: Scored) -> Iterator[str]:
    def here(span: Span) -> bool:
        return sentence.span.start <= span.start < sentence.span.end

    text = reading.article.text
    items: list[tuple[Span, list[str]]] = [
        (a.span, _missed_lines(a.gold, a.span, reading)) for a in _missed(page) if a.span and here(a.span)
    ]
    items += [(m.event.span, _match_lines(m, scored)) for m in page.matches if here(m.event.span)]
    items += [(e.span, [_extra_line(e, text)]) for e in page.extra if here(e.span)]
    if items:
        block = reading.article.blocks[sentence.block]
        yield ""
        yield f"[{block.line or block.kind}] {_flat(sentence.span.of(text))}"
        for _, lines in sorted(items, key=lambda item: item[0]):
            yield from lines


def _match_lines(match: Match, scored: Scored) -> list[str]:
    event = match.event
    right = [c.name for c in CELLS if not _is_wrong(c, match, scored)]
    lines = [
        f"  {match.gold.id} found {match.overlap:.2f}  gold «{match.gold.quote}»",
        f"      reader {_evidence(event, match.text)}  right: {' '.join(right) or 'none'}",
    ]
    wrong = [cell for cell in CELLS if cell.name not in right]
    return lines + [
        f"      x {cell.name:8} gold {cell.gold(match.gold)}   |   reader {cell.mine(event)}" for cell in wrong
    ]


def _missed_lines(gold: GoldEvent, span: Span, reading: Reading) -> list[str]:
    lines = [
        f"  {gold.id} MISSED  gold «{gold.quote}»  {gold.what}",
        f"      {_cells(lambda cell: cell.gold(gold))}",
    ]
    near = [event for event in reading.events if event.span.overlaps(span)]
    lines += [f"      near {overlap(span, e.span):.2f} {_evidence(e, reading.article.text)}" for e in near]
    return lines


def _extra_line(event: EventMention, text: str) -> str:
    return f"  + {_evidence(event, text)}  {event.words} | {_cells(lambda cell: cell.mine(event))}"


def _evidence(event: EventMention, text: str) -> str:
    return f"«{_flat(event.span.of(text))}» [{event.trigger.of(text)}]"


def _cells(show: Callable[[Cell], str]) -> str:
    return " | ".join(f"{cell.name} {show(cell)}" for cell in CELLS)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _lines(page: ReadPage) -> Iterator[str]:
    wrong = [line for line in page.lines if line.gold != line.mine]
    yield ""
    yield f"lines wrong: {len(wrong)} of {len(page.lines)}"
    for line in wrong:
        yield f"  line {line.number}: gold {line.gold}, reader {line.mine or 'says nothing'}: {_flat(line.text)[:160]}"


def _merges(scored: Scored) -> Iterator[str]:
    what = {a.gold.id: a.gold.what for page in scored.pages for a in page.anchored}
    found = {match.gold.id for page in scored.pages for match in page.matches}
    yield ""
    yield f"{'=' * 20} merging"
    for one, other in sorted(scored.wanted_pairs - scored.together):
        lost = [name for name in (one, other) if name not in found]
        reason = f"not found: {' '.join(lost)}" if lost else "both found, not merged"
        yield f"  missed {one} = {other} ({reason}): {what[one]} = {what[other]}"
    for one, other in sorted(scored.together - scored.wanted_pairs):
        yield f"  wrongly merged {one} = {other}: {what[one]} = {what[other]}"
