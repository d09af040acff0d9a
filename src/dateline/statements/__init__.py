"""Statements: who said what to whom, in what words, and through whom it reached the page."""

from dateline.statements.chains import chain_at, innermost
from dateline.statements.circumstances import is_outlet
from dateline.statements.finding import find_statements

__all__ = ["chain_at", "find_statements", "innermost", "is_outlet"]
