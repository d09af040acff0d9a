"""The text by which an entry or a statement is found and shown in a search. Pages are found by their article."""

from dateline.records import Article, Entry, Statement


def entry_text(entry: Entry) -> str:
    """What happened, then the names that these words do not hold."""
    names = (*entry.actors, *entry.recipients, *entry.places, *entry.said_by)
    missing = [name for name in dict.fromkeys(names) if name.casefold() not in entry.words.casefold()]
    return " · ".join([entry.words, *missing])


def statement_text(statement: Statement, article: Article) -> str:
    """Who says it, and the words of what is said."""
    speakers = ", ".join(dict.fromkeys(speaker.name for speaker in statement.speakers))
    return f"{speakers}: " + " … ".join(span.of(article.text) for span in statement.content)
