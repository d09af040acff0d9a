"""The built-in sample: pages of an invented story, told by invented outlets. `story.md` says what was put into it."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path


@contextmanager
def sample_pages() -> Iterator[Path]:
    """The folder of the sample's pages, on disk for as long as the context is open (a wheel may be zipped)."""
    with resources.as_file(resources.files(__package__) / "pages") as folder:
        yield folder
