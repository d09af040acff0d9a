"""Who carries a story, what each changed, and how many sources there really are."""

from itertools import permutations

from dateline.records import Copy
from dateline.syndication import origins, syndicates
from dateline.syndication.components import components

OWN = "Our own reporter counted the boats that still lie at the northern pier on Wednesday morning."
OTHER = (
    "A choir of forty children sang at the opening of the new library in Varn while rain fell on the guests.",
    "The mayor, who had promised the building four years ago, thanked the masons one after another by their names.",
)


def test_a_wire_story_in_three_outlets_has_one_origin_also_where_a_shortened_copy_names_no_agency(
    reading, dispatch
) -> None:
    pages = [
        reading("a", publisher="Varn Post", agency="NPA"),
        reading("b", publisher="Ostrel Echo", agency="NPA"),
        reading("c", *dispatch[:2], publisher="Norvik Times"),
        reading("d", *OTHER, publisher="Norvik Times", title="A library opens"),
    ]
    expected = {"a": "NPA", "b": "NPA", "c": "NPA", "d": "Norvik Times"}
    for order in permutations(pages):
        assert origins(order) == expected


def test_without_an_agency_the_origin_is_the_outlet_that_was_first(reading) -> None:
    later = reading("a", publisher="Varn Post", day="2031-05-08")
    first = reading("b", publisher="Ostrel Echo", day="2031-05-07")
    assert set(origins([later, first]).values()) == {"Ostrel Echo"}
    assert origins([reading("c")]) == {"c": "c"}


def test_a_group_says_what_each_copy_left_out_added_and_retitled(reading, dispatch) -> None:
    pages = [
        reading("a", publisher="Varn Post", agency="NPA"),
        reading("b", *dispatch[:2], publisher="Ostrel Echo", title="Ferry to end"),
        reading("c", *dispatch, OWN, publisher="Norvik Times", day="2031-05-07"),
        reading("d", *OTHER, publisher="Norvik Times", title="A library opens"),
    ]
    (group,) = syndicates(reversed(pages))
    assert group.origin == "NPA"
    assert group.copies == (
        Copy(page_id="a", kept=5, left_out=0, added=0),
        Copy(page_id="b", kept=3, left_out=2, added=0, retitled=True),
        Copy(page_id="c", kept=5, left_out=0, added=1),
    )
    assert syndicates(pages) == (group,)


def test_versions_of_one_page_are_no_syndication(reading, dispatch) -> None:
    address = "https://post.example/ferry"
    pages = [reading("a", url=address), reading("b", *dispatch[:3], url=address)]
    assert syndicates(pages) == ()
    assert len(set(origins(pages).values())) == 1


def test_nothing_gives_nothing() -> None:
    assert syndicates([]) == ()
    assert origins([]) == {}


def test_groups_are_what_hangs_together_in_any_order_of_pairs() -> None:
    pairs = [(3, 4), (1, 2), (4, 1)]
    for order in permutations(pairs):
        assert components(range(6), order) == [[0], [1, 2, 3, 4], [5]]
