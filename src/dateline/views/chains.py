"""Who says so, as a ladder: one rung a link, the page's own voice on top."""

import msgspec

from dateline.records import Chain, Commitment, Link, Stance

DOUBTS: dict[Commitment, str] = {
    "probable": "as probable",
    "possible": "as possible",
    "denied": "denying it",
    "unknown": "without vouching for it",
}
"""How far a speaker goes, in words; a certain speaker needs none."""


class Rung(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a chain: who, in which words of the page, and how far they commit themselves."""

    speakers: tuple[str, ...]
    cue: str | None
    stance: Stance
    commitment: Commitment
    channel: str | None = None
    others: bool = False

    @property
    def words(self) -> str:
        """`RIA: “reported”`, with the channel and the doubt where there are any."""
        who = names(self.speakers, others=self.others) or "unnamed"
        through = f", in {self.channel}" if self.channel else ""
        how = f": “{self.cue}”" if self.cue else f": {self.stance}"
        doubt = DOUBTS.get(self.commitment)
        return f"{who}{through}{how}" + (f" ({doubt})" if doubt else "")


def ladder(chain: Chain, text: str) -> tuple[Rung, ...]:
    """The rungs of a chain, outermost first; `text` is the article that the cues are spans of."""
    return tuple(_rung(link, text) for link in chain)


def names(listed: tuple[str, ...], *, others: bool = False) -> str:
    """`A`, `A and B`, `A, B and C`; with `others`, `A, B and others`."""
    listed = (*listed, "others") if others else listed
    return " and ".join(part for part in (", ".join(listed[:-1]), *listed[-1:]) if part)


def _rung(link: Link, text: str) -> Rung:
    return Rung(
        speakers=tuple(speaker.name for speaker in link.speakers),
        cue=" ".join(link.cue.of(text).split()) if link.cue else None,
        stance=link.stance,
        commitment=link.commitment,
        channel=link.channel,
        others=link.others,
    )
