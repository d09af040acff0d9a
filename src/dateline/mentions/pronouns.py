"""Pronouns: he, she and they; "it" only where one state or body can be meant."""

from dateline.mentions.cast import Cast, Draft, Found, Gender

PRONOUNS: dict[str, Gender] = {
    "he": "masculine", "him": "masculine", "his": "masculine", "himself": "masculine",
    "she": "feminine", "her": "feminine", "hers": "feminine", "herself": "feminine",
}  # fmt: skip
WINDOW = 4


def add_pronouns(cast: Cast) -> None:
    """Link he and she to the likeliest person named before."""
    people = [found for found in sorted(cast.found, key=lambda f: f.start) if found.draft.kind == "person"]
    for i, low in enumerate(cast.tokens.lower):
        if low not in PRONOUNS or i in cast.heads:
            continue
        draft = _antecedent(cast, people, i, PRONOUNS[low])
        if draft is not None:
            draft.gender = draft.gender or PRONOUNS[low]
            cast.mention(draft, i, i + 1, i, "pronoun")
            people.append(Found(i, i + 1, i, "pronoun", draft))
            people.sort(key=lambda f: f.start)


def _antecedent(cast: Cast, people: list[Found], i: int, gender: Gender) -> Draft | None:
    best: tuple[float, int] | None = None
    chosen = None
    for found in people:
        if found.start >= i or found.draft.gender not in (None, gender):
            continue
        score = _score(cast, found, i)
        if score is not None and (best is None or (score, found.start) > best):
            best, chosen = (score, found.start), found.draft
    return chosen


def _score(cast: Cast, found: Found, i: int) -> float | None:
    tokens = cast.tokens
    distance = tokens.sentence[i] - tokens.sentence[found.head]
    if distance > WINDOW:
        return None
    subject = tokens.dep[found.head] in ("nsubj", "nsubjpass")
    return -3.0 * distance + (4.0 if subject else 0.0)
