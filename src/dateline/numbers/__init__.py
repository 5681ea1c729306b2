"""Quantities: found by patterns, read as bounds, tied to what they count by the parse."""

from __future__ import annotations

from dateline.grammar import Parse
from dateline.numbers.reading import read_numbers
from dateline.records import Article, Number, Time

__all__ = ["find_numbers"]


def find_numbers(article: Article, parse: Parse, times: tuple[Time, ...]) -> tuple[Number, ...]:
    """All numbers in reading order. A number inside a time ("three days", "3 June") is none; `source` stays open."""
    return read_numbers(article, parse, times)
