"""Dates on the calendar: "3 June", "last Friday", "in December", "Christmas Eve", "9 a.m. on Monday"."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.grammar.scanner import Word
from dateline.records import TimeType
from dateline.times.calendar import easter, nth_weekday
from dateline.times.context import PUBLISHED, Context, Reading
from dateline.times.phrase import Phrase
from dateline.times.tense import AHEAD, PAST, PRESENT, is_of_noun, tense_at

_NEAR_MONTHS = 2
"""A month this near is meant whatever the tense: "the tally for February is due" in March."""
_NEAR_DAYS = 60
"""A day this near is meant whatever the tense: writers add the year, or "last", to one further off."""

Dated = tuple[str, str | None]
"""A value and its anchor."""


def read_point(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """The day, month, year … that the words name, with the part of the day or the hour if they give it."""
    dated = _dated(phrase, context)
    if dated is None:
        return ()
    value, anchor = dated
    clock = clock_value(phrase)
    part = phrase.one("PART")
    kind = TimeType.DATE
    if clock or part:
        value, kind = f"{value}T{clock or (part.value if part else '')}", TimeType.TIME
    approx = phrase.is_vague or (phrase.one("SEASON") is not None and clock is None)
    return (Reading(kind, value, phrase.first, phrase.last, approx, anchor),)


def _dated(phrase: Phrase, context: Context) -> Dated | None:
    for kind, resolve in _RESOLVERS:
        if phrase.one(kind):
            return resolve(phrase, context)
    return None


def clock_value(phrase: Phrase) -> str | None:
    """`15:00` for "3 p.m.", `12:00` for "noon"; `None` where the words give no hour."""
    if noon := phrase.one("NOON"):
        return str(noon.value)
    half, clock = phrase.one("AMPM"), phrase.one("CLOCK")
    if clock:
        hour, _, minute = clock.text.replace(".", ":").partition(":")
    elif half and (hours := phrase.before(half)):
        hour, minute = hours.text, "00"
    else:
        return None
    if not hour.isdecimal():
        return None
    number = int(hour) % 12 + int(half.value) if half and int(hour) <= 12 else int(hour)
    return f"{number:02}:{minute}" if number <= 24 else None


def _iso(phrase: Phrase, context: Context) -> Dated | None:
    word = phrase.one("ISO")
    return (word.text[:10], None) if word and _day(*map(int, word.text[:10].split("-"))) else None


def _slashed(phrase: Phrase, context: Context) -> Dated | None:
    """15/06/2025. Where both readings are days, the day comes first unless the publication says otherwise."""
    word = phrase.one("SLASHED")
    if word is None:
        return None
    first, second, year = (int(part) for part in word.text.replace(".", "/").split("/"))
    day = _day(year, second, first) or _day(year, first, second)
    return (day.isoformat(), None) if day else None


def _month(phrase: Phrase, context: Context) -> Dated | None:
    word = phrase.one("MONTH")
    if word is None:
        return None
    month = int(word.value)
    number = phrase.day_number()
    named = phrase.year()
    if named is None:
        return _without_year(phrase, context, month, number)
    value = f"{named}-{month:02}" + (f"-{number:02}" if number else "")
    if number and not named.startswith("BC") and not _day(int(named), month, number):
        return None
    return value, None


def _without_year(phrase: Phrase, context: Context, month: int, number: int | None) -> Dated | None:
    tail = f"-{month:02}" + (f"-{number:02}" if number else "")
    if context.era and context.is_narrative:
        return context.era + tail, None
    year, anchor = _year_of(phrase, context, month, number)
    if year is None:
        return "XXXX" + tail, None
    if number and not _day(year, month, number):
        return None
    return f"{year:04}{tail}", anchor


def _year_of(phrase: Phrase, context: Context, month: int, number: int | None) -> tuple[int | None, str | None]:
    pivot = context.deictic()
    relative = phrase.relative()
    unit = phrase.one("UNIT")
    if unit is not None and relative is not None and unit.value == "Y":
        pivot = context.pivot(phrase.start) if phrase.one("SAME") or phrase.one("PREVIOUS") else pivot
        return (pivot.day.year + relative, pivot.anchor) if pivot else (None, None)
    running = _running_year(context, phrase.start)
    if relative is None and running is not None:
        return running
    if pivot is None:
        return None, None
    if relative is not None:
        return _relative_year(pivot.day, month, relative), pivot.anchor
    return _year_by_tense(phrase, context, pivot.day, (month, number)), pivot.anchor


def _running_year(context: Context, start: int) -> tuple[int, str | None] | None:
    """In a history, and after an old full date in the same paragraph, the year runs on."""
    explicit = context.explicit
    if explicit is None:
        return None
    if context.is_narrative or context.published is None:
        return explicit.day.year, explicit.anchor
    is_same = context.parse.paragraph_at(start) == explicit.paragraph
    if is_same and explicit.unit in ("D", "M") and explicit.day.year < context.published.year:
        return (explicit.day.year, explicit.anchor) if tense_at(context.parse, start) == PAST else None
    return None


def _relative_year(pivot: date, month: int, relative: int) -> int:
    """ "Last June" is the last June that is over; "this June" lies in this year."""
    if relative < 0:
        return pivot.year if month < pivot.month else pivot.year - 1
    return pivot.year if relative == 0 or month > pivot.month else pivot.year + 1


def _year_by_tense(phrase: Phrase, context: Context, pivot: date, named: tuple[int, int | None]) -> int:
    month, number = named
    years = range(pivot.year - 1, pivot.year + 2)
    tense = tense_at(context.parse, phrase.start)
    if number is None:
        tense = PAST if tense == PRESENT and is_of_noun(context.parse, phrase.start) else tense
        distances = {year: (year - pivot.year) * 12 + month - pivot.month for year in years}
        near = _NEAR_MONTHS
    else:
        days = {year: _day(year, month, min(number, 28)) for year in years}
        distances = {year: (day - pivot).days for year, day in days.items() if day}
        near = _NEAR_DAYS
    nearest = min(distances, key=lambda year: (abs(distances[year]), year))
    is_firm = number is None and tense == PAST and not is_of_noun(context.parse, phrase.start)
    if abs(distances[nearest]) <= near and not (is_firm and distances[nearest] > 0):
        return nearest
    if tense in (AHEAD, PRESENT):
        return min(year for year, distance in distances.items() if distance >= 0)
    return max(year for year, distance in distances.items() if distance <= 0)


def _year(phrase: Phrase, context: Context) -> Dated | None:
    named = phrase.year()
    if named is None:
        return None
    season = phrase.one("SEASON")
    return (f"{named}-{season.value}" if season else named), None


def _season(phrase: Phrase, context: Context) -> Dated | None:
    word = phrase.one("SEASON")
    if word is None:
        return None
    if context.era and context.is_narrative:
        return f"{context.era}-{word.value}", None
    first_month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[str(word.value)]
    year, anchor = _year_of(phrase, context, first_month, None)
    return (f"{year:04}" if year else "XXXX") + f"-{word.value}", anchor


def _weekday(phrase: Phrase, context: Context) -> Dated | None:
    word = phrase.one("WEEKDAY")
    if word is None:
        return None
    weekday = int(word.value)
    relative = phrase.relative()
    is_anaphoric = phrase.one("SAME") or phrase.one("PREVIOUS") or (word and phrase.has("following"))
    pivot = context.pivot(phrase.start) if is_anaphoric else context.deictic()
    if pivot is None or pivot.unit != "D":
        return f"XXXX-WXX-{weekday}", None
    if relative is None or relative == 0:
        relative = _direction(phrase, context, relative)
        day = _nearest_weekday(pivot.day, weekday, relative)
    else:
        day = _nearest_weekday(pivot.day + timedelta(days=relative), weekday, relative)
    return day.isoformat(), pivot.anchor


def _direction(phrase: Phrase, context: Context, relative: int | None) -> int:
    if context.is_narrative:
        return 1
    tense = tense_at(context.parse, phrase.start)
    if relative == 0:
        return -1 if tense == PAST else 1
    if phrase.preceded_by("since"):
        return -1
    return 1 if tense in (AHEAD, PRESENT) else -1


def _nearest_weekday(pivot: date, weekday: int, direction: int) -> date:
    """The first such weekday from `pivot` on (or back), `pivot` itself included."""
    if direction > 0:
        return pivot + timedelta(days=(weekday - pivot.isoweekday()) % 7)
    return pivot - timedelta(days=(pivot.isoweekday() - weekday) % 7)


def _deictic(phrase: Phrase, context: Context) -> Dated | None:
    word = phrase.one("DEICTIC")
    if word is None:
        return None
    move = int(word.value) * (2 if phrase.one("UNIT") else 1)
    pivot = context.deictic()
    if pivot is None or pivot.unit != "D":
        return "XXXX-XX-XX", None
    return (pivot.day + timedelta(days=move)).isoformat(), pivot.anchor


def _holiday(phrase: Phrase, context: Context) -> Dated | None:
    word = phrase.one("HOLIDAY")
    if word is None:
        return None
    named = phrase.year()
    if named and named.isdecimal():
        day = _holiday_in(int(named), str(word.value))
        return (day.isoformat(), None) if day else None
    running = _running_year(context, phrase.start)
    if running is not None:
        day = _holiday_in(running[0], str(word.value))
        return (day.isoformat(), running[1]) if day else None
    return _holiday_by_tense(phrase, context, word)


def _holiday_by_tense(phrase: Phrase, context: Context, word: Word) -> Dated | None:
    if context.published is None:
        fixed = str(word.value)
        return (f"XXXX-{fixed}", None) if len(fixed) == 5 and fixed[2] == "-" else ("XXXX-XX-XX", None)
    pivot = context.published
    days = [day for year in range(pivot.year - 1, pivot.year + 2) if (day := _holiday_in(year, str(word.value)))]
    relative = phrase.relative()
    tense = tense_at(context.parse, phrase.start)
    ahead = relative > 0 if relative else tense == AHEAD or (tense == PRESENT and relative is None)
    chosen = [day for day in days if (day >= pivot if ahead else day <= pivot)]
    return (min(chosen) if ahead else max(chosen)).isoformat(), PUBLISHED


def _holiday_in(year: int, rule: str) -> date | None:
    if rule[0] == "E":
        return easter(year) + timedelta(days=int(rule[1:])) if year > 1582 else None
    parts = rule.split("-")
    if len(parts) == 3:
        return nth_weekday(year, int(parts[0]), 0 if parts[1] == "L" else int(parts[1]), int(parts[2]))
    return _day(year, int(parts[0]), int(parts[1]))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


_RESOLVERS = (
    ("ISO", _iso), ("SLASHED", _slashed), ("MONTH", _month), ("YEAR", _year), ("ERA", _year), ("SEASON", _season),
    ("WEEKDAY", _weekday), ("DEICTIC", _deictic), ("HOLIDAY", _holiday),
)  # fmt: skip
