"""The codes of CAMEO that PLOVER's types and modes stand for, by the public crosswalk."""

from functools import cache

from dateline.languages import load


def cameo_codes(type: str | None, mode: str | None) -> tuple[str, ...]:
    """Codes of a type, or of its mode where that has some; the most general ones. Empty for other types."""
    codes = _crosswalk().get(type or "", {})
    return codes.get(mode or "type", codes.get("type", ()))


@cache
def _crosswalk() -> dict[str, dict[str, tuple[str, ...]]]:
    data: dict[str, dict[str, tuple[str, ...]]] = load("en", "cameo", dict[str, dict[str, tuple[str, ...]]])
    return data
