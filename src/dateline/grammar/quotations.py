"""Finds quoted stretches by their marks, paragraph by paragraph.

Three families of marks: double (“ ” „ ‟ " '' ``  in any mixture, as wire copies mix them), guillemets
(« » ‹ ›, pointing either way) and corner brackets; then single marks (‘ ’ '), which are apostrophes
more often than not and count only in clear pairs. A paragraph never fails: a quotation left open runs
to its end, which is also the custom for a quotation that goes on in the next paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from dateline.grammar.parse import Quotation

_MARK = re.compile(r"``|''|’’|‘‘|[“”„‟\"«»‹›「」『』‘’‚']")
_FAMILY = dict.fromkeys(("``", "''", "’’", "‘‘", *'“”„‟"'), "double")
_FAMILY |= dict.fromkeys("«»‹›", "angle") | dict.fromkeys("「」『』", "corner") | dict.fromkeys("‘’‚'", "single")
_OPENS = frozenset(("``", "‘‘", *"“„‟«‹「『‘‚"))
_CLOSES = frozenset(("’’", *"”»›」』’"))
_FEET = re.compile(r"\d['’]\s?\d{1,2}$")
_BEFORE = frozenset(" \t\xa0\u200b([{-–—/…:")
"""What stands before an opening mark; the start of the paragraph does as well."""
_LONGEST_SINGLE = 600
"""Characters between single marks: a pair further apart is two apostrophes."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    opening: bool
    """It stands where a quotation can begin: blank before, none after."""
    closing: bool
    """It stands where a quotation can end: none before, blank or stop after."""

    @property
    def family(self) -> str:
        return _FAMILY[self.text]


_Pair = tuple[_Mark, _Mark | None]
"""The opening mark and the mark that ends the quotation; None: the end of the paragraph."""


def find_quotations(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[Quotation, ...]:
    """All quotations in reading order, outermost only. Linear in the text."""
    found: list[Quotation] = []
    for start, end in paragraphs:
        marks = _marks(text, start, end)
        if marks:
            pairs = _pair_strong([mark for mark in marks if mark.family != "single"])
            pairs += _pair_single(text, _outside(marks, pairs, end), start)
            pairs.sort(key=lambda pair: pair[0].start)
            found += _outermost(text, pairs, end)
    return tuple(found)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(text, start, end):
        left, right = match.span()
        before = text[left - 1] if left > start else " "
        after = text[right] if right < end else " "
        mark = match.group()
        if mark == '"' and _FEET.search(text, max(left - 6, start), left):
            continue
        opening = (before in _BEFORE or _FAMILY.get(before) is not None) and not after.isspace()
        closing = not before.isspace() and not after.isalnum()
        found.append(_Mark(left, right, mark, opening, closing))
    return found


def _pair_strong(marks: list[_Mark]) -> list[_Pair]:
    """Pairs of double marks, guillemets and corner brackets, outermost only."""
    toggles = sum(mark.text in ('"', "''") for mark in marks)
    nests = sum(mark.text in _OPENS for mark in marks) <= sum(mark.text in _CLOSES for mark in marks)
    pairs: list[_Pair] = []
    opened: _Mark | None = None
    depth = 0
    for mark in marks:
        if opened is None:
            opened = mark if _can_open(mark) else None
        elif mark.family != opened.family:
            continue
        elif _ends(mark, opened, toggles % 2 == 0):
            depth, done = (depth - 1, False) if depth else (0, True)
            if done:
                pairs.append((opened, mark))
                opened = None
        elif mark.opening and nests and mark.text in _OPENS:
            depth += 1
        elif mark.opening:
            pairs.append((opened, None))
            opened = mark
    return [*pairs, (opened, None)] if opened else pairs


def _can_open(mark: _Mark) -> bool:
    """Guillemets and closing marks open only in an opening place: `»` alone is a bullet."""
    if mark.text in _OPENS or mark.text in ('"', "''"):
        return mark.opening or not mark.closing
    return mark.opening


def _ends(mark: _Mark, opened: _Mark, is_even: bool) -> bool:
    """Whether `mark` ends what `opened` began.

    Straight marks simply alternate where their number is even; where it is odd, one is missing, and a mark in
    an opening place begins a new quotation.
    """
    if mark.text in ('"', "''"):
        return is_even or not mark.opening or mark.closing
    if mark.family == "angle":
        return mark.text != opened.text and not (mark.opening and not mark.closing)
    if mark.text in _CLOSES:
        return True
    return mark.closing and not mark.opening


def _outside(marks: list[_Mark], pairs: list[_Pair], end: int) -> list[_Mark]:
    """The single marks outside `pairs`."""
    singles = [mark for mark in marks if mark.family == "single"]
    if not singles:
        return []
    ends = [closed.end if closed else end for _, closed in pairs]
    starts = [opened.start for opened, _ in pairs]
    found = []
    for mark in singles:
        i = bisect_right(starts, mark.start) - 1
        if i < 0 or mark.start >= ends[i]:
            found.append(mark)
    return found


def _pair_single(text: str, singles: list[_Mark], start: int) -> list[_Pair]:
    """Clear pairs of single marks in the paragraph that begins at `start`."""
    pairs: list[_Pair] = []
    at = 0
    while at < len(singles):
        mark = singles[at]
        at += 1
        if not (mark.opening and _is_open_single(text, mark, start)):
            continue
        closer = _closer(text, singles, at, mark)
        if closer is not None:
            pairs.append((mark, singles[closer]))
            at = closer + 1
    return pairs


def _is_open_single(text: str, mark: _Mark, start: int) -> bool:
    if mark.text == "’" or (mark.start > start and text[mark.start - 1].isalnum()):
        return False
    return text[mark.end].isalpha() or text[mark.end] in "$£€…." or (mark.text == "‘" and text[mark.end].isdigit())


def _closer(text: str, singles: list[_Mark], at: int, opened: _Mark) -> int | None:
    """Index of the mark that closes `opened`. After an `s` before a blank (workers' rights) a later one is better."""
    fallback: int | None = None
    for i in range(at, len(singles)):
        mark = singles[i]
        if mark.start - opened.end > _LONGEST_SINGLE or (mark.opening and not mark.closing):
            break
        if mark.text == "‘" or not mark.closing or mark.start - opened.end < 2:
            continue
        if text[mark.start - 1] != "s" or text[mark.end : mark.end + 1] != " ":
            return i
        fallback = i if fallback is None else fallback
    return fallback


def _outermost(text: str, pairs: list[_Pair], end: int) -> list[Quotation]:
    found: list[Quotation] = []
    last = -1
    for number, (opened, closed) in enumerate(pairs):
        if opened.start < last:
            continue
        following = pairs[number + 1][0].start if number + 1 < len(pairs) else end
        inner_end = closed.start if closed else following
        last = closed.end if closed else following
        if text[opened.end : inner_end].strip():
            found.append(Quotation(opened.start, last, opened.end, inner_end, closed is not None))
    return found
