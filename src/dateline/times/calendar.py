"""Arithmetic on TIMEX3 values: from a value to its interval, and from a day to a value."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

Bounds = tuple[str | None, str | None]
UNKNOWN: Bounds = (None, None)

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season. Northern, as TIMEX3 has no hemisphere; times with a season are approximate."""
_PARTS = {"MO": (6, 12), "AF": (12, 18), "EV": (18, 24), "NI": (18, 30), "DT": (6, 18), "MI": (11, 14)}
_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"(\d{4})-(\d\d)-(\d\d)", "day"), (r"(\d{4})-(\d\d)", "month"), (r"(\d{4})", "year"),
        (r"(\d{4})-W(\d\d)", "week"), (r"(\d{4})-W(\d\d)-WE", "weekend"), (r"(\d{4})-(SP|SU|FA|WI)", "season"),
        (r"(\d{4})-Q(\d)", "quarter"), (r"(\d{4})-H(\d)", "half"), (r"(\d{3})", "decade"), (r"(\d\d)", "century"),
    )
)  # fmt: skip


def interval(value: str) -> Bounds:
    """The half-open interval of a TIMEX3 point; (None, None) where it is not known."""
    if "T" in value and not value.startswith("P"):
        return _clock_interval(value)
    for shape, name in _SHAPES:
        if match := shape.fullmatch(value):
            try:
                low, high = _bounds(name, match.groups())
            except (ValueError, OverflowError):
                return UNKNOWN
            return low.isoformat(), high.isoformat()
    return UNKNOWN


def _bounds(name: str, groups: tuple[str, ...]) -> tuple[date, date]:
    year = int(groups[0])
    if name == "day":
        first = date(year, int(groups[1]), int(groups[2]))
        return first, first + timedelta(days=1)
    if name in ("week", "weekend"):
        monday = date.fromisocalendar(year, int(groups[1]), 1)
        return monday + timedelta(days=5 if name == "weekend" else 0), monday + timedelta(days=7)
    if name in ("decade", "century", "year"):
        step = {"decade": 10, "century": 100, "year": 1}[name]
        return date(max(year * step, 1), 1, 1), date(year * step + step, 1, 1)
    months = {"month": 1, "season": 3, "quarter": 3, "half": 6}[name]
    first_month = _SEASONS[groups[1]] if name == "season" else (int(groups[1]) - 1) * months + 1
    return date(year, first_month, 1), add_months(date(year, first_month, 1), months)


def _clock_interval(value: str) -> Bounds:
    day, _, clock = value.partition("T")
    try:
        midnight = datetime.fromisoformat(day)
        if clock in _PARTS:
            low, high = (midnight + timedelta(hours=hour) for hour in _PARTS[clock])
            return _minutes(low), _minutes(high)
        hour, minute = int(clock[:2]), int(clock[3:5] or 0)
        low = midnight + timedelta(hours=hour, minutes=minute)
    except (ValueError, OverflowError):
        return UNKNOWN
    return _minutes(low), _minutes(low + (timedelta(minutes=1) if clock[3:5] else timedelta(hours=1)))


def _minutes(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def add_months(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(last, day.day))
        except ValueError as error:
            if not 1 <= year <= 9999:
                raise OverflowError(f"year {year}") from error
    raise OverflowError(f"{day} and {months} months")


def shift(day: date, count: float, unit: str) -> date:
    """`day` moved by `count` units (D, F fortnight, W, M, Q, Y, DE, CE). Raises OverflowError past the calendar."""
    if unit in ("D", "W", "F"):
        return day + timedelta(days=round(count * {"D": 1, "W": 7, "F": 14}[unit]))
    return add_months(day, round(count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]))


def at_unit(day: date, unit: str) -> str:
    """The value of the day, week, month … that holds `day`."""
    year, week, _ = day.isocalendar()
    return {
        "D": day.isoformat(), "W": f"{year:04}-W{week:02}", "F": f"{year:04}-W{week:02}",
        "WE": f"{year:04}-W{week:02}-WE", "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}", "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}", "CE": f"{day.year // 100:02}",
    }[unit]  # fmt: skip


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The `nth` (0: the last) `weekday` (1 Monday) of a month."""
    first = date(year, month, 1)
    if nth == 0:
        last = add_months(first, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian computus)."""
    century = year // 100
    golden = year % 19
    shifted = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = shifted - (shifted // 28) * (1 - (29 // (shifted + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (moon - weekday + 40) // 44
    return date(year, month, moon - weekday + 28 - 31 * (month // 4))
