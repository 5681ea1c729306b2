"""Temporal expressions: found by patterns, valued as TIMEX3, resolved to intervals in reading order."""

from __future__ import annotations

from dateline.grammar import Parse
from dateline.records import Article, Time
from dateline.times.reading import read_times

__all__ = ["find_times"]


def find_times(article: Article, parse: Parse) -> tuple[Time, ...]:
    """All times in reading order. Without a publication date relative ones keep X for what is not known."""
    return read_times(article, parse)
