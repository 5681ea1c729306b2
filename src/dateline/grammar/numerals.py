"""Values of number words: "one hundred and twenty thousand", "two and a half", "12,000", "1,5"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.grammar.scanner import Word

_THOUSANDS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f\u2009 .]\d{3})+")
_SPACES = re.compile(r"[\u00a0\u202f\u2009 ]")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)*,\d{3}(?:\.\d+)?")


def figure_value(figure: str) -> int | float | None:
    """The value of a number in digits; `None` for what is none ("1:30", "1.2.3").

    A comma or a space before three digits parts thousands; a comma before one or two digits is a
    decimal mark; a lone full stop is one too, and several part thousands.
    """
    plain = _SPACES.sub("", figure)
    if plain.isdecimal():
        return int(plain)
    if _INDIAN.fullmatch(plain):
        plain = plain.replace(",", "")
    elif _THOUSANDS.fullmatch(plain) and plain.count(".") != 1:
        plain = plain.replace(",", "").replace(".", "")
    elif plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    else:
        plain = plain.replace(",", "")
    if not re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return None
    return float(plain) if "." in plain else int(plain)


def words_value(words: Sequence[Word]) -> int | float | None:
    """The value of number words and figures in a row; words of other classes are passed over.

    Classes: CARD and SCALE as in `rules/en/numerals.toml`, HALF (0.5), figures by their text.
    "half a million" multiplies, "two and a half million" adds first.
    """
    total: int | float = 0
    part: int | float = 0
    found = False
    for word in words:
        if word.kind == "SCALE" and isinstance(word.value, int | float):
            part = (part or 1) * word.value
            if word.value >= 1000:
                total, part = total + part, 0
        else:
            value = word.value if word.kind in ("CARD", "HALF") else figure_value(word.text)
            if not isinstance(value, int | float):
                continue
            part += value
        found = True
    return _tidy(total + part) if found else None


def _tidy(value: int | float) -> int | float:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
