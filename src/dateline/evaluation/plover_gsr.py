"""Task `plover-gsr`: the event of PLOVER's gold-standard records."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dateline.evaluation.layouts import decode, one_file
from dateline.evaluation.measures import mean
from dateline.evaluation.plover import MODERN, type_of
from dateline.evaluation.tasks import Options, Outcome, Task
from dateline.records import Span

HEADER = "DOCUMENT"


class Actor(msgspec.Struct, frozen=True, rename="camel"):
    actor_text: str = ""


class Record(msgspec.Struct, frozen=True):
    """A record of the file; the parties are lists of actors, or anything else where there are none."""

    event: str
    text: str = ""
    source: list[Actor] | str | None = None
    target: list[Actor] | str | None = None

    def party(self, actors: list[Actor] | str | None) -> Span:
        """Where the first of some actors stands in the text; an empty span where none does."""
        for actor in actors if isinstance(actors, list) else ():
            position = self.text.find(actor.actor_text)
            if actor.actor_text and position >= 0:
                return Span(position, position + len(actor.actor_text))
        return Span(0, 0)


def run(path: Path, options: Options) -> Outcome:
    """Read the text of every record; its parties are those that the record names."""
    del options
    stored: list[Record] = decode(one_file(path, "PLOVER_GSR*"), list[Record])
    records = [record for record in stored if record.event != HEADER]
    answers = [type_of(r.text, r.party(r.source), r.party(r.target)) for r in records]
    right = mean(float(a == modern(r.event)) for a, r in zip(answers, records, strict=True))
    return Outcome(len(records), {"event_accuracy": right}, _explain(records, answers))


def modern(event: str) -> str:
    """The name of 2021 of an event of 2016."""
    return MODERN.get(event, event)


def _explain(records: Sequence[Record], answers: Sequence[str]) -> Iterator[str]:
    for record, answer in zip(records, answers, strict=True):
        if answer != modern(record.event):
            yield f"{modern(record.event)} read as {answer}: {record.text}"


TASK = Task(
    name="plover-gsr",
    about="events of PLOVER's gold-standard records",
    notes=(
        "The data: one `PLOVER_GSR*`, a JSON list of records (`event`, `text`, `source`, `target`).",
        "Names of 2016 are read as those of 2021: CONCEDE and RETREAT as YIELD, DISAPPROVE and INVESTIGATE as ACCUSE, "
        "DEMAND as REQUEST, FIGHT as ASSAULT.",
    ),
    scores=("event_accuracy",),
    run=run,
)
