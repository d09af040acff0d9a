"""The pages behind an entry: sources to cite, and the words that a report stands on."""

from functools import cached_property, lru_cache

from dateline.errors import ChronicleError
from dateline.records import EventMention, Reading, Report, Span, Statement
from dateline.store import StoreReader
from dateline.views.citations import Source

CACHED_READINGS = 256


class Evidence:
    """Looks up pages and readings by page id, keeping the last few readings: what is near in time shares pages."""

    def __init__(self, reader: StoreReader) -> None:
        self.reading = lru_cache(CACHED_READINGS)(self._reading)
        self._reader = reader

    @cached_property
    def every_source(self) -> tuple[Source, ...]:
        """The pages that were read, in order of publication."""
        return tuple(Source.of(page) for page in self._reader.pages() if page.published)

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.page: source for source in self.every_source}

    def source(self, page: str) -> Source:
        """The source that a page is."""
        return self._sources[page]

    def sources(self, reports: tuple[Report, ...]) -> tuple[Source, ...]:
        """The sources of reports, each once, in order."""
        return tuple(self.source(page) for page in dict.fromkeys(report.page_id for report in reports))

    def mention(self, report: Report) -> EventMention:
        """The event mention that a report is of."""
        return next(event for event in self.reading(report.page_id).events if event.id == report.event_id)

    def text(self, page: str) -> str:
        """The article that spans of a page point into."""
        return self.reading(page).article.text

    def content(self, statement: Statement) -> str:
        """What a statement says, parted contents joined by an ellipsis."""
        return " … ".join(self.words(statement.page_id, span) for span in statement.content)

    def words(self, page: str, span: Span) -> str:
        """The words of a page, on one line."""
        return one_line(span.of(self.text(page)))

    def _reading(self, page: str) -> Reading:
        reading = self._reader.reading(page)
        if reading is None:
            raise ChronicleError(f"{self._reader.location}: page {page} is cited but was never read; read it again")
        return reading


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())
