"""Descriptions in common nouns: unnamed people, described media and bodies, and roles of people already named."""

from dateline.mentions.cast import Cast, Draft, Found
from dateline.mentions.lexicon import MentionWords, words
from dateline.mentions.phrases import complement_end, country_before, determination, phrase_name, phrase_start
from dateline.mentions.tokens import Tokens

MODIFYING = frozenset({"compound", "nmod", "amod"})


def add_descriptions(cast: Cast) -> None:
    """Put unnamed people and described bodies into the cast, in order of the text."""
    vocabulary, tokens = words(), cast.tokens
    known = vocabulary.described
    for head in range(len(tokens)):
        if tokens.lower[head] not in known or head in cast.heads or head in cast.covered or head in cast.titles:
            continue
        if tokens.pos[head] in ("NOUN", "PROPN") and not _modifies(cast, head):
            _describe(cast, vocabulary, head)


def _modifies(cast: Cast, head: int) -> bool:
    """Whether a noun only modifies another ("police station"); a title before a name does too."""
    tokens = cast.tokens
    return tokens.dep[head] in MODIFYING and tokens.head[head] == head + 1 or tokens.dep[head] == "amod"


def _describe(cast: Cast, vocabulary: MentionWords, head: int) -> None:
    low = cast.tokens.lower[head]
    start = phrase_start(cast.tokens, head)
    if low in vocabulary.media_heads and _is_media(cast.tokens, start, head):
        _media(cast, start, head)
    elif low in vocabulary.government_heads and (code := country_before(cast, start, head)):
        country = next(d for (kind, _), d in cast.drafts.items() if kind == "country" and d.country == code)
        cast.mention(country, start, head + 1, head, "nominal")
    elif low in vocabulary.named_bodies and _after_name(cast, head):
        _body(cast, start, head, head + 1)
    elif low in vocabulary.group_heads:
        _group(cast, start, head)
    elif low in vocabulary.body_heads:
        _definite_body(cast, start, head)
    else:
        _one_person(cast, start, head)


def _is_media(tokens: Tokens, start: int, head: int) -> bool:
    marks = words().media_marks
    return tokens.lower[head] in ("media", "press") or any(tokens.lower[i] in marks for i in range(start, head))


def _media(cast: Cast, start: int, head: int) -> None:
    """Described media; where a name follows at once ("state news agency RIA"), the named one."""
    following = cast.covered.get(head + 1)
    if following is not None and following.draft.kind == "organization" and following.form == "name":
        following.draft.country = following.draft.country or country_before(cast, start, head)
        cast.mention(following.draft, start, head + 1, head, "nominal")
        return
    _body(cast, start, head, head + 1)


def _body(cast: Cast, start: int, head: int, end: int) -> None:
    name = phrase_name(cast, start, end)
    draft = cast.draft("organization", name, country_before(cast, start, head))
    cast.mention(draft, start, end, head, "nominal")


def _after_name(cast: Cast, head: int) -> bool:
    found = cast.covered.get(head - 1)
    return found is not None and found.form == "name"


def _definite_body(cast: Cast, start: int, head: int) -> None:
    """ "the ministry": the organisation last named with that word, else a body of the page's own words."""
    if determination(cast.tokens, start, head) != "definite":
        return
    low = cast.tokens.lower[head]
    if head - start == 1:
        named = [f for f in cast.of_kind("organization") if f.start < start and low in f.draft.name.lower().split()]
        if named:
            cast.mention(named[-1].draft, start, head + 1, head, "nominal")
            return
    _body(cast, start, head, complement_end(cast.tokens, head, ("of",)))


def _group(cast: Cast, start: int, head: int) -> None:
    tokens = cast.tokens
    partners = _partners(tokens, head)
    end = complement_end(tokens, (partners or [head])[-1])
    draft = _same_group(cast, start, head, end) or cast.draft("group", phrase_name(cast, start, end))
    draft.country = draft.country or country_before(cast, start, head)
    draft.plural = True
    cast.mention(draft, start, end, head, "nominal")
    for partner in partners:
        cast.mention(draft, partner, partner + 1, partner, "nominal")


