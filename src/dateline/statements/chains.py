"""Who says that who says: each statement's chain, outermost link first."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dateline.records import Chain, Link, Speaker, Statement


def with_chains(statements: Sequence[Statement], others: Mapping[int, str] | None = None) -> tuple[Statement, ...]:
    """The statements, each with the links of the statements around it put before its own, in order of the text.

    A statement stands in another where its cue is part of the other's content. The larger content is the outer one, so
    that no two can stand in each other. `others` are the pronouns within quotations, by their first character: "he"
    there is not the one who is quoted.
    """
    ordered = sorted(statements, key=lambda s: (-_size(s), s.cue.start))
    done: list[Statement] = []
    for statement in ordered:
        outer = innermost(done, statement.cue.start)
        chain = (*outer.chain, *_apart(statement.chain, outer, others or {})) if outer is not None else statement.chain
        done.append(msgspec.structs.replace(statement, chain=chain))
    return tuple(sorted(done, key=lambda s: (s.span.start, s.cue.start, s.span.end)))


def _apart(chain: Chain, outer: Statement, others: Mapping[int, str]) -> Chain:
    """The links within a quotation, where a pronoun that was taken for the quoted one is left open."""
    quoted = {speaker.entity for speaker in outer.speakers if speaker.entity}
    return (
        tuple(_left_open(link, quoted, others) for link in chain)
        if quoted and outer.form in ("direct", "mixed")
        else chain
    )


def _left_open(link: Link, quoted: set[str], others: Mapping[int, str]) -> Link:
    def named(speaker: Speaker) -> Speaker:
        pronoun = others.get(speaker.span.start)
        return Speaker(name=pronoun, span=speaker.span) if pronoun and speaker.entity in quoted else speaker

    return msgspec.structs.replace(link, speakers=tuple(map(named, link.speakers)))


def _size(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)


def innermost(statements: Iterable[Statement], position: int) -> Statement | None:
    """The statement with the smallest said content that covers a position; None where it is the page's own voice."""
    near = (s for s in statements if s.span.start <= position < s.span.end and not s.topic)
    around = [s for s in near if any(p.start <= position < p.end for p in s.content)]
    return min(around, key=lambda s: (_size(s), -s.cue.start), default=None)


def chain_at(statements: Iterable[Statement], position: int) -> Chain:
    """Who says what stands at a position of the text, outermost link first; empty is the page's own voice."""
    statement = innermost(statements, position)
    return statement.chain if statement is not None else ()
