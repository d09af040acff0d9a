"""Pronouns of the third person, "who", and "the country": whom they stand for. Where that is open, nobody."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable

from dateline.mentions.cast import Cast, Draft, Found, Gender
from dateline.mentions.lexicon import small_words, words
from dateline.mentions.scenes import Scenes

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OWNERS = SUBJECTS | {"poss"}
OBJECTS = frozenset({"dobj", "pobj", "dative", "iobj"})
REACH = 3
"""How many sentences back a pronoun reaches."""
MARGIN = 0.5
"""By how much the best of two who stand alike must stand out for "he" or "she"; else nobody is said."""
MOST = 60
"""How many mentions are weighed for one pronoun."""


def add_pronouns(cast: Cast) -> None:
    """Link pronouns to the entities before them, in order of the text."""
    resolver, small = _Resolver(cast), small_words()
    singular: dict[str, Gender] = dict.fromkeys(small.masculine_pronouns, "masculine")
    singular.update(dict.fromkeys(small.feminine_pronouns, "feminine"))
    for i, low in enumerate(cast.tokens.lower):
        if i in cast.heads:
            continue
        if low in singular:
            resolver.singular(i, singular[low])
        elif low in small.plural_pronouns:
            resolver.plural(i)
        elif low in small.personal_relatives:
            resolver.relative(i)
    for i, low in enumerate(cast.tokens.lower):
        if i not in cast.heads and low in words().country_heads:
            resolver.country(i)
        elif i not in cast.heads and low in small.neuter_pronouns:
            resolver.neuter(i)


class _Resolver:
    """Scores of the candidates for each pronoun; a fixed sum of a few facts of the parse."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.tokens = cast.tokens
        self.scenes = Scenes(cast.tokens)
        self.people = [f for f in cast.of_kind("person", "group") if not f.draft.plural and self._is_one(f)]
        self.groups = [f for f in cast.of_kind("group", "organization") if f.draft.plural or f.draft.kind != "group"]

    def _is_one(self, found: Found) -> bool:
        return found.draft.kind == "person" or found.form == "nominal"

    def singular(self, i: int, gender: Gender) -> None:
        """he, she: the best person of that gender, be it the subject still to come."""
        draft = self._best(i, self._near(i, self.people), gender)
        if draft is None:
            return
        draft.gender = draft.gender or gender
        self._note(i, draft)

    def plural(self, i: int) -> None:
        """they: the best group, or several subjects named together."""
        pairs = self._named_together(i)
        if pairs:
            for one in pairs:
                self.cast.mention(one, i, i + 1, i, "pronoun")
            return
        draft = self._best(i, [f for f in self._near(i, self.groups) if f.start < i], None)
        if draft is not None:
            self.cast.mention(draft, i, i + 1, i, "pronoun")

    def relative(self, i: int) -> None:
        """ "X, who ...": the word that the clause is about."""
        clause = self.scenes.clause(i)
        if self.tokens.dep[clause] != "relcl":
            return
        found = self.cast.heads.get(self.tokens.head[clause])
        if found is not None and found.draft.kind in ("person", "group"):
            self.cast.mention(found.draft, i, i + 1, i, "pronoun")

    def neuter(self, i: int) -> None:
        """it, its: the state or body that is the subject of the same clause, or of the one that reports it."""
        draft = self._subject_above(i)
        if draft is not None and draft.kind in ("country", "organization"):
            self.cast.mention(draft, i, i + 1, i, "pronoun")

    def country(self, i: int) -> None:
        """ "his country", "the country": the person's, or the one last named alone in its sentence."""
        tokens = self.tokens
        owner = next((c for c in tokens.children[i] if tokens.dep[c] == "poss"), None)
        bare = [c for c in tokens.children[i] if c < i]
        if len(bare) != 1 or not (owner is not None or tokens.lower[bare[0]] in small_words().articles):
            return
        draft = self._owners_country(owner) if owner is not None else self._last_country(i)
        if draft is not None:
            self.cast.mention(draft, bare[0], i + 1, i, "nominal")

    def _note(self, i: int, draft: Draft) -> None:
        self.cast.mention(draft, i, i + 1, i, "pronoun")
        found = self.cast.heads[i]
        insort(self.people, found, key=lambda f: f.start)

    def _near(self, i: int, mentions: list[Found]) -> list[Found]:
        """The mentions from `REACH` sentences back to the end of the sentence; the nearest of very many."""
        sentence = self.tokens.sentence
        last = bisect_right(mentions, sentence[i], key=lambda f: sentence[f.start])
        first = bisect_left(mentions, sentence[i] - REACH, key=lambda f: sentence[f.start])
        return mentions[max(first, last - MOST) : last]

    def _best(self, i: int, candidates: Iterable[Found], gender: Gender | None) -> Draft | None:
        best = -99.0 if gender else 1.0
        chosen: Found | None = None
        scores: dict[int, tuple[float, Found]] = {}
        met: Counter[int] = Counter()
        for found in candidates:
            if found.draft.gender not in (None, gender) and gender is not None:
                continue
            if found.head < i:
                met[id(found.draft)] += 1
            score = self._score(i, found, gender, met[id(found.draft)])
            if score is None:
                continue
            if score >= scores.get(id(found.draft), (score,))[0]:
                scores[id(found.draft)] = score, found
            if score >= best:
                best, chosen = score, found
        if chosen is None or gender is None:
            return chosen.draft if chosen else None
        near = [found for score, found in scores.values() if found.draft is not chosen.draft and best - score < MARGIN]
        return None if any(self._are_joined(found, chosen) for found in near) else chosen.draft

    def _are_joined(self, one: Found, other: Found) -> bool:
        """Whether two names are joined by "and", or stand alike in one sentence, none as its subject."""
        tokens = self.tokens
        if tokens.dep[other.head] == "conj" and tokens.head[other.head] == one.head:
            return True
        alike = tokens.dep[one.head] == tokens.dep[other.head] == "pobj"
        return alike and tokens.sentence[one.head] == tokens.sentence[other.head]

    def _score(self, i: int, found: Found, gender: Gender | None, met: int) -> float | None:
        tokens, scenes = self.tokens, self.scenes
        distance = tokens.sentence[i] - tokens.sentence[found.head]
        if found.start > i:
            return 3.5 if scenes.is_fronted(i, found.head) else None
        if not 0 <= distance <= REACH or self._is_barred(i, found):
            return None
        score = -3.0 * distance + scenes.prominence(found.head) + 0.3 * min(met, 5)
        score += 1.0 if gender is not None and found.draft.gender == gender else 0.0
        score += 2.0 if distance == 0 and scenes.reports(i, found.head) else 0.0
        score += 1.0 if distance == 0 and scenes.clause(i) == scenes.clause(found.head) else 0.0
        return score - self._reserve(i, found, gender)

    def _reserve(self, i: int, found: Found, gender: Gender | None) -> float:
        """What counts against unnamed people for "he", and against bodies for "they" that do not report."""
        if gender is not None:
            return 3.0 if found.draft.kind == "group" else 0.0
        return 3.0 if found.draft.kind == "organization" and not self.scenes.reports(i, found.head) else 0.0

    def _is_barred(self, i: int, found: Found) -> bool:
        """Whether grammar forbids it: "Moe thanked him" is not himself; who is quoted does not call himself he."""
        tokens, scenes = self.tokens, self.scenes
        voice = scenes.voices[i]
        if voice >= 0 and self.cast.at(voice) is found.draft:
            return True
        if tokens.dep[i] == "poss" or tokens.lower[i] in small_words().reflexive_pronouns:
            owned = tokens.head[i]
            return found.head in (owned, tokens.head[owned] if tokens.dep[owned] == "appos" else owned)
        same = scenes.clause(i) == scenes.clause(found.head)
        return same and (tokens.dep[i] in OBJECTS | SUBJECTS) and tokens.dep[found.head] != "poss"

    def _named_together(self, i: int) -> list[Draft]:
        """The subjects joined by "and" in this sentence or the one before, if nothing nearer is plural."""
        tokens = self.tokens
        for k in range(i - 1, -1, -1):
            if tokens.sentence[i] - tokens.sentence[k] > 1:
                return []
            found = self.cast.heads.get(k)
            if found is None or found.form == "pronoun" or tokens.dep[k] not in SUBJECTS:
                continue
            drafts = [found.draft, *self._joined(k)]
            if (len(drafts) > 1 and self.scenes.clause(i) != self.scenes.clause(k)) or (
                len(drafts) > 1 and tokens.dep[i] == "poss"
            ):
                return drafts
            if found.draft.plural:
                return []
        return []

    def _joined(self, k: int) -> list[Draft]:
        found, waiting = [], [c for c in self.tokens.children[k] if self.tokens.dep[c] == "conj"]
        while waiting:
            token = waiting.pop(0)
            mention = self.cast.heads.get(token)
            found.extend([mention.draft] if mention else [])
            waiting.extend(c for c in self.tokens.children[token] if self.tokens.dep[c] == "conj")
        return found

    def _subject_above(self, i: int) -> Draft | None:
        """The subject of the nearest clause around a word that has one before it; of an object, of the clause above."""
        tokens, small = self.tokens, small_words()
        own = tokens.dep[i] in SUBJECTS
        bound = tokens.dep[i] in OBJECTS and tokens.lower[i] not in small.reflexive_pronouns
        leading = OWNERS if tokens.dep[i] == "poss" else SUBJECTS
        for verb in tokens.above(i):
            subject = next((c for c in tokens.children[verb] if tokens.dep[c] in leading and c < i), None)
            if subject is not None and bound:
                bound = False
            elif subject is not None and tokens.tag[subject] not in ("WDT", "WP"):
                quoted = self.scenes.quoted[i] and not self.scenes.quoted[subject]
                return None if quoted else self.cast.at(subject)
            if own and tokens.dep[verb] not in ("ccomp", "conj", "advcl"):
                return None
        return None

    def _owners_country(self, owner: int) -> Draft | None:
        draft = self.cast.at(owner)
        code = draft.country if draft is not None and draft.kind in ("person", "group") else None
        return self.cast.countries.get(code) if code else None

    def _last_country(self, i: int) -> Draft | None:
        tokens, sentence = self.tokens, self.tokens.sentence[i]
        drafts: list[Draft] = []
        for k in range(i - 1, -1, -1):
            if sentence - tokens.sentence[k] > 2 or (drafts and tokens.sentence[k] != sentence):
                break
            found = self.cast.heads.get(k)
            if found is not None and found.draft.kind == "country":
                drafts.append(found.draft)
                sentence = tokens.sentence[k]
        return drafts[0] if drafts and all(draft is drafts[0] for draft in drafts) else None
