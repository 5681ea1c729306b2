"""Lemmas by the parser model's own tables, looked up without building spaCy's annotations.

The method is spaCy's rule lemmatizer (exceptions, then suffix rules checked against an index of
known forms). It stands here because that component costs as much time as the parse itself: it
needs coarse tags from the attribute ruler, which the first letters of a Penn tag give as well.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

_CLASSES = (("VB", "verb"), ("NN", "noun"), ("JJ", "adj"), ("RB", "adv"))
_IRREGULAR = {
    "'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be",
    "'ve": "have", "’ve": "have", "'d": "have", "’d": "have", "'ll": "will", "’ll": "will",
    "wo": "will", "ca": "can", "n't": "not", "n’t": "not", "sha": "shall",
    "am": "be", "is": "be", "are": "be", "was": "be", "were": "be",
}  # fmt: skip
_BASE_FORMS = ("VB", "VBP", "NN", "JJ", "RB")


class Lemmas:
    """Looks lemmas up by form and Penn tag. `tables` are the lookups of spaCy's lemmatizer."""

    def __init__(self, tables: Any) -> None:
        classes = [name for _, name in _CLASSES]
        self._rules: dict[str, list[list[str]]] = {c: tables.get_table("lemma_rules").get(c, []) for c in classes}
        self._index = {c: frozenset(tables.get_table("lemma_index").get(c, ())) for c in classes}
        self._exceptions: dict[str, dict[str, list[str]]] = {
            c: tables.get_table("lemma_exc").get(c, {}) for c in classes
        }
        self.of = lru_cache(maxsize=100_000)(self._of)

    def knows(self, word: str) -> bool:
        """Whether the lower-case `word`, or what it is a form of, stands in the model's lexicon."""
        return any(word in self._exceptions[c] or self._base(word, c) for c in self._index)

    def _base(self, lower: str, word_class: str) -> str | None:
        if lower in self._index[word_class]:
            return lower
        rules = self._rules[word_class]
        guesses = (lower[: len(lower) - len(old)] + new for old, new in rules if lower.endswith(old))
        return next((guess for guess in guesses if guess in self._index[word_class]), None)

    def _of(self, form: str, tag: str) -> str:
        if tag in ("NNP", "NNPS"):
            return form
        lower = form.lower()
        if tag == "MD" and lower in ("'d", "’d"):
            return "would"
        if lower in _IRREGULAR and (tag.startswith("VB") or tag in ("MD", "RB")):
            return _IRREGULAR[lower]
        word_class = next((name for prefix, name in _CLASSES if tag.startswith(prefix)), None)
        if word_class is None or tag in _BASE_FORMS:
            return lower
        return self._by_rules(lower, word_class)

    def _by_rules(self, lower: str, word_class: str) -> str:
        if lower in self._exceptions[word_class]:
            return self._exceptions[word_class][lower][0]
        guesses = [lower[: len(lower) - len(old)] + new for old, new in self._rules[word_class] if lower.endswith(old)]
        known = (guess for guess in guesses if guess in self._index[word_class])
        return next(known, guesses[0] if guesses else lower)
