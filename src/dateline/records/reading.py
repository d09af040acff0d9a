"""What one page says: sentences, mentions, statements, events. Immutable, and all tied to spans of one article."""

from typing import Literal

import msgspec

from dateline.records.articles import Article
from dateline.records.places import EventPlace, Location
from dateline.records.related import RelatedItem
from dateline.records.spans import Span
from dateline.records.times import Basis, Interval, TimeExpression


class Sentence(msgspec.Struct, frozen=True):
    """One sentence; a dateline at its head is a sentence of its own. `block` indexes `Article.blocks`."""

    span: Span
    block: int


EntityKind = Literal[
    "person",
    "organization",  # agencies, companies, parties, armed forces, alliances, media
    "country",  # the state, its land or its government: "Russia", "Moscow" where it acts
    "place",  # cities, regions, facilities, landmarks
    "group",  # unnamed people: "observers", "foreign officials and experts"
]
MentionForm = Literal["name", "nominal", "pronoun", "adjective"]


Sector = Literal[
    "GOV",  # the executive and its ministries; a country
    "JUD",  # judges, courts, prosecutors
    "LEG",  # parliaments, lawmakers
    "MIL",  # armed forces of a state
    "COP",  # police
    "SPY",  # intelligence services of a state
    "OPP",  # political opposition
    "PTY",  # parties neither in government nor in opposition
    "REB",  # armed opposition
    "PRM",  # paramilitaries not in opposition
    "UAF",  # armed people of whom no more is known
    "CVL",  # civilians
    "ELI",  # celebrities, sportspeople, the formerly powerful
    "BUS",  # companies and their people
    "EDU",  # schools, universities, their people, students
    "MED",  # health
    "LAB",  # organised labour
    "AGR",  # farmers
    "JRN",  # journalists and their media
    "REF",  # refugees
    "REL",  # religion
    "SOC",  # other organisations of society
    "CRM",  # criminals
    "IGO",  # organisations of several states
    "NGO",  # organisations of no state
    "IMG",  # armed groups of several countries
]
"""Sector codes of PLOVER (openeventdata/PLOVER, manual, tables of sectors and of actors that are no states)."""


class Role(msgspec.Struct, frozen=True):
    """A role that the page gives a person or organisation ("Defense Minister"), and the words that do.

    `country` is the one that the role belongs to, where the page names it beside the role.
    """

    title: str
    span: Span
    country: str | None = None


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something of one page. `id` is made from page, kind and canonical name.

    `name` is the fullest name that the page gives ("Marit Kvale"), a country's common English name, or the words of
    an unnamed group in lower case. `names` holds every form met. `country` is ISO 3166 alpha-2 and `sector` a code of
    PLOVER, where the page supports it; the spans are the words that do.
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    roles: tuple[Role, ...] = ()
    country_span: Span | None = None
    sector: Sector | None = None
    sector_span: Span | None = None


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand for an entity. Mentions may nest ("Russia" in "Russia's state news agency RIA")."""

    span: Span
    head: Span
    kind: EntityKind
    form: MentionForm
    entity: str


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who says it: canonical name, entity of the page where there is one, and the words."""

    name: str
    span: Span
    entity: str | None = None


