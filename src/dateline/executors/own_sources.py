"""Sources of a person's own (a document, a call): each is kept as a page of one sentence, with its citation."""

from collections.abc import Iterable

from dateline.errors import UsageError
from dateline.records import (
    Article,
    Block,
    Decision,
    Page,
    Reading,
    Sentence,
    Span,
    Timestamp,
    content_id,
)
from dateline.store import StoreWriter

OWN = "a person"
"""The reader of a source of one's own."""


def own_page(citation: str, day: str, words: str) -> str:
    """The id of the page that a person's own source is. Raises UsageError where day or words are none."""
    from dateline.merging import source_day

    source_day(day)
    if not words:
        raise UsageError("give the words of the source")
    return content_id("own source", citation, day, words)


def keep_own_sources(writer: StoreWriter, decisions: Iterable[Decision]) -> None:
    """Keep the sources that decisions bring with them, but for those that were taken out for good."""
    erased = writer.merging().erased()
    own = [d for d in decisions if d.source and d.targets[0].quote and d.targets[0].page_id not in erased]
    writer.add_pages(_page(decision) for decision in own)
    writer.add_readings(_reading(decision) for decision in own)


def _page(decision: Decision) -> Page:
    [target] = decision.targets
    where = f"own source {target.page_id}"
    content = target.quote.encode()
    return Page(id=target.page_id, location=where, name=decision.source, media="text/plain", content=content)


def _reading(decision: Decision) -> Reading:
    from dateline.merging import source_day

    [target] = decision.targets
    span = Span(0, len(target.quote))
    article = Article(
        page_id=target.page_id,
        title=decision.source,
        text=target.quote,
        blocks=(Block("body", span),),
        published=Timestamp(day=source_day(decision.day), basis="option"),
        publisher=decision.source,
    )
    return Reading(page_id=target.page_id, reader=OWN, article=article, sentences=(Sentence(span, 0),))
