"""Claims: what is alleged, denied, confirmed or taken back, across pages."""

import datetime
from collections.abc import Callable
from itertools import permutations

import pytest

from dateline.evaluation.plain import article_of_lines
from dateline.merging import claims
from dateline.records import Claim, Reading

Page = Callable[[str, str], Reading]


@pytest.fixture(scope="module")
def page() -> Page:
    """A page of our own writing, read up to its statements."""
    from dateline.mentions import find_mentions
    from dateline.sentences import parse_article
    from dateline.statements import find_statements

    def made(day: str, text: str) -> Reading:
        article = article_of_lines(f"page of {day}", f"News\n{text}", datetime.date.fromisoformat(day))
        doc, sentences = parse_article(article)
        mentions, entities = find_mentions(article, doc, sentences)
        statements = find_statements(article, doc, sentences, mentions, entities)
        return Reading(
            page_id=article.page_id,
            reader="t",
            article=article,
            mentions=mentions,
            entities=entities,
            statements=statements,
        )

    return made


def taken(claim: Claim) -> list[tuple[str, tuple[str, ...]]]:
    return [(voice.position, voice.speakers) for voice in claim.voices]


def test_an_allegation_and_its_denial_on_another_page_are_one_claim(page: Page) -> None:
    [claim] = claims(
        [
            page("2024-03-02", "Norway accused Peru of forging the inspection papers of a freighter."),
            page("2024-03-09", "Peru denied that it had forged inspection papers."),
        ]
    )
    assert taken(claim) == [("alleged", ("Norway",)), ("denied", ("Peru",))]


def test_possible_in_one_year_and_alleged_in_the_next_is_one_claim(page: Page) -> None:
    [claim] = claims(
        [
            page("2023-03-02", "Experts said Norway could sell harpoons to Peru for its war on Chile."),
            page("2024-03-02", "Finland accused Norway of selling harpoons to Peru for the war on Chile."),
        ]
    )
    assert [position for position, _ in taken(claim)] == ["possible", "alleged"]


def test_what_one_says_is_not_so_is_a_denial_where_another_alleges_it(page: Page) -> None:
    [claim] = claims(
        [
            page("2024-03-02", "Norway alleged that Peru had poisoned the harbour water."),
            page("2024-03-04", "Peru said it had not poisoned the harbour water."),
        ]
    )
    assert taken(claim)[1] == ("denied", ("Peru",))


def test_a_confirmation_and_a_retraction_join_the_claim(page: Page) -> None:
    [claim] = claims(
        [
            page("2024-03-02", "Norway alleged that Peru had poisoned the harbour water."),
            page("2024-03-05", "Finland confirmed that Peru had poisoned the harbour water."),
            page("2024-04-01", "Norway retracted its claim that Peru had poisoned the harbour water."),
        ]
    )
    assert [position for position, _ in taken(claim)] == ["alleged", "confirmed", "retracted"]
    assert claim.voices[-1].speakers == ("Norway",)


def test_a_rejected_claim_is_denied_by_who_rejects_it(page: Page) -> None:
    [claim] = claims(
        [page("2024-03-02", "Peru rejected the allegation that its sailors had poisoned the harbour water.")]
    )
    assert taken(claim) == [("denied", ("Peru",))]


def test_a_denial_that_only_points_back_is_of_the_allegation_before_it(page: Page) -> None:
    [claim] = claims(
        [page("2024-03-02", "Norway alleged that Peru had poisoned the harbour water. Peru denied the allegation.")]
    )
    assert taken(claim) == [("alleged", ("Norway",)), ("denied", ("Peru",))]


def test_claims_about_other_parties_or_other_things_stay_apart(page: Page) -> None:
    found = claims(
        [
            page("2024-03-02", "Norway accused Peru of forging the inspection papers of a freighter."),
            page("2024-03-03", "Norway accused Chile of forging the inspection papers of a freighter."),
            page("2024-03-04", "Norway accused Peru of sinking a ferry in the strait."),
        ]
    )
    assert [len(claim.voices) for claim in found] == [1, 1, 1]


def test_what_is_only_said_promised_or_asked_for_is_no_claim(page: Page) -> None:
    assert (
        claims(
            [page("2024-03-02", "Peru said the ferry runs. Norway promised to mend the pier. Chile asked for help.")]
        )
        == ()
    )


def test_the_order_of_the_pages_does_not_matter(page: Page) -> None:
    pages = [
        page("2024-03-02", "Norway accused Peru of forging the inspection papers of a freighter."),
        page("2024-03-09", "Peru denied that it had forged inspection papers."),
        page("2024-03-04", "Finland accused Chile of sinking a ferry in the strait."),
    ]
    assert len({claims(order) for order in permutations(pages)}) == 1


def test_a_denial_of_any_such_thing_is_of_what_was_told_before_it(page: Page) -> None:
    [claim] = claims(
        [
            page(
                "2024-03-02",
                "The captain said the company had ordered him to sail. Voss denied that such an order was given.",
            )
        ]
    )
    assert taken(claim) == [("said", ("captain",)), ("denied", ("Voss",))]
