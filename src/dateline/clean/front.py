"""What stands before the story: headline, byline, date line, and the dateline that opens it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.clean.bylines import author_names
from dateline.clean.dates import iso_date
from dateline.clean.furniture import furniture_kind, stretches
from dateline.records import Dateline

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_PLACE = (
    r"[A-ZÀ-ÞŁŚŠŽ][\w.’'/-]*(?: (?:[A-ZÀ-ÞŁŚŠŽ][\w.’'/-]*|de|del|of|the|al|el|la|du|sur|am|an|and)){0,4}"
    r"(?:, [A-ZÀ-Þ][\w.’' -]{1,30}?){0,2}"
)
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACE})(?:,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?)?"
    r"(?:[ /]?\((?P<agency>[A-Z][\w .’'/&-]{1,40})\))?\s*(?:—|–|--|-)\s"
)
_CAPITALS = re.compile(r"[A-ZÀ-ÞŁŚŠŽ]{4,}\b|[A-ZÀ-Þ]{2,}[ -][A-ZÀ-Þ]{2,}")
_ENDING = re.compile(r"[.:;,…][\"'”’»)\]]*$|[.!?][\"'”’»]$")
_CORRECTION = re.compile(
    r"\W{0,3}(?:Corrections?|Editor[’']s note|Clarification|CORRECTION|EDITOR[’']S NOTE)\b[^.\n]{0,60}?[:—–-]\s"
    r"|This (?:article|story|report) (?:has been|was) (?:corrected|amended|updated to correct)"
)


@dataclass(frozen=True)
class Front:
    """What the lines around the headline say."""

    byline: tuple[str, ...] = ()
    published: str | None = None


def read_front(text: str) -> Front:
    """Byline and date of the lines around the headline, before these lines are taken out."""
    byline: tuple[str, ...] = ()
    published: str | None = None
    for number, (start, end) in enumerate(stretches(text)):
        if number >= 6:
            break
        paragraph = text[start:end]
        kind = furniture_kind(paragraph, number)
        if kind == "furniture.byline" and not byline:
            byline = author_names(paragraph)
        elif kind == "furniture.time" and not published:
            published = iso_date(paragraph)
    return Front(byline, published)


def headline_end(text: str, given: str | None) -> int | None:
    """Where the headline ends in `text`, if its first paragraph is one.

    It is one when it is the title that came with the report, or short, no sentence with its full stop,
    and followed by a longer or finished paragraph.
    """
    end = text.find("\n\n")
    if given:
        return _given_end(text, given)
    if not 0 < end <= 220:
        return None
    first = text[:end]
    after = text[end + 2 : end + 600].split("\n\n", 1)[0]
    if _ENDING.search(first) or _DATELINE.match(first) or len(first.split()) < 2 or first[:1].islower():
        return None
    return end if len(after) > len(first) or _ENDING.search(after) else None


def _given_end(text: str, given: str) -> int | None:
    """The end of the opening paragraph when it is the given title, white space and glyphs aside."""
    end = text.find("\n\n")
    end = len(text) if end < 0 else end
    return end if _letters(text[:end]) == _letters(given) or text[:end] == given else None


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def read_dateline(text: str, body: int) -> Dateline | None:
    """The dateline at the start of the body or of one of its next two paragraphs: `PARIS, Texas (AP) —`."""
    for number, (start, end) in enumerate(stretches(text, body)):
        if number > 2:
            break
        match = _DATELINE.match(text, start, min(end, start + 160))
        if not match or not (match["place"] or match["agency"]):
            continue
        place = match["place"]
        if match["agency"] or (place and _CAPITALS.match(place)):
            return Dateline(place=place.strip(" ,") if place else None, agency=match["agency"])
    return None


def correction_at(text: str, body: int) -> tuple[int, int] | None:
    """Where a correction notice stands."""
    for start, end in stretches(text, body):
        if _CORRECTION.match(text, start, end):
            return start, end
    return None
