"""Which language a text is written in: English by its commonest words, others by resiliparse or their script."""

import re

from dateline.articles.anatomy import anatomy

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 2500
MIN_SHARE = 0.12
"""Running English has about .35 of these words; other languages that share some of them stay below .08."""
FAR = 1000
"""Distance from a language's profile from which resiliparse's answer is not taken; running text stays below 900."""
MIN_LETTERS = 40
MARKS = tuple(mark.encode() for mark in "’‘“”–—…•\xa0")
"""Beyond ASCII, what running English holds beside letters."""
LETTERS = bytes(ord(chr(i).lower()) if chr(i).isalpha() and i < 128 else 32 for i in range(256))
LETTERS_AND_DIGITS = bytes(LETTERS[i] if not chr(i).isdigit() and chr(i) != "_" else i for i in range(128)).ljust(256)
SCRIPTS = {
    "ko": re.compile(r"[\uac00-\ud7a3]"),
    "ja": re.compile(r"[\u3041-\u30ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "he": re.compile(r"[\u05d0-\u05ea]"),
    "th": re.compile(r"[\u0e01-\u0e4e]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "ka": re.compile(r"[\u10d0-\u10ff]"),
    "hy": re.compile(r"[\u0531-\u0587]"),
    "hi": re.compile(r"[\u0904-\u0939]"),
}
"""Scripts by the language that is mostly written in them; Japanese has kana beside what it shares with Chinese."""
SCRIPT_SHARE = 0.25


def find_language(text: str) -> str:
    """The ISO 639-1 code of a text's language, "und" (undetermined) where nothing is clear.

    "en" only where the commonest words of English are common: what is read must be running English.
    """
    sample = text[:SAMPLE]
    words = small_words(sample, LETTERS)
    words = WORD.findall(sample.lower()) if words is None else words
    common = anatomy().common_words
    if words and sum(map(common.__contains__, words)) / len(words) >= MIN_SHARE:
        return "en"
    letters = sum(map(len, words))
    by_script = (code for code, script in SCRIPTS.items() if len(script.findall(sample)) > SCRIPT_SHARE * letters)
    return next(by_script, None) or (_detected(sample) if letters >= MIN_LETTERS else "und")


def small_words(text: str, kept: bytes) -> list[str] | None:
    """The words of a text in small letters, of the characters that the table `kept` keeps; None where there are letters
    beyond ASCII. A pattern finds the same in ten times the time."""
    plain = text.encode("utf-8", "replace")
    if not plain.isascii():
        for mark in MARKS:
            plain = plain.replace(mark, b" ")
        if not plain.isascii():
            return None
    return plain.translate(kept).decode("ascii").split()


def _detected(sample: str) -> str:
    from resiliparse.parse.lang import detect_fast

    code, distance = detect_fast(sample.encode("utf-8", "replace").decode(), cutoff=FAR)
    return str(code) if code not in ("unknown", "en") and distance < FAR else "und"