Stance = Literal[
    "says",
    "reports",
    "confirms",
    "denies",
    "claims",
    "alleges",
    "promises",
    "plans",
    "expects",
    "warns",
    "asks",
    "thinks",
]
Commitment = Literal["certain", "probable", "possible", "denied", "unknown"]


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a chain: co-speakers, the words that make them speakers, how far they commit themselves.

    `channel` is the outlet, agency or medium through which they spoke, where it is named but is not itself the speaker.
    `others` says that the page adds speakers whom it leaves unnamed: "the mayor, the union and others".
    """

    speakers: tuple[Speaker, ...]
    cue: Span | None = None
    stance: Stance = "says"
    commitment: Commitment = "certain"
    channel: str | None = None
    others: bool = False


Chain = tuple[Link, ...]
"""Who says so, outermost link first; empty is the page's own voice."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what to whom (source, cue and content as in PARC), and through whom it reached the page.

    `content` may be parted ("X," he said, "Y."). `chain` ends with the statement's own link: chain[-1].speakers are its
    speakers. `span` covers source, cue and content. `topic` marks a content that is spoken of, not said ("condemned the
    strike"): events in it are not the speaker's word. `interval` and `place` are the time and place of speaking, where
    the page names them; `medium` is in or through what it was said. `holds` says what the content is: a "clause", a
    "noun" ("denied the attack", "denied that"), or a "phrase" that says nothing by itself ("allegedly in breach of").
    """

    id: str
    page_id: str
    span: Span
    chain: Chain
    cue: Span
    cue_lemma: str
    content: tuple[Span, ...]
    form: Literal["direct", "indirect", "mixed", "free"]
    addressees: tuple[Speaker, ...] = ()
    medium: str | None = None
    place: "Argument | None" = None
    interval: Interval | None = None
    topic: bool = False
    holds: Literal["clause", "noun", "phrase"] = "clause"

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        return self.chain[-1].speakers

    @property
    def stance(self) -> Stance:
        return self.chain[-1].stance


ArgumentRole = Literal["actor", "recipient", "place", "object", "instrument"]


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """That only one part in an event is in doubt, not the event: "a strike blamed on X".

    `span` holds the words that say so ("blamed on"), `speakers` who does, where the sentence names them.
    """

    span: Span
    commitment: Commitment = "possible"
    speakers: tuple[Speaker, ...] = ()


class Argument(msgspec.Struct, frozen=True, kw_only=True):
    """A part that somebody or something plays in an event. `name` is canonical, `span` the words of the page.

    `doubt` is set where it is only alleged, suspected or said by some that it is them.
    """

    role: ArgumentRole
    name: str
    span: Span
    entity: str | None = None
    doubt: Doubt | None = None


QuantityKind = Literal[
    "killed",
    "injured",
    "missing",
    "arrested",
    "displaced",  # made to leave: evacuated, driven out, homeless
    "released",
    "money",
    "distance",
    "area",
    "mass",
    "volume",
    "power",
    "share",  # percent
    "term",  # of a sentence: years in prison
    "count",  # anything else that is counted: `of` says what
]
Bound = Literal["exactly", "about", "at_least", "more_than", "at_most", "less_than"]
ABOUT = 0.1
"""How much "about" leaves open, as a share of the number."""


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number of an event: how many were killed, what was paid, how far.

    `low` and `high` are the number, equal where the page gives one; None is an open end ("dozens" has no upper one).
    `unit` is what they are in: "people", an ISO 4217 code, "km", "tonne" …, empty where things are counted; `of` the
    page's word for what is counted ("migrants", "crude"). `span` is the evidence, `words` the same on one line.
    """

    kind: QuantityKind
    low: float | None
    high: float | None
    bound: Bound = "exactly"
    unit: str = ""
    of: str = ""
    words: str
    span: Span

    @property
    def limits(self) -> tuple[float, float]:
        """Least and most that the number may be, as its words leave it open: two numbers agree where these meet."""
        low = self.low if self.low is not None else 0.0
        high = self.high if self.high is not None else float("inf")
        match self.bound:
            case "about":
                return low * (1 - ABOUT), high * (1 + ABOUT)
            case "at_least" | "more_than":
                return low, float("inf")
            case "at_most" | "less_than":
                return 0.0, high
            case "exactly":
                return low, high


class EventDate(msgspec.Struct, frozen=True, kw_only=True):
    """When an event was, is or will be, and how that was reached.

    `expressions` are the time words used, `anchor` the TIMEX3 value they were counted from. `rule` names the step that
    gave the date; `views/dates.py` puts it in words. An `is_bound` date has no time words of the event: the page only
    says what it came before or after.
    """

    interval: Interval
    basis: Basis
    rule: Literal[
        "expression",
        "inherited",
        "frame",
        "duration",
        "order",
        "header",
        "before_publication",
        "after_publication",
        "none",
    ]
    value: str | None = None
    anchor: str | None = None
    expressions: tuple[Span, ...] = ()

    @property
    def is_bound(self) -> bool:
        return self.rule in ("before_publication", "after_publication", "order")


Realis = Literal["past", "ongoing", "future", "hypothetical"]
Outlook = Literal["planned", "expected", "promised"]
Status = Literal[
    "happened", "ongoing", "planned", "expected", "promised", "possible", "alleged", "denied", "not_happened"
]


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """That an event is before, after or within another one (`other`, an event of the page), and the words that say so.

    `span` runs from the word that orders ("after") to the other event's trigger. Order needs no dates.
    """

    relation: Literal["before", "after", "during"]
    other: str
    span: Span


class EventMention(msgspec.Struct, frozen=True, kw_only=True):
    """One report of one event in one article.

    `span` is the evidence, within one sentence, from the trigger to its arguments. `words` says what happened in the
    page's words with names put in full. `family` is the kind of event that
    merging compares: "meeting", "journey", or the lemma. `type` is a PLOVER type or None. `outlook` says for a coming
    event whether somebody has set it, foresees it, or vows to do it. `alleged` is set where the page itself marks
    the event as alleged; what others commit to stands in `chain`. `status` is derived, never stored. `frame` is the
    event of the page that this one is part of, `same_as` an earlier mention of the same event that this one points
    back to. `order` holds the events of the page that it is told to be before, after or within. `condition` are the
    words that it hangs on ("if ratified", "subject to approval"), `quantities` the numbers told of it. `decision` is
    the id of the decision by which a person added it, empty where the reader found it.
    """

    id: str
    page_id: str
    span: Span
    sentence: Span
    trigger: Span
    lemma: str
    family: str = ""
    words: str
    type: str | None = None
    mode: str | None = None
    arguments: tuple[Argument, ...] = ()
    places: tuple[EventPlace, ...] = ()
    realis: Realis = "past"
    polarity: Literal["positive", "negative"] = "positive"
    outlook: Outlook | None = None
    alleged: bool = False
    condition: Span | None = None
    date: EventDate
    chain: Chain = ()
    frame: str | None = None
    same_as: str | None = None
    order: tuple[Order, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    decision: str = ""

    def names(self, *roles: ArgumentRole) -> tuple[str, ...]:
        """Canonical names of the arguments with one of these roles, in order of the text, each once."""
        return tuple(dict.fromkeys(a.name for a in self.arguments if a.role in roles))


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read out of one page by one version of the reader."""

    page_id: str
    reader: str
    article: Article
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[Location, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    related: tuple[RelatedItem, ...] = ()
