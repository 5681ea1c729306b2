"""The clean article, with the way back to the raw report."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from functools import cached_property

from dateline.records.span import Record, Span


class Edit(Record, frozen=True, kw_only=True, gc=False):
    """One change that cleaning made to the characters, and why. Markup and entities are no edits."""

    raw: tuple[int, int]
    before: str
    after: str
    why: str
    """glue, space, mojibake, invisible, furniture.video, furniture.counter, furniture.share …"""


class Dateline(Record, frozen=True, kw_only=True):
    """The opening line of a wire story: `PARIS, Texas (AP) —`."""

    place: str | None = None
    agency: str | None = None


class PublishedFrom(StrEnum):
    """Where the publication date was read."""

    GIVEN = "given"
    JSON_LD = "json_ld"
    META = "meta"
    TIME = "time"
    URL = "url"
    TEXT = "text"


Run = tuple[int, int, int, int]
"""(at, raw, at_length, raw_length). Equal lengths: character by character; else as one block."""


class Article(Record, frozen=True, kw_only=True, dict=True):
    """The clean article. `text` opens with the headline, where there is one, as first paragraph.

    Paragraphs are parted by one blank line.
    """

    title: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    """ISO 8601 date, or date and time with its zone where that is known."""
    published_from: PublishedFrom | None = None
    language: str | None = None
    """ISO 639-1."""
    url: str | None = None
    correction: Span | None = None
    captions: tuple[Span, ...] = ()
    text: str
    body: int = 0
    """Where the body starts in `text` (0 without a headline)."""
    alignment: tuple[Run, ...] = ()
    """Runs ordered by `at`; characters in no run (paragraph breaks between blocks) come from no raw character."""
    edits: tuple[Edit, ...] = ()
    """Ordered by `raw`; none overlap."""

    def span(self, start: int, end: int) -> Span:
        """The span of `text[start:end]` with its raw offsets. The only maker of spans."""
        return Span(at=(start, end), raw=self.raw(start, end), text=self.text[start:end])

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets that cover `text[start:end]`: the smallest stretch over all its runs.

        Characters without a raw character of their own (an inserted space, a paragraph break)
        take the place right behind what precedes them.
        """
        first = max(bisect_right(self._run_starts, start) - 1, 0)
        low: int | None = None
        high = 0
        for at, raw, at_length, raw_length in self.alignment[first:]:
            if at >= end:
                break
            if at + at_length <= start:
                continue
            same = at_length == raw_length
            left = raw + max(start - at, 0) if same else raw
            right = raw + min(end - at, at_length) if same else raw + raw_length
            low = left if low is None else min(low, left)
            high = max(high, right)
        if low is None:
            return (self._raw_before(start),) * 2
        return low, high

    def _raw_before(self, start: int) -> int:
        index = bisect_right(self._run_starts, start) - 1
        if index < 0:
            return 0
        _, raw, _, raw_length = self.alignment[index]
        return raw + raw_length

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run[0] for run in self.alignment]
