"""The files of a run, gone through page by page, and how many pages there may be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.executors.overdue import PAGE_SECONDS, done_within
from dateline.pages import Loading, ReadOptions, SourceFile
from dateline.records import Page, Rejection

Loaded = tuple[SourceFile, Page | Rejection]
Twins = dict[SourceFile, set[str]]
"""Files, and the locations in them of pages that were met elsewhere before."""


def loaded_within(
    file: SourceFile, found: Iterable[Page | Rejection], seconds: float = PAGE_SECONDS
) -> Iterator[Page | Rejection]:
    """What a file gives, each part within a time of computing; at the first that takes longer the rest is left."""
    parts = iter(found)

    def overdue(words: str) -> Rejection:
        return Rejection(location=file.location, reason="too_slow", detail=f"{words}; the rest is left")

    while part := done_within(seconds, lambda: next(parts, None), overdue):
        yield part
        if isinstance(part, Rejection) and part.reason == "too_slow":
            return


class Files:
    """Files to be read, each of one page or of many."""

    def __init__(self, files: Sequence[SourceFile], options: ReadOptions) -> None:
        self._files = files
        self._options = options
        self._begun = 0
        self._loaded = 0
        self._here = 0
        self._loading: Loading | None = None

    def load(self) -> Iterator[Loaded]:
        """Every page of the files and every Rejection, loaded when it is asked for."""
        for file in self._files:
            self._begun, self._here = self._begun + 1, 0
            self._loading = Loading(file, self._options)
            for found in loaded_within(file, self._loading):
                self._loaded += 1
                self._here += 1
                yield file, found
        self._loading = None

    def load_again(self, twins: Mapping[SourceFile, set[str]]) -> Iterator[Loaded]:
        """The pages at these locations."""
        for file, locations in twins.items():
            for found in loaded_within(file, Loading(file, self._options)):
                if found.location in locations:
                    yield file, found

    @property
    def found(self) -> int:
        """Pages and Rejections that were loaded, and one for each file that was not begun."""
        return self._loaded + len(self._files) - self._begun

    @property
    def expected(self) -> int:
        """As `found`, with a guess at what is left of the file that is open, by how much has been gone through."""
        share = self._loading.share if self._loading else 1.0
        left = self._here * (1 / share - 1) if share > 0 else 0
        return self.found + round(left)
