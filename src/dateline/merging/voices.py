"""What each statement of a page does to a claim: it alleges it, denies it, confirms it, takes it back, repeats it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from dateline.languages import load
from dateline.merging.deeds import Deed, deeds, folded
from dateline.merging.handing import handed_on_by
from dateline.merging.names import plain
from dateline.records import ClaimVoice, Link, Reading, Side, Span, Statement
from dateline.syndication import rarity

WORD = re.compile(r"[^\W\d_]+(?:['’]t\b)?")
PARTIES = frozenset({"person", "organization", "country"})
Parties = list[tuple[Span, str]]
"""Words that stand for somebody, with the name in full."""
SHORT = 20
"""Words of a content that one "not" turns round, at most, where nobody is known to do anything in it."""
ACCUSED = 2
"""Words of what somebody is accused of, at least, where it is no event ("accused of double dealing")."""
POSITIONS: dict[str, Side] = {"alleges": "alleged", "claims": "alleged", "confirms": "confirmed"}


class Arguing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `claims.yaml`: the words by which a statement takes a side."""

    rejecting: frozenset[str]
    retracting: frozenset[str]
    doubting: frozenset[str]
    negating: frozenset[str]
    naming: frozenset[str]
    pointing: frozenset[str]
    open_nots: frozenset[str]
    referring: frozenset[str]
    empty: frozenset[str]


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One statement as a voice in a claim, with what it is compared by.

    `words` are what it says without its parties, each word as its class or root with its rarity; `names` are those
    parties, by plain names, and `deeds` what somebody does in it.
    `points_back` is true where it only names a claim made before ("denied the allegation"), `refers` where it names
    again something said before ("denied that any such order was given", "denied the allegations of fraud").
    """

    voice: ClaimVoice
    said: str
    words: dict[str, float]
    names: frozenset[str]
    negated: bool
    points_back: bool
    deeds: tuple[Deed, ...] = ()
    refers: bool = False


def arguing() -> Arguing:
    """The words by which a statement takes a side."""
    data: Arguing = load("en", "claims", Arguing)
    return data


def voices(reading: Reading) -> Iterator[Voice]:
    """The voices of one page, in order of the text; what is only spoken of, asked for or wished for is none."""
    data, parties = arguing(), _parties(reading)
    for statement in reading.statements:
        if not statement.topic and statement.stance not in ("asks", "plans", "promises"):
            voice = _voice(reading, statement, data, parties)
            if voice.points_back or _is_proposition(statement, voice):
                yield voice


def _is_proposition(statement: Statement, voice: Voice) -> bool:
    """Whether a content may be true or not: a clause, an event, or what somebody is accused of."""
    if statement.holds != "noun":
        return statement.holds == "clause"
    accused = voice.voice.position == "alleged" or (voice.voice.position == "denied" and voice.refers)
    return bool(voice.deeds) or (accused and len(voice.words) >= ACCUSED)


def _parties(reading: Reading) -> Parties:
    """The people, bodies and countries that a page names, pronouns put in full, in order of the text."""
    names = {entity.id: entity.name for entity in reading.entities if entity.kind in PARTIES}
    found = [(m.span, names[m.entity]) for m in reading.mentions if m.entity in names]
    return sorted(found, key=lambda party: (party[0].start, party[0].end))


def _voice(reading: Reading, statement: Statement, data: Arguing, parties: Parties) -> Voice:
    text = reading.article.text
    about = [party for piece in statement.content for party in _within(piece, parties)]
    words = [word for piece in statement.content for word in WORD.finditer(text, piece.start, piece.end)]
    said = [word.group().lower() for word in words]
    matter = _apart([(word.start(), word.group().lower()) for word in words], [span for span, _ in about])
    denier = _denier(reading, statement, data)
    done = tuple(deeds(reading, statement))
    negated = any(deed.negated for deed in done) or (not done and _is_negated(said, data))
    link = denier or statement.chain[-1]
    voice = ClaimVoice(
        statement=statement.id,
        page_id=reading.page_id,
        published=reading.article.published.day,
        span=statement.span,
        speakers=tuple(s.name for s in link.speakers),
        others=link.others,
        through=handed_on_by(statement.chain),
        position="denied" if denier is not None else _position(text, statement, done, said, data),
    )
    return Voice(
        voice=voice,
        said=" … ".join(" ".join(span.of(text).split()) for span in statement.content),
        words={folded(word): rarity(word) for word in matter if len(word) > 2 and word not in data.empty},
        names=frozenset(filter(None, (plain(name) for _, name in about))),
        deeds=done,
        negated=negated,
        refers=not (data.referring | data.naming).isdisjoint(said),
        points_back=bool(said) and all(word in data.pointing or word in data.naming for word in said),
    )


def _position(text: str, statement: Statement, done: Sequence[Deed], said: Sequence[str], data: Arguing) -> Side:
    link = statement.chain[-1]
    if any(word.lower() in data.retracting for word in WORD.findall(statement.cue.of(text))):
        return "retracted"
    if link.commitment == "unknown":
        return "said"
    if link.stance in POSITIONS:
        return POSITIONS[link.stance]
    doubted = any(deed.open for deed in done) and not data.doubting.isdisjoint(said)
    doubtful = link.commitment in ("possible", "probable") or doubted
    return "possible" if doubtful else "said"


def _is_negated(said: Sequence[str], data: Arguing) -> bool:
    """Whether a short content has a word that makes it not so; in a long one that may be beside the point."""
    pairs = zip(["", *said], said, strict=False)
    return len(said) <= SHORT and any(w in data.negating and before not in data.open_nots for before, w in pairs)


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


def _within(piece: Span, parties: Parties) -> Parties:
    first = bisect_left(parties, piece.start, key=lambda party: party[0].start)
    last = bisect_left(parties, piece.end, key=lambda party: party[0].start)
    return [party for party in parties[first:last] if party[0].end <= piece.end]


def _apart(words: Sequence[tuple[int, str]], parties: Sequence[Span]) -> list[str]:
    """The words, each with its place, that name none of the parties: parties are compared by themselves."""
    named = [word for start, word in words if any(span.start <= start < span.end for span in parties)]
    return [word for _, word in words if word not in named]
