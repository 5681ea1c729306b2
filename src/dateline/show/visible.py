"""Characters that would steer a terminal, made visible."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]"
)
"""C0 and C1 controls but tab and line feed, marks that turn the direction of writing, lone surrogates."""


def visible(text: str) -> str:
    """The text with each steering character as a picture of it (`␛`) or its number (`\\u202e`); a tab is a blank."""
    return _STEERING.sub(_picture, text.replace("\t", " "))


def in_line(text: str) -> str:
    """As `visible`, with line breaks as blanks."""
    return visible(text.replace("\r", " ").replace("\n", " "))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"\\u{code:04x}"
