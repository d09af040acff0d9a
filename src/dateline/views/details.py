"""What is told of one report beside its cells: numbers, parts that are in doubt, and what it hangs on."""

from collections.abc import Iterable, Iterator

from dateline.records import EventMention, Quantity
from dateline.views.evidence import one_line


def told_quantities(quantities: Iterable[Quantity]) -> tuple[str, ...]:
    """`killed: at least 12 people`, `$3 million`, each once."""
    return tuple(dict.fromkeys(told_quantity(quantity) for quantity in quantities))


def told_quantity(quantity: Quantity) -> str:
    """The words of a number, after what it counts where they do not say so."""
    plain = quantity.kind in ("count", "money", "share", "term")
    return quantity.words if plain else f"{quantity.kind}: {quantity.words}"


def doubt_lines(mention: EventMention, text: str) -> Iterator[str]:
    """Of each part that is in doubt: whose, in which words, and who says so."""
    for argument in mention.arguments:
        if argument.doubt is not None:
            part = "did it" if argument.role == "actor" else f"is its {argument.role}"
            said = one_line(argument.doubt.span.of(text))
            by = ", ".join(speaker.name for speaker in argument.doubt.speakers)
            yield f"whether {argument.name} {part}: “{said}”" + (f" ({by})" if by else "")


def condition_words(mention: EventMention, text: str) -> str | None:
    """The words that an event hangs on."""
    return one_line(mention.condition.of(text)) if mention.condition is not None else None
