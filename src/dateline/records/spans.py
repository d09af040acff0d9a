"""Half-open spans of code points into `Article.text`: the evidence of every other record."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """`text[start:end]`, both counted in code points; `start < end` in every stored record."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def hull(self, *others: "Span") -> "Span":
        """The smallest span that covers this one and all the others."""
        return Span(
            min(self.start, *(o.start for o in others)) if others else self.start,
            max(self.end, *(o.end for o in others)) if others else self.end,
        )
