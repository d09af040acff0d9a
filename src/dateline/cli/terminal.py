"""What may reach a terminal: the words of hostile pages, without anything a terminal obeys."""

import re

_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])?")
_WHITE = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0 and C1: cursor, colours, titles, bells
    "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"  # order of writing: would show words that are not there
    "\u200b\u2060\ufeff\ufff9-\ufffb"  # nothing to see, so nothing to show
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def printable(text: str) -> str:
    """The text on one line, without escape sequences, control characters and marks that change the order of writing."""
    return _CONTROL.sub("", _WHITE.sub(" ", _ESCAPE.sub("", text)))


def harmless(text: str) -> str:
    """The text with its line ends, without what `printable` takes out."""
    return "\n".join(_CONTROL.sub("", _ESCAPE.sub("", line)) for line in text.split("\n"))
