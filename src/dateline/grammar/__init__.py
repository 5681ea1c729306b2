"""Sentences, tokens, heads, lemmas, quotation marks. The only place that imports spaCy."""

from dateline.grammar.parse import Parse, Quotation, Sentence, Token
from dateline.grammar.parser import Parser

__all__ = ["Parse", "Parser", "Quotation", "Sentence", "Token"]
