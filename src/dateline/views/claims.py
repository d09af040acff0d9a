"""Claims as rows: who alleges, denies, confirms or takes back what, across pages and years."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.records import Claim, ClaimVoice, Side, Statement
from dateline.store import EVERYTHING, Filters, StoreReader
from dateline.views.chains import ladder, names
from dateline.views.evidence import Evidence
from dateline.views.rows import ClaimRow, ClaimView, VoiceRow, VoiceView

SIDES: dict[Side, str] = {
    "alleged": "alleged",
    "possible": "held possible",
    "said": "said",
    "confirmed": "confirmed",
    "denied": "denied",
    "retracted": "taken back",
}
"""The sides in the order they are told, in words."""
NOBODY = "unnamed"


def fitting(
    found: Iterable[tuple[ClaimRow, Claim]], reader: StoreReader, filters: Filters, side: Side | None
) -> Iterator[ClaimRow]:
    """The claims with a voice that fits the filters, and one on that side where given."""
    statements = None if filters == EVERYTHING else reader.statement_ids(filters)
    for row, claim in found:
        fits = statements is None or any(voice.statement in statements for voice in claim.voices)
        if fits and (side is None or any(voice.position == side for voice in claim.voices)):
            yield row


def claim_row(claim: Claim, evidence: Evidence, stories: Mapping[str, str]) -> ClaimRow:
    """One claim as a row; `stories` gives the source of pages that several outlets carry."""
    pages = tuple(dict.fromkeys(voice.page_id for voice in claim.voices))
    return ClaimRow(
        id=claim.id,
        first=claim.voices[0].published,
        last=claim.voices[-1].published,
        claim=claim.words,
        sides=sides(claim.voices),
        history=tuple(_history(claim.voices)),
        statements=tuple(voice.statement for voice in claim.voices),
        sources=tuple(evidence.source(page).cited for page in pages),
        pages=pages,
        origins=len({_origin(voice, evidence, stories) for voice in claim.voices}),
    )


def _origin(voice: ClaimVoice, evidence: Evidence, stories: Mapping[str, str]) -> str:
    """Where a voice reached the page from: whom the page has it from, else whose words it carries, else itself."""
    source = evidence.source(voice.page_id)
    known = voice.through or stories.get(voice.page_id) or source.agency or source.publisher or voice.page_id
    return known.casefold().removeprefix("the ")


def sides(voices: Sequence[ClaimVoice]) -> tuple[str, ...]:
    """`alleged by A and B`, `denied by C`: each side with its speakers, in order of first voice, each once."""
    found = []
    for position, words in SIDES.items():
        taken = [voice for voice in voices if voice.position == position]
        if taken:
            speakers = tuple(dict.fromkeys(name for voice in taken for name in voice.speakers))
            others = bool(speakers) and any(voice.others for voice in taken)
            found.append(f"{words} by {names(speakers or (NOBODY,), others=others)}")
    return tuple(found)


def _history(voices: Sequence[ClaimVoice]) -> Iterator[str]:
    """The positions of each year, where they are not those of the year before; nothing where all is of one year."""
    years = sorted({voice.published.year for voice in voices})
    before: list[str] = []
    for year in years if len(years) > 1 else ():
        taken = list(dict.fromkeys(SIDES[v.position] for v in voices if v.published.year == year))
        if taken != before:
            yield f"{year} {', '.join(taken)}"
        before = taken


def claim_view(row: ClaimRow, claim: Claim, evidence: Evidence) -> ClaimView:
    """A claim with the words, the page and the ladder of each voice."""
    return ClaimView(claim=row, voices=tuple(_voice(voice, evidence) for voice in claim.voices))


def voice_rows(view: ClaimView) -> tuple[VoiceRow, ...]:
    """The voices of a claim as rows."""
    return tuple(
        VoiceRow(
            statement=voice.statement,
            published=voice.published,
            speakers=voice.speakers,
            position=voice.position,
            words=voice.words,
            through=tuple(rung.words for rung in voice.ladder),
            source=voice.source,
            page=voice.page,
            chain=voice.ladder,
        )
        for voice in view.voices
    )


def _voice(voice: ClaimVoice, evidence: Evidence) -> VoiceView:
    source = evidence.source(voice.page_id)
    return VoiceView(
        statement=voice.statement,
        published=voice.published,
        speakers=voice.speakers,
        position=voice.position,
        words=evidence.words(voice.page_id, voice.span),
        ladder=ladder(_statement(voice, evidence).chain, evidence.text(voice.page_id)),
        source=source.cited,
        page=source.page,
    )


def _statement(voice: ClaimVoice, evidence: Evidence) -> Statement:
    return next(s for s in evidence.reading(voice.page_id).statements if s.id == voice.statement)
