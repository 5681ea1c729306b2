"""Reads the times of an article one after the other, so that each can count from the one before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.grammar import Parse
from dateline.grammar.scanner import Word
from dateline.records import Article, Time
from dateline.times.calendar import Bounds, at_unit, interval, shift
from dateline.times.context import Context, Pivot, Reading
from dateline.times.grammar import SENSES, rules, scanner
from dateline.times.phrase import Phrase
from dateline.times.published import local_day
from dateline.times.words import time_words

_UNIT_BY_LENGTH = {4: "Y", 7: "M", 10: "D"}
_REACH = 8
"""Words between "three days before" and its date: "the vote of", "a second round of talks on"."""


def read_times(article: Article, parse: Parse) -> tuple[Time, ...]:
    words = time_words(article.text, parse)
    matches = scanner().all_matches(words)
    published = local_day(article)
    context = Context(parse, words, published, _is_narrative(words, published))
    readings: list[Reading] = []
    times: list[Time] = []
    end = 0
    for match in sorted(matches, key=lambda match: (match.first, -match.last)):
        if match.first < end:
            continue
        for reading in SENSES[rules()[match.rule].sense](Phrase(words, match.first, match.last), context):
            _take(article, context, reading, readings, times)
            end = match.last
    return tuple(times)


def _take(article: Article, context: Context, reading: Reading, readings: list[Reading], times: list[Time]) -> None:
    """Adds a time; a date also completes a "three days before" that stands right before it."""
    if readings and readings[-1].follows and _is_followed(context.words, readings[-1], reading):
        readings[-1], times[-1] = _moved(article, context, readings[-1], reading, len(times))
    readings.append(reading)
    context.count += 1
    times.append(_time(article, context, reading, f"t{len(times) + 1}"))
    _remember(context, reading, times[-1].id)


def _is_followed(words: list[Word], before: Reading, date_reading: Reading) -> bool:
    between = words[before.last + 1 : date_reading.first]
    is_joined = not between or between[-1].lower in ("of", "on", "in", "the")
    is_clause = len(between) <= _REACH and all(word.text[0].isalnum() or word.text in "-'’" for word in between)
    return is_joined and is_clause and len(date_reading.value) == 10 and date_reading.value[4] == "-"


def _moved(article: Article, context: Context, before: Reading, after: Reading, number: int) -> tuple[Reading, Time]:
    count, unit, sign = before.follows or (0.0, "D", 1)
    try:
        value = at_unit(shift(date.fromisoformat(after.value), count * sign, unit), unit)
    except (ValueError, OverflowError):
        return replace(before, follows=None), _time(article, context, before, f"t{number}")
    moved = replace(before, value=value, type=after.type, last=before.last + 1, follows=None, anchor=f"t{number + 1}")
    return moved, _time(article, context, moved, f"t{number}")


def _time(article: Article, context: Context, reading: Reading, name: str) -> Time:
    words = context.words
    start, end = _open(words, reading, reading.bounds or interval(reading.value))
    span = article.span(words[reading.first].start, words[reading.last - 1].end)
    return Time(
        id=name, span=span, type=reading.type, value=reading.value,
        start=start, end=end, approx=reading.approx, anchor=reading.anchor,
    )  # fmt: skip


def _open(words: list[Word], reading: Reading, bounds: Bounds) -> Bounds:
    """ "Since 2020" has no end, "until 2027" no start."""
    before = words[reading.first - 1].lower if reading.first else ""
    if reading.type not in ("DATE", "TIME"):
        return bounds
    if before == "since":
        return bounds[0], None
    if before in ("until", "till"):
        return None, bounds[1]
    return bounds


def _remember(context: Context, reading: Reading, name: str) -> None:
    """Makes a dated reading the one to count from."""
    value = reading.value.partition("T")[0]
    if reading.type not in ("DATE", "TIME"):
        return
    if value.startswith("BC"):
        context.era = value[:6]
        return
    start = interval(value)[0]
    if start is None or not value[:4].isdecimal():
        return
    unit = _UNIT_BY_LENGTH.get(len(value), "M") if "W" not in value else "W"
    unit = "W" if "-W" in value and "WI" not in value else unit
    offset = context.words[reading.first].start
    pivot = Pivot(date.fromisoformat(start), unit, name, context.parse.paragraph_at(offset))
    context.running = pivot
    if reading.anchor is None or context.is_narrative:
        context.explicit, context.era = pivot, ""


def _is_narrative(words: list[Word], published: date | None) -> bool:
    """True for a history: full of years long past, with hardly a "yesterday" or "last week".

    There the year and the day run on from one date to the next; in news they count from the publication.
    """
    years = [int(word.text) for word in words if word.kind == "YEAR"]
    old = [year for year in years if published is None or year < published.year - 1]
    deictic = sum(1 for word in words if word.kind in ("DEICTIC", "WEEKDAY", "TONIGHT"))
    return len(old) >= 5 and len(old) * 4 >= len(years) * 3 and deictic * 4 <= len(old)
