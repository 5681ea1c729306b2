"""Drafts: statements on their way, as character ranges of the article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dateline.grammar import Parse
from dateline.grammar.parse import Token
from dateline.records import Polarity

Range = tuple[int, int]
"""Half-open offsets into `Article.text`."""

LONG_QUOTATION = 4
"""Words. 97.5 % of the quoted stretches of at least so many words belong to a statement (docs/measures.md)."""

_EDGES = " \t\xa0\n,;:-–—“”\"„‟«»‹›「」『』`´…"
_SINGLES = "‘’'"


@dataclass(frozen=True)
class Draft:
    """A statement before its attributes are read. `head`: index of the token that heads its cue."""

    head: int
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    act: str
    rule: str
    score: float
    polarity: Polarity = Polarity.ASSERTS


@dataclass(frozen=True)
class Page:
    """The text with its parse, and what is quoted in it."""

    text: str
    parse: Parse
    body: int = 0
    """Where the body starts; the headline stands before it."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.parse.tokens

    @cached_property
    def quoted(self) -> tuple[int, ...]:
        """For each token the number of the quotation it lies in, or -1."""
        found = [-1] * len(self.parse.tokens)
        for number, quotation in enumerate(self.parse.quotations):
            for i in self.parse.tokens_in(quotation.start, quotation.end):
                found[i] = number
        return tuple(found)

    @cached_property
    def quotation_words(self) -> tuple[int, ...]:
        """For each quotation the number of its words."""
        return tuple(
            sum(self.tokens[i].text[0].isalnum() for i in self.parse.tokens_in(q.inner_start, q.inner_end))
            for q in self.parse.quotations
        )

    def is_deep(self, i: int) -> bool:
        """Whether token `i` lies inside a long quotation."""
        number = self.quoted[i]
        return number >= 0 and self.quotation_words[number] >= LONG_QUOTATION

    def range_of(self, first: int, last: int) -> Range:
        """The characters of the tokens `first` to `last` (inclusive)."""
        return self.tokens[first].start, self.tokens[last].end

    def trimmed(self, span: Range) -> Range | None:
        """`span` without marks, dashes and blanks at its edges; None where nothing is left."""
        start, end = span
        while start < end and self._is_edge(start, start - 1):
            start += 1
        while end > start and self._is_edge(end - 1, end):
            end -= 1
        return (start, end) if start < end else None

    def joined(self, ranges: list[Range]) -> tuple[Range, ...]:
        """`ranges` in order, those that overlap or have only blanks between them made one."""
        found: list[Range] = []
        for start, end in joined(ranges):
            if found and self.text[found[-1][1] : start].isspace():
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return tuple(found)

    def _is_edge(self, at: int, beyond: int) -> bool:
        mark = self.text[at]
        if mark in _EDGES:
            return True
        return mark in _SINGLES and not (0 <= beyond < len(self.text) and self.text[beyond].isalnum())


def joined(ranges: list[Range]) -> tuple[Range, ...]:
    """`ranges` in order, overlapping and touching ones made one."""
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def without(span: Range, hole: Range) -> list[Range]:
    """`span` less `hole`: none, one or two ranges."""
    if hole[1] <= span[0] or span[1] <= hole[0]:
        return [span]
    parts = [(span[0], hole[0]), (hole[1], span[1])]
    return [(start, end) for start, end in parts if start < end]
