"""Status of an event, derived from what is stored of it. `docs/status.md` shows this table."""

from dateline.records.reading import EventMention, Status


def status_of(event: EventMention) -> Status:
    """The first line that holds.

    | stored | status |
    |---|---|
    | a link of the chain denies it, or it is negated in somebody's words | denied |
    | negated in the page's own voice | not_happened |
    | marked as alleged, or a link of the chain alleges it | alleged |
    | to come, and the one who will do it vows it | promised |
    | to come, and somebody has set it | planned |
    | to come, foreseen or with nothing said of who set it | expected |
    | hypothetical | possible |
    | under way | ongoing |
    | past | happened |
    """
    if any(link.commitment == "denied" for link in event.chain):
        return "denied"
    if event.polarity == "negative":
        return "denied" if event.chain else "not_happened"
    if event.alleged or any(link.stance == "alleges" for link in event.chain):
        return "alleged"
    if event.realis == "future":
        return event.outlook or "expected"
    if event.realis == "hypothetical":
        return "possible"
    return "ongoing" if event.realis == "ongoing" else "happened"
