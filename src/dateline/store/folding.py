"""Text as databases can hold it, and names as they are compared."""

import re

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def storable(text: str) -> str:
    """The text with what a database cannot hold (NUL, lone surrogates of file names) as U+FFFD."""
    return _UNSTORABLE.sub("�", text)


def folded(name: str) -> str:
    """A name for comparison: storable, case folded, white space single."""
    return " ".join(storable(name).casefold().split())
