"""PLOVER types and how sentences with two marked parties are answered, for the tasks that measure them."""

from dateline.records import Span

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "1"),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), "2"),
    **dict.fromkeys(("ACCUSE", "REQUEST", "REJECT", "THREATEN"), "3"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "4"),
}
"""PLOVER's quad classes: verbal and material cooperation, verbal and material conflict."""

MODERN = {
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "DEMAND": "REQUEST",
    "FIGHT": "ASSAULT",
}
"""Names of 2016 that the codebook of 2021 merged into others; every other name is kept."""

FALLBACK = "CONSULT"
"""Where no word of the sentence has a type: the parties are at least in contact, PLOVER's weakest claim."""


def type_of(text: str, source: Span, target: Span) -> str:
    """PLOVER type of what the source does to the target in one sentence, read as a page's would be."""
    from dateline.evaluation.plain import article_of_lines
    from dateline.events import type_between
    from dateline.mentions import find_mentions
    from dateline.sentences import parse_article

    article = article_of_lines("sentence", text.replace("\n", " "))
    doc, sentences = parse_article(article)
    mentions, entities = find_mentions(article, doc, sentences)
    return type_between(doc, mentions, entities, source, target) or FALLBACK
