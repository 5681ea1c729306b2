"""Statements, places, dates and numbers: records with their raw offsets into the gold text."""

from __future__ import annotations

from benchmarks.coding import Coded
from benchmarks.gold import Json
from dateline.gazetteer import Gazetteer
from dateline.places.resolve import resolve_spans
from dateline.records import Article, Place, PlaceKind, Span


def _raw(*spans: Span | None) -> list[list[int]]:
    return [list(span.raw) for span in spans if span is not None and span.raw[0] < span.raw[1]]


def _bounds(span: Span) -> Json:
    return {"start": span.raw[0], "end": span.raw[1]}


def statements(coded: Coded) -> Json | None:
    """Source, cue and content of each statement; `None` where the coder lost the document."""
    if coded.coding is None:
        return None
    found = [
        {"source": _raw(one.source), "cue": _raw(one.cue), "content": _raw(*one.content)}
        for one in coded.coding.statements
    ]
    return {"id": coded.row["id"], "statements": found}


def places(coded: Coded) -> Json:
    """All toponyms but those inside another name; the gold marks places, governments and demonyms alike."""
    found = [] if coded.coding is None else [_place(one) for one in coded.coding.places if _is_toponym(one)]
    return {"id": coded.row["id"], "toponyms": found}


def _is_toponym(place: Place) -> bool:
    return place.kind is not PlaceKind.EMBEDDED


def _place(place: Place) -> Json:
    return {**_bounds(place.span), **point_of(place)}


def point_of(place: Place | None) -> Json:
    """Coordinates and GeoNames id, null where the place is not resolved."""
    if place is None:
        return {"lat": None, "lon": None, "geonameid": None}
    return {"lat": place.lat, "lon": place.lon, "geonameid": place.geonames}


def dates(coded: Coded) -> Json:
    """Temporal expressions with TIMEX3 type and value."""
    found = [
        {**_bounds(one.span), "type": one.type.value, "value": one.value}
        for one in (coded.coding.times if coded.coding else ())
    ]
    return {"id": coded.row["id"], "timexes": found}


def numbers(coded: Coded) -> Json:
    """Numbers with their bounds; null is open."""
    found = [
        {**_bounds(one.span), "low": one.low, "high": one.high, "currency": one.currency}
        for one in (coded.coding.numbers if coded.coding else ())
    ]
    return {"id": coded.row["id"], "numbers": found}


def places_on_gold(coded: Coded, gazetteer: Gazetteer) -> Json:
    """The gold's toponyms, resolved by Dateline; those that cleaning took out of the text are not resolved."""
    toponyms = coded.row["toponyms"]
    if coded.coding is None:
        return {"id": coded.row["id"], "toponyms": []}
    article = coded.coding.article
    where = [clean_offsets(article, one["start"], one["end"]) for one in toponyms]
    known = sorted({span for span in where if span is not None})
    resolved = dict(zip(known, resolve_spans(article, known, gazetteer), strict=True))
    found = [
        {"start": one["start"], "end": one["end"], **point_of(resolved[span] if span else None)}
        for one, span in zip(toponyms, where, strict=True)
    ]
    return {"id": coded.row["id"], "toponyms": found}


def clean_offsets(article: Article, start: int, end: int) -> tuple[int, int] | None:
    """Where a raw stretch lies in the clean text; `None` where cleaning removed it whole."""
    touched = [run for run in article.alignment if run[1] < end and start < run[1] + run[3]]
    if not touched:
        return None
    first, last = min(touched, key=lambda run: run[1]), max(touched, key=lambda run: run[1])
    low = first[0] + (max(start - first[1], 0) if first[2] == first[3] else 0)
    high = last[0] + (min(end - last[1], last[2]) if last[2] == last[3] else last[2])
    return (low, high) if low < high else None
