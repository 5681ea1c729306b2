"""The language of an article, only where it is plain."""

from __future__ import annotations

import re
from functools import cache

import py3langid.langid

_LEAST = 60
"""Letters below which no detector is to be trusted."""
_SAMPLE = 3000


@cache
def _identifier() -> py3langid.langid.LanguageIdentifier:
    return py3langid.langid.LanguageIdentifier.from_model_file(py3langid.langid.MODEL_FILE, norm_probs=True)


def find_language(text: str, stated: str | None) -> str | None:
    """ISO 639-1 code: what the text itself shows, else what the report states, else None."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _LEAST:
        return _two_letters(stated)
    code, probability = _identifier().classify(sample)
    if probability >= 0.95 or code == _two_letters(stated):
        return str(code)
    return _two_letters(stated)


def _two_letters(stated: str | None) -> str | None:
    match = re.match(r"([a-z]{2})(?:$|[-_])", (stated or "").strip().lower())
    return match[1] if match else None
