"""The codebook: types as data, the most specific pattern first."""

from collections import Counter
from importlib import resources
from pathlib import Path

import msgspec
import pytest

from dateline.errors import DataError
from dateline.events.codebook import NO_TYPE, Codebook, Predicate, Sense, TypeData, VerbPattern, codebook, word_classes
from dateline.languages import load

FOLDER = resources.files("dateline.languages") / "en" / "events"
NAMES = sorted(f.name.removesuffix(".yaml") for f in FOLDER.iterdir() if f.name.endswith(".yaml"))
PLOVER = {
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
}  # fmt: skip

OWN = {
    "ACCIDENT", "BUSINESS", "CRIME", "DISASTER", "ELECTION", "HEALTH", "SCIENCE", "SPORT", "TRIAL", "WEATHER",
}  # fmt: skip


def types(**verbs: list[object]) -> Codebook:
    """A codebook of our own types, each with these verbs."""
    files = {name: {"label": name, "description": "", "source": "a test", "verbs": v} for name, v in verbs.items()}
    return Codebook({name: msgspec.convert(file, TypeData) for name, file in files.items()})


DOCUMENT = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")


def cells(line: str) -> list[str]:
    """The cells of a row of a table."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []


def kind_of(book: Codebook, predicate: Predicate) -> str | None:
    """The type of a verb as it stands."""
    sense = book.verb(predicate)
    return sense.type if sense is not None else None


@pytest.mark.parametrize("name", NAMES)
def test_every_type_says_what_it_is_and_where_it_is_from(name: str) -> None:
    data = load("en", f"events/{name}", TypeData)
    assert data.label
    assert data.description
    assert data.source
    assert data.verbs or data.nouns or data.modes


@pytest.mark.parametrize("name", NAMES)
def test_words_are_lemmas_in_lower_case_each_once_a_type(name: str) -> None:
    data = load("en", f"events/{name}", TypeData)
    verbs = [(lemma, msgspec.structs.replace(p, lemma=lemma)) for _, p in data.patterns() for lemma in p.lemmas]
    nouns = [noun if isinstance(noun, str) else noun.lemma for _, noun in data.all_nouns()]
    assert all(word == word.lower().strip() for word in [*(lemma for lemma, _ in verbs), *nouns])
    assert [p for p, n in Counter(p for _, p in verbs).items() if n > 1] == []
    assert [w for w, n in Counter(nouns).items() if n > 1] == []


def test_the_codebook_has_the_types_of_plover_those_of_its_own_and_one_for_the_rest() -> None:
    assert {name for name, data in codebook().types.items() if data.scheme == "PLOVER"} == PLOVER
    assert set(NAMES) == PLOVER | OWN | {NO_TYPE}
    assert set(codebook().types) == set(NAMES)


def test_a_verb_without_company_has_its_plain_type() -> None:
    assert kind_of(codebook(), Predicate("arrest")) == "COERCE"


def test_a_verb_that_no_file_lists_has_no_entry() -> None:
    assert codebook().verb(Predicate("photosynthesize")) is None


def test_the_more_specific_pattern_wins_over_the_plain_one() -> None:
    book = types(ALPHA=["launch"], BETA=[{"lemma": "launch", "objects": ["missile"]}])
    assert kind_of(book, Predicate("launch")) == "ALPHA"
    assert kind_of(book, Predicate("launch", objects=frozenset({"missile"}))) == "BETA"


def test_every_condition_of_a_pattern_must_hold() -> None:
    book = types(ALPHA=[{"lemma": "fire", "objects": ["missile"], "prep": "at"}])
    missile, at = frozenset({"missile"}), frozenset({"at"})
    assert kind_of(book, Predicate("fire", objects=missile, preps=at)) == "ALPHA"
    assert kind_of(book, Predicate("fire", objects=missile)) is None
    assert kind_of(book, Predicate("fire", preps=at)) is None


def test_of_equally_specific_patterns_the_first_type_by_name_wins_and_no_type_comes_last() -> None:
    verb = [{"lemma": "open", "particle": "up"}]
    assert kind_of(types(**{NO_TYPE: verb, "ZETA": verb}), Predicate("open", particles=frozenset({"up"}))) == "ZETA"
    assert kind_of(types(ZETA=verb, BETA=verb), Predicate("open", particles=frozenset({"up"}))) == "BETA"


@pytest.mark.parametrize(
    ("wanted", "kind", "fits"),
    [
        ("acting", "organization", True),
        ("acting", "place", False),
        ("person", "group", True),
        ("individual", "group", False),
        ("individual", "person", True),
        ("country", "country", True),
        ("any", "place", True),
    ],
)
def test_a_pattern_may_ask_for_the_kind_of_its_object(wanted: str, kind: str, fits: bool) -> None:
    book = types(ALPHA=[{"lemma": "greet", "with": wanted}])
    found = kind_of(book, Predicate("greet", object_kinds=frozenset({kind})))
    assert found == ("ALPHA" if fits else None)


def test_a_pattern_may_ask_for_acting_together_or_alone() -> None:
    book = types(TOGETHER=[{"lemma": "drill", "company": True}], ALONE=[{"lemma": "drill", "company": False}])
    assert kind_of(book, Predicate("drill", company=True)) == "TOGETHER"
    assert kind_of(book, Predicate("drill", company=False)) == "ALONE"


def test_a_typed_verb_is_an_event_even_where_it_introduces_a_statement_an_untyped_one_only_when_said_so() -> None:
    book = types(ALPHA=["accuse"], **{NO_TYPE: ["depart", {"lemma": "announce", "speech": True}]})
    assert book.verb(Predicate("accuse")) == Sense("ALPHA", None, True)
    assert book.verb(Predicate("depart")) == Sense(NO_TYPE, None, False)
    assert book.verb(Predicate("announce")) == Sense(NO_TYPE, None, True)


def test_a_noun_with_its_compound_is_looked_up_before_the_bare_noun() -> None:
    data = {"label": "x", "description": "x", "source": "x"}
    book = Codebook(
        {
            "ALPHA": msgspec.convert(data | {"nouns": ["test"]}, TypeData),
            "BETA": msgspec.convert(data | {"nouns": ["missile test"]}, TypeData),
        }
    )
    assert book.noun(["missile test", "test"]) == Sense("BETA")
    assert book.noun(["blood test", "test"]) == Sense("ALPHA")
    assert book.noun(["breakfast"]) is None


def test_a_type_of_ones_own_is_added_by_a_file() -> None:
    file = b"""
    label: Migrate
    description: People move across a border.
    source: a user
    verbs: [emigrate, {lemma: cross, objects: [border]}]
    nouns: [exodus]
    """
    own = msgspec.yaml.decode(file, type=TypeData)
    book = Codebook({**codebook().types, "MIGRATE": own}, word_classes())
    assert kind_of(book, Predicate("emigrate")) == "MIGRATE"
    assert kind_of(book, Predicate("cross", objects=frozenset({"border"}))) == "MIGRATE"
    assert kind_of(book, Predicate("cross", objects=frozenset({"bridge"}))) != "MIGRATE"
    assert book.noun(["exodus"]) == Sense("MIGRATE")
    assert kind_of(book, Predicate("arrest")) == "COERCE"


def test_a_misspelt_condition_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="objekts"):
        msgspec.convert({"lemma": "fire", "objekts": ["missile"]}, VerbPattern)


def test_a_type_that_no_file_describes_is_named_in_the_error() -> None:
    with pytest.raises(DataError, match=r"no language data en/events/NOWHERE\.yaml"):
        load("en", "events/NOWHERE", TypeData)


def test_the_document_of_the_codebook_names_every_type_with_its_modes() -> None:
    rows = {row[0]: row[-1] for line in DOCUMENT.splitlines() if len(row := cells(line)) > 1}
    for name, data in codebook().types.items():
        if name != NO_TYPE:
            modes = {*data.modes, *data.content_modes.values()}
            assert name in rows
            assert data.scheme != "PLOVER" or {m for m in rows[name].split(", ") if m} == modes, name


@pytest.mark.parametrize(
    ("lemma", "objects", "kind", "mode"),
    [
        ("arrest", "activist", "COERCE", "arrest"),
        ("begin", "hunger", "PROTEST", "hunger"),
        ("slaughter", "villager", "ASSAULT", "massacre"),
        ("recall", "envoy", "SANCTION", "withdraw"),
        ("telephone", "counterpart", "CONSULT", "phone"),
    ],
)
def test_a_pattern_of_a_mode_gives_type_and_mode(lemma: str, objects: str, kind: str, mode: str) -> None:
    predicate = Predicate(lemma, objects=frozenset({objects}))
    assert codebook().verb(predicate) == Sense(kind, mode)


def test_a_class_of_words_stands_for_its_members() -> None:
    alpha = {"label": "x", "description": "x", "source": "x", "verbs": [{"lemma": "sink", "objects": ["@hulls"]}]}
    book = Codebook({"ALPHA": msgspec.convert(alpha, TypeData)}, {"hulls": frozenset({"barge"})})
    assert kind_of(book, Predicate("sink", objects=frozenset({"barge"}))) == "ALPHA"
    with pytest.raises(DataError, match="@hulls"):
        Codebook({"ALPHA": msgspec.convert(alpha, TypeData)}, {})
