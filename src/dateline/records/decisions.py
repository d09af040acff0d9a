"""What people decided about a chronicle: an append-only log that targets content, and wins over the reader."""

from typing import Literal

import msgspec

DecisionKind = Literal["same", "different", "actor-same", "actor-different", "edit", "add", "reject", "undo"]


class Anchor(msgspec.Struct, frozen=True):
    """Words of a page: what a decision is about, whatever a later reader makes of them.

    `quote` is the evidence of the report, `trigger` the word that says what happened, `start` where the quote stood.
    """

    page_id: str
    quote: str
    trigger: str = ""
    start: int = 0


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One decision. Which fields are given follows from its kind.

    | kind | fields |
    |---|---|
    | same, different | targets: reports of one event, or of two |
    | actor-same, actor-different | names: both stand for the first, or never for each other |
    | edit | targets: the report; cell, value; `seen` is what the reader said then |
    | add | targets: page and quote of an event that the reader missed; fields: its cells; source and day |
    | reject | targets: reports of nothing that should be in the chronicle |
    | undo | undoes: the id of a decision that no longer holds |

    `id` is made from all of the content, `at` is ISO in UTC, `by` who decided. `source` cites a person's own source (a
    document, a call) of some `day` (ISO), whose words the quote is; both are empty where the words are of a page.
    """

    id: str
    kind: DecisionKind
    by: str
    at: str
    targets: tuple[Anchor, ...] = ()
    names: tuple[str, ...] = ()
    cell: str = ""
    value: str = ""
    seen: str = ""
    fields: dict[str, str] = {}
    undoes: str = ""
    note: str = ""
    source: str = ""
    day: str = ""
