"""How the cases compare words, dates and points."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Any

_MARKS = dict.fromkeys(map(ord, "“”„‟«»"), '"') | dict.fromkeys(map(ord, "‘’‚‛`´"), "'") | {0xAD: ""}
_EARTH_DIAMETER_KM = 12742
_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

Interval = tuple[date | None, date | None]
"""First and last day; `None` is open."""


def plain(text: object) -> str:
    """Without case, doubled white space, soft hyphens and the shapes of quotation marks."""
    if text is None:
        return ""
    folded = unicodedata.normalize("NFKC", str(text)).translate(_MARKS)
    return re.sub(r"\s+", " ", folded).strip().casefold()


def bare(text: object) -> str:
    return plain(text).strip(" \"'.,;:!?…-–—")


def printed_form(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def has_any(found: object, wanted: object) -> bool:
    """Whether one of `wanted` is in `found`."""
    return bool(found) and any(plain(one) in plain(found) for one in listed(wanted))


def interval(value: object) -> Interval:
    """The days of an ISO date, month, year, time or `a/b` (`..` is open). Raises ValueError for other words."""
    first, _, last = str(value).partition("/")
    return _day(first, is_end=False), _day(last if "/" in str(value) else first, is_end=True)


def _day(text: str, is_end: bool) -> date | None:
    if text.strip() in ("..", ""):
        return None
    match = _PART.match(text.strip())
    if match is None:
        raise ValueError(text)
    year, month = int(match[1]), int(match[2] or (12 if is_end else 1))
    return date(year, month, int(match[3] or (monthrange(year, month)[1] if is_end else 1)))


def same_date(found: object, wanted: object, loose: bool = False) -> bool:
    """Whether two dates agree.

    Open intervals: the given end may differ by a year. `loose` (dates of events): the answer may lie inside
    the wanted interval, or hold it within a day. Else one night may end the next day.
    """
    if found is None:
        return wanted is None
    try:
        got, want = interval(found), interval(wanted)
    except ValueError:
        return False
    if got == want:
        return True
    if "/" in str(wanted) and ".." in str(wanted):
        return all(_near(a, b) for a, b in zip(got, want, strict=True))
    return _closed_agree(got, want, loose)


def _closed_agree(got: Interval, want: Interval, loose: bool) -> bool:
    (start, end), (first, last) = got, want
    if start is None or end is None or first is None or last is None:
        return False
    if loose:
        inside = first <= start and end <= last
        return inside or (start <= first and last <= end and (end - start).days <= (last - first).days + 1)
    return start == first and 0 <= (end - last).days <= 1 and first == last


def _near(a: date | None, b: date | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs((a - b).days) <= 366


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (latitude, longitude) points."""
    (lat, lon), (other_lat, other_lon) = (tuple(map(radians, point)) for point in (a, b))
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return _EARTH_DIAMETER_KM * asin(sqrt(half))
