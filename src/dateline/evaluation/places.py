"""Task `places`: which place of the world a name stands for, on the Local-Global Lexicon (`lgl.xml`).

Where the names stand is given. Names that the set itself leaves open do not count; one that the reader leaves open is
wrong. A right id is at distance 0, whatever the coordinates of the two tables.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

import msgspec

from dateline.errors import DataError
from dateline.evaluation.layouts import one_file
from dateline.evaluation.measures import mean
from dateline.evaluation.tasks import Options, Outcome, Task
from dateline.gazetteer import Spot, distance_km
from dateline.places import resolve_places
from dateline.records import Span

NEAR_KM = 161.0
"""A hundred miles: the distance within which a place counts as found."""


class Toponym(msgspec.Struct, frozen=True):
    """A name in the text and the place it stands for."""

    span: Span
    place: Spot


class LocatedText(msgspec.Struct, frozen=True):
    name: str
    text: str
    toponyms: tuple[Toponym, ...]
    spans: tuple[Span, ...]


Answer = tuple[Toponym, Spot | None]


def run(path: Path, options: Options) -> Outcome:
    """Resolve the names of every article."""
    del options
    texts = read_texts(one_file(path, "*.xml"))
    answers = [(text, answer_all(text)) for text in texts]
    return Outcome(len(texts), scores_of([a for _, given in answers for a in given]), _explain(answers))


def answer_all(text: LocatedText) -> list[Answer]:
    """The reader's place for each annotated name."""
    found = dict(zip(text.spans, resolve_places(text.text, text.spans), strict=True))
    return [(toponym, found[toponym.span].spot) for toponym in text.toponyms]


def scores_of(answers: Sequence[Answer]) -> dict[str, float]:
    """Share of names within 161 km, and of those with the very id."""
    return {
        "acc161": mean(is_near(toponym.place, place) for toponym, place in answers),
        "exact": mean(place is not None and place.id == toponym.place.id for toponym, place in answers),
    }


def is_near(gold: Spot, found: Spot | None) -> bool:
    """Whether a place is the one meant, or lies within 161 km of it."""
    return found is not None and (found.id == gold.id or distance_km(gold, found) <= NEAR_KM)


def read_texts(path: Path) -> list[LocatedText]:
    """The articles; DataError where the file is broken."""
    try:
        return [_text(node) for node in ElementTree.parse(path).getroot().iter("article")]
    except (OSError, ElementTree.ParseError, ValueError) as error:
        raise DataError(f"{path}: {error}") from error


def _text(node: ElementTree.Element) -> LocatedText:
    marks = list(node.iter("toponym"))
    spans = tuple(Span(int(m.findtext("start", "")), int(m.findtext("end", ""))) for m in marks)
    tags = [m.find("gaztag") for m in marks]
    toponyms = tuple(Toponym(span, _place(tag)) for span, tag in zip(spans, tags, strict=True) if tag is not None)
    return LocatedText(node.get("docid", ""), node.findtext("text", ""), toponyms, spans)


def _place(tag: ElementTree.Element) -> Spot:
    return Spot(
        id=int(tag.get("geonameid", "")),
        name=tag.findtext("name", ""),
        kind="city",
        latitude=float(tag.findtext("lat", "")),
        longitude=float(tag.findtext("lon", "")),
    )


def _explain(answers: Sequence[tuple[LocatedText, list[Answer]]]) -> Iterator[str]:
    for text, given in answers:
        for toponym, found in given:
            if not is_near(toponym.place, found):
                answer = f"{found.name}, {found.country} ({found.kind})" if found else "nothing"
                yield f"{text.name}: {toponym.span.of(text.text)} is {toponym.place.name}, not {answer}"


TASK = Task(
    name="places",
    about="which place of the world a name stands for",
    notes=(
        "The data: one XML file of articles with toponyms, each with its GeoNames id and coordinates (LGL).",
        "acc161: of the names that the set resolves, those put within 161 km; exact: those given the very id."
        " Names that the reader leaves open are wrong in both.",
    ),
    scores=("acc161", "exact"),
    run=run,
)
