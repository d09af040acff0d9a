"""Whether a text is English, by its commonest words."""

import re

from dateline.articles.anatomy import anatomy

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 4000
MIN_SHARE = 0.12
"""Running English has about .35 of these words; other languages that share some of them stay below .08."""


def find_language(text: str) -> str:
    """ "en", or "und" (undetermined) where the commonest words of English are rare."""
    words = [w.lower() for w in WORD.findall(text[:SAMPLE])]
    common = anatomy().common_words
    share = sum(w in common for w in words) / max(len(words), 1)
    return "en" if share >= MIN_SHARE else "und"
