"""What a time is counted from: the publication, and the last date that the text gave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.grammar import Parse
from dateline.grammar.scanner import Word
from dateline.records import TimeType
from dateline.times.calendar import Bounds

PUBLISHED = "published"
_NEAR = 2
"""Paragraphs back that "the next day" may reach: news paragraphs are one or two sentences."""


@dataclass(frozen=True)
class Reading:
    """What some words mean: a TIMEX3 type and value. `bounds` is set where the value does not give them."""

    type: TimeType
    value: str
    first: int
    """Word index of its first word, `last` half-open."""
    last: int
    approx: bool = False
    anchor: str | None = None
    """`published`, or the index of an earlier reading as a figure."""
    bounds: Bounds | None = None
    follows: tuple[float, str, int] | None = None
    """(count, unit, sign) of "three days before": resolved when a date comes next."""


@dataclass(frozen=True)
class Pivot:
    """A day to count from, how exactly it is known (D, W, M, Y) and where it was read."""

    day: date
    unit: str
    anchor: str | None
    paragraph: int


@dataclass
class Context:
    """The state of reading: changes from one time expression to the next, in reading order."""

    parse: Parse
    words: list[Word]
    published: date | None
    is_narrative: bool
    running: Pivot | None = None
    """The last date in the text."""
    explicit: Pivot | None = None
    """The last date in the text that named its year."""
    era: str = ""
    """The BC year that months belong to, as `BC0490`."""
    count: int = 0

    def pivot(self, offset: int) -> Pivot | None:
        """What "the next day" at `offset` counts from: the last date nearby, else the publication."""
        running = self.running
        if running and (self.is_narrative or self.parse.paragraph_at(offset) - running.paragraph <= _NEAR):
            return running
        return self.deictic()

    def deictic(self) -> Pivot | None:
        """What "last week" counts from: the publication; in a history the last date of the text."""
        if self.is_narrative and self.running:
            return self.running
        return Pivot(self.published, "D", PUBLISHED, 0) if self.published else None
