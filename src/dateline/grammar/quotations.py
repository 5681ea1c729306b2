"""Finds quoted stretches by their marks, paragraph by paragraph."""

from __future__ import annotations

from dateline.grammar.parse import Quotation

_PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“”"}


def find_quotations(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[Quotation, ...]:
    """All quotations in reading order, outermost only. Linear in the text."""
    found: list[Quotation] = []
    for start, end in paragraphs:
        opened: int | None = None
        for at in range(start, end):
            if opened is None:
                opened = at if text[at] in _PAIRS else None
            elif text[at] in _PAIRS[text[opened]]:
                found.append(Quotation(opened, at + 1, opened + 1, at, True))
                opened = None
        if opened is not None:
            found.append(Quotation(opened, end, opened + 1, end, False))
    return tuple(found)
