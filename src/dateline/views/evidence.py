"""The pages behind an entry: sources to cite, and the words that a report stands on."""

import bisect

from dateline.errors import ChronicleError
from dateline.pages import page_breaks
from dateline.records import Article, Citation, Decision, EventDate, EventMention, Reading, Report, Span, Statement
from dateline.store import StoreReader, Told
from dateline.views.citations import Source
from dateline.views.kept import Keeping, Kept, Recent
from dateline.views.sources import Sources

READINGS = 256
TELLINGS = 1024


class Evidence(Keeping):
    """Looks up pages and readings by page id, keeping the last few readings: what is near in time shares pages."""

    def __init__(self, reader: StoreReader, known: Sources | None = None) -> None:
        """`known` are the pages that were read, where that is known already."""
        super().__init__()
        if known is not None:
            self.keep("known", known)
        self._readings: Recent[str, Reading] = Recent(READINGS)
        self._tellings: Recent[str, Told] = Recent(TELLINGS)
        self._print_pages: Recent[str, tuple[int, ...]] = Recent(READINGS)
        self._reader = reader

    @Kept
    def known(self) -> Sources:
        """The pages that were read."""
        return Sources.of(self._reader)

    def reading(self, page: str) -> Reading:
        """Everything that was read out of a page."""
        return self._readings.get(page, self._reading)

    def source(self, page: str) -> Source:
        """The source that a page is."""
        found = self.known.by_page.get(page)
        if found is not None:
            return found
        # Rows are read when they are asked for: a page may have been written since this state of the chronicle.
        late = next((summary for summary in self._reader.page_summaries((page,)) if summary.published), None)
        if late is None:
            raise self._unread(page)
        return Source.of(late)

    def sources(self, reports: tuple[Report, ...]) -> tuple[Source, ...]:
        """The sources of reports, each once, in order."""
        return tuple(self.source(page) for page in dict.fromkeys(report.page_id for report in reports))

    def mention(self, report: Report) -> EventMention:
        """The event mention that a report is of. Raises ChronicleError where its page has been read anew since."""
        found = next((event for event in self.reading(report.page_id).events if event.id == report.event_id), None)
        if found is None:
            raise self._read_anew(report.page_id)
        return found

    def date(self, report: Report) -> EventDate | None:
        """When the event was that a report is of, as its page dates it; None where that has been read anew since."""
        events = self.reading(report.page_id).events if report.page_id in self._added else None
        told = self._told(report.page_id).events if events is None else events
        return next((event.date for event in told if event.id == report.event_id), None)

    def article(self, page: str) -> Article:
        """The article of a page: cheaper than its whole reading."""
        article = self._reader.article(page)
        if article is None:
            raise self._unread(page)
        return article

    def page_number(self, page: str, position: int) -> int | None:
        """The page, from 1, of a PDF or DOCX that a code point of its article stands on; None of other pages."""
        breaks = self._print_pages.get(page, self._found_breaks)
        block = self.reading(page).article.block_at(position) if breaks else None
        return 1 + bisect.bisect(breaks, block.line) if block and block.line else None

    def text(self, page: str) -> str:
        """The article that spans of a page point into."""
        return self._told(page).article.text

    def content(self, statement: Statement) -> str:
        """What a statement says, parted contents joined by an ellipsis."""
        return " … ".join(self.words(statement.page_id, span) for span in statement.content)

    def words(self, page: str, span: Span) -> str:
        """The words of a page, on one line."""
        return one_line(span.of(self.text(page)))

    def sentence_start(self, page: str, position: int) -> int:
        """Where the sentence, or else the block, begins that a code point of a page's article stands in."""
        reading = self.reading(page)
        block = reading.article.block_at(position)
        begins = [s.span.start for s in reading.sentences if s.span.start <= position]
        return max([*begins, block.span.start] if block else begins, default=position)

    def cited(self, citation: Citation | None) -> str:
        """The words of a citation; none where there is no citation."""
        return self.words(citation.page_id, citation.span) if citation else ""

    def _reading(self, page: str) -> Reading:
        reading = self._reader.reading(page)
        if reading is None:
            raise self._unread(page)
        return self._with_additions(reading) if page in self._added else reading

    @Kept
    def decisions(self) -> dict[str, list[Decision]]:
        """The decisions that hold about which reports are one event, by the pages whose words they are about."""
        log = list(self._reader.decisions())
        if not log:
            return {}
        from dateline.merging import in_force

        found: dict[str, list[Decision]] = {}
        for decision in in_force(log):
            for page in {target.page_id for target in decision.targets}:
                if decision.kind in ("same", "different", "add"):
                    found.setdefault(page, []).append(decision)
        return found

    @Kept
    def _added(self) -> dict[str, list[Decision]]:
        """What people decided about pages to which one of them added events."""
        found = [decision for decision in self._reader.decisions() if decision.kind in ("add", "undo")]
        return {target.page_id: found for decision in found for target in decision.targets}

    def _with_additions(self, reading: Reading) -> Reading:
        from dateline.merging import with_additions

        [whole] = with_additions([reading], self._added[reading.page_id])
        return whole

    def _told(self, page: str) -> Told:
        return self._tellings.get(page, self._found_told)

    def _found_told(self, page: str) -> Told:
        told = self._reader.told(page)
        if told is None:
            raise self._unread(page)
        return told

    def _found_breaks(self, page: str) -> tuple[int, ...]:
        """Lines of a page, from 1, at which pages of print end."""
        received = self._reader.page(page)
        return page_breaks(received.text) if received and received.media == "text/plain" else ()

    def _read_anew(self, page: str) -> ChronicleError:
        return ChronicleError(
            f"{self._reader.location}: page {page} has been read anew, its entries are not made yet; ask again when "
            "reading has ended"
        )

    def _unread(self, page: str) -> ChronicleError:
        return ChronicleError(f"{self._reader.location}: page {page} is cited but was never read; read it again")


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())
