"""Errors that a caller may want to catch, by consequence.

    DatelineError                the message says what is wrong, where, and the way out
    ├── UsageError               the call itself is off: a bad option, date or name          exit code 2
    ├── SourceError              nothing could be read from what was given                   exit code 3
    ├── ChronicleError           the chronicle cannot be opened, read or written             exit code 4
    ├── DataError                benchmark or language data is not as documented             exit code 5
    └── MissingExtraError        an optional dependency is not installed; names the extra    exit code 6

Bad pages raise nothing: they become `Rejection` records.
"""


class DatelineError(Exception):
    """Any error of Dateline's own; `exit_code` is what the command line ends with."""

    exit_code = 1


class UsageError(DatelineError):
    exit_code = 2


class SourceError(DatelineError):
    exit_code = 3


class ChronicleError(DatelineError):
    exit_code = 4


class DataError(DatelineError):
    exit_code = 5


class MissingExtraError(DatelineError):
    exit_code = 6

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the extra {extra!r}: pip install 'dateline[{extra}]'")
