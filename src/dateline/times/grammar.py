"""The patterns of time expressions and the reader that each names."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache

from dateline.grammar.scanner import Scanner
from dateline.records import TimeType
from dateline.rulebook import RULES, Rule, load_rules
from dateline.times.calendar import interval
from dateline.times.context import Context, Reading
from dateline.times.lengths import (
    read_bare,
    read_century,
    read_decade,
    read_duration,
    read_reference,
    read_rolling,
    read_set,
)
from dateline.times.phrase import Phrase
from dateline.times.points import clock_value, read_point
from dateline.times.relative import read_ago, read_bare_part, read_part, read_quarter, read_tonight, read_unit

_FILE = "en/times.toml"
_CORES = (
    "ISO", "SLASHED", "MONTH", "YEAR", "ERA", "SEASON", "WEEKDAY", "WEEKDAYS", "DEICTIC", "HOLIDAY", "UNIT", "UNITS",
    "PART", "NOON", "WEEKEND", "WEEKENDS", "AMPM", "CLOCK", "TONIGHT", "FREQUENCY", "DECADE", "TWODECADE", "NOW",
    "LAST", "HALF", "DAYNUM",
)  # fmt: skip


class TimeRule(Rule, frozen=True, kw_only=True):
    """A pattern over classes of words, and how its words are read."""

    pattern: str
    sense: str


def _days(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "June 3 to 5": two days, the first with the whole stretch as its interval."""
    month = next(i for i, word in enumerate(phrase.inside) if word.kind == "MONTH") + phrase.first
    numbers = [i for i in range(phrase.first, phrase.last) if phrase.words[i].kind in ("DAYNUM", "ORDD")]
    low, high = (_day_of(phrase, context, month, number) for number in numbers)
    if low is None or high is None:
        return ()
    whole = None if phrase.has("and", "or") else (interval(low[0])[0], interval(high[0])[1])
    return (
        Reading(TimeType.DATE, low[0], phrase.first, numbers[0] + 1, False, low[1], whole),
        Reading(TimeType.DATE, high[0], numbers[1], phrase.last, False, high[1]),
    )


def _years(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """ "1914-18" and "499-493 BC": two years, the first with the whole stretch as its interval."""
    figures = [i for i in range(phrase.first, phrase.last) if phrase.words[i].text.isdecimal()]
    low, high = (phrase.words[i].text for i in figures)
    if phrase.one("ERA"):
        values = (f"BC{int(low):04}", f"BC{int(high):04}")
    else:
        values = (low, low[: -len(high)] + high)
        if len(high) != 2 or values[1] <= low:
            return ()
    whole = (interval(values[0])[0], interval(values[1])[1])
    return (
        Reading(TimeType.DATE, values[0], phrase.first, figures[0] + 1, bounds=whole),
        Reading(TimeType.DATE, values[1], figures[1], phrase.last),
    )


def _day_of(phrase: Phrase, context: Context, month: int, number: int) -> tuple[str, str | None] | None:
    years = [word for word in phrase.inside if word.kind == "YEAR"]
    words = [phrase.words[month], phrase.words[number], *years]
    found = read_point(Phrase(words, 0, len(words)), context)
    return (found[0].value, found[0].anchor) if found else None


def _hour(phrase: Phrase, context: Context) -> tuple[Reading, ...]:
    """An hour of the last day that the text named, else of the day of publication."""
    clock = clock_value(phrase)
    pivot = context.pivot(phrase.inside[0].start)
    if clock is None:
        return ()
    day = pivot.day.isoformat() if pivot and pivot.unit == "D" else "XXXX-XX-XX"
    anchor = pivot.anchor if pivot and pivot.unit == "D" else None
    return (Reading(TimeType.TIME, f"{day}T{clock}", phrase.first, phrase.last, phrase.is_vague, anchor),)


Reader = Callable[[Phrase, Context], tuple[Reading, ...]]

SENSES: dict[str, Reader] = {
    "point": read_point, "days": _days, "years": _years, "hour": _hour, "part": read_part, "bare-part": read_bare_part,
    "tonight": read_tonight, "unit": read_unit, "ago": read_ago, "quarter": read_quarter,
    "rolling": read_rolling, "duration": read_duration, "bare": read_bare, "set": read_set,
    "decade": read_decade, "century": read_century, "reference": read_reference,
}  # fmt: skip


@cache
def rules() -> dict[str, TimeRule]:
    """The rules by id, in file order."""
    return {rule.id: rule for rule in load_rules(_FILE, TimeRule, "time")}


@cache
def scanner() -> Scanner:
    macros = tomllib.loads((RULES / _FILE).read_text(encoding="utf-8"))["macros"]
    return Scanner([(rule.id, rule.pattern) for rule in rules().values()], macros, _CORES)
