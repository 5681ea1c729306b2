"""The base of all records, and the span of characters that each of them points at."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all records: frozen, compared by value, fields given by name."""


class Span(Record, frozen=True, kw_only=True, gc=False):
    """Characters of the article, with the way back to the raw report."""

    at: tuple[int, int]
    """Offsets into `Article.text`."""
    raw: tuple[int, int]
    """Offsets into the raw text; covers everything the characters came from."""
    text: str
    """`Article.text[at[0]:at[1]]`."""

    @property
    def start(self) -> int:
        return self.at[0]

    @property
    def end(self) -> int:
        return self.at[1]
