"""Spaces that the page itself lost at the edges of its links: the edge is the evidence."""

from __future__ import annotations

import re

from dateline.clean.draft import Change, Draft
from dateline.clean.words import frequency, is_function_word, is_suffix

_LEFT = re.compile(r"[^\W\d_]+$")
_PREFIXES = frozenset(["anti", "pro", "non", "pre", "ex", "mid", "post", "sub", "un", "re", "co", "de"])
_RIGHT = re.compile(r"[^\W\d_]+")


def space_edges(draft: Draft, edges: list[int]) -> Draft:
    """The draft with a space at each link edge between two letters, where the whole is no word but the parts are."""
    text = draft.text
    found = []
    ordered = sorted(set(edges))
    for before, edge, after in zip([0, *ordered], ordered, [*ordered[1:], len(text)], strict=False):
        left = _LEFT.search(text, max(before, edge - 30), edge)
        right = _RIGHT.match(text, edge, min(after, edge + 30))
        if left and right and _are_words(left[0], right[0]):
            found.append(Change(edge, edge, " ", "glue"))
    return draft.with_changes(found)


def _are_words(left: str, right: str) -> bool:
    left, right, name = left.lower(), right.lower(), left
    whole, both = frequency(left + right), frequency(left) * frequency(right)
    if whole > 1e-7 or len(left) + len(right) < 4 or left in _PREFIXES:
        return False
    if right in ("s", "es") or (is_suffix(right) and not is_function_word(right)):
        return False
    if len(name) == 1 and name not in ("I", "A", "a"):
        return False
    return both > whole or (whole == 0 and (is_function_word(right) or is_function_word(left)))
