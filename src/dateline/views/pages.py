"""Pages as rows: what each says of itself, and how much else it points to."""

from dateline.records import Article, NoteKind
from dateline.views.citations import Source
from dateline.views.evidence import one_line
from dateline.views.rows import PageRow


def page_row(source: Source, article: Article, related: int) -> PageRow:
    """One page that was read; `related` is how many items it points to."""
    published = article.published
    return PageRow(
        page=source.page,
        title=source.title,
        published=source.published,
        time=published.time,
        zone=published.zone,
        basis=published.basis,
        updated=article.updated.iso if article.updated else None,
        outlet=source.outlet,
        publisher=source.publisher,
        agency=source.agency,
        byline=article.byline,
        contributors=article.contributors,
        place=article.dateline.place if article.dateline else None,
        language=article.language,
        flags=article.flags,
        notes=notes_of(article),
        related=related,
        url=source.url,
        location=source.location,
    )


def notes_of(article: Article) -> tuple[str, ...]:
    """What the page says of its own article, each note with its kind, where it does not begin with it."""
    return tuple(_told(note.kind, one_line(note.text)) for note in article.notes)


def _told(kind: NoteKind, text: str) -> str:
    return text if text.casefold().startswith(kind) else f"{kind}: {text}"
