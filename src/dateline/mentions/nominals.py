"""Descriptions in common nouns: unnamed people, described media and bodies, and roles of people already named."""

from bisect import bisect_left
from collections import Counter

from dateline.mentions.cast import Cast, Draft, Found
from dateline.mentions.lexicon import MentionWords, small_words, words
from dateline.mentions.national import countries_of, described_name, national_draft
from dateline.mentions.phrases import complement_end, country_before, determination, phrase_name, phrase_start
from dateline.mentions.roles import give_role
from dateline.mentions.sectors import sector_of_body
from dateline.mentions.tokens import JOINS, Tokens

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FIRMS = frozenset({None, "BUS", "AGR", "MED"})
"""Sectors of what may be called "the company"."""
MODIFYING = frozenset({"compound", "nmod", "amod"})
NEAR = 3
"""Sentences back to the country that "the country" means."""
FARTHEST = 100
"""How many mentions of people back the holder of a role is looked for."""


def add_descriptions(cast: Cast) -> None:
    """Put unnamed people and described bodies into the cast, in order of the text."""
    describer = _Describer(cast)
    for head in range(len(cast.tokens)):
        if describer.is_open(head):
            describer.describe(head)


class _Describer:
    """What has been described so far on one page, for descriptions that take it up again."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.tokens = cast.tokens
        self.vocabulary: MentionWords = words()
        self.described = self.vocabulary.described
        self.pairs = frozenset(form for form in self.vocabulary.body_heads if " " in form)
        self.seconds = frozenset(form.split()[1] for form in self.pairs)
        self.people = cast.of_kind("person")
        self.starts = [found.start for found in self.people]
        self.groups: dict[str, Draft] = {}
        self.governed: dict[int, Draft] = {}
        self.national: dict[str, dict[int, Draft]] = {}
        self.owned: dict[str, Draft] = {}
        self.owned_by: dict[tuple[str, str], Draft] = {}
        self.firms = cast.of_kind("organization")
        self.bodies = _by_word(self.firms)

    def is_open(self, head: int) -> bool:
        """Whether a word may head a description of its own."""
        tokens = self.tokens
        if _is_aged(tokens, head):
            return head not in self.cast.titles and tokens.dep[head] not in MODIFYING
        known = tokens.lower[head] in self.described or self._is_pair(head)
        if not known or tokens.pos[head] not in ("NOUN", "PROPN"):
            return False
        taken = head in self.cast.heads or head in self.cast.covered or head in self.cast.titles
        modifies = tokens.dep[head] in MODIFYING and tokens.head[head] == head + 1 and not self._leads_body(head)
        if tokens.lower[head] in self.vocabulary.group_heads and _is_hyphened(tokens, head):
            return False
        return not taken and not modifies and tokens.dep[head] != "amod"

    def _leads_body(self, head: int) -> bool:
        """Whether a word says of which kind the body is whose name follows ("airline Nordwing")."""
        tokens, vocabulary = self.tokens, self.vocabulary
        following = self.cast.covered.get(head + 1)
        if following is None or following.draft.kind != "organization" or following.start != head + 1:
            return False
        kinds = vocabulary.media_heads | vocabulary.firm_heads | vocabulary.body_heads
        return tokens.text[head].islower() and tokens.lower[head] in kinds and tokens.dep[head] in MODIFYING

    def _is_pair(self, head: int) -> bool:
        """Whether a word ends "armed forces" or another body of two words."""
        low = self.tokens.lower
        return low[head] in self.seconds and head > 0 and f"{low[head - 1]} {low[head]}" in self.pairs

    def describe(self, head: int) -> None:
        """Add the mention that a word heads, if it describes somebody."""
        vocabulary, low = self.vocabulary, self.tokens.lower[head]
        start = self._after_clause(phrase_start(self.tokens, head), head)
        if self._leads_body(head):
            self._media(start, head)
            return
        code = country_before(self.cast, start, head) or self._country_meant(start, head)
        if low in vocabulary.media_heads and _is_media(self.tokens, start, head):
            self._media(start, head)
        elif low in vocabulary.government_heads and (governments := self._governments(start, head)):
            end = complement_end(self.tokens, head, small_words().of)
            for draft in governments:
                self.cast.mention(draft, start, end, head, "nominal")
        elif low in vocabulary.named_bodies:
            self._named_body(start, head)
        elif low in vocabulary.group_heads:
            several = len({found.draft.country for found in countries_of(self.cast, start, head)}) > 1
            self._group(start, head, None if several else code)
        elif low in vocabulary.body_heads or self._is_pair(head):
            self._definite_body(start, head)
        elif low in vocabulary.firm_heads:
            self._firm(start, head)
        else:
            self._one_person(start, head, code)

    def _country_meant(self, start: int, head: int) -> str | None:
        """The country of "the country's leader": the only one that the last sentence with one names."""
        tokens = self.tokens
        if not any(tokens.lower[i] in self.vocabulary.country_heads and tokens.dep[i] == "poss"
                   for i in range(start, head)):  # fmt: skip
            return None
        codes: list[str | None] = []
        place = tokens.sentence[start]
        for i in range(start - 1, -1, -1):
            if tokens.sentence[start] - tokens.sentence[i] > NEAR or (codes and tokens.sentence[i] != place):
                break
            country = self.cast.country_at(i)
            if country is not None:
                codes.append(country.country)
                place = tokens.sentence[i]
        return codes[0] if codes and len(set(codes)) == 1 else None

    def _after_clause(self, start: int, head: int) -> int:
        """Past the subject and verb that the parse takes for modifiers: "Gen. NAME briefed | reporters"."""
        for i in range(head - 1, start, -1):
            before = self.cast.covered.get(i - 1)
            subject = before is not None and before.draft.kind == "person" and before.form == "name"
            if subject and self.tokens.tag[i] in ("VBD", "VBN"):
                return i + 1
        return start

    def _governments(self, start: int, head: int) -> list[Draft]:
        """The countries whose government a phrase is; "the government" is that of the only one spoken of before."""
        found = [country.draft for country in countries_of(self.cast, start, head)]
        if any(i in self.cast.covered and self.cast.country_at(i) is None for i in range(start, head)):
            return []
        self.governed.update((id(draft), draft) for draft in found)
        if not found and len(self.governed) == 1 and self._takes_up(start, head):
            return list(self.governed.values())
        return found

    def _media(self, start: int, head: int) -> None:
        """Described media; where a name follows at once ("state news agency RIA"), the named one."""
        following = self.cast.covered.get(head + 1)
        if following is not None and following.draft.kind == "organization" and following.form == "name":
            following.draft.country = following.draft.country or country_before(self.cast, start, head)
            self.cast.mention(following.draft, start, head + 1, head, "nominal")
        else:
            self._body(start, head, head + 1)

    def _named_body(self, start: int, head: int) -> None:
        """ "the NAME administration", "NAME's campaign", and "the campaign" after either."""
        low, owner = self.tokens.lower[head], _owner(self.cast, head)
        if owner is not None:
            name = f"{self.tokens.words(owner.start, owner.end)} {low}"
            draft = self.owned_by.get((owner.draft.name, low)) or self.cast.draft("organization", name)
            self.owned[low] = self.owned_by[owner.draft.name, low] = draft
            self.cast.mention(draft, start, head + 1, head, "nominal")
        elif self._takes_up(start, head) and low in self.owned:
            self.cast.mention(self.owned[low], start, head + 1, head, "nominal")
        elif low in self.vocabulary.body_heads:
            self._definite_body(start, head)

    def _body(self, start: int, head: int, end: int) -> None:
        of_state = self.tokens.lower[head] not in self.vocabulary.media_heads
        national = described_name(self.cast, start, head) if of_state else None
        if national is not None:
            draft = national_draft(self.cast, *national)
            self.national.setdefault(self.tokens.lower[head], {})[id(draft)] = draft
        else:
            name = phrase_name(self.cast, start, end)
            draft = self.cast.draft("organization", name, country_before(self.cast, start, head))
            if of_state:
                self.national.setdefault(self.tokens.lower[head], {})[id(draft)] = draft
        self.cast.mention(draft, start, end, head, "nominal")

    def _definite_body(self, start: int, head: int) -> None:
        """ "the ministry": the organisation last named with that word, else a body of the page's own words."""
        if determination(self.tokens, start, head) != "definite" or _of_several(self.tokens, head):
            return
        beside = self._beside(head)
        again = self._same_body(start, head) if self._takes_up(start, head) else None
        if beside or again:
            self.cast.mention(beside or again, start, head + 1, head, "nominal")  # type: ignore[arg-type]
        else:
            self._body(start, head, complement_end(self.tokens, head, small_words().of))

    def _firm(self, start: int, head: int) -> None:
        """ "the carmaker": the firm spoken of; no entity of its own where there is none."""
        again = self._beside(head) or (self._same_body(start, head) if self._takes_up(start, head) else None)
        if again is not None:
            self.cast.mention(again, start, head + 1, head, "nominal")

    def _same_body(self, start: int, head: int) -> Draft | None:
        """The organisation named before that "the ministry" or "the company" takes up again."""
        low, sentence = self.tokens.lower[head], self.tokens.sentence
        named = self.bodies.get(low, [])
        place = bisect_left(named, start, key=lambda found: found.start)
        if place:
            return named[place - 1].draft
        if low not in self.vocabulary.firm_heads:
            national = list(self.national.get(low, {}).values())
            return national[0] if len(national) == 1 else None
        place = bisect_left(self.firms, start, key=lambda found: found.start)
        near = [f for f in self.firms[max(place - 20, 0) : place] if sentence[head] - sentence[f.start] <= 3]
        near = [f for f in near if sector_of_body(f.draft.name, tuple(f.draft.names)) in FIRMS]
        here = [f for f in near if sentence[f.start] == sentence[head] and self.tokens.dep[f.head] in SUBJECTS]
        counts = Counter(f.draft.name for f in here or near)
        return max(here or near, key=lambda f: (counts[f.draft.name], f.start)).draft if near else None

    def _group(self, start: int, head: int, code: str | None) -> None:
        tokens, low = self.tokens, self.tokens.lower[head]
        partners = _partners(tokens, head)
        end = complement_end(tokens, (partners or [head])[-1], small_words().group_complements)
        again = self.groups.get(low) if self._takes_up(start, head) and end == head + 1 else None
        draft = again or self.cast.draft("group", phrase_name(self.cast, start, end), code)
        draft.plural = True
        self.groups[low] = draft
        self.cast.mention(draft, start, end, head, "nominal")
        for partner in partners:
            self.cast.mention(draft, partner, partner + 1, partner, "nominal")
        counter = _counter(tokens, head)
        if counter is not None and counter not in self.cast.heads:
            self.cast.mention(draft, phrase_start(tokens, counter), end, counter, "nominal")

    def _takes_up(self, start: int, head: int) -> bool:
        """Whether a phrase is just "the delegation", "those officials"."""
        return head - start == 1 and self.tokens.lower[start] in small_words().demonstrative

    def _one_person(self, start: int, head: int, code: str | None) -> None:
        """One person by role: the person it stands beside, the one who has the role, or nobody named."""
        tokens, low = self.tokens, self.tokens.lower[head]
        beside = self._beside(head)
        if beside is not None:
            self.cast.mention(beside, start, head + 1, head, "nominal")
            if beside.kind == "person":
                give_role(self.cast, beside, start, complement_end(tokens, head, small_words().role_complements))
            return
        kind = determination(tokens, start, head)
        plain = kind == "bare" and tokens.dep[head] not in ("nsubj", "nsubjpass")
        capacity = kind == "indefinite" and (
            tokens.dep[head] == "attr" or tokens.lower[tokens.head[head]] in small_words().capacity
        )
        if plain or capacity or self._is_thing(head):
            return
        holder = self._holder(start, head, code) if kind != "indefinite" else None
        again = self.groups.get(low) if self._takes_up(start, head) else None
        holder = holder or (None if again else self._epithet(start, head, code))
        end = head + 1 if holder or again else complement_end(tokens, head, small_words().group_complements)
        draft = holder or again or self.cast.draft("group", phrase_name(self.cast, start, end), code)
        if holder is None:
            self.groups[low] = draft
        self.cast.mention(draft, start, end, head, "nominal")

    def _is_thing(self, head: int) -> bool:
        """Whether a word that may mean a person means a thing here: "a source of energy", "his head"."""
        low, of = self.tokens.lower[head], _is_of(self.tokens, head + 1)
        return (low in self.vocabulary.substances and of) or (low in self.vocabulary.relational and not of)

    def _beside(self, head: int) -> Draft | None:
        """Who is named in apposition with a noun: "the country's leader Moe", "its ally, the United States"."""
        tokens = self.tokens
        near = [c for c in tokens.children[head] if tokens.dep[c] == "appos"]
        if tokens.dep[head] in ("appos", "compound", "nmod"):
            near.append(tokens.head[head])
        named = (self.cast.heads[i].draft for i in near if i in self.cast.heads and abs(i - head) < 8)
        return next((draft for draft in named if draft.kind != "place"), None)

    def _holder(self, start: int, head: int, code: str | None) -> Draft | None:
        """The person with this role: the one last mentioned before; for a country's, else the only one to come."""
        tokens, covered = self.tokens, self.cast.covered
        content = [i for i in range(start, head) if tokens.pos[i] in ("NOUN", "ADJ", "PROPN") and i not in covered]
        wanted = {tokens.lower[i] for i in content} - JOINS
        wanted -= self.vocabulary.country_heads if code is not None else frozenset()
        place = bisect_left(self.starts, start)
        for found in reversed(self.people[max(place - FARTHEST, 0) : place]):
            if _holds(found.draft, tokens.lower[head], wanted, code):
                return found.draft
        later = self.people[place : place + FARTHEST] if code is not None else []
        holders = {id(f.draft): f.draft for f in later if _holds(f.draft, tokens.lower[head], wanted, code)}
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _epithet(self, start: int, head: int, code: str | None) -> Draft | None:
        """The person whom "The Oslo businessman" at the head of a sentence describes: the last named subject.

        Only descriptions that a name, a country, an age or "former" makes more than a bare role.
        """
        tokens = self.tokens
        opens = start == 0 or tokens.sentence[start - 1] != tokens.sentence[start]
        rich = any(
            tokens.text[i][0].isupper() or tokens.lower[i] in small_words().past_leads for i in range(start + 1, head)
        )
        if (
            not opens
            or tokens.lower[start] not in small_words().articles
            or tokens.dep[head] != "nsubj"
            or not (rich or _is_aged(tokens, head))
        ):
            return None
        place = bisect_left(self.starts, start)
        for found in reversed(self.people[max(place - FARTHEST, 0) : place]):
            if tokens.sentence[start] - tokens.sentence[found.start] > 3:
                return None
            if tokens.dep[found.head] in ("nsubj", "nsubjpass") and found.form == "name":
                return found.draft if code is None or found.draft.country in (None, code) else None
        return None


