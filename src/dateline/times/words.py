"""Words of time expressions: figures classified by their shape, doubtful words by what stands around."""

from __future__ import annotations

import re
from functools import cache

from dateline.grammar import Parse
from dateline.grammar.scanner import Word, Words, load_words
from dateline.times.guards import is_year, passes

_FIGURES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"\d{4}-\d\d-\d\d.*", "ISO"), (r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d", "SLASHED"),
        (r"\d{1,2}[:.][0-5]\d(?::\d\d)?", "CLOCK"), (r"(?:0?[1-9]|[12]\d|3[01])", "DAYNUM"),
        (r"(?:1\d|20)\d\d", "YEAR"), (r"\d{1,4}", "INT"), (r"(?:1\d|20)\d0s", "DECADE"), (r"\d0s", "TWODECADE"),
        (r"\d{1,2}(?:st|nd|rd|th)", "ORDD"), (r"\d+\.\d+", "DECIMAL"),
        (r"\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+", "BIG"),
    )
)  # fmt: skip


@cache
def _words() -> Words:
    return load_words("en/times_words.toml", "en/numerals.toml")


def time_words(text: str, parse: Parse) -> list[Word]:
    """The words of the text, each with the class that it has where it stands."""
    words = [_figure(word) if word.text[0].isdigit() else word for word in _words().cut(text)]
    for i, word in enumerate(words):
        if word.kind == "YEAR" and not is_year(words, i, parse):
            words[i] = word._replace(kind="INT")
        elif word.kind and not word.text[0].isdigit() and not passes(words, i, parse):
            words[i] = word._replace(kind="", text=word.text)
    return words


def _figure(word: Word) -> Word:
    for shape, kind in _FIGURES:
        if shape.fullmatch(word.text):
            return word._replace(kind=kind)
    return word
