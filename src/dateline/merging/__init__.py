"""Many readings -> one chronicle: a pure function of the readings, whatever their order."""

from dateline.merging.merging import merge

__all__ = ["merge"]
