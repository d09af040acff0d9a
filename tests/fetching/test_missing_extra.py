"""Without the extra, Dateline says which one is needed."""

import sys

import pytest

from dateline.errors import MissingExtraError
from dateline.fetching import FetchSettings, open_fetcher


def test_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        sys.modules, "dateline.fetching.crawling", None
    )  # as if a library that it imports were not there
    with pytest.raises(MissingExtraError, match=r"dateline\[fetch\]"):
        open_fetcher(FetchSettings())
