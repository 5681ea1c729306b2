"""What is known about a word: how often English writes it, and whether it opens or closes phrases."""

from __future__ import annotations

from functools import cache

from wordfreq import get_frequency_dict

from dateline.rulebook import RULES


@cache
def _frequencies() -> dict[str, float]:
    return get_frequency_dict("en", "best")


@cache
def _listed(name: str) -> frozenset[str]:
    lines = (RULES / "clean" / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def frequency(word: str) -> float:
    """The share of `word` (lower case) among English words; 0.0 for a word never seen."""
    return _frequencies().get(word, 0.0)


def is_function_word(word: str) -> bool:
    """Whether the word (lower case) is of the closed classes that stand at phrase edges."""
    return word in _listed("function_words.txt")


def is_suffix(word: str) -> bool:
    """Whether the letters are a word ending that must never be cut off."""
    return word in _listed("endings.txt")


def opens_compounds(word: str) -> bool:
    """Whether the word, though it looks inflected, is the first half of closed compounds: `sales`, `sports`."""
    return word in _listed("compound_openers.txt")
