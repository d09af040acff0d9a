"""Article -> parse and sentences. The parse is one spaCy Doc over `Article.text`, so `token.idx` is a span's offset."""

from dateline.sentences.parsing import parse_article

__all__ = ["parse_article"]
