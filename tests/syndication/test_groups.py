"""Who carries a story, what each changed, and how many sources there really are."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Copy
from dateline.syndication import origins, syndicates, version_chains
from dateline.syndication.components import components

OWN = "Our own reporter counted the boats that still lie at the northern pier on Wednesday morning."
OTHER = (
    "A choir of forty children sang at the opening of the new library in Varn while rain fell on the guests.",
    "The mayor, who had promised the building four years ago, thanked the masons one after another by their names.",
)
MORE = (
    "Readers may borrow the first books on Friday, and the old reading room will become a school of music.",
    "The architect stayed away from the ceremony because of a quarrel about the colour of the shelves and the lamps.",
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


def test_a_roundup_of_two_dispatches_belongs_to_neither_story(reading, dispatch) -> None:
    pages = [
        reading("a", publisher="Varn Post", agency="NPA"),
        reading("b", *dispatch[:4], publisher="Ostrel Echo"),
        reading("c", *OTHER, *MORE, publisher="Norvik Times", title="A library opens"),
        reading("d", *OTHER, *MORE, publisher="Varn Post", title="A library opens"),
        reading("e", *dispatch, *OTHER, *MORE, publisher="Morning Mail", title="The news at noon"),
        reading("f", *dispatch, *OTHER, *MORE, OWN, publisher="Evening Mail", title="The news at noon"),
    ]
    for order in permutations(pages):
        found = syndicates(order)
        assert [{copy.page_id for copy in group.copies} for group in found] == [{"a", "b"}, {"c", "d"}, {"e", "f"}]
        assert len(set(origins(order).values())) == 3


drawn = st.lists(
    st.tuples(
        st.lists(st.sampled_from([*range(8)]), min_size=1, max_size=8, unique=True).map(sorted),
        st.sampled_from(["Varn Post", "Ostrel Echo", None]),
        st.sampled_from(["https://a.example/1", "https://b.example/2", None, None, None]),
        st.sampled_from(["2031-05-06", "2031-05-07"]),
    ),
    max_size=7,
)


@given(drawn, st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_the_order_of_arrival_changes_nothing(reading, dispatch, pages, random) -> None:
    parts = [*dispatch, *OTHER, *MORE]
    known = [
        reading(str(number), *(parts[n] for n in chosen), publisher=outlet, url=url, day=day)
        for number, (chosen, outlet, url, day) in enumerate(pages)
    ]
    mixed = random.sample(known, len(known))
    assert syndicates(mixed) == syndicates(known)
    assert origins(mixed) == origins(known)
    assert version_chains(mixed) == version_chains(known)


def test_a_live_page_that_changes_its_matter_joins_no_two_stories(reading) -> None:
    live = "https://mail.example/live"
    pages = [
        reading("a", publisher="Varn Post"),
        reading("b", publisher="Morning Mail", url=live),
        reading("c", OWN, publisher="Morning Mail", url=live, day="2031-05-07"),
        reading("d", *OTHER, *MORE, publisher="Morning Mail", url=live, day="2031-05-08"),
        reading("e", *OTHER, *MORE, publisher="Norvik Times", day="2031-05-09"),
    ]
    found = syndicates(pages)
    assert [{copy.page_id for copy in group.copies} for group in found] == [{"a", "b", "c"}, {"d", "e"}]


def test_nothing_gives_nothing() -> None:
    assert syndicates([]) == ()
    assert origins([]) == {}


def test_groups_are_what_hangs_together_in_any_order_of_pairs() -> None:
    pairs = [(3, 4), (1, 2), (4, 1)]
    for order in permutations(pairs):
        assert components(range(6), order) == [[0], [1, 2, 3, 4], [5]]
