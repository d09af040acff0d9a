"""Article -> parse and sentences. The parse is one spaCy Doc over `Article.text`, so `token.idx` is a span's offset."""

from dateline.sentences.columns import Columns, children, columns, forget, has_child, with_form, with_lemma
from dateline.sentences.parsing import parse_article

__all__ = ["Columns", "children", "columns", "forget", "has_child", "parse_article", "with_form", "with_lemma"]