def _is_hyphened(tokens: Tokens, head: int) -> bool:
    """Whether a word is the tail of a compound ("half-staff")."""
    return head > 0 and tokens.text[head - 1] in JOINS and not tokens.spaced[head - 1]


def _is_of(tokens: Tokens, i: int) -> bool:
    return i < len(tokens) and tokens.lower[i] in small_words().of


def _of_several(tokens: Tokens, head: int) -> bool:
    """Whether a body is that of several at once ("the armed forces of the two countries"), and so none by itself."""
    owners = [c for c in tokens.children[head + 1] if tokens.tag[c] == "NNS"] if _is_of(tokens, head + 1) else []
    return any(
        tokens.dep[c] == "nummod" or tokens.lower[c] in small_words().pairing
        for o in owners
        for c in tokens.children[o]
    )


def _is_aged(tokens: Tokens, head: int) -> bool:
    """Whether a word ends "46-year-old"."""
    return (
        tokens.lower[head] in small_words().age_ends and head > 1 and tokens.lower[head - 2] in small_words().age_units
    )


def _by_word(bodies: list[Found]) -> dict[str, list[Found]]:
    """Mentions of organisations by each word of their names, in order of the text."""
    table: dict[str, list[Found]] = {}
    for found in bodies:
        for word in found.draft.name.lower().split():
            table.setdefault(word, []).append(found)
    return table


