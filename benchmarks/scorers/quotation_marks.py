"""What is quoted in a gold text, by its quotation marks alone (no stage of Dateline has a say in the scoring)."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile("``|''|[\u201c\u201e\u00ab\u201d\u00bb\"]")
_OPENING = frozenset(("``", "\u201c", "\u201e", "\u00ab"))
_CLOSING = frozenset(("\u201d", "\u00bb"))
_SINGLE = re.compile(
    "(?<![^\\W_])(?:\u2018|')(?=[^\\W\\d_])([^\u2018\n]{2,400}?)(?<=[\\w.,!?])(?:\u2019|')(?![^\\W_])"
)

Region = tuple[int, int]


def quoted_regions(text: str) -> list[Region]:
    """Character ranges inside quotation marks, marks left out, paragraph by paragraph.

    A quotation still open at a paragraph's end runs to that end. Straight double quotes and doubled
    apostrophes toggle. Single quotes count outside double quotes alone, in clear positions.
    """
    regions: list[Region] = []
    for line in _LINE.finditer(text):
        double = _double_quoted(line.group())
        found = double + _single_quoted(line.group(), double)
        regions += [(line.start() + a, line.start() + b) for a, b in found]
    return sorted(regions)


def _double_quoted(line: str) -> list[Region]:
    found: list[Region] = []
    start: int | None = None
    for match in _MARK.finditer(line):
        mark = match.group()
        opens = mark in _OPENING or (mark not in _CLOSING and start is None)
        if opens and start is None:
            start = match.end()
        elif not opens and start is not None:
            found.append((start, match.start()))
            start = None
    if start is not None and start < len(line):
        found.append((start, len(line)))
    return found


def _single_quoted(line: str, double: list[Region]) -> list[Region]:
    found: list[Region] = []
    at = 0
    for start, end in [*double, (len(line) + 1, 0)]:
        gap = line[at : max(start - 1, at)]
        found += [(at + match.start(1), at + match.end(1)) for match in _SINGLE.finditer(gap)]
        at = end + 1
    return found
