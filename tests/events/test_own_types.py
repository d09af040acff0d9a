"""A user's event types: added and changed by a YAML file, refused with the place that is wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import DataError
from dateline.events import own_types, own_types_mark, read_own_types
from dateline.events.codebook import Predicate
from dateline.events.own_types import active_codebook

FISHERY = """
classes:
  boats: [trawler, longliner]
types:
  FISHERY:
    label: Fishery
    description: Catches and quotas.
    source: a test
    verbs: [trawl, {lemma: board, objects: ["@boats"]}, {lemma: arrest, objects: [skipper]}]
    nouns: [quota]
    modes:
      whaling: {verbs: [harpoon]}
  AID:
    label: Aid
    description: Towing counts.
    source: a test
    verbs: [tow]
"""


def file_of(folder: Path, text: str) -> Path:
    path = folder / "types.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def kind(lemma: str, *objects: str) -> str | None:
    sense = active_codebook().verb(Predicate(lemma, objects=frozenset(objects)))
    return sense.type if sense is not None else None


def test_types_of_a_file_hold_within_their_context_only(tmp_path: Path) -> None:
    data = read_own_types(file_of(tmp_path, FISHERY))
    with own_types(data):
        assert kind("trawl") == "FISHERY"
        assert kind("board", "trawler") == "FISHERY"
        noun = active_codebook().noun(["quota"])
        assert noun is not None
        assert noun.type == "FISHERY"
    assert kind("trawl") is None


def test_words_of_ones_own_win_over_the_codebook_and_add_to_its_types(tmp_path: Path) -> None:
    with own_types(read_own_types(file_of(tmp_path, FISHERY))):
        assert kind("arrest", "skipper") == "FISHERY"
        assert kind("arrest", "minister") == "COERCE"
        assert kind("tow") == "AID"
        assert kind("donate") == "AID"
        assert active_codebook().is_plover("AID")


def test_a_mode_of_ones_own_is_read(tmp_path: Path) -> None:
    with own_types(read_own_types(file_of(tmp_path, FISHERY))):
        sense = active_codebook().verb(Predicate("harpoon"))
    assert sense is not None
    assert (sense.type, sense.mode) == ("FISHERY", "whaling")


def test_a_type_may_stand_for_the_codebook_s(tmp_path: Path) -> None:
    with own_types(read_own_types(file_of(tmp_path, FISHERY + "replace: [AID]\n"))):
        assert kind("tow") == "AID"
        assert kind("donate") != "AID"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("types:\n  A: [\n", "line 3"),
        (FISHERY.replace("objects", "objekts"), r"types\.FISHERY: .*`objekts`.*verbs\[1\]"),
        (FISHERY.replace("label: Fishery", "lable: Fishery"), r"types\.FISHERY: .*lable"),
        (FISHERY.replace("@boats", "@ships"), r"FISHERY: no class of words @ships"),
        (FISHERY.replace("FISHERY", "fishery"), r"types\.fishery: .*capitals"),
        (FISHERY + "replace: [WAR]\n", r"replace: WAR"),
        ("kinds: {}\n", "kinds"),
        ("[" * 3000, "nested|line"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_the_place(tmp_path: Path, text: str, place: str) -> None:
    path = file_of(tmp_path, text)
    with pytest.raises(DataError, match=place) as caught:
        read_own_types(path)
    assert str(path) in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere\.yaml cannot be read"):
        read_own_types(tmp_path / "nowhere.yaml")


def test_the_reader_is_another_one_where_the_types_change() -> None:
    assert own_types_mark() == ""
    with own_types(b"types: {}"):
        first = own_types_mark()
    with own_types(b"types: {} "):
        second = own_types_mark()
    assert first
    assert first != second


SEVERAL_WORDS = """
types:
  QUARREL:
    label: Quarrel
    description: Disputes over fish.
    source: a test
    verbs: [{lemma: square, particle: "off"}, {lemma: take, objects: [umbrage]}]
    nouns: [fish war]
    idle: [{lemma: arrest, objects: [decline]}]
"""


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Norway squared off with Finland on Monday.", "square"),
        ("Norway took umbrage at Finland on Monday.", "take"),
        ("A fish war between Norway and Finland was reported on Monday.", "war"),
    ],
)
def test_triggers_of_several_words_name_a_type_of_ones_own(
    tmp_path: Path, read_again: Callable[..., Any], text: str, lemma: str
) -> None:
    with own_types(read_own_types(file_of(tmp_path, SEVERAL_WORDS))):
        assert read_again(text).types() == {lemma: "QUARREL"}


def test_a_pattern_may_say_that_there_is_no_event(tmp_path: Path, read_again: Callable[..., Any]) -> None:
    with own_types(read_own_types(file_of(tmp_path, SEVERAL_WORDS))):
        assert read_again("Norway arrested the decline on Monday.").events == ()
        assert read_again("Norway arrested Marek Dolan on Monday.").lemmas == ["arrest"]
