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
    """A page of our own writing, read up to its events."""
    from dateline.events import find_events
    from dateline.mentions import find_mentions
    from dateline.sentences import parse_article
    from dateline.statements import find_statements
    from dateline.times import find_times

    def made(day: str, text: str) -> Reading:
        article = article_of_lines(f"page of {day}", f"News\n{text}", datetime.date.fromisoformat(day))
        doc, sentences = parse_article(article)
        mentions, entities = find_mentions(article, doc, sentences)
        times = find_times(article, doc)
        statements = find_statements(article, doc, sentences, mentions, entities, times)
        events = find_events(article, doc, sentences, mentions, entities, times, statements, ())
        return Reading(
            page_id=article.page_id,
            reader="t",
            article=article,
            mentions=mentions,
            entities=entities,
            statements=statements,
            events=events,
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


def test_a_claim_is_one_through_years_and_outlets_whatever_the_words(page: Page) -> None:
    [claim] = claims(
        [
            page("2022-03-02", "Analysts said Peru could supply Chile with artillery shells for its border war."),
            page("2022-11-02", "Norway and Finland accused Peru of shipping munitions to Chile."),
            page("2022-11-04", "Peru denied sending any weapons to Chile."),
            page("2023-05-04", "A United Nations panel confirmed that Peru had delivered rockets to Chile."),
            page("2023-09-04", "Finland retracted its claim that Peru had shipped munitions to Chile."),
        ]
    )
    assert [position for position, _ in taken(claim)] == ["possible", "alleged", "denied", "confirmed", "retracted"]


def test_who_buys_and_who_sells_tell_one_claim(page: Page) -> None:
    [claim] = claims(
        [
            page("2022-03-02", "Norway accused Chile of buying rockets from Peru."),
            page("2022-04-02", "Peru denied selling missiles to Chile."),
        ]
    )
    assert taken(claim) == [("alleged", ("Norway",)), ("denied", ("Peru",))]


@pytest.mark.parametrize(
    "other",
    [
        "Norway accused Chile of shipping munitions to Peru.",
        "Norway accused Peru of shipping munitions to Bolivia.",
        "Norway accused Bolivia of shipping munitions to Chile.",
        "Norway accused Peru of sending spies to Chile.",
    ],
)
def test_the_same_deed_by_others_to_others_or_with_other_things_is_another_claim(page: Page, other: str) -> None:
    first = page("2022-03-02", "Norway accused Peru of shipping munitions to Chile.")
    assert [len(claim.voices) for claim in claims([first, page("2022-04-02", other)])] == [1, 1]


def test_the_same_deed_on_another_day_is_another_claim(page: Page) -> None:
    told = "Norway accused Peru of bombing a port in Chile on {}."
    pages = [page("2022-03-02", told.format("February 28")), page("2022-06-12", told.format("June 10"))]
    assert [len(claim.voices) for claim in claims(pages)] == [1, 1]


def test_the_same_deed_many_years_later_is_another_claim(page: Page) -> None:
    told = "Norway accused Peru of shipping munitions to Chile."
    assert [len(claim.voices) for claim in claims([page("2012-03-02", told), page("2022-06-12", told)])] == [1, 1]


def test_a_phrase_that_says_nothing_by_itself_is_no_claim(page: Page) -> None:
    told = "Peru has helped prop up the economy of Chile, allegedly in violation of a treaty."
    assert claims([page("2022-03-02", told)]) == ()


def test_a_denial_that_names_the_allegation_again_goes_with_it(page: Page) -> None:
    [claim] = claims(
        [
            page("2022-03-02", "Ann Ost accused Karl Holm of sexual misconduct."),
            page("2022-07-12", "Holm denied any allegations of sexual misconduct."),
        ]
    )
    assert [position for position, _ in taken(claim)] == ["alleged", "denied"]
