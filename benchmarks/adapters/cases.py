"""Codings in the words of the cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from benchmarks.adapters.cleaning import body_of
from benchmarks.adapters.mappings import mappings
from benchmarks.coding import Bench
from benchmarks.gold import Json
from dateline.records import Bound, Coding, Event, Number, Place, PlaceKind, Role, Span, Statement, Time

_BUILT = ("text", "html")
_DOERS = (Role.DOER, Role.ORGANISER, Role.UNIT)


def is_built(case: Json) -> bool:
    """Whether Dateline reads this kind of input: one report, text or markup."""
    return case["input"]["format"] in _BUILT


def answer(bench: Bench, case: Json) -> Json:
    """The answer to one case."""
    given = case["input"]
    field = "html" if given["format"] == "html" else "text"
    title = given.get("title") if field == "text" else None
    coding = bench.code(case["id"], **{field: given["text"]}, title=title, published=_published(given))
    if coding is None:
        return {"id": case["id"], "error": "the coder failed"}
    return {"id": case["id"], "error": None, **_records(coding)}


def _published(given: Json) -> str | None:
    """The time of publication at the place of the reader's calendar, where the case names a time zone."""
    value: str | None = given.get("published")
    if value is None or "timezone" not in given:
        return value
    return datetime.fromisoformat(value).astimezone(ZoneInfo(given["timezone"])).isoformat()


def _records(coding: Coding) -> Json:
    return {
        "items": [_item(coding)],
        "statements": [_statement(coding, one) for one in coding.statements],
        "events": [_event(coding, one) for one in coding.events],
        "places": [_place(one) for one in coding.places if one.kind is not PlaceKind.EMBEDDED],
        "dates": [{"text": one.span.text, "value": days_of(one), "spans": _raw(one.span)} for one in coding.times],
        "numbers": [_number(coding, one) for one in coding.numbers],
        "warnings": [{"code": one.code, "message": one.message} for one in coding.warnings],
    }


def _raw(*spans: Span | None) -> list[list[int]]:
    return [list(span.raw) for span in spans if span is not None]


def _item(coding: Coding) -> Json:
    article = coding.article
    line = article.dateline
    return {
        "title": article.title,
        "authors": list(article.byline),
        "published": article.published,
        "url": article.url,
        "source": article.publisher,
        "dateline": " ".join(part for part in (line.place, line.agency) if part) if line else None,
        "text": body_of(article),
        "correction": article.correction.text if article.correction else None,
    }


def _statement(coding: Coding, one: Statement) -> Json:
    names = {entity.id: entity for entity in coding.entities}
    speaker = names.get(one.speaker or "")
    return {
        "speaker": one.source.text if one.source else None,
        "speaker_canonical": speaker.name if speaker else None,
        "speaker_description": speaker.role if speaker else None,
        "content": " … ".join(part.text for part in one.content),
        "kind": one.kind.value,
        "polarity": one.polarity.value,
        "medium": one.medium.text if one.medium else None,
        "via": _who(coding, one.via),
        "evidence": one.backing.value.value,
        "where": "title" if one.content[0].start < coding.article.body else "body",
        "spans": _raw(*one.content),
    }


def _who(coding: Coding, name: str | None) -> str | None:
    """The name of an entity, or the source of a statement, by id."""
    for entity in coding.entities:
        if entity.id == name:
            return entity.name
    for one in coding.statements:
        if one.id == name and one.source is not None:
            speaker = _who(coding, one.speaker) if one.speaker else None
            return f"{one.source.text} | {speaker or ''}"
    return None


def _event(coding: Coding, one: Event) -> Json:
    words = mappings()["cases"]
    numbers = {number.id: number for number in coding.numbers}
    counted = [(count.of, numbers[count.number]) for count in one.numbers if count.number in numbers]
    sizes = [value_of(number) for of, number in counted if of == "crowd"]
    counts: dict[str, int | float | None] = {}
    for of, number in counted:
        counts |= _count(of, number)
    return {
        "type": words["types"].get(one.type, words["types"].get(one.type.split("/")[0], one.type)),
        "modality": words["modalities"].get(one.modality.value, one.modality.value),
        "actor": _actors(coding, one, are_doers=True),
        "target": _actors(coding, one, are_doers=False),
        "place": _place_name(coding, one.place),
        "date": next((days_of(time) for time in coding.times if time.id == one.time), None),
        "size": sizes[0] if sizes else None,
        "counts": counts,
        "spans": _raw(*one.triggers),
    }


def _count(of: str, number: Number) -> Mapping[str, int | float | None]:
    value = value_of(number)
    if value is not None:
        return {of: value}
    return {f"{of}_min": number.low, f"{of}_max": number.high}


def _actors(coding: Coding, one: Event, are_doers: bool) -> str:
    names = {entity.id: entity.name for entity in coding.entities}
    chosen = [actor for actor in one.actors if (actor.role in _DOERS) is are_doers]
    words = [(actor.span.text if actor.span else "", names.get(actor.entity or "", "")) for actor in chosen]
    return " | ".join(word for pair in words for word in pair if word)


def _place_name(coding: Coding, name: str | None) -> str | None:
    return next((f"{place.span.text} | {place.name}" for place in coding.places if place.id == name), None)


def _place(one: Place) -> Json:
    """A place as printed; a government named by its place is an actor and has no division."""
    is_actor = one.kind is PlaceKind.ASSOCIATIVE
    code = one.admin1_code or ""
    return {
        "text": one.span.text,
        "name": one.name,
        "country": one.country,
        "admin1": None if is_actor else mappings()["cases"]["provinces"].get(code, code) or None,
        "lat": one.lat,
        "lon": one.lon,
        "role": "actor" if is_actor else "location",
        "spans": _raw(one.span),
    }


def _number(coding: Coding, one: Number) -> Json:
    return {
        "text": one.span.text,
        "value": value_of(one),
        "min": one.low,
        "max": one.high,
        "exact": one.exact,
        "bound": one.bound.value if one.bound else None,
        "unit": one.currency or one.unit,
        "source": _who(coding, one.source),
        "superseded": one.superseded,
        "spans": _raw(one.span),
    }


def value_of(number: Number) -> int | float | None:
    """The figure that was printed: of a bound its given end, of a range none."""
    if number.bound is Bound.AT_LEAST:
        return number.low
    if number.bound is Bound.AT_MOST:
        return number.high
    return number.low if number.low == number.high else None


def days_of(time: Time) -> str | None:
    """First and last day, `..` where open; the TIMEX3 value where there is no interval."""
    if time.start is None and time.end is None:
        return time.value
    last = ".." if time.end is None else _last_day(time.end)
    first = ".." if time.start is None else time.start[:10]
    return first if first == last else f"{first}/{last}"


def _last_day(end: str) -> str:
    """The last day before a half-open end; an end within a day is that day."""
    if len(end) > 10 and end[11:19].strip("0:") != "":
        return end[:10]
    return (date.fromisoformat(end[:10]) - timedelta(days=1)).isoformat()
