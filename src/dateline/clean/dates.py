"""Dates as pages and exports write them -> ISO 8601. Only what is written out; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"\s*(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
)
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?\s*$")
_NAME = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_MONTH_FIRST = re.compile(rf"\b{_NAME} +(\d{{1,2}})(?:st|nd|rd|th)?,? +(\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[ -]+{_NAME},?[ -]+(\d{{4}})\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?: *([ap])\.?m\b)?(?: *(Z|UTC|GMT|[+-]\d{2}:?\d{2})\b)?", re.IGNORECASE
)


def iso_date(written: str | None) -> str | None:
    """ISO date, or date and time with its zone where that is written; None for anything that is not plain.

    Reads ISO 8601, RFC 2822 and English month names. Figures like 5/6/2025 are not plain.
    """
    if not written or len(written) > 200:
        return None
    match = _ISO.match(written) or _COMPACT.match(written)
    if match:
        year, month, day, hour, minute, second, zone = match.groups()
        return _written(_day(year, month, day), hour, minute, second, zone)
    match = _DAY_FIRST.search(written)
    if match:
        day, name, year = match.groups()
    else:
        match = _MONTH_FIRST.search(written)
        if not match:
            return None
        name, day, year = match.groups()
    return _with_clock(_day(year, str(_MONTHS.index(name.lower()) + 1), day), written[match.end() : match.end() + 40])


def _with_clock(day: str | None, rest: str) -> str | None:
    clock = _CLOCK.search(rest)
    if not clock:
        return day
    hour, minute, second, half, zone = clock.groups()
    if half:
        hour = str(int(hour) % 12 + (12 if half.lower() == "p" else 0))
    return _written(day, hour, minute, second, zone)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if 1800 <= found.year <= 2200 else None


def _written(day: str | None, hour: str | None, minute: str | None, second: str | None, zone: str | None) -> str | None:
    if day is None or hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return day
    clock = f"{day}T{int(hour):02}:{minute}:{second or '00'}"
    if zone is None:
        return clock
    if zone.upper() in ("Z", "UTC", "GMT"):
        return clock + "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{clock}{zone[0]}{digits[:2]}:{digits[2:]}"
