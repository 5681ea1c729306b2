"""The rows of each table: what a record says, in words."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records import Actor, BackingValue, Coding, Event, Number, Place, Polarity, Span, Statement, Time


@dataclass(frozen=True)
class Rows:
    """One table. A cell that holds nothing is empty."""

    title: str
    kind: str
    heads: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]


def tables(coding: Coding) -> list[Rows]:
    """The tables of a coding in the order of interest; those without a row are left out."""
    found = [
        _statements(coding), _events(coding), _places(coding), _times(coding), _numbers(coding), _actors(coding),
        _warnings(coding),
    ]  # fmt: skip
    return [rows for rows in found if rows.cells]


def _statements(coding: Coding) -> Rows:
    names = {entity.id: entity.name for entity in coding.entities}
    cells = tuple(
        (s.id, _who(s.source, s.speaker, names), _how(s), " … ".join(span.text for span in s.content), _backing(s))
        for s in coding.statements
    )
    return Rows("Who said what", "statement", ("", "who", "how", "what", "the report on it"), cells)


def _who(span: Span | None, entity: str | None, names: dict[str, str]) -> str:
    name = names.get(entity or "")
    if span is None:
        return name or "not said"
    return span.text if name is None or name.lower() in span.text.lower() else f"{span.text} = {name}"


def _how(statement: Statement) -> str:
    polarity = "" if statement.polarity is Polarity.ASSERTS else f", {statement.polarity}"
    return f"“{statement.cue.text}”: {statement.act}, {statement.kind}{polarity}"


def _backing(statement: Statement) -> str:
    backing = statement.backing
    if backing.value is BackingValue.NONE_STATED:
        return ""
    value = backing.value.replace("_", " ")
    return value if backing.span is None else f"{value}: “{backing.span.text}”"


def _events(coding: Coding) -> Rows:
    names = {entity.id: entity.name for entity in coding.entities}
    places = {place.id: place for place in coding.places}
    times = {time.id: time for time in coding.times}
    cells = tuple(
        (
            event.id, event.type, event.trigger.text, event.modality.replace("_", " "), _taking_part(event, names),
            _around(_where(places.get(event.place or "")), _when(times.get(event.time or "")), _figures(event, coding)),
        )
        for event in coding.events
    )  # fmt: skip
    heads = ("", "type", "words", "did it happen", "who", "where, when, how many")
    return Rows("What happened", "event", heads, cells)


def _taking_part(event: Event, names: dict[str, str]) -> str:
    return "; ".join(f"{actor.role}: {_actor(actor, names)}" for actor in event.actors)


def _actor(actor: Actor, names: dict[str, str]) -> str:
    name = _who(actor.span, actor.entity, names)
    return f"{name} (implied)" if actor.implied and actor.entity else name


def _around(*parts: str) -> str:
    return "; ".join(filter(None, parts))


def _where(place: Place | None) -> str:
    return "" if place is None else f"{place.span.text} {place.id}"


def _when(time: Time | None) -> str:
    return "" if time is None else f"{time.span.text} {time.id}"


def _figures(event: Event, coding: Coding) -> str:
    numbers = {number.id: number for number in coding.numbers}
    return "; ".join(f"{f.of}: {_range(numbers[f.number])} {f.number}" for f in event.numbers if f.number in numbers)


def _places(coding: Coding) -> Rows:
    cells = tuple((p.id, p.span.text, _in_world(p), str(p.level or ""), _point(p), str(p.kind)) for p in coding.places)
    return Rows("Places", "place", ("", "words", "place", "level", "at", "used as"), cells)


def _in_world(place: Place) -> str:
    around = [part for part in (place.admin1, place.country) if part and part != place.name]
    return ", ".join([place.name, *around])


def _point(place: Place) -> str:
    return "" if place.lat is None or place.lon is None else f"{place.lat:.2f} {place.lon:.2f}"


def _times(coding: Coding) -> Rows:
    cells = tuple((t.id, t.span.text, str(t.type).lower(), t.value, _interval(t)) for t in coding.times)
    return Rows("Dates and times", "time", ("", "words", "kind", "value", "from – before"), cells)


def _interval(time: Time) -> str:
    if time.start is None and time.end is None:
        return ""
    about = "about " if time.approx else ""
    return f"{about}{time.start or '…'} – {time.end or '…'}"


def _numbers(coding: Coding) -> Rows:
    cells = tuple((n.id, n.span.text, _range(n), _of(n), n.source or "", _doubt(n)) for n in coding.numbers)
    return Rows("Numbers", "number", ("", "words", "value", "of", "given by", "note"), cells)


def _range(number: Number) -> str:
    low, high = (None if end is None else f"{end:,}" for end in (number.low, number.high))
    if low == high:
        shown = low or ""
    elif high is None:
        shown = f"{low} or more"
    elif low is None:
        shown = f"{high} or fewer"
    else:
        shown = f"{low} to {high}"
    return shown if number.exact or low != high else f"about {shown}"


def _of(number: Number) -> str:
    unit = number.currency or number.unit or ""
    counted = number.of.text if number.of else ""
    return counted if unit in ("", counted) else f"{counted} ({unit})" if counted else unit


def _doubt(number: Number) -> str:
    notes = [
        "no longer held" if number.superseded else "",
        f"part of {number.part_of}" if number.part_of else "",
        number.check.message if number.check else "",
    ]
    return "; ".join(filter(None, notes))


def _actors(coding: Coding) -> Rows:
    cells = tuple(
        (e.id, e.name, str(e.type), e.role or "", e.country or "", e.sector or "", str(len(e.mentions)))
        for e in coding.entities
    )
    return Rows("Who is who", "actor", ("", "name", "type", "role", "country", "sector", "mentions"), cells)


def _warnings(coding: Coding) -> Rows:
    return Rows("Warnings", "warning", ("", "message"), tuple((w.code, w.message) for w in coding.warnings))
