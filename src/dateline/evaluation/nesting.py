"""Task `nesting`: who says that who says, on places where one statement stands in another.

The answers are in `nesting.json`, for documents of several public sets and pages beside the repository: names of
documents, character offsets, and no text. `cue` are the words of the innermost statement, `said` some of the words
it says, `chain` the speakers, outermost first, each link a list of co-speakers, [] where nobody is named.

How the places were chosen and marked, before there were rules for them:

- A link is a voice of its own: who says or writes something, holds an opinion, asks, promises, or a document, poll or
  recording that shows it. Wishes, feelings and plans of one's own are not marked.
- Somebody who speaks of their own words or thoughts ("she said she recalls") is one voice, one link.
- What is only spoken of ("condemned his claim that") stands in the page's own voice and is not marked; neither are
  questions and conditions ("if he thinks that").
- A speaker is given by the words nearest to the cue, a pronoun where the page has one.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import msgspec

from dateline.errors import DataError, UsageError
from dateline.evaluation.attribution import find_answers
from dateline.evaluation.brat import Text
from dateline.evaluation.tasks import Options, Outcome, Task
from dateline.evaluation.timeml import rebuild
from dateline.records import Chain, Link, Span, Speaker, Statement

LONG = 3
"""Letters of a word that tells two speakers apart."""

Offsets = tuple[int, int]


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One place: words of the innermost cue, words that it says, and the speakers of each link."""

    cue: Span
    said: Span
    chain: tuple[tuple[Span, ...], ...]


class Marked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place as the file holds it: half-open character offsets."""

    cue: Offsets
    said: Offsets
    chain: tuple[tuple[Offsets, ...], ...]

    def case(self) -> Case:
        """The same with spans."""
        links = tuple(tuple(Span(*words) for words in link) for link in self.chain)
        return Case(cue=Span(*self.cue), said=Span(*self.said), chain=links)


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The places of one document; `sha256` begins the digest of its text."""

    document: str
    sha256: str
    cases: tuple[Marked, ...]


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """One place with the reader's answer."""

    document: str
    text: Text
    case: Case
    answer: Chain
    right: bool


def run(path: Path, options: Options) -> Outcome:
    """Find the statements of every annotated document at or below a path, and of `options.pages` where given."""
    judged: list[Judged] = []
    read = 0
    for document, file in _documents([path, *([options.pages] if options.pages else [])]):
        judged += judge(document, _text(file, document))
        read += 1
    return Outcome(read, scores_of(judged), _explain(judged))


def gold() -> tuple[Document, ...]:
    """All annotated documents."""
    data = resources.files(__package__).joinpath("nesting.json").read_bytes()
    return msgspec.json.decode(data, type=tuple[Document, ...])


def judge(document: Document, text: str) -> list[Judged]:
    """The reader's answer for each place of a document."""
    statements = find_answers(document.document, text)
    words = Text(text)
    found = []
    for case in (marked.case() for marked in document.cases):
        answer = voices(answer_for(statements, case))
        found.append(
            Judged(document=document.document, text=words, case=case, answer=answer, right=same(text, case, answer))
        )
    return found


def answer_for(statements: Sequence[Statement], case: Case) -> Chain:
    """The chain of the smallest statement that has the cue and says the words; empty where there is none."""
    fitting = [
        s for s in statements if s.cue.overlaps(case.cue) and any(p.start <= case.said.start < p.end for p in s.content)
    ]
    smallest = min(fitting, key=lambda s: sum(p.end - p.start for p in s.content), default=None)
    return smallest.chain if smallest is not None else ()


def voices(chain: Chain) -> Chain:
    """The chain with neighbouring links of the same speakers as one."""
    kept: list[Link] = []
    for link in chain:
        if not (kept and link.speakers and _names(kept[-1]) == _names(link)):
            kept.append(link)
    return tuple(kept)


def _names(link: Link) -> set[str]:
    return {speaker.entity or speaker.name for speaker in link.speakers}


def same(text: str, case: Case, answer: Chain) -> bool:
    """Whether an answer has the links of a case, each with its speakers and no other."""
    return len(answer) == len(case.chain) and all(
        _same_link(text, spans, link.speakers) for spans, link in zip(case.chain, answer, strict=True)
    )


