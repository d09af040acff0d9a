"""Lists of addresses, as a user writes them."""

from pathlib import Path

from dateline.errors import SourceError

LIST_LIMIT = 50_000_000
"""Bytes of a list."""


def read_address_list(path: str | Path) -> list[str]:
    """The addresses of a list, one a line, each once; empty lines and those that begin with `#` are passed over.

    What is no address stays in the list: fetching it says so. Raises SourceError where the file cannot be read.
    """
    try:
        with Path(path).open("rb") as file:
            content = file.read(LIST_LIMIT + 1)
    except (OSError, ValueError) as error:
        raise SourceError(f"the list of addresses {path} cannot be read: {error}") from error
    if len(content) > LIST_LIMIT:
        raise SourceError(f"the list of addresses {path} is longer than {LIST_LIMIT // 1_000_000} MB: split it")
    lines = (line.strip() for line in content.decode("utf-8-sig", "replace").splitlines())
    return list(dict.fromkeys(line for line in lines if line and not line.startswith("#")))
