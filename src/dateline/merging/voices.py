"""What each statement of a page does to a claim: it alleges it, denies it, confirms it, takes it back, repeats it."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from dateline.languages import load
from dateline.records import ClaimVoice, Link, Reading, Side, Span, Statement
from dateline.syndication import rarity

WORD = re.compile(r"[^\W\d_]+(?:['’]t\b)?")
PARTIES = frozenset({"person", "organization", "country"})
POSITIONS: dict[str, Side] = {"alleges": "alleged", "claims": "alleged", "confirms": "confirmed"}


class Arguing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `claims.yaml`: the words by which a statement takes a side."""

    rejecting: frozenset[str]
    retracting: frozenset[str]
    doubting: frozenset[str]
    negating: frozenset[str]
    pointing: frozenset[str]
    empty: frozenset[str]
    endings: tuple[str, ...]


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One statement as a voice in a claim, with what it is compared by.

    `words` are the stems of what it says, each with its rarity; `names` the parties that it is about. `points_back` is
    true where it only names a claim made before ("denied the allegation").
    """

    voice: ClaimVoice
    said: str
    words: dict[str, float]
    names: frozenset[str]
    negated: bool
    points_back: bool


def arguing() -> Arguing:
    """The words by which a statement takes a side."""
    data: Arguing = load("en", "claims", Arguing)
    return data


def voices(reading: Reading) -> Iterator[Voice]:
    """The voices of one page, in order of the text; what is only spoken of, asked for or wished for is none."""
    data = arguing()
    for statement in reading.statements:
        if not statement.topic and statement.stance not in ("asks", "plans", "promises"):
            yield _voice(reading, statement, data)


def _voice(reading: Reading, statement: Statement, data: Arguing) -> Voice:
    text = reading.article.text
    said = [word.lower() for span in statement.content for word in WORD.findall(span.of(text))]
    denier = _denier(reading, statement, data)
    negated = any(word in data.negating for word in said)
    link = denier or statement.chain[-1]
    voice = ClaimVoice(
        statement=statement.id,
        page_id=reading.page_id,
        published=reading.article.published.day,
        span=statement.span,
        speakers=tuple(s.name for s in link.speakers),
        position="denied" if denier is not None else _position(text, statement, said, data),
    )
    return Voice(
        voice=voice,
        said=" … ".join(" ".join(span.of(text).split()) for span in statement.content),
        words={stem(word, data.endings): rarity(word) for word in said if len(word) > 2 and word not in data.empty},
        names=frozenset(_names(reading, statement)),
        negated=negated,
        points_back=bool(said) and all(word in data.pointing for word in said),
    )


def _position(text: str, statement: Statement, said: Sequence[str], data: Arguing) -> Side:
    link = statement.chain[-1]
    if any(word.lower() in data.retracting for word in WORD.findall(statement.cue.of(text))):
        return "retracted"
    if link.commitment == "unknown":
        return "said"
    if link.stance in POSITIONS:
        return POSITIONS[link.stance]
    doubtful = link.commitment in ("possible", "probable") or any(word in data.doubting for word in said)
    return "possible" if doubtful else "said"


def _denier(reading: Reading, statement: Statement, data: Arguing) -> Link | None:
    """Who denies what a statement says: a link of its chain, or the one who rejects the claim that it is."""
    for link in statement.chain:
        if link.commitment == "denied":
            return link
    for other in reading.statements:
        covers = other.topic and any(piece.covers(statement.cue) for piece in other.content)
        if covers and other.cue_lemma in data.rejecting:
            return other.chain[-1]
    return None


def _names(reading: Reading, statement: Statement) -> Iterator[str]:
    """The people, bodies and countries that a statement is about, pronouns put in full."""
    entities = {entity.id: entity.name for entity in reading.entities if entity.kind in PARTIES}
    for mention in reading.mentions:
        if any(_holds(piece, mention.span) for piece in statement.content) and mention.entity in entities:
            yield entities[mention.entity]


def _holds(piece: Span, span: Span) -> bool:
    return piece.start <= span.start and span.end <= piece.end


def stem(word: str, endings: Sequence[str]) -> str:
    """A word without its ending, so that "forging", "forged" and "forgery" meet; at least four letters stay."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