def _same_link(text: str, spans: Sequence[Span], speakers: Sequence[Speaker]) -> bool:
    if not spans or not speakers:
        return not spans and not speakers
    return all(any(_is(text, span, s) for s in speakers) for span in spans) and all(
        any(_is(text, span, s) for span in spans) for s in speakers
    )


def _is(text: str, span: Span, speaker: Speaker) -> bool:
    """Whether some words stand for a speaker: they overlap, or share a word that tells them apart."""
    return span.overlaps(speaker.span) or bool(_long(span.of(text)) & _long(f"{speaker.name} {speaker.span.of(text)}"))


def _long(words: str) -> set[str]:
    return {word for word in words.lower().replace("’", " ").replace("'", " ").split() if len(word) >= LONG} - {
        "the",
        "his",
        "her",
        "their",
    }


def scores_of(judged: Sequence[Judged]) -> dict[str, float]:
    """Shares of right chains: of all places, and of those with two links and with more."""
    return {
        "chain_accuracy": _share(judged, "right"),
        "depth_2": _share([j for j in judged if len(j.case.chain) == 2], "right"),
        "depth_3": _share([j for j in judged if len(j.case.chain) > 2], "right"),
        "found": _share(judged, "answer"),
    }


def _share(judged: Sequence[Judged], what: Literal["right", "answer"]) -> float:
    return sum(bool(getattr(j, what)) for j in judged) / len(judged) if judged else 0.0


def _documents(paths: Sequence[Path]) -> Iterator[tuple[Document, Path]]:
    """The annotated documents that are there, in order of name; UsageError where none is."""
    by_name = {file.name: file for path in paths for file in _files(path)}
    found = [(document, by_name[document.document]) for document in gold() if document.document in by_name]
    if not found:
        raise UsageError(f"{paths[0]} holds none of the documents that are annotated for nesting")
    yield from found


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in (".txt", ".xml"))


def _text(file: Path, document: Document) -> str:
    """The text that the offsets count in; DataError where it is not the annotated one."""
    try:
        text = rebuild(ElementTree.parse(file).getroot().iter("token"))[0] if file.suffix == ".xml" else None
        text = file.read_text("utf-8") if text is None else text
    except (OSError, ElementTree.ParseError, UnicodeDecodeError) as error:
        raise DataError(f"{file}: {error}") from error
    if not hashlib.sha256(text.encode()).hexdigest().startswith(document.sha256):
        raise DataError(f"{file} is not the text that was annotated: take the version its README names")
    return text


def _explain(judged: Iterable[Judged]) -> Iterator[str]:
    """Each place with a wrong chain: its words, the annotated speakers, the reader's."""
    for item in judged:
        if not item.right:
            yield from _shown(item)


def _shown(item: Judged) -> Iterator[str]:
    text, case = item.text.text, item.case
    around = Span(max(0, case.cue.start - 160), min(len(text), case.said.end + 160))
    yield f"{item.document}  {{{case.cue.of(text)}}} «{case.said.of(text)}»"
    yield f"  text    {' '.join(around.of(text).split())}"
    yield "  gold    " + " > ".join(" & ".join(s.of(text) for s in link) or "-" for link in case.chain)
    yield "  reader  " + (
        " > ".join(" & ".join(s.name for s in k.speakers) or "-" for k in item.answer) or "no statement"
    )
    yield ""


TASK = Task(
    name="nesting",
    about="who says that who says: chains of two and more speakers",
    notes=(
        "The data: the documents named in `evaluation/nesting.json`, which holds offsets and no text, at or below the"
        " path and `--pages DIR`: PolNeAR, ECB+, MEANTIME and the seed pages. How they were marked stands at the"
        " head of `evaluation/nesting.py`.",
        "chain_accuracy: of the marked places, those where the statement with that cue says those words and has the"
        " same speakers in each link, no link more and none less; links of the same speakers side by side are one.",
        "depth_2, depth_3: the same over places with two links, with three; found: a statement with that cue is there.",
    ),
    scores=("chain_accuracy", "depth_2", "depth_3", "found"),
    options=frozenset({"pages"}),
    run=run,
)
