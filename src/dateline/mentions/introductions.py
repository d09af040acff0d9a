"""Somebody announced without a name, and named when the page goes on.

News pages often open with a description ("A Norwegian minister arrived ...") and give the name in a later sentence.
Two forms of that are safe enough to join: "The visit by NAME", and a new person whose name is followed by an age.
"""

from dateline.mentions.cast import Cast, Draft, Found
from dateline.mentions.lexicon import small_words, words
from dateline.mentions.phrases import determination

REACH = 4
"""How many sentences after the description the name may follow."""


def join_introductions(cast: Cast, lead_end: int) -> None:
    """Join indefinite single people of the headline and lead with the person then named.

    `lead_end` is the first token after the lead paragraph.
    """
    opened = [f for f in cast.of_kind("group") if f.end <= lead_end and _is_open(cast, f)]
    if not opened or any(f.draft.country != opened[0].draft.country for f in opened):
        return
    if len({cast.tokens.lower[f.head] for f in opened}) > 1:
        return
    person = _introduced(cast, opened[-1])
    if person is not None and person.country in (None, opened[0].draft.country):
        for found in opened:
            cast.join(found.draft, person)


def _is_open(cast: Cast, found: Found) -> bool:
    singular = not found.draft.plural and found.form == "nominal"
    return singular and determination(cast.tokens, found.start, found.head) == "indefinite"


def _introduced(cast: Cast, announced: Found) -> Draft | None:
    """The first person after the lead whom the page introduces in one of the two forms."""
    tokens = cast.tokens
    for found in cast.of_kind("person"):
        near = 0 < tokens.sentence[found.start] - tokens.sentence[announced.start] <= REACH
        if near and found.form == "name" and (_is_visitor(cast, found) or _has_age(cast, found)):
            return found.draft
    return None


def _is_visitor(cast: Cast, found: Found) -> bool:
    """Whether a name stands in "the visit by NAME"."""
    tokens = cast.tokens
    prep = tokens.head[found.head]
    noun = tokens.head[prep]
    if (
        tokens.lower[prep] not in small_words().agent_complements
        or tokens.dep[found.head] != "pobj"
        or noun != prep - 1
        or noun == 0
    ):
        return False
    return tokens.lower[noun] in words().visit_nouns and tokens.lower[noun - 1] in small_words().demonstrative


def _has_age(cast: Cast, found: Found) -> bool:
    """Whether a full name is a subject and is followed by an age between commas."""
    tokens, end = cast.tokens, found.end
    if end + 2 >= len(tokens) or found.end - found.start < 2 or tokens.dep[found.head] not in ("nsubj", "nsubjpass"):
        return False
    age = tokens.text[end + 1]
    return tokens.text[end] == "," and age.isdecimal() and len(age) == 2 and tokens.text[end + 2] == ","
