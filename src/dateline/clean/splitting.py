"""Where a word falls into the words that a lost space glued together, if that is certain.

A cut needs evidence: a function word beside it (links begin and end at phrase edges), parts that English
writes often or that stand alone elsewhere in the article, and a whole that English does not write. A word
that the article repeats is a name. Below that the word stays as it is.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache

from dateline.clean.words import frequency, is_function_word, is_suffix, opens_compounds

_UNKNOWN = 2e-8
"""English words rarer than this (zipf 1.3) are mostly misprints and glued words in the list's own sources."""
_LONGEST = 45
_CONTRACTION = re.compile(r"(.{2,}?[’'](?:s|ve|re|ll|d|m|t))(?=[a-z]{3})")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ACRONYM_TAIL = re.compile(r"([A-Z]{2,6})([a-z]{3,})$")
_PREFIXES = frozenset(
    [
        "in",
        "on",
        "by",
        "be",
        "an",
        "a",
        "for",
        "no",
        "over",
        "under",
        "up",
        "out",
        "down",
        "off",
        "after",
        "through",
        "per",
    ]
)
_PARTICLES = frozenset(["over", "under", "up", "out", "down", "off", "after"])
_INFLECTED = re.compile(r".{4,}(?:ly|ous|ive|ful|able)$|.{5,}al$|.{3,}(?:ed|ing)$|.{3,}[^su]s$")
_PLAIN_OPENERS = frozenset(["the", "and", "that", "with", "from", "was", "were", "has", "have", "will", "which"])


