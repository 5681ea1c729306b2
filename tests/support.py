"""What tests share: marked sentences, plain articles, one parser for the whole run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from dateline.gazetteer import Gazetteer
from dateline.grammar import Parse, Parser
from dateline.records import Article

_MARK = re.compile(r"\[(\w+) ([^\[\]]*)\]")


@dataclass(frozen=True)
class Marked:
    """A text and the stretches that were marked in it: `spans["source"] == [(0, 6)]`."""

    text: str
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def words(self, label: str) -> list[str]:
        return [self.text[start:end] for start, end in self.spans.get(label, [])]


def marked(sentence: str) -> Marked:
    """Reads `"[source Police] [cue said] [content the march was peaceful]."` into text and spans."""
    text, last = "", 0
    spans: dict[str, list[tuple[int, int]]] = {}
    for match in _MARK.finditer(sentence):
        text += sentence[last : match.start()]
        spans.setdefault(match[1], []).append((len(text), len(text) + len(match[2])))
        text += match[2]
        last = match.end()
    return Marked(text + sentence[last:], spans)


def plain_article(text: str, published: str | None = "2025-06-16") -> Article:
    """An article whose raw text is its clean text."""
    alignment = ((0, 0, len(text), len(text)),) if text else ()
    return Article(text=text, alignment=alignment, published=published, language="en")


@cache
def parser() -> Parser:
    return Parser()


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def parsed(text: str) -> Parse:
    return parser().parse(text)
