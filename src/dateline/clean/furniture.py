"""Paragraphs that are not the story: counters, share bars, teasers, notices, marks of the player."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from dateline.clean.draft import Change, Draft
from dateline.rulebook import Rule, load_rules

LANGUAGES = ("en", "id", "de", "fr", "es", "pt", "it", "tr", "ar", "ru", "more")
_LONGEST = 420
"""No furniture paragraph is longer; longer ones are not looked at."""
_HEAD = 6
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


class Furniture(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pattern that whole paragraphs of furniture match."""

    why: str
    """The edit's reason: `furniture.video` …"""
    pattern: str
    where: Literal["any", "head"] = "any"
    """`head`: only among the first paragraphs."""
    cased: bool = False
    """True where capitals matter."""


class _Compiled:
    __slots__ = ("head", "match", "why")

    def __init__(self, rule: Furniture) -> None:
        self.match = re.compile(rule.pattern, 0 if rule.cased else re.IGNORECASE).fullmatch
        self.why = rule.why
        self.head = rule.where == "head"


def furniture_rules(language: str) -> tuple[Furniture, ...]:
    """The rules of one language, in file order."""
    return load_rules(f"furniture/{language}.toml", Furniture, "furniture")


@cache
def _compiled() -> tuple[_Compiled, ...]:
    return tuple(_Compiled(rule) for language in LANGUAGES for rule in furniture_rules(language))


def furniture_kind(paragraph: str, number: int = 99) -> str | None:
    """Why the paragraph is furniture; None where it is story. `number` counts paragraphs from 0."""
    if len(paragraph) > _LONGEST:
        return None
    for rule in _compiled():
        if (number < _HEAD or not rule.head) and rule.match(paragraph):
            return rule.why
    return None


def stretches(text: str, first: int = 0) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of `text` stand, from offset `first`."""
    start = first
    while start < len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 2


def remove_furniture(draft: Draft) -> Draft:
    """The draft without its furniture paragraphs; a sentence that one of them split is whole again."""
    text = draft.text
    spots = list(stretches(text))
    kinds = [furniture_kind(text[start:end], number) for number, (start, end) in enumerate(spots)]
    if all(kinds):
        return draft
    return draft.with_changes(removals(text, spots, kinds))


def removals(text: str, spots: list[tuple[int, int]], kinds: list[str | None]) -> list[Change]:
    """The changes that take out the paragraphs that have a kind, neighbours as one."""
    found: list[Change] = []
    kept_end = 0
    why: str | None = None
    for (start, end), kind in zip(spots, kinds, strict=True):
        if kind is not None:
            why = why or kind
            continue
        if why is not None:
            found.append(_removal(text, kept_end, (start, end), why))
            why = None
        kept_end = end
    if why is not None:
        found.append(Change(kept_end, len(text), "", why))
    return found


def _removal(text: str, left_end: int, right: tuple[int, int], why: str) -> Change:
    """The change that takes out what stands between two kept paragraphs."""
    start, end = right
    if left_end == 0:
        return Change(0, start, "", why)
    split = text[start : start + 1].islower() and not _TERMINAL.search(text[max(0, left_end - 4) : left_end])
    return Change(left_end, start, " ", why) if split and end - start > 1 else Change(left_end + 2, start, "", why)
