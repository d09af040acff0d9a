"""Claims kept page by page are those of all pages at once."""

import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merging import MemoryClaims, claims, hear
from dateline.records import Article, Block, Link, Reading, Span, Speaker, Stance, Statement, Timestamp

WORDS = ("forging", "papers", "freighter", "selling", "harpoons", "inspection", "siege", "cargo", "bribes", "ledger")
STANCES: tuple[Stance, ...] = ("alleges", "denies", "says", "confirms", "thinks")


def reading(page: str, day: int, told: Sequence[tuple[Stance, Sequence[str]]]) -> Reading:
    """A page on which each voice says some words."""
    lines = [" ".join(words) for _, words in told]
    text = "\n".join(lines)
    statements, start = [], 0
    for number, ((stance, _), line) in enumerate(zip(told, lines, strict=True)):
        span = Span(start, start + len(line))
        commitment = {"denies": "denied", "thinks": "possible"}.get(stance, "certain")
        link = Link(speakers=(Speaker(name=f"V{number}", span=span),), stance=stance, commitment=commitment)
        statements.append(
            Statement(id=f"{page}{number}", page_id=page, span=span, chain=(link,), cue=Span(start, start + 1),
                      cue_lemma="say", content=(span,), form="indirect")
        )  # fmt: skip
        start += len(line) + 1
    article = Article(page_id=page, title="", text=text, blocks=(Block("body", Span(0, len(text))),),
                      published=Timestamp(day=datetime.date(2024, 1, 1) + datetime.timedelta(day)))  # fmt: skip
    return Reading(page_id=page, reader="t", article=article, statements=tuple(statements))


told = st.lists(
    st.tuples(st.sampled_from(STANCES), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4)),
    min_size=1,
    max_size=3,
)
pages = st.lists(st.tuples(st.integers(0, 9), told), min_size=1, max_size=7)


@settings(max_examples=60, deadline=None)
@given(pages, st.randoms(use_true_random=False))
def test_adding_and_taking_away_pages_in_any_order_gives_the_claims_of_those_that_stay(found, random) -> None:
    readings = [reading(f"p{n}", day, voices) for n, (day, voices) in enumerate(found)]
    shelf, order = MemoryClaims(), list(readings)
    random.shuffle(order)
    gone = {r.page_id for r in random.sample(order, k=len(order) // 3)}
    while order:
        some = [order.pop() for _ in range(min(len(order), random.randint(1, 3)))]
        hear(shelf, some)
    hear(shelf, [], sorted(gone))
    assert shelf.everything() == claims(r for r in readings if r.page_id not in gone)


def test_a_page_that_is_read_anew_takes_the_place_of_what_it_said() -> None:
    accusing = reading("p1", 0, [("alleges", ("forging", "inspection", "papers"))])
    denying = reading("p2", 3, [("denies", ("forged", "inspection", "papers"))])
    shelf = MemoryClaims()
    hear(shelf, [accusing, denying])
    assert [[v.position for v in c.voices] for c in shelf.everything()] == [["alleged", "denied"]]
    hear(shelf, [reading("p1", 0, [("says", ("selling", "harpoons"))])])
    assert [[v.position for v in c.voices] for c in shelf.everything()] == [["denied"]]


@pytest.mark.parametrize("stance", ["says", "confirms"])
def test_who_only_repeats_what_is_alleged_joins_the_claim_and_makes_none(stance: Stance) -> None:
    repeated = reading("p2", 3, [(stance, ("forging", "inspection", "papers"))])
    assert claims([repeated]) == ()
    [claim] = claims([repeated, reading("p1", 5, [("alleges", ("forging", "inspection", "papers"))])])
    assert {voice.position for voice in claim.voices} == {"alleged", {"says": "said", "confirms": "confirmed"}[stance]}
