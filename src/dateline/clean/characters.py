"""Characters that are wrong or cannot be seen: mojibake, entities left over, invisible characters, odd spaces."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from ftfy import fix_encoding
from ftfy.badness import is_bad

from dateline.clean.draft import Change, Draft

_WORD = re.compile(r"\S+")
_LATE_ENTITY = re.compile(r"&(?:quot|amp|lt|gt|nbsp|apos|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip|#\d{2,5});")
_NEWLINES = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Soft hyphen, zero-width space, word joiner, byte-order mark, direction marks, control characters. The zero-width
# joiners stay between letters and in emoji: Persian and Indic scripts need them.
_INVISIBLE = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\x00-\x08\x0e-\x1b\x1f\x7f"
_ODD = re.compile(
    rf"\r\n?|[{_NEWLINES}]|[{_SPACES}]|[{_INVISIBLE}]+|(?<=[\sA-Za-z])[\u200c\u200d]|[\u200c\u200d](?=[\sA-Za-z])"
)


def mend_encoding(draft: Draft) -> Draft:
    """Words whose UTF-8 was read as another code, where ftfy is certain; entities that were escaped twice."""
    found: list[Change] = []
    if not draft.text.isascii():
        for line in re.finditer(r"[^\n]+", draft.text):
            if is_bad(line[0]):
                found += _mended_words(line[0], line.start())
    draft = draft.with_changes(found)
    late = [
        Change(match.start(), match.end(), html.unescape(match[0]), "entity")
        for match in _LATE_ENTITY.finditer(draft.text)
    ]
    return draft.with_changes(late)


def _mended_words(line: str, offset: int) -> list[Change]:
    found = []
    for match in _WORD.finditer(line):
        mended = match[0] if match[0].isascii() else _mended(match[0])
        if mended != match[0]:
            found.append(_least(match[0], mended, offset + match.start()))
    return found


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """The word as it was meant; the same word where that is not certain. Words over 200 characters stay."""
    if len(word) > 200 or not is_bad(word):
        return word
    mended = fix_encoding(word)
    return word if is_bad(mended) or "\ufffd" in mended or "\n" in mended else mended


def _least(before: str, after: str, offset: int) -> Change:
    """The change without the characters that both ends share."""
    left = 0
    while left < min(len(before), len(after)) and before[left] == after[left]:
        left += 1
    right = 0
    while right < min(len(before), len(after)) - left and before[-1 - right] == after[-1 - right]:
        right += 1
    return Change(offset + left, offset + len(before) - right, after[left : len(after) - right], "mojibake")


def plain_characters(draft: Draft) -> Draft:
    """Every kind of line end as "\\n", every kind of space as " ", no invisible characters."""
    found = []
    for match in _ODD.finditer(draft.text):
        first = match[0][0]
        if first == "\r" or first in _NEWLINES:
            found.append(Change(match.start(), match.end(), "\n", "line"))
        elif first.isspace():
            found.append(Change(match.start(), match.end(), " ", "space"))
        else:
            found.append(Change(match.start(), match.end(), "", "invisible"))
    return draft.with_changes(found)
