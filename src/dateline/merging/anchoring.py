"""Words of pages that decisions are tied to, found again among the events that a page is read to tell today."""

from collections.abc import Iterable

from dateline.merging.additions import added_id, find_quote
from dateline.records import Anchor, Decision, EventMention


def anchored_event(target: Anchor, text: str, events: Iterable[EventMention]) -> EventMention | None:
    """The event of a page's text that words are today: of the same words, else with the same verb within them."""

    def distance(event: EventMention) -> tuple[int, str]:
        return abs(event.span.start - target.start), event.id

    spoken = [event for event in events if event.trigger.of(text) == target.trigger]
    same = [event for event in spoken if event.span.of(text) == target.quote]
    if same:
        return min(same, key=distance)
    place = find_quote(text, target.quote)
    if place is None or not target.trigger:
        return None
    return min((event for event in spoken if place.covers(event.trigger)), key=distance, default=None)


def decided_events(decision: Decision, page: str, text: str, events: Iterable[EventMention]) -> set[str]:
    """Ids of the events of a page that a decision is about; of an added one, of what it added."""
    if decision.kind == "add":
        return {added_id(decision)}
    known = list(events)
    targets = [target for target in decision.targets if target.page_id == page and target.quote]
    return {found.id for target in targets if (found := anchored_event(target, text, known)) is not None}
