"""What is given in return: "X could provide munitions in exchange for technology" is two deliveries, one each way."""

from spacy.tokens import Token

from dateline.events.clauses import children, prepositional_objects
from dateline.events.codebook import Codebook
from dateline.events.drafts import Draft
from dateline.events.participants import Cast
from dateline.events.predicates import Predicates
from dateline.events.triggers import Trigger
from dateline.records import Argument, ArgumentRole


def returned(draft: Draft, codebook: Codebook, words: Predicates, cast: Cast) -> Draft | None:
    """The delivery in return, with the parties changed over; as real, and said by the same, as the first."""
    if not codebook.is_exchanged(draft.trigger.type):
        return None
    found = _thing_returned(draft.trigger.carrier, words)
    if found is None:
        return None
    preposition, thing = found
    lemmas = frozenset({thing.lemma_.lower(), *(c.lemma_.lower() for c in children(thing, "compound"))})
    kind = codebook.exchange_type(lemmas)
    if kind is None or draft.trigger.type != kind:
        return None
    givers = [a for a in draft.arguments if a.role == "recipient"] or _owners(thing, cast)
    takers = [a for a in draft.arguments if a.role == "actor"]
    return Draft(
        trigger=Trigger(thing, kind, preposition),
        sentence=draft.sentence,
        number=draft.number,
        arguments=tuple(_with_role(givers, "actor") + _with_role(takers, "recipient")),
        factuality=draft.factuality,
        family=kind,
        headline=draft.headline,
        statement=draft.statement,
        chain=draft.chain,
    )


def _thing_returned(verb: Token, words: Predicates) -> tuple[Token, Token] | None:
    for noun in verb.subtree:
        if (
            noun.lemma_.lower() in words.exchange
            and noun.dep_ == "pobj"
            and noun.head.lower_ == "in"
            and noun.i > verb.i
        ):
            thing = next((o for p, o in prepositional_objects(noun) if p.lower_ == "for"), None)
            if thing is not None:
                return noun.head, thing
    return None


def _owners(thing: Token, cast: Cast) -> list[Argument]:
    """The country or company that the thing is said to be of ("Russian technology")."""
    found = []
    for token in children(thing, "amod", "poss"):
        for mention, entity in zip(cast.mentions_at(token), cast.entities_at(token), strict=True):
            found.append(Argument(role="actor", name=entity.name, span=mention.span, entity=entity.id))
    return found


def _with_role(arguments: list[Argument], role: ArgumentRole) -> list[Argument]:
    return [Argument(role=role, name=a.name, span=a.span, entity=a.entity) for a in arguments]
