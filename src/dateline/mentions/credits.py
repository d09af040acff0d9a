"""Credits within a text, whose people and agencies do nothing in the news: of pictures, of desks, bylines."""

from dateline.mentions.lexicon import known_organizations, words
from dateline.mentions.tokens import Tokens

LONGEST_PICTURE = 12
"""Words of a picture's credit after the word that opens it."""
LONGEST_DESK = 40
LONGEST_BYLINE = 14
LONGEST_NAME = 4
LONGEST_AGENCY = 2
SAYING = frozenset({"VERB", "AUX"})


def credited(tokens: Tokens) -> set[int]:
    """The tokens of credits.

    "Photograph: NAME/AGENCY", "(AGENCY Photo/NAME, File)", "NAME/AGENCY", "(Reporting by NAME)", "By NAME" as a line.
    """
    vocabulary, by = words(), words().byline_words
    found: set[int] = set()
    for i, low in enumerate(tokens.lower):
        if low == "/":
            found.update(_around_slash(tokens, i))
        elif low in by and i + 1 < len(tokens):
            found.update(_byline(tokens, i) if _opens(tokens, i) else _after_by(tokens, i))
        elif low == ":" and i and tokens.lower[i - 1] in vocabulary.picture_words and tokens.text[i - 1].istitle():
            found.update(_run(tokens, i + 1, LONGEST_PICTURE))
    return found


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether a sentence, a line or a bracket begins with a token."""
    return (
        i == 0
        or tokens.sentence[i - 1] != tokens.sentence[i]
        or tokens.pos[i - 1] == "SPACE"
        or (tokens.text[i - 1] in ("(", "["))
    )


def _run(tokens: Tokens, start: int, longest: int) -> range:
    """From a token to the end of its sentence, line or bracket."""
    end = start
    while end < min(start + longest, len(tokens)) and tokens.sentence[end] == tokens.sentence[start - 1]:
        if tokens.text[end] in (")", "]") or "\n" in tokens.text[end]:
            break
        end += 1
    return range(start, end)


def _around_slash(tokens: Tokens, i: int) -> range:
    """Both sides of a slash of which one is an agency that gives pictures, or the word for a picture of its."""
    after = next((end for end in range(min(i + 1 + LONGEST_AGENCY, len(tokens)), i + 1, -1)
                  if _is_agency(tokens.words(i + 1, end))), None)  # fmt: skip
    start = i
    while start > 0 and i - start < LONGEST_NAME and _is_part(tokens, start - 1) and not _opens(tokens, start):
        start -= 1
    if after is not None:
        return range(start, after)
    pictured = i - start > 1 and tokens.lower[i - 1] in words().picture_words
    if pictured and any(_is_agency(tokens.words(k, i - 1)) for k in range(start, i - 1)):
        return range(start, _run(tokens, i + 1, LONGEST_PICTURE).stop)
    return range(0)


def _is_part(tokens: Tokens, i: int) -> bool:
    return tokens.text[i][0].isupper() or tokens.text[i] in ("-", "'")


def _is_agency(text: str) -> bool:
    return known_organizations().get(text) in words().picture_agencies


def _after_by(tokens: Tokens, i: int) -> range:
    """What stands after "Photo by" or "Reporting by", where a sentence or a bracket begins with these words."""
    vocabulary, low = words(), tokens.lower[i - 1]
    if not tokens.text[i - 1].istitle() and not (i > 1 and tokens.text[i - 2].istitle()):
        return range(0)
    opens = _opens(tokens, i - 1) or (i > 1 and _opens(tokens, i - 2))
    if not opens or not tokens.text[i + 1][0].isupper():
        return range(0)
    if low in vocabulary.picture_words:
        return _run(tokens, i + 1, LONGEST_PICTURE)
    return _run(tokens, i + 1, LONGEST_DESK) if low in vocabulary.desk_words else range(0)


def _byline(tokens: Tokens, i: int) -> range:
    """A line that is no more than "By NAME, Political Editor"."""
    line = _run(tokens, i + 1, LONGEST_BYLINE + 1)
    whole = (
        line.stop == len(tokens) or tokens.sentence[line.stop] != tokens.sentence[i] or "\n" in tokens.text[line.stop]
    )
    named = tokens.text[i].istitle() and tokens.pos[i + 1] == "PROPN" and tokens.text[i + 1][0].isupper()
    ended = len(line) > 0 and tokens.text[line.stop - 1] in (".", "!", "?", ",")
    told = any(tokens.pos[k] in SAYING for k in line)
    return line if whole and named and not told and not ended and len(line) <= LONGEST_BYLINE else range(0)