def _same_group(cast: Cast, start: int, head: int, end: int) -> Draft | None:
    """The group met before that "the delegation" takes up again."""
    bare = head - start == 1 and end == head + 1
    if not bare or cast.tokens.lower[start] not in ("the", "those", "these"):
        return None
    low = cast.tokens.lower[head]
    earlier = [f for f in cast.of_kind("group") if f.start < start and cast.tokens.lower[f.head] == low]
    return earlier[-1].draft if earlier else None


def _partners(tokens: Tokens, head: int) -> list[int]:
    """The plural partners of "officials and experts", where they bring no modifier of their own."""
    found: list[int] = []
    last = head
    for child in tokens.children[head]:
        joined = child == last + 2 and tokens.lower[last + 1] in ("and", "or")
        if joined and tokens.dep[child] == "conj" and tokens.lower[child] in words().group_heads:
            found.append(child)
            last = child
    return found


def _one_person(cast: Cast, start: int, head: int) -> None:
    """One person by role: the person it stands beside, the one who has the role, or nobody named."""
    tokens = cast.tokens
    beside = _beside(cast, head)
    if beside is not None:
        cast.mention(beside, start, head + 1, head, "nominal")
        return
    if tokens.lower[head] == "source" and tokens.lower[head + 1 : head + 2] == ("of",):
        return
    kind = determination(tokens, start, head)
    if kind == "bare" and tokens.dep[head] not in ("nsubj", "nsubjpass"):
        return
    code = country_before(cast, start, head)
    holder = _holder(cast, start, head, code) if kind != "indefinite" else None
    end = head + 1 if holder else complement_end(tokens, head)
    draft = holder or _earlier(cast, start, head, kind) or cast.draft("group", phrase_name(cast, start, end), code)
    cast.mention(draft, start, end, head, "nominal")


def _beside(cast: Cast, head: int) -> Draft | None:
    """Who is named in apposition with a noun: "the country's leader Kim", "its ally, the United States"."""
    tokens = cast.tokens
    near = [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
    if tokens.dep[head] in ("appos", "compound", "nmod"):
        near.append(tokens.head[head])
    named = (cast.heads[i].draft for i in near if i in cast.heads and abs(i - head) < 8)
    return next((draft for draft in named if draft.kind != "place"), None)


def _holder(cast: Cast, start: int, head: int, code: str | None) -> Draft | None:
    """The person last mentioned before who has this role: "the president", "the Norwegian leader"."""
    tokens = cast.tokens
    wanted = {tokens.lower[i] for i in range(start, head) if tokens.pos[i] in ("NOUN", "ADJ", "PROPN") and i not in cast.covered}
    for found in reversed(cast.of_kind("person")):
        if found.start < start and _holds(found, tokens.lower[head], wanted, code):
            return found.draft
    return None


def _holds(found: Found, title: str, wanted: set[str], code: str | None) -> bool:
    if code is not None and found.draft.country not in (None, code):
        return False
    leading = words().leading_titles
    for role in found.draft.roles:
        has = {word.strip(".,").lower() for word in role.title.split()}
        same = title in has or (title == "leader" and bool(has & leading) and (code is not None or "leader" in has))
        if same and wanted <= has | {"president", "former", "then"}:
            return True
    return False


def _earlier(cast: Cast, start: int, head: int, kind: str) -> Draft | None:
    """The unnamed person met before that "the man" takes up again."""
    if kind != "definite" or cast.tokens.lower[start] not in ("the", "this", "that") or head - start != 1:
        return None
    low = cast.tokens.lower[head]
    same: list[Found] = [f for f in cast.of_kind("group") if f.start < start and cast.tokens.lower[f.head] == low]
    return same[-1].draft if same else None


