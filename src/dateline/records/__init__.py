"""The records of Dateline: immutable values, one set of types for the store, JSON and the interfaces."""

from dateline.records.articles import Article, Block, BlockKind, Dateline, LineKind, LineLabel
from dateline.records.chronicle import Actor, Chronicle, Entry, Expectation, ExpectationState, Report
from dateline.records.ids import content_id
from dateline.records.pages import Media, Page, Rejection, RejectionReason
from dateline.records.reading import (
    Argument,
    ArgumentRole,
    Chain,
    Commitment,
    Entity,
    EntityKind,
    EventDate,
    EventMention,
    Link,
    Mention,
    MentionForm,
    Outlook,
    Reading,
    Realis,
    Role,
    Sentence,
    Speaker,
    Stance,
    Statement,
    Status,
)
from dateline.records.related import Age, AgeUnit, RelatedItem, TeaserPlace
from dateline.records.spans import Span
from dateline.records.status import status_of
from dateline.records.syndication import Copy, Syndicate, VersionChain
from dateline.records.times import Basis, Interval, TimeExpression, Timestamp

__all__ = [
    "Actor",
    "Age",
    "AgeUnit",
    "Argument",
    "ArgumentRole",
    "Article",
    "Basis",
    "Block",
    "BlockKind",
    "Chain",
    "Chronicle",
    "Commitment",
    "Copy",
    "Dateline",
    "Entity",
    "EntityKind",
    "Entry",
    "EventDate",
    "EventMention",
    "Expectation",
    "ExpectationState",
    "Interval",
    "LineKind",
    "LineLabel",
    "Link",
    "Media",
    "Mention",
    "MentionForm",
    "Outlook",
    "Page",
    "Reading",
    "Realis",
    "Rejection",
    "RejectionReason",
    "RelatedItem",
    "Report",
    "Role",
    "Sentence",
    "Span",
    "Speaker",
    "Stance",
    "Statement",
    "Status",
    "TeaserPlace",
    "TimeExpression",
    "Timestamp",
    "content_id",
    "status_of",
]
