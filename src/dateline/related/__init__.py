"""Furniture is data: the teasers around an article become related items, never mixed with the article."""

from dateline.related.finding import find_related

__all__ = ["find_related"]
