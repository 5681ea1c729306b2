"""Whether a cue of the gold is a word of speech."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from benchmarks.scorers.quotation_marks import WORD

_SUFFIXES = (
    ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""),
)  # fmt: skip


@cache
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    rules = tomllib.loads((Path(__file__).parent / "speech_words.toml").read_text(encoding="utf-8"))
    return frozenset(rules["lemmas"].split()), frozenset(rules["irregular"])


def is_speech(text: str, spans: Sequence[Sequence[int]]) -> bool:
    """True when a word of the cue is a listed word of speech, in any of its forms."""
    lemmas, irregular = _listed()
    words = [match.group().lower() for a, b in spans for match in WORD.finditer(text, a, b)]
    return any(word in irregular or not lemmas.isdisjoint(_stems(word)) for word in words)


def _stems(word: str) -> Iterator[str]:
    yield word
    for suffix, ending in _SUFFIXES:
        if word.endswith(suffix):
            stem = word[: -len(suffix)] + ending
            yield stem
            if suffix in ("ing", "ed") and not ending and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
