"""Actors, statements, expectations and hits as rows."""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.records import Citation, Entry, Expectation, Statement
from dateline.store import Change, Hit, StoreReader, matches, terms
from dateline.views.chains import ladder
from dateline.views.dates import in_words, short_day
from dateline.views.evidence import Evidence, one_line
from dateline.views.rows import ChangeRow, ExpectationRow, HitRow, StatementRow
from dateline.views.selection import first_day


def statement_row(statement: Statement, evidence: Evidence) -> StatementRow:
    """One statement as a row."""
    source = evidence.source(statement.page_id)
    return StatementRow(
        id=statement.id,
        published=source.published,
        speakers=tuple(speaker.name for speaker in statement.speakers),
        stance=statement.stance,
        cue=evidence.words(statement.page_id, statement.cue),
        content=evidence.content(statement),
        form=statement.form,
        addressees=tuple(addressee.name for addressee in statement.addressees),
        medium=statement.medium,
        through=tuple(speaker.name for link in statement.chain[:-1] for speaker in link.speakers),
        channel=statement.chain[-1].channel,
        place=statement.place.name if statement.place else None,
        earliest=statement.interval.earliest if statement.interval else None,
        latest=statement.interval.latest if statement.interval else None,
        topic=statement.topic,
        source=source.cited,
        page=source.page,
        chain=ladder(statement.chain, evidence.text(statement.page_id)),
    )


def holds(content: str, wanted: Sequence[str]) -> bool:
    """Whether a content holds all the words, in any case."""
    words = set(re.findall(r"\w+", content.casefold()))
    return all(word in words for word in wanted)


def expectation_row(expectation: Expectation, entries: Mapping[str, Entry], evidence: Evidence) -> ExpectationRow:
    """One expectation as a row; `entries` hold what is to come and what came."""
    entry = entries[expectation.entry]
    outcome = entries.get(expectation.outcome) if expectation.outcome else None
    return ExpectationRow(
        id=expectation.id,
        due=in_words(expectation.due, ahead=True),
        earliest=expectation.due.earliest,
        latest=expectation.due.latest,
        event=entry.words,
        kind=expectation.kind,
        state=expectation.state,
        said_by=entry.said_by,
        entry=entry.id,
        outcome=expectation.outcome,
        outcome_event=outcome.words if outcome else None,
        sources=tuple(source.cited for source in evidence.sources(entry.reports)),
        said=evidence.cited(expectation.said),
        shown_by=evidence.cited(expectation.shown_by),
        moved_from=tuple(in_words(due, ahead=True) for due in expectation.moved_from),
        **_stands("said", expectation.said, evidence),
        **_stands("shown", expectation.shown_by, evidence),
        moved_by=tuple(evidence.cited(citation) for citation in expectation.moved_by),
    )


def _stands(name: str, citation: Citation | None, evidence: Evidence) -> dict[str, Any]:
    """Where a cited sentence stands, as fields of a row."""
    if citation is None:
        return {}
    page, start = citation.page_id, citation.span.start
    return {
        f"{name}_page": page,
        f"{name}_start": evidence.sentence_start(page, start),
        f"{name}_source": evidence.source(page).cited,
    }


def change_rows(reader: StoreReader, since: str) -> list[ChangeRow]:
    """What became of entries after a run (its number), or from a day on (ISO)."""
    after = since if since.isdecimal() else first_day(since).isoformat()
    return [change_row(change) for change in reader.changes(after)]


def change_row(change: Change) -> ChangeRow:
    """What became of an entry, as a row."""
    turn = change.turn
    return ChangeRow(
        run=change.run,
        at=change.at,
        kind=turn.kind,
        entry=turn.entry,
        event=turn.words,
        others=turn.others,
        detail=turn.detail,
    )


def hit_row(hit: Hit, source: str, page: str | None = None) -> HitRow:
    """Something found, as a row."""
    day = short_day(datetime.date.fromisoformat(hit.day[:10])) if hit.day else ""
    return HitRow(kind=hit.kind, id=hit.id, date=day, text=one_line(hit.snippet), source=source, page=page)


def highlighted(text: str, query: str) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is one of the words that a query asks for."""
    pieces, at = [], 0
    for span in matches(text, terms(query)):
        pieces += [(text[at : span.start], False), (span.of(text), True)]
        at = span.end
    return [piece for piece in (*pieces, (text[at:], False)) if piece[0]]
