"""Temporal expressions."""

from __future__ import annotations

from dateline.grammar import Parse
from dateline.records import Article, Time


def find_times(article: Article, parse: Parse) -> tuple[Time, ...]:
    return ()
