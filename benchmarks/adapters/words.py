"""Word features of a text: words, word pairs, and beginnings of words in place of stems."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import log
from pathlib import Path

_WORD = re.compile(r"n't|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[?!%$]")
_STEM = 5
"""Letters of a word's beginning: a stem that needs no language rules."""


def words_of(text: str) -> list[str]:
    """The words in lower case, in order; every number is `#`."""
    return ["#" if word[0].isdigit() else word for word in _WORD.findall(text.lower())]


def word_features(words: Sequence[str], prefix: str = "") -> dict[str, float]:
    """Words, pairs of neighbours and word beginnings, each by 1 + log of its count."""
    names = list(words)
    names += [f"{a} {b}" for a, b in pairwise(words)]
    names += [f"{word[:_STEM]}-" for word in words if len(word) > _STEM]
    return damped(prefix + name for name in names)


def damped(names: Iterable[str]) -> dict[str, float]:
    return {name: 1.0 + log(count) for name, count in Counter(names).items()}


@cache
def _cues() -> tuple[dict[str, re.Pattern[str]], dict[str, list[str]]]:
    rules = tomllib.loads((Path(__file__).parent / "cues.toml").read_text(encoding="utf-8"))
    patterns = {
        name: re.compile(r"(?<![^\W_])(?:" + "|".join(map(re.escape, stems)) + ")")
        for name, stems in rules["flags"].items()
    }
    return patterns, rules["pairs"]


def cue_flags(text: str) -> dict[str, float]:
    """The cue flags of a sentence, and the pairs of flags that belong together."""
    patterns, pairs = _cues()
    lower = text.lower()
    found = {name for name, pattern in patterns.items() if pattern.search(lower)}
    both = [f"{a}&{b}" for a, b in pairs.values() if a in found and b in found]
    return dict.fromkeys([*sorted(found), *both], 1.0)
