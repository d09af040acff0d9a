"""Whether words of time are a time here: a year and no number, a weekday and no newspaper, "a week" and no rate."""

from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from dateline.times.grammar import Found
from dateline.times.lexemes import vocabulary

_NAMES = {"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC"}
_NUMBERS = {"CARDINAL", "QUANTITY", "MONEY", "PERCENT"}
_NAME_LIKE = (
    "weekday", "month", "month_range", "weekday_of_month", "season", "repeated", "daypart", "deictic", "holiday",
    "unit", "vague",
)  # fmt: skip
_CURRENCIES = "$£€¥#№"
_PLAIN_YEARS = range(1500, 2101)


def is_time(found: Found, doc: Doc) -> bool:
    """Whether an expression that the grammar found stands for a time in its sentence."""
    check = _CHECKS.get(found.kind)
    words = doc.char_span(found.span.start, found.span.end, alignment_mode="expand")
    if words is None or (found.kind in _NAME_LIKE and (_within_name(words, found.kind) or _is_title(found, words))):
        return False
    return check is None or check(found, words)


def _within_name(words: Span, kind: str) -> bool:
    """Whether the words are a part of a longer name ("The Sunday Times")."""
    label = words[0].ent_type_
    if label not in _NAMES or not words.text[:1].isupper():
        return False
    first, last = words[0], words[-1]
    goes_on = last.i + 1 < len(words.doc) and words.doc[last.i + 1].ent_iob_ == "I"
    return first.ent_iob_ == "I" or goes_on or (label == "PERSON" and kind != "holiday")


def _is_title(found: Found, words: Span) -> bool:
    """A common noun of time with a capital is a title ("This Week"), but where all words have one."""
    last = words[-1].text
    if (
        not found.has("unit", "units", "yearly", "quarter")
        or len(words) == 1
        or not last[0].isupper()
        or last.isupper()
    ):
        return False
    around = words.sent
    return sum(t.text[0].islower() for t in around if t.is_alpha) > len(around) // 3


def _is_year(found: Found, words: Span) -> bool:
    if len(found.lexemes) > 1 or found.lead:
        return True
    token, before = words[0], _neighbour(words, -1)
    if found.before is not None and (found.before.payload == "between" or _follows_year(found, token)):
        return True
    if before is not None and (before.text[-1] in _CURRENCIES or (before.text == "-" and not before.whitespace_)):
        return False
    after = _neighbour(words, 1)
    counted = after is not None and (after.tag_ == "NNS" or after.text in ("%", "percent", "°"))
    if counted and not _in_prepositional(before) and after is not None and after.lower_ != "levels":
        return False
    if _in_prepositional(before) and (after is None or after.tag_ not in ("NNS", "NNPS")):
        return True
    return token.ent_type_ not in _NUMBERS and int(found.number("year") or 0) in _PLAIN_YEARS


def _follows_year(found: Found, token: Token) -> bool:
    """ "between 2015 and 2020", "from 1998 to 2003"."""
    if found.before is None or found.before.kind not in ("and", "to", "or", "until") or token.i < 3:
        return False
    other, opening = token.nbor(-2), token.nbor(-3)
    linked = opening.lower_ in ("between", "from", "in", "of")
    return linked and other.text.isdigit() and len(other) == 4 and int(other.text) in _PLAIN_YEARS


def _in_prepositional(before: Token | None) -> bool:
    return before is not None and before.lower_ in ("in", "since", "until", "during", "by", "the")


def _neighbour(words: Span, step: int) -> Token | None:
    index = words[0].i + step if step < 0 else words[-1].i + step
    if not 0 <= index < len(words.doc) or words.doc[index].is_space:
        return None
    return words.doc[index]


def _is_month(found: Found, words: Span) -> bool:
    """ "May I", "March on" and the surname May are no months."""
    if len(found.lexemes) > 1 or found.lead:
        return True
    before = _neighbour(words, -1)
    long_name = before is not None and before.pos_ == "PROPN" and words.root.dep_ == "compound" == before.dep_
    named = long_name or any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in words.root.lefts)
    return not named and words.root.pos_ in ("PROPN", "NOUN", "NUM", "X", "ADJ")


def _is_duration(found: Found, words: Span) -> bool:
    if found.after is not None and found.after.kind == "hyphen" and found.after.start == found.span.end:
        return False
    if _is_content(words) or any(child.dep_ == "relcl" for child in words.root.children):
        return False
    first = found.lexemes[0].kind
    if first == "a" and found.has("units") and not found.has("half"):
        return False
    if first == "units" and len(found.lexemes) == 1:
        return _is_bare_duration(found, words)
    return first != "a" or _is_indefinite_duration(found, words)


def _is_content(words: Span) -> bool:
    """ "75 hours of video" is an amount of video."""
    of, content = _neighbour(words, 1), _neighbour(words, 2)
    return of is not None and content is not None and of.lower_ == "of" and content.lemma_ in vocabulary().contents


def _is_bare_duration(found: Found, words: Span) -> bool:
    """ "for months", "took years", "hours after": not "his formative years"."""
    if found.before is not None and found.before.kind in ("in", "during"):
        return True
    if found.after is not None and found.after.kind in ("before", "after", "since"):
        return True
    root = words.root
    return root.dep_ in ("dobj", "obj", "npadvmod") and root.head.lemma_ in vocabulary().cues["lasting"]


