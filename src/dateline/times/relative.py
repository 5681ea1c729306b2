"""Times counted from another: "last week", "three days ago", "the next day", "the end of the year"."""

from __future__ import annotations

from datetime import date

from dateline.records import TimeType
from dateline.times.calendar import at_unit, shift
from dateline.times.context import Context, Pivot, Reading
from dateline.times.phrase import Phrase
from dateline.times.tense import AHEAD, PRESENT, tense_at

_UNSPECIFIED = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
    "Y": "XXXX", "DE": "XXX", "CE": "XX",
}  # fmt: skip
_FINENESS = "DWMQY"


def read_unit(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "Last week", "this year", "the following day", "the same month", "the end of the year"."""
    word = phrase.one("UNIT", "WEEKEND")
    if word is None or str(word.value).startswith("T"):
        return ()
    unit = str(word.value)
    relative = phrase.relative() or 0
    pivot = _pivot(phrase, context)
    if pivot is None or not _knows(pivot, unit):
        return (_reading(phrase, _UNSPECIFIED[unit], None),)
    step = "W" if unit == "WE" else unit
    moved = _valued(pivot.day, relative, step, unit)
    return (_reading(phrase, moved, pivot.anchor),) if moved else ()


def read_ago(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "Three days ago", "a year earlier", "two weeks later", "the day before"."""
    word = phrase.one("UNIT", "UNITS")
    sign = _sign(phrase)
    if word is None or sign is None:
        return ()
    unit = str(word.value)
    count, is_vague = phrase.count()
    pivot = context.deictic() if phrase.one("AGO") or phrase.has("now") else _anaphoric(phrase, context)
    if phrase.inside[-1].kind in ("BEFORE", "AFTER") and not _is_adverb(phrase):
        return _counted_from_event(phrase, (count, unit, sign))
    if count is None:
        return (_reading(phrase, "PAST_REF" if sign < 0 else "FUTURE_REF", None, approx=True),)
    if unit.startswith("T"):
        value = f"{pivot.day.isoformat()}TXX" if pivot and pivot.unit == "D" else "XXXX-XX-XXTXX"
        return (_reading(phrase, value, None, approx=True),)
    if pivot is None or not _knows(pivot, unit):
        return (_reading(phrase, _UNSPECIFIED[unit], None),)
    moved = _valued(pivot.day, sign * count, unit, unit)
    return (_reading(phrase, moved, pivot.anchor, approx=is_vague),) if moved else ()


def read_part(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "This morning", "that night", "the next morning", "in the evening", "at night"."""
    word = phrase.one("PART", "NOON")
    if word is None:
        return ()
    clock = str(word.value)
    relative = phrase.relative()
    pivot = context.deictic() if phrase.one("THIS") else context.pivot(phrase.start)
    is_named = relative is not None or (pivot is not None and pivot.anchor != "published")
    if pivot is None or pivot.unit != "D" or not is_named:
        return (Reading(TimeType.TIME, f"XXXX-XX-XXT{clock}", phrase.first, phrase.last),)
    day = shift(pivot.day, relative or 0, "D")
    value = f"{day.isoformat()}T{clock}"
    return (Reading(TimeType.TIME, value, phrase.first, phrase.last, phrase.is_vague, pivot.anchor),)


def read_bare_part(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "At night", "in the evening": a part of some day, only after a preposition."""
    is_led = phrase.preceded_by("at", "in", "during", "throughout", "until", "till", "by", "before", "since", "after")
    return read_part(phrase, context) if is_led else ()


def read_tonight(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "Tonight", "last night", and "overnight": the night before the publication, or to come."""
    word = phrase.one("TONIGHT")
    pivot = context.deictic()
    if word is None:
        return ()
    if pivot is None or pivot.unit != "D":
        return (Reading(TimeType.TIME, "XXXX-XX-XXTNI", phrase.first, phrase.last),)
    tense = tense_at(context.parse, word.start)
    back = word.value == "NI-" or (word.value == "NI~" and tense not in (AHEAD, PRESENT))
    day = shift(pivot.day, -1 if back else 0, "D")
    value = f"{day.isoformat()}TNI"
    return (Reading(TimeType.TIME, value, phrase.first, phrase.last, phrase.is_vague, pivot.anchor),)


def read_quarter(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "The first quarter", "the second half of 2012", "fourth-quarter"."""
    unit = phrase.one("UNIT", "HALF")
    number = phrase.one("ORD", "ORDD", "DAYNUM")
    if unit is None or number is None or (unit.kind == "UNIT" and unit.value != "Q"):
        return ()
    letter, many = ("Q", 4) if unit.kind == "UNIT" else ("H", 2)
    which = int(number.value) if number.kind == "ORD" else int(number.text.rstrip("stndrh"))
    if not 1 <= which <= many:
        return ()
    year, anchor = _year_of_quarter(phrase, context, which * (12 // many))
    value = f"{year:04}-{letter}{which}" if year else f"XXXX-{letter}{which}"
    return (Reading(TimeType.DATE, value, phrase.first, phrase.last, phrase.is_vague, anchor),)


def _year_of_quarter(phrase: Phrase, context: Context, last_month: int) -> tuple[int | None, str | None]:
    named = phrase.year()
    if named is not None:
        return (int(named), None) if named.isdecimal() else (None, None)
    pivot = context.deictic()
    if pivot is None:
        return None, None
    relative = phrase.relative()
    if relative is not None:
        return pivot.day.year + relative, pivot.anchor
    if context.is_narrative or tense_at(context.parse, phrase.start) in (AHEAD, PRESENT):
        return pivot.day.year, pivot.anchor
    is_begun = pivot.day.month > last_month - 3
    return (pivot.day.year if is_begun else pivot.day.year - 1), pivot.anchor


def _pivot(phrase: Phrase, context: Context) -> Pivot | None:
    """ "Last" and "this" count from the publication, "that", "the same", "the next" from the text's last date."""
    if phrase.one("SAME", "PREVIOUS") or phrase.has("following"):
        return context.pivot(phrase.start)
    if phrase.one("NEXT") and phrase.inside[0].lower == "the" and (word := phrase.one("UNIT")) and word.value == "D":
        return context.pivot(phrase.start)
    if phrase.relative() is None:
        return context.pivot(phrase.start) if context.is_narrative else context.deictic()
    return context.deictic()


def _anaphoric(phrase: Phrase, context: Context) -> Pivot | None:
    return context.pivot(phrase.start)


def _sign(phrase: Phrase) -> int | None:
    last = phrase.inside[-1]
    if phrase.has("now"):
        return 1
    if last.kind in ("AGO", "BEFORE", "AFTER"):
        return int(last.value)
    return {"earlier": -1, "later": 1, "previously": -1}.get(last.lower)


def _is_adverb(phrase: Phrase) -> bool:
    """True for "the day before" at the end of its clause, false for "the day before the vote"."""
    if phrase.last >= len(phrase.words):
        return True
    following = phrase.words[phrase.last]
    return not following.text[0].isalnum() and following.kind != "APOS"


def _counted_from_event(phrase: Phrase, move: tuple[float | None, str, int]) -> tuple[Reading, ...]:
    """A duration as it stands; with a date soon after it becomes a day (`Reading.follows`)."""
    count, unit, sign = move
    length = duration_value(count, unit)
    follows = None if count is None or unit.startswith("T") else (count, unit, sign)
    approx = count is None or phrase.is_vague
    return (Reading(TimeType.DURATION, length, phrase.first, phrase.last - 1, approx, None, None, follows),)


def duration_value(count: float | None, unit: str) -> str:
    """`P3D`, `PT48H`, `PXW` for an unknown count."""
    if unit == "F":
        count, unit = (None if count is None else count * 2), "W"
    if unit == "Q" and count is not None:
        return f"P{_plain(count)}Q"
    if unit == "DE" and count is not None:
        return f"P{_plain(count * 10)}Y"
    number = "X" if count is None else _plain(count)
    return f"PT{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"


def _plain(count: float) -> str:
    return f"{count:g}" if count != int(count) else str(int(count))


def _knows(pivot: Pivot, unit: str) -> bool:
    """True if the pivot is known at least as finely as `unit` asks for."""
    asked = {"WE": "W", "F": "W", "DE": "Y", "CE": "Y"}.get(unit, unit)
    return _FINENESS.index(pivot.unit) <= _FINENESS.index(asked)


def _valued(pivot: date, count: float, step: str, unit: str) -> str | None:
    try:
        return at_unit(shift(pivot, count, step), unit)
    except OverflowError:
        return None


def _reading(phrase: Phrase, value: str, anchor: str | None, approx: bool = False) -> Reading:
    return Reading(TimeType.DATE, value, phrase.first, phrase.last, approx or phrase.is_vague, anchor)
