"""The headline among the wordings that a page offers, without the name of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SEPARATOR = re.compile(r"\s+(?:[|–—·•»:-]|::|&(?:#8211|#8212|#124|mdash|ndash|raquo|middot|#x2013|#39);)\s+|\s*\|\s*")


@dataclass(frozen=True)
class Candidate:
    """One wording of the headline."""

    source: str
    text: str
    at: list[tuple[int, int]]
    """Its raw stretches; empty where it cannot be traced character by character."""


def choose_title(candidates: list[Candidate], given: str | None, publisher: str | None) -> Candidate | None:
    """The headline: the given one where the page shows it, else the h1 that the metadata confirm, else metadata."""
    headings = [candidate for candidate in candidates if candidate.source == "h1"]
    stated = [candidate for candidate in candidates if candidate.source != "h1" and candidate.at]
    others = [candidate for candidate in candidates if candidate.source != "h1"]
    if given:
        return next((candidate for candidate in [*headings, *stated] if _key(candidate.text) == _key(given)), None)
    for heading in headings:
        if any(_agree(heading.text, other.text) for other in others):
            return heading
    if len(headings) == 1 and (not stated or len(headings[0].text.split()) > 3):
        return headings[0]
    return _without_site(stated[0], publisher) if stated else (headings[0] if headings else None)


def _key(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def _agree(heading: str, other: str) -> bool:
    """Whether the heading is the other wording, or the most of it."""
    left, right = _key(heading), _key(other)
    if not left or not right:
        return False
    if left == right or (len(left) > 15 and left in right) or (len(right) > 15 and right in left):
        return True
    words, others = set(heading.casefold().split()), set(other.casefold().split())
    return len(words) > 3 and len(words & others) * 10 >= len(words) * 6


def _without_site(candidate: Candidate, publisher: str | None) -> Candidate:
    """The wording without a last part that names the site (its first part, where that does)."""
    parts = _SEPARATOR.split(candidate.text)
    if len(parts) < 2 or len(candidate.at) != 1:
        return candidate
    cuts = list(_SEPARATOR.finditer(candidate.text))
    site = _key(publisher or "")
    start, end = 0, len(candidate.text)
    if (site and _key(parts[-1]) == site) or (len(parts[-1].split()) <= 4 and len(parts[0]) > len(parts[-1])):
        end = cuts[-1].start()
    elif site and _key(parts[0]) == site:
        start = cuts[0].end()
    text = candidate.text[start:end]
    return Candidate(candidate.source, text, [_raw_of(candidate, start, end)])


def _raw_of(candidate: Candidate, start: int, end: int) -> tuple[int, int]:
    """The raw stretch of part of a wording, where no entity moves the characters; else the whole."""
    low, high = candidate.at[0]
    if high - low == len(candidate.text):
        return low + start, low + end
    return low, high
