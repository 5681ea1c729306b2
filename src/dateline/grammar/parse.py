"""The parse of an article: plain frozen records, without spaCy."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

import msgspec


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token. `start` and `end` are offsets into `Article.text`; all indices count in the article."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    """Lower case, but for proper nouns."""
    tag: str
    """Penn Treebank tag."""
    dep: str
    """ClearNLP dependency label, as spaCy's English models give it; the root has `ROOT`."""
    head: int
    """Index of the head; the root is its own head."""
    sent: int
    """Index of the sentence."""

    @property
    def is_noun(self) -> bool:
        return self.tag.startswith("NN")

    @property
    def is_proper(self) -> bool:
        return self.tag in ("NNP", "NNPS")

    @property
    def is_verb(self) -> bool:
        return self.tag.startswith("VB")


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """Tokens `first` to `last` (half-open) in paragraph number `paragraph`."""

    i: int
    first: int
    last: int
    paragraph: int
    start: int
    end: int


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """A quoted stretch. `start` and `end` take the marks in, `inner_start` and `inner_end` leave them out."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    is_closed: bool
    """False: the quotation runs to the end of its paragraph without a closing mark."""


class Parse(msgspec.Struct, frozen=True, dict=True):
    """Tokens, sentences, paragraphs and quotations of an article, all in reading order.

    `paragraphs` are the (start, end) offsets of the lines of `Article.text` that are not blank.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[tuple[int, int], ...]
    quotations: tuple[Quotation, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its children, in reading order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(map(tuple, found))

    @cached_property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """For each token the first and last (inclusive) token index of its subtree. Linear in the article."""
        low = list(range(len(self.tokens)))
        high = list(range(len(self.tokens)))
        for i in self._bottom_up():
            head = self.tokens[i].head
            low[head] = min(low[head], low[i])
            high[head] = max(high[head], high[i])
        return tuple(zip(low, high, strict=True))

    def _bottom_up(self) -> list[int]:
        order: list[int] = [token.i for token in self.tokens if token.head == token.i]
        for i in order:
            order.extend(self.children[i])
        return order[::-1]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    def tokens_in(self, start: int, end: int) -> range:
        """Indices of the tokens that begin in `text[start:end]`."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def token_at(self, offset: int) -> int | None:
        """Index of the token that covers the character at `offset`."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.tokens[i].end else None

    def paragraph_at(self, offset: int) -> int:
        """Number of the paragraph that covers, or else precedes, `offset`."""
        return max(bisect_right(self._paragraph_starts, offset) - 1, 0)

    def sentence_of(self, i: int) -> Sentence:
        return self.sentences[self.tokens[i].sent]

    def subtree(self, i: int) -> range:
        """Indices from the first to the last token of the subtree of token `i`."""
        low, high = self.edges[i]
        return range(low, high + 1)

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of token `i` with one of the labels `deps`."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)
