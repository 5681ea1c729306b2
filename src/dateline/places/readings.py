"""What a toponym can mean: its readings in the gazetteer, also by its name without "greater" or "area"."""

from __future__ import annotations

import re
from functools import cache

from dateline.gazetteer import AFTER_COMMA, Gazetteer
from dateline.places.lexicon import lexicon

Reading = tuple[int, int]
"""(row of the gazetteer, how the name belongs to it)"""
_MOST = 30
"""Readings of one toponym that are weighed. Dev gold: the right one is beyond the 30 largest in 0.3 % of mentions."""


def readings_of(name: str, follows_comma: bool, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """The readings of a toponym in the gazetteer's order; () where it has none.

    An abbreviation like "TX" or "Miss." counts only where it follows a comma.
    """
    found = gazetteer.readings(name)
    if not follows_comma:
        found = tuple(reading for reading in found if reading[1] != AFTER_COMMA)
    if len(name) <= 3 and not name.isupper() and found and "." not in name:
        found = tuple(reading for reading in found if reading[1] < 2)
    if not found:
        found = gazetteer.demonym_readings(name)
    if not found:
        bare = _edges().sub("", name)
        found = gazetteer.readings(bare) or gazetteer.demonym_readings(bare) if bare and bare != name else ()
    return found[:_MOST]


@cache
def _edges() -> re.Pattern[str]:
    before = "|".join(map(re.escape, lexicon("directions") + lexicon("class_words_before")))
    after = "|".join(map(re.escape, lexicon("class_words_after")))
    return re.compile(rf"^(?:(?:the|{before})[ -])+|(?: (?:{after})|['’]s?)+$", re.I)
