"""Rows and whole chronicles as CSV, JSON and JSON Lines."""

from dateline.exports.rows import as_csv, as_json, as_jsonl, encoded
from dateline.exports.whole import everything

__all__ = ["as_csv", "as_json", "as_jsonl", "encoded", "everything"]