def _is_season(found: Found, words: Span) -> bool:
    """ "this fall in prices" is no autumn, "spring water" no spring; "in spring" is one."""
    if found.after is not None and found.after.payload in ("in", "of"):
        return False
    if len(found.lexemes) > 1 or found.lead:
        return True
    after = _neighbour(words, 1)
    linked = found.before is not None and found.before.payload in ("in", "by", "since", "until", "from", "before")
    return linked and words.root.pos_ in ("NOUN", "PROPN") and (after is None or after.pos_ not in ("NOUN", "PROPN"))


def _is_indefinite_duration(found: Found, words: Span) -> bool:
    """ "for a week", "took a year", "a day after": not "there came a day", "a quarter of the people"."""
    if found.has("approx", "half", "few"):
        return True
    if found.word("unit", "quarter") in ("quarter", "minute", "weekend") and not found.has("long"):
        return False
    if found.has("long", "hyphen"):
        return True
    if found.after is not None and found.after.kind in ("before", "after", "since"):
        return True
    prepared = found.before is not None and found.before.kind in ("during", "in", "after", "before", "approx")
    return prepared or (words.root.dep_ in ("dobj", "obj", "npadvmod") and not _is_rate(found, words))


def _is_rate(found: Found, words: Span) -> bool:
    """ "$40 a year", "50 calls a day"."""
    root = words.root
    if found.before is not None and found.before.kind in ("during", "in", "after", "before"):
        return False
    governed = root.dep_ in ("npadvmod", "nmod", "prep") and root.head.pos_ in ("NOUN", "NUM", "SYM", "PROPN")
    return governed and root.head.i < root.i


def _is_plain_unit(found: Found, words: Span) -> bool:
    """ "the weekend" alone is a time, and "for the week"; "the week" is not; "at the end of the day" means nothing."""
    if found.has("edge") and found.word("unit") == "day" and found.before is not None and found.before.payload == "at":
        return False
    plain = len(found.lexemes) == 2 and found.lexemes[0].kind == "the" and not found.lead
    plain = plain and found.lexemes[1].kind in ("unit", "yearly", "quarter")
    return not plain or (found.word("unit") == "weekend" and words[0].i > 0) or _is_running(found, words)


def _is_running(found: Found, words: Span) -> bool:
    """ "for the week", "during the quarter": not "for the week of talks", "for the day"."""
    before, after = found.before, _neighbour(words, 1)
    if before is None or before.kind not in ("during", "in") or before.payload == "at":
        return False
    if before.payload == "in" and not found.has("quarter"):
        return False
    if found.word("unit") in ("day", "hour", "minute", "decade", "century", "fortnight", "millennium"):
        return False
    return after is None or after.is_punct or after.pos_ in ("ADP", "CCONJ", "VERB", "AUX", "ADV", "PRON")


def _is_vague(found: Found, words: Span) -> bool:
    before, after = _neighbour(words, -1), _neighbour(words, 1)
    if after is not None and after.lower_ in ("after", "as", "enough", "thereafter", "-") and found.has("future_vague"):
        return False
    if found.has("future_noun"):
        return before is not None and before.lower_ == "in"
    if found.has("present") and after is not None and after.lower_ in ("-", "that") and not words[-1].whitespace_:
        return False
    return not (found.has("future_vague", "past_vague") and before is not None and before.lower_ == "as")


def _is_repeated(found: Found, words: Span) -> bool:
    """Not the newspaper: "Monthly", "Daily" with a capital within a sentence."""
    return not found.has("often") or words[0].is_sent_start or not words[0].text[0].isupper()


def _ends_phrase(found: Found, words: Span) -> bool:
    """ "the day before" alone; "the day after the vote" measures from the vote."""
    if found.lexemes[0].kind == "units" and words[-1].lower_ == "earlier" and not words[0].is_sent_start:
        return False
    if found.lexemes[-1].kind not in ("before", "after"):
        return _neighbour_word(words) != "than"
    after = _neighbour(words, 1)
    return after is None or after.is_punct or after.lower_ in ("in", "at", "and", "by", "on", "that", "when")


def _neighbour_word(words: Span) -> str:
    after = _neighbour(words, 1)
    return after.lower_ if after is not None else ""


def _is_fiscal(found: Found, _words: Span) -> bool:
    """ "changed from a fiscal year to a calendar year" names none."""
    return found.before is None or found.before.kind != "a"


def _is_daypart(found: Found, words: Span) -> bool:
    """ "the night sky" and "the evening of his life" are no times."""
    after = _neighbour(words, 1)
    if after is None or found.around or found.word("last", "this", "that", "next"):
        return True
    return after.lower_ != "of" and not (after.pos_ in ("NOUN", "PROPN") and words.root.head.i >= after.i)


def _is_deictic(_found: Found, words: Span) -> bool:
    """Not the second half of a name: "Florida Today"."""
    before = _neighbour(words, -1)
    return not (words.text[0].isupper() and before is not None and before.pos_ == "PROPN" and before.text[0].isupper())


def _is_vague_count(found: Found, words: Span) -> bool:
    """Not "as many weeks"."""
    before = _neighbour(words, -1)
    many = found.lexemes[0].kind == "few" and before is not None and before.lower_ == "as"
    return not many and _is_duration(found, words)


_CHECKS: dict[str, Callable[[Found, Span], bool]] = {
    "year": _is_year,
    "month": _is_month,
    "duration": _is_vague_count,
    "fiscal": _is_fiscal,
    "daypart": _is_daypart,
    "deictic": _is_deictic,
    "unit": _is_plain_unit,
    "vague": _is_vague,
    "repeated": _is_repeated,
    "offset": _ends_phrase,
    "rate": _is_rate,
    "season": _is_season,
}
