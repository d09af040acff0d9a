"""Where on earth the countries and places of a page are."""

from dateline.places.finding import find_places
from dateline.places.resolving import Resolved, resolve_places

__all__ = ["Resolved", "find_places", "resolve_places"]
