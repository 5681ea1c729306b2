"""Lines into paragraphs: one blank line between paragraphs, none inside, no stray spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.clean.draft import Change, Draft

_BREAK = re.compile(r"[ \t]*\n\s*|[ \t]{2,}|\t|\A | \Z")
_WIDEST = 160
"""No mail client, wire or newspaper database wraps wider; lines over this are paragraphs."""
_NARROWEST = 40
"""Verse, lists and tables are mostly narrower; a text that is wrapped is wider."""
_MARKER = re.compile(r"(?:[-–—•*·▪►]|\(?\d{1,3}[.)]|[a-z][.)])\s")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def paragraphs(draft: Draft) -> Draft:
    """The text with lines joined where they were only wrapped, and one blank line between paragraphs."""
    text = draft.text
    width = wrapped_width(text)
    found: list[Change] = []
    for match in _BREAK.finditer(text):
        after = _between(text, match.start(), match.end(), width)
        if after != match[0]:
            found.append(Change(match.start(), match.end(), after, _why(match[0], after)))
    return draft.with_changes(found)


def _why(before: str, after: str) -> str:
    if "\n" not in before:
        return "space"
    return "line" if after in (" ", "", "-") else "paragraph"


def _between(text: str, start: int, end: int, width: int | None) -> str:
    """What should stand in the place of the white space `text[start:end]`."""
    if start == 0 or end == len(text):
        return ""
    count = text.count("\n", start, end)
    if count == 0:
        return " "
    if count > 1:
        return "\n\n"
    return _joint(text, start, end, width)


def _joint(text: str, start: int, end: int, width: int | None) -> str:
    """What stands between two lines with no blank line between them."""
    line_start = text.rfind("\n", max(0, start - _WIDEST - 1), start) + 1
    next_end = _line_end(text, end, _WIDEST)
    length = start - line_start
    next_line = text[end:next_end]
    if length > _WIDEST or _MARKER.match(next_line):
        return "\n\n"
    first_word = next_line.split(" ", 1)[0]
    line = text[max(line_start, start - 3) : start]
    if width is not None and length <= width < length + 1 + len(first_word):
        return _hyphen(line, first_word)
    if length >= _NARROWEST and first_word[:1].islower() and not _TERMINAL.search(line):
        return _hyphen(line, first_word)
    return "\n\n"


def _hyphen(line: str, first_word: str) -> str:
    """Nothing behind a hyphen that binds (the hyphen stays), else a space."""
    return "" if re.search(r"[^\W\d_]-$", line) and first_word[:1].islower() else " "


def wrapped_width(text: str) -> int | None:
    """The width at which the text was wrapped; None where its lines are paragraphs.

    A wrapped line ends where the next word would not fit. The width is the longest line that another line
    follows directly; the text counts as wrapped when three of four such lines are filled up to it.
    """
    joints = list(_joints(text))
    if len(joints) < 2:
        return None
    lengths = sorted(length for length, _ in joints)
    width = lengths[-1]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    filled = sum(length + 1 + word > width for length, word in joints)
    return width if filled * 4 >= len(joints) * 3 else None


def _joints(text: str) -> Iterator[tuple[int, int]]:
    """For each line that another follows directly: its length and the length of the next line's first word."""
    previous = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if previous and stripped:
            yield previous, len(stripped.split(" ", 1)[0])
        previous = len(stripped)


def _line_end(text: str, start: int, limit: int) -> int:
    end = text.find("\n", start, start + limit)
    return end if end >= 0 else min(start + limit, len(text))
