"""The tables as the code sees them. What a file really has is made by `migrations.py`; a test checks that they agree.

Every record stands as msgspec JSON in `record`; the columns next to it are those that filters, order and lookups need.
Dates are ISO texts. `folded` is a name as `folding.folded` makes it, so that letters of any alphabet match in either
case.
"""

from sqlalchemy import BigInteger, Column, Float, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _text(name: str, *, key: bool = False, optional: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=optional)


def _names(name: str) -> Table:
    """Names that belong to a row of another table: each with its role and its place among those of the role."""
    return Table(
        name,
        metadata,
        _text("owner", key=True),
        _text("role", key=True),
        Column("position", Integer, primary_key=True),
        _text("name"),
        _text("folded"),
    )


meta = Table("meta", metadata, _text("key", key=True), _text("value"))

migrations = Table("migrations", metadata, Column("number", Integer, primary_key=True), _text("name"), _text("applied"))

pages = Table(
    "pages",
    metadata,
    _text("id", key=True),
    _text("location"),
    _text("folded"),  # name and URL, for the filter by source
    _text("record"),  # without the content
    Column("content", LargeBinary, nullable=False),  # zlib
)

readings = Table(
    "readings",
    metadata,
    _text("page_id", key=True),
    _text("reader"),
    _text("published"),
    _text("title"),
    _text("publisher", optional=True),
    _text("agency", optional=True),
    _text("digest"),
    Column("record", LargeBinary, nullable=False),  # zlib
)

source_names = _names("source_names")

statements = Table(
    "statements",
    metadata,
    _text("id", key=True),
    _text("page_id"),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    _text("stance"),
    _text("earliest", optional=True),
    _text("latest", optional=True),
    _text("sort"),
    _text("record"),
)

statement_names = _names("statement_names")

rejections = Table(
    "rejections",
    metadata,
    _text("location", key=True),
    _text("reason", key=True),
    _text("page_id", optional=True),
    _text("record"),
)

actors = Table(
    "actors",
    metadata,
    _text("id", key=True),
    _text("kind"),
    _text("name"),
    _text("folded"),
    _text("country", optional=True),
    _text("digest"),
    _text("record"),
)

actor_names = _names("actor_names")

entries = Table(
    "entries",
    metadata,
    _text("id", key=True),
    _text("sort"),
    _text("earliest", optional=True),
    _text("latest", optional=True),
    _text("type", optional=True),
    _text("status"),
    _text("basis"),
    _text("frame", optional=True),
    Column("salience", Float, nullable=False),
    Column("sources", Integer, nullable=False),
    _text("digest"),
    _text("record"),
)

entry_names = _names("entry_names")

entry_reports = Table(
    "entry_reports",
    metadata,
    _text("entry_id", key=True),
    Column("position", Integer, primary_key=True),
    _text("page_id"),
    _text("event_id"),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
)

expectations = Table(
    "expectations",
    metadata,
    _text("id", key=True),
    _text("entry"),
    _text("kind"),
    _text("state"),
    _text("sort"),
    _text("earliest", optional=True),
    _text("latest", optional=True),
    _text("digest"),
    _text("record"),
)

page_groups = Table(
    "page_groups",
    metadata,
    _text("id", key=True),
    _text("kind"),  # story: copies in several outlets; versions: texts of one page
    _text("digest"),
    _text("record"),
)

page_group_members = Table(
    "page_group_members",
    metadata,
    _text("group_id", key=True),
    _text("page_id", key=True),
)

related = Table(
    "related",
    metadata,
    _text("id", key=True),
    _text("page_id"),
    Column("position", Integer, nullable=False),
    _text("earliest", optional=True),
    _text("latest", optional=True),
    _text("sort"),
    _text("words"),  # each between blanks, for the filter by actor
    _text("record"),
)

locations = Table(
    "locations",
    metadata,
    _text("page_id", key=True),
    Column("position", Integer, primary_key=True),
    _text("name"),
    _text("folded"),
    _text("place", optional=True),  # the name of what it was resolved to, folded
    _text("country", optional=True),
    Column("latitude", Float, nullable=True),
    Column("longitude", Float, nullable=True),
    _text("record"),
)

claims = Table("claims", metadata, _text("id", key=True), _text("first"), _text("record"))

redirects = Table("redirects", metadata, _text("old", key=True), _text("new"))

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),
    _text("started"),
    _text("finished"),
    _text("reader"),
    _text("record"),
)

merge_index = Table("merge_index", metadata, _text("kind", key=True), _text("key", key=True), _text("owner", key=True))
"""What merging finds by keys: see `dateline.merging.shelf`."""

merge_reports = Table("merge_reports", metadata, _text("name", key=True), Column("record", LargeBinary, nullable=False))

appearances = Table(
    "appearances",
    metadata,
    _text("form", key=True),
    _text("place", key=True),
    _text("page_id"),
    Column("record", LargeBinary, nullable=False),
)
"""Who appears on pages, by kind and name: what actors are made from."""

merge_queue = Table("merge_queue", metadata, _text("page_id", key=True))
"""Pages that were read, or taken away, since the last merging."""

written = Table(
    "written",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("kind", key=True),  # entry, page, actor
    _text("id", key=True),
)
"""Which records were written, or taken away, lately: who holds a state of the chronicle asks what to renew."""

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("at"),
    _text("author"),
    _text("kind"),
    _text("record"),
)

history = Table(
    "history",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("run", Integer, nullable=False),
    _text("at"),
    _text("kind"),
    _text("entry"),
    _text("record"),
)

tombstones = Table("tombstones", metadata, _text("page_id", key=True), _text("at"), _text("author"), _text("reason"))

search_documents = Table(
    "search_documents",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    _text("kind"),
    _text("id"),
    _text("day"),
)
"""What can be found by its words. The words are in `search_words` (SQLite, FTS5) or a tsvector column (PostgreSQL)."""
