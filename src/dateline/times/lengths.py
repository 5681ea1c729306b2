"""Durations, ages, sets, decades and centuries, and words like "now" that point without a day."""

from __future__ import annotations

from datetime import timedelta

from dateline.records import TimeType
from dateline.times.calendar import shift
from dateline.times.context import PUBLISHED, Context, Reading
from dateline.times.phrase import Phrase
from dateline.times.relative import duration_value

_SET_OF_UNIT = {
    "TS": "PT1S", "TM": "PT1M", "TH": "XXXX-XX-XXTXX", "D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "P2W",
    "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "P10Y", "CE": "P100Y",
}  # fmt: skip


def read_duration(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "Two weeks", "more than a year", "a few days", "48 hours", "two-day"; "a day" after a rate is a set."""
    word = phrase.one("UNIT", "UNITS")
    if word is None:
        return ()
    count, is_vague = phrase.count()
    value = duration_value(count, str(word.value))
    if value.startswith("P1") and _is_rate(phrase):
        return (Reading(TimeType.SET, value, phrase.first, phrase.last),)
    return (Reading(TimeType.DURATION, value, phrase.first, phrase.last, is_vague or phrase.is_vague),)


def _is_rate(phrase: Phrase) -> bool:
    """True for the "a day" of "$5 a day"."""
    before = phrase.words[phrase.first - 1] if phrase.first else None
    counts = ("DAYNUM", "INT", "BIG", "DECIMAL", "SCALE", "TIMES")
    return phrase.inside[0].lower in ("a", "an") and before is not None and (
        before.kind in counts or before.lower in ("times", "dollars", "euros", "pounds", "percent", "people")
    )  # fmt: skip


_LEADS = (
    "for", "within", "in", "over", "during", "through", "take", "takes", "took", "taken", "lasted", "spent", "spend",
)  # fmt: skip


def read_bare(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "For years", "within days": the units alone, after a word that makes them a length of time."""
    word = phrase.one("UNITS")
    if word is None or not phrase.preceded_by(*_LEADS):
        return ()
    return (Reading(TimeType.DURATION, duration_value(None, str(word.value)), phrase.first, phrase.last, True),)


def read_rolling(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "The past five months", "the next two days": a duration with an end at, or a start from, the publication."""
    word = phrase.one("UNIT", "UNITS")
    relative = phrase.one("LAST", "NEXT", "PREVIOUS")
    if word is None:
        return ()
    count, is_vague = phrase.count()
    value = duration_value(count, str(word.value))
    pivot = context.deictic()
    bounds = None
    if pivot and pivot.anchor == PUBLISHED and count and relative and not str(word.value).startswith("T"):
        try:
            moved = shift(pivot.day, count * int(relative.value), str(word.value))
        except OverflowError:
            return ()
        after = timedelta(days=1)
        bounds = (moved, pivot.day + after) if relative.value == -1 else (pivot.day, moved + after)
    return (
        Reading(TimeType.DURATION, value, phrase.first, phrase.last, is_vague or phrase.is_vague or bounds is not None,
                pivot.anchor if bounds and pivot else None,
                (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else None),
    )  # fmt: skip


def read_set(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "Every Saturday", "daily", "twice a year", "on Mondays", "every two weeks"."""
    if word := phrase.one("FREQUENCY"):
        return _set(phrase, str(word.value))
    if word := phrase.one("WEEKDAY", "WEEKDAYS"):
        part = phrase.one("PART", "WEEKENDS")
        tail = f"T{str(part.value)[-2:]}" if part else ""
        return _set(phrase, f"XXXX-WXX-{word.value}{tail}")
    if word := phrase.one("WEEKEND", "WEEKENDS"):
        code = str(word.value)
        return _set(phrase, f"XXXX-XX-XX{code}" if code.startswith("T") else f"XXXX-WXX-{code}")
    word = phrase.one("PART", "MONTH", "SEASON")
    if word is None:
        return _set_of_unit(phrase)
    lead = "XX-XXT" if word.kind == "PART" else ""
    return _set(phrase, f"XXXX-{lead}{word.value:>02}")


def _set_of_unit(phrase: Phrase) -> tuple[Reading, ...]:
    word = phrase.one("UNIT", "UNITS")
    if word is None:
        return ()
    unit = str(word.value)
    if phrase.has("other"):
        return _set(phrase, duration_value(2, unit))
    if phrase.one("TIMES") or phrase.has("times", "per"):
        return _set(phrase, duration_value(1, unit))
    count, _ = phrase.count()
    return _set(phrase, duration_value(count, unit) if count and count > 1 else _SET_OF_UNIT[unit])


def _set(phrase: Phrase, value: str) -> tuple[Reading, ...]:
    return (Reading(TimeType.SET, value, phrase.first, phrase.last),)


def read_decade(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "The 1990s", "the '90s"."""
    word = phrase.one("DECADE", "TWODECADE")
    if word is None:
        return ()
    digits = word.text.rstrip("s")
    if word.kind == "TWODECADE":
        now = context.published.year % 100 if context.published else 99
        digits = ("20" if int(digits) <= now and int(digits) < 30 else "19") + digits
    return (Reading(TimeType.DATE, digits[:3], phrase.first, phrase.last, phrase.is_vague),)


def read_century(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "The 19th century"; "the third week" names no time that a calendar knows."""
    word = phrase.one("UNIT")
    number = phrase.one("ORD", "ORDD")
    if word is None or number is None or word.value != "CE":
        return ()
    which = int(number.value) if number.kind == "ORD" else int(number.text.rstrip("stndrh"))
    return (Reading(TimeType.DATE, f"{which - 1:02}", phrase.first, phrase.last, phrase.is_vague),)


def read_reference(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "Now", "recently", "in recent weeks", "the past"."""
    word = phrase.one("NOW", "RECENT")
    value = str(word.value) if word else "PAST_REF"
    if word is None and _token_tag(phrase, context)[:2] in ("NN", "JJ", "CD", "VB"):
        return ()
    bounds = None
    if value == "PRESENT_REF" and context.published and not context.is_narrative:
        day = context.published
        bounds = (day.isoformat(), (day + timedelta(days=1)).isoformat())
    return (Reading(TimeType.DATE, value, phrase.first, phrase.last, True, PUBLISHED if bounds else None, bounds),)


def _token_tag(phrase: Phrase, context: Context) -> str:
    """The tag of the word after the phrase."""
    if phrase.last >= len(phrase.words):
        return ""
    i = context.parse.token_at(phrase.words[phrase.last].start)
    return "" if i is None else context.parse.tokens[i].tag
