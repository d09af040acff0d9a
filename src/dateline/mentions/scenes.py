"""Facts of the parse that say how prominent a word is and how two words stand to each other."""

from dateline.mentions.tokens import Tokens

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "ROOT", "parataxis", "pcomp", "csubj"})
OPENING, CLOSING, EITHER = "“", "”", '"'


class Scenes:
    """Clauses, subjects, reporting verbs and quotation marks of one article."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.quoted = _quoted(tokens)
        self.voices = _voices(tokens, self.quoted)
        """For each token within quotation marks the subject of the verb that quotes it, else -1."""

    def clause(self, i: int) -> int:
        """The verb (or other head) of the clause that a word belongs to."""
        tokens = self.tokens
        for token in [i, *tokens.above(i)]:
            if tokens.pos[token] in ("VERB", "AUX") and (tokens.dep[token] in CLAUSES or tokens.head[token] == token):
                return token
            if tokens.head[token] == token:
                return token
        return i

    def prominence(self, i: int) -> float:
        """Subjects come first, then who owns the subject, then objects, then all others."""
        tokens = self.tokens
        while tokens.dep[i] == "conj" and tokens.head[i] != i:
            i = tokens.head[i]
        if tokens.dep[i] in SUBJECTS:
            return 4.0
        if tokens.dep[i] == "poss":
            return 2.5 if tokens.dep[tokens.head[i]] in SUBJECTS else 1.0
        return 1.5 if tokens.dep[i] in ("dobj", "dative", "agent") else 1.0

    def reports(self, i: int, subject: int) -> bool:
        """Whether a word stands in what another one, as subject of a verb above, says or thinks."""
        tokens = self.tokens
        if tokens.dep[subject] not in SUBJECTS:
            return False
        verb, before = tokens.head[subject], i
        for token in tokens.above(i):
            if token == verb:
                return tokens.dep[before] in ("ccomp", "parataxis")
            before = token
        return False

    def is_fronted(self, i: int, subject: int) -> bool:
        """Whether a word stands in what comes before the main subject: "In his first speech, Lee ..."."""
        tokens = self.tokens
        if tokens.sentence[i] != tokens.sentence[subject] or tokens.dep[subject] not in SUBJECTS or self.quoted[i]:
            return False
        verb = tokens.head[subject]
        chain = [i, *tokens.above(i)]
        if verb not in chain or tokens.head[verb] != verb or (tokens.dep[i] in SUBJECTS and tokens.head[i] == verb):
            return False
        link = chain[chain.index(verb) - 1]
        return tokens.dep[link] in ("prep", "advcl", "npadvmod")


def _quoted(tokens: Tokens) -> list[bool]:
    """For each token whether it stands between quotation marks; a new paragraph closes them."""
    inside, quoted = False, []
    for i, text in enumerate(tokens.text):
        if tokens.pos[i] == "SPACE" and "\n" in text:
            inside = False
        elif text in (OPENING, "``"):
            inside = True
        elif text in (CLOSING, "''"):
            inside = False
        elif text == EITHER:
            inside = not inside
        quoted.append(inside)
    return quoted


def _voices(tokens: Tokens, quoted: list[bool]) -> list[int]:
    voices, start = [-1] * len(quoted), 0
    for i in range(len(quoted) + 1):
        if i < len(quoted) and quoted[i]:
            continue
        if i > start:
            voices[start:i] = [_voice(tokens, quoted, start, i)] * (i - start)
        start = i + 1
    return voices


def _voice(tokens: Tokens, quoted: list[bool], start: int, end: int) -> int:
    """The subject outside of a quotation whose verb takes a word of it for its content; -1 if there is none."""
    for i in range(start, end):
        verb = tokens.head[i]
        if tokens.dep[i] in ("ccomp", "parataxis") and not quoted[verb]:
            subjects = [c for c in tokens.children[verb] if tokens.dep[c] in SUBJECTS and not quoted[c]]
            if subjects:
                return subjects[0]
    return -1