def _is_media(tokens: Tokens, start: int, head: int) -> bool:
    marks = words().media_marks
    return tokens.lower[head] in words().always_media or any(tokens.lower[i] in marks for i in range(start, head))


def _owner(cast: Cast, head: int) -> Found | None:
    """The name before a body, with or without "'s"."""
    last = head - 2 if cast.tokens.lower[head - 1] in small_words().possessive_marks else head - 1
    found = cast.covered.get(last)
    if found is None or found.form != "name" or found.end != last + 1:
        return None
    return found


def _partners(tokens: Tokens, head: int) -> list[int]:
    """The plural partners of "officials and experts", where they bring no modifier of their own."""
    found: list[int] = []
    last = head
    for child in tokens.children[head]:
        joined = child == last + 2 and tokens.lower[last + 1] in small_words().joining
        if joined and tokens.dep[child] == "conj" and tokens.lower[child] in words().group_heads:
            found.append(child)
            last = child
    return found


def _counter(tokens: Tokens, head: int) -> int | None:
    """The word that counts a group: "dozens" in "dozens of rescuers"."""
    prep = tokens.head[head]
    if tokens.dep[head] != "pobj" or not _is_of(tokens, prep) or tokens.head[prep] != prep - 1:
        return None
    return prep - 1 if tokens.lower[prep - 1] in words().quantities else None


def _holds(draft: Draft, title: str, wanted: set[str], code: str | None) -> bool:
    """Whether a person has a role of this title, with the modifiers that the description names."""
    if code is not None and draft.country not in (None, code):
        return False
    leading = words().leading_titles
    for role in draft.roles:
        has = {word.strip(".,").lower() for word in role.title.replace("-", " ").split()}
        has |= words().candidate_titles if has & words().candidate_titles else set()
        same = title in has or (title in words().leader_words and bool(has & leading) and code is not None)
        same = same or any(has.issuperset(other.split()) for other in words().called_too.get(title, ()))
        if same and wanted <= has | small_words().role_leads:
            return True
    return False