class Splitter:
    """Splits the glued words of one article; `counts` are its words as they stand."""

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts
        self._cuts: dict[str, tuple[int, ...]] = {}

    def cuts(self, word: str) -> tuple[int, ...]:
        """Offsets in `word` before which a space is missing; empty where none certainly is."""
        if word not in self._cuts:
            self._cuts[word] = self._find(word)
        return self._cuts[word]

    def _find(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST or len(word) < 4 or self._counts[word] > 2 or not word.isascii():
            return self._contraction(word)
        if word.isalpha() and (word.islower() or word.istitle()):
            return lower_cuts(word) if word.islower() else self._title_cuts(word)
        return self._contraction(word) or self._capital_cuts(word)

    def _contraction(self, word: str) -> tuple[int, ...]:
        match = _CONTRACTION.match(word)
        if not match or (
            frequency(match[1].lower().replace("’", "'")) < 1e-7 and frequency(match[1][:-2].lower()) < 1e-6
        ):
            return ()
        rest = word[match.end() :]
        return (match.end(),) if rest.isalpha() and frequency(rest) > 3e-6 else ()

    def _title_cuts(self, word: str) -> tuple[int, ...]:
        """Cuts of `Trumpon`, `Angelesandother`, `Yoursecond`."""
        if frequency(word.lower()) >= _UNKNOWN:
            return ()
        for cut in range(len(word) - 2, 2, -1):
            name, rest = word[:cut], word[cut:]
            tail = function_cuts(rest)
            if tail is not None and self._is_name(name, rest):
                return (cut, *(cut + inner for inner in tail))
        return self._opening_cuts(word)

    def _is_name(self, name: str, rest: str) -> bool:
        if self._counts[name]:
            return True
        known = len(name) >= 4 and (frequency(name.lower()) > 2e-6 or name[-2:].isupper())
        return known and len(rest) >= 3 and not is_suffix(rest)

    def _opening_cuts(self, word: str) -> tuple[int, ...]:
        """Cuts where a sentence opens with a function word."""
        lower = word.lower()
        if self._counts[word] > 1:
            return ()
        if lower[0] == "i" and len(lower) > 7 and frequency(lower[1:]) > 3e-5:
            return (1,)
        cuts = lower_cuts(lower) if frequency(lower) == 0 else ()
        return cuts if cuts and is_function_word(lower[: cuts[0]]) and frequency(lower[cuts[0] :]) > 1e-5 else ()

    def _capital_cuts(self, word: str) -> tuple[int, ...]:
        """Cuts of `byDemocrats`, `ICEslogans`, `OpenAIand`, `ManCity` (where the article also has `Man City`)."""
        if self._counts[word] > 1 or not word.isalpha():
            return ()
        cuts = [match.start() for match in _CAPITAL.finditer(word) if self._parts_at(word, match.start())]
        if cuts:
            return tuple(cuts)
        return self._tail_cut(word)

    def _parts_at(self, word: str, cut: int) -> bool:
        left, right = word[:cut], word[cut:]
        if not self._is_capital_word(right):
            return False
        if left.islower():
            return (len(left) > 1 and is_function_word(left)) or (
                len(left) > 3 and frequency(left) > 3e-6 and right[1:].islower() and len(right) > 3
            )
        if left.istitle() and right.istitle():
            return bool(self._counts[f"{left} {right}"])
        return False

    def _is_capital_word(self, word: str) -> bool:
        if word.isupper():
            return len(word) > 1
        return bool(self._counts[word]) or (len(word) > 2 and frequency(word.lower()) > 2e-7)

    def _tail_cut(self, word: str) -> tuple[int, ...]:
        match = _ACRONYM_TAIL.fullmatch(word)
        if match and (self._counts[match[1]] or frequency(match[1].lower()) > 1e-7):
            strong = is_function_word(match[2]) or (len(match[2]) > 4 and frequency(match[2]) > 1e-6)
            return (match.end(1),) if strong and not is_suffix(match[2]) else ()
        for cut in range(len(word) - 2, 2, -1):
            name, rest = word[:cut], word[cut:]
            if not rest.islower():
                break
            if is_function_word(rest) and not is_suffix(rest) and self._is_name(name, rest) and not name.isupper():
                return (cut,)
        return ()


@lru_cache(maxsize=65536)
def lower_cuts(word: str) -> tuple[int, ...]:
    """The cuts of a lower-case word."""
    whole = frequency(word)
    if whole >= _UNKNOWN:
        return _two_function_words(word, whole)
    parts = _best_parts(word)
    if len(parts) < 2 or _dropped_g(parts) or not all(map(_fits, parts, parts[1:])):
        return ()
    cuts, place = [], 0
    for part in parts[:-1]:
        place += len(part)
        cuts.append(place)
    return tuple(cuts)


def function_cuts(word: str) -> tuple[int, ...] | None:
    """The cuts of letters behind a name, which open with a function word; None where they do not."""
    if is_function_word(word) and len(word) > 1:
        return ()
    if len(word) < 5 or frequency(word) >= _UNKNOWN:
        return None
    cuts = lower_cuts(word)
    return cuts if cuts and cuts[0] > 1 and is_function_word(word[: cuts[0]]) else None


def _two_function_words(word: str, whole: float) -> tuple[int, ...]:
    """The cut of `ofthe`, which even word lists know; English writes the two words far more often."""
    if whole > 1e-6:
        return ()
    for cut in range(2, len(word) - 1):
        left, right = word[:cut], word[cut:]
        ratio = frequency(left) * frequency(right) / whole
        if is_function_word(left) and is_function_word(right) and ratio > 100:
            return (cut,)
        if left in _PLAIN_OPENERS and len(right) > 3 and whole < 1e-7 and ratio > 100 and frequency(right) > 2e-5:
            return (cut,)
    return ()


def _best_parts(word: str) -> list[str]:
    """The likeliest way to read the letters as up to five known words (product of their frequencies)."""
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)]  # score, start of the last part, number of parts
    for end in range(1, len(word) + 1):
        choices = [
            (best[start][0] + weight, start, best[start][2] + 1)
            for start in range(max(0, end - 18), end)
            if best[start][2] < 5 and (weight := _weight(word[start:end])) > -20
        ]
        best.append(max(choices, default=(-99.0, 0, 9)))
    parts: list[str] = []
    end = len(word)
    if best[end][0] < -90:
        return []
    while end > 0:
        start = best[end][1]
        parts.append(word[start:end])
        end = start
    return parts[::-1]


def _weight(part: str) -> float:
    """The logarithm of the part's frequency; far below for what cannot stand as a word by itself."""
    share = frequency(part)
    floor = 3e-7 if len(part) > 5 else 1e-6 if len(part) > 3 else 3e-5
    if is_function_word(part) or (len(part) > 2 and share >= floor):
        return math.log10(share)
    return -99.0


def _fits(left: str, right: str) -> bool:
    """Whether the cut between two parts is certain enough."""
    if is_function_word(right) and (len(right) > 1 or _INFLECTED.match(left)):
        return is_function_word(left) or right not in _PREFIXES or len(left) > 5 or left.endswith(("ed", "ing"))
    if is_function_word(left):
        floor = (
            1e-5
            if len(left) == 1 or len(right) < 5
            else 3e-6
            if left in _PREFIXES
            else 2e-7
            if len(right) > 5
            else 1e-6
        )
        return left not in _PARTICLES and frequency(right) > floor
    if len(right) < 4 or is_suffix(right) or frequency(right) < 2e-6:
        return False
    return _INFLECTED.match(left) is not None and frequency(left) > 1e-6 and not opens_compounds(left)


def _dropped_g(parts: list[str]) -> bool:
    """`protestin'`: no cut before the ending of a dropped g."""
    return len(parts) == 2 and parts[1] == "in" and frequency(parts[0] + "ing") > 0
