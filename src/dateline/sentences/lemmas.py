"""The lemmas of verbs in -e whose forms spaCy's rules take for those of a shorter verb: "fined", "hopes", "rating"."""

import re

from spacy.language import Language

SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""A short syllable: a verb of just that doubles its last letter ("planned"), which the model has by heart."""


def mend_lemmas(model: Language) -> Language:
    """Keep the model from taking "fined" for a form of "fin": of that it would be "finned".

    Its rules try both, and keep the shorter one where they know both as verbs; so they are to know "fine" only.
    """
    index = model.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    known = set(index["verb"])
    index["verb"] = [verb for verb in index["verb"] if not (verb + "e" in known and SHORT.fullmatch(verb))]
    return model
