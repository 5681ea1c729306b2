"""Quantities."""

from __future__ import annotations

from dateline.grammar import Parse
from dateline.records import Article, Number, Time


def find_numbers(article: Article, parse: Parse, times: tuple[Time, ...]) -> tuple[Number, ...]:
    return ()
