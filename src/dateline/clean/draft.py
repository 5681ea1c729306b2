"""The text on its way from the raw characters to the article, with every change on record.

A `Draft` stands on a base text that never changes: for plain text the raw characters, for HTML the
characters of the blocks that are kept, entities decoded. Each step of the cleaning finds `Change`s in
the text as it stands and gets a new draft; the changes are kept in base offsets, sorted and apart, so
that replaying them on the base text gives the text, whatever the order of the steps was.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.records import Edit, Run


class Change(NamedTuple):
    """`[start:end)` becomes `after`."""

    start: int
    end: int
    after: str
    why: str


@dataclass(frozen=True)
class Base:
    """The unchanging text and where its characters stand in the raw text."""

    text: str
    runs: tuple[Run, ...]
    """Ordered by `at`. Characters in no run come from no raw character."""

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets that cover `text[start:end]`; for an empty stretch the place behind what precedes it."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        low, high = None, 0
        while index < len(self.runs) and self.runs[index][0] < end:
            left, right = _clip(self.runs[index], start, end)
            if left < right:
                low = left if low is None else min(low, left)
                high = max(high, right)
            index += 1
        if low is None:
            place = self._before(start)
            return place, place
        return low, high

    def _before(self, start: int) -> int:
        index = bisect_right(self._starts, start - 1) - 1
        if index < 0:
            return self.runs[0][1] if self.runs else 0
        at, raw, at_length, raw_length = self.runs[index]
        return raw + (min(start - at, at_length) if at_length == raw_length else raw_length)

    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [run[0] for run in self.runs])


def plain_base(text: str) -> Base:
    """The base of plain text: every character is its own raw character."""
    return Base(text, ((0, 0, len(text), len(text)),) if text else ())


def _clip(run: Run, start: int, end: int) -> tuple[int, int]:
    """The raw offsets of what `run` gives to the base offsets `[start:end)`."""
    at, raw, at_length, raw_length = run
    if at + at_length <= start or at >= end:
        return 0, 0
    if at_length != raw_length:
        return raw, raw + raw_length
    return raw + max(start - at, 0), raw + min(end - at, at_length)


class Draft:
    """A base text with the changes made so far, and the text that results."""

    def __init__(self, base: Base, changes: tuple[Change, ...] = ()) -> None:
        self.base = base
        self.changes = changes
        parts: list[str] = []
        last = place = 0
        self._places: list[int] = []
        """Where each change begins in `text`."""
        for change in changes:
            parts += (base.text[last : change.start], change.after)
            place += change.start - last
            self._places.append(place)
            place += len(change.after)
            last = change.end
        parts.append(base.text[last:])
        self.text = "".join(parts)

    def with_changes(self, found: list[Change]) -> Draft:
        """The draft after more changes, given in offsets of `text`, sorted, not overlapping.

        A new change that cuts or covers an older one takes it in, so that the two are one edit.
        """
        if not found:
            return self
        merged: list[Change] = []
        index = shift = 0  # shift: base offset minus text offset behind the older changes before `index`
        for start, end, news in self._groups(found):
            while index < len(self.changes) and self._end(index) <= start:
                merged.append(self.changes[index])
                shift = self.changes[index].end - self._end(index)
                index += 1
            base_start = start + shift
            while index < len(self.changes) and self._places[index] < end:
                shift = self.changes[index].end - self._end(index)
                index += 1
            merged.append(Change(base_start, end + shift, _applied(self.text, start, end, news), news[0].why))
        merged += self.changes[index:]
        return Draft(self.base, tuple(_fused(merged)))

    def _end(self, index: int) -> int:
        return self._places[index] + len(self.changes[index].after)

    def _groups(self, found: list[Change]) -> list[tuple[int, int, list[Change]]]:
        """The stretches of `text` that the new changes touch, widened to whole older changes."""
        groups: list[tuple[int, int, list[Change]]] = []
        for new in found:
            start, end = self._widened(new.start)[0], self._widened(new.end)[1]
            if groups and groups[-1][1] > start:
                before = groups.pop()
                groups.append((before[0], max(before[1], end), [*before[2], new]))
            else:
                groups.append((start, end, [new]))
        return groups

    def _widened(self, place: int) -> tuple[int, int]:
        """The older change that `place` lies strictly inside, or the place itself, twice."""
        index = bisect_left(self._places, place) - 1
        if index >= 0 and self._places[index] < place < self._end(index):
            return self._places[index], self._end(index)
        return place, place

    def edits(self) -> tuple[Edit, ...]:
        """All changes as edits, ordered by their raw offsets."""
        edits = [
            Edit(raw=self.base.raw(start, end), before=self.base.text[start:end], after=after, why=why)
            for start, end, after, why in self.changes
            if self.base.text[start:end] != after
        ]
        return tuple(sorted(edits, key=lambda edit: edit.raw))

    def alignment(self) -> tuple[Run, ...]:
        """The runs of `text` over the raw text."""
        runs: list[Run] = []
        cursor = _Cursor(self.base.runs)
        last = place = 0
        for change in self.changes:
            cursor.copy(last, change.start, place, runs)
            place += change.start - last
            raw_start, raw_end = self.base.raw(change.start, change.end)
            if change.after and raw_start < raw_end:
                runs.append((place, raw_start, len(change.after), raw_end - raw_start))
            place += len(change.after)
            last = change.end
        cursor.copy(last, len(self.base.text), place, runs)
        return tuple(_joined(runs))


def _applied(text: str, start: int, end: int, news: list[Change]) -> str:
    """`text[start:end]` after the changes `news`, which lie in it."""
    parts: list[str] = []
    for new in news:
        parts += (text[start : new.start], new.after)
        start = new.end
    parts.append(text[start:end])
    return "".join(parts)


class _Cursor:
    """Copies stretches of the base's runs, from left to right."""

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self._runs = runs
        self._index = 0

    def copy(self, start: int, end: int, place: int, out: list[Run]) -> None:
        """Adds the runs of base `[start:end)`, moved so that they begin at `place`."""
        while self._index < len(self._runs):
            at, raw, at_length, raw_length = self._runs[self._index]
            if at >= end:
                return
            left, right = max(at, start), min(at + at_length, end)
            if left < right:
                if at_length == raw_length:
                    out.append((place + left - start, raw + left - at, right - left, right - left))
                else:
                    out.append((place + left - start, raw, right - left, raw_length))
            if at + at_length > end:
                return
            self._index += 1


def _joined(runs: list[Run]) -> list[Run]:
    """Neighbouring runs of equal lengths as one run."""
    joined: list[Run] = []
    for run in runs:
        if joined and run[2] == run[3] and joined[-1][2] == joined[-1][3]:
            at, raw, length, _ = joined[-1]
            if at + length == run[0] and raw + length == run[1]:
                joined[-1] = (at, raw, length + run[2], length + run[2])
                continue
        joined.append(run)
    return joined


def _fused(changes: list[Change]) -> list[Change]:
    """Changes of which two would stand at the same base offset as one, so that their order is plain."""
    fused: list[Change] = []
    for change in changes:
        if fused and change.start <= fused[-1].end and (change.start == change.end or fused[-1].start == fused[-1].end):
            old = fused.pop()
            change = Change(
                min(old.start, change.start), max(old.end, change.end), old.after + change.after, change.why
            )
        fused.append(change)
    return fused
