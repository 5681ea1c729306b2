"""Several mentions of one event in one article become one record.

Cautious: two events stay two where anything tells them apart.
"""

from __future__ import annotations

from msgspec.structs import replace

from dateline.events.reading import Reading
from dateline.records import Actor, Event, EventNumber, Modality, Role

_GENERAL = {
    "ASSAULT": ("ASSAULT", "ASSAULT/kill", "ASSAULT/clash"),
    "PROTEST": ("PROTEST/demo",),
}
"""Types that a more exact one of the same event takes in."""
_WINDOW = 12
"""Events back that a mention is compared with."""


Value = str | tuple[int | float | None, int | float | None]


def merged(events: list[Event], reading: Reading) -> tuple[Event, ...]:
    """The events with mentions of the same joined, ids given in reading order."""
    values = _values(reading)
    kept: list[Event] = []
    for event in sorted(events, key=lambda found: found.trigger.at):
        for at in range(len(kept) - 1, max(len(kept) - 1 - _WINDOW, -1), -1):
            if _is_same(kept[at], event, values):
                kept[at] = _joined(kept[at], event)
                break
        else:
            kept.append(event)
    return tuple(replace(event, id=f"v{n}") for n, event in enumerate(kept, 1))


def _values(reading: Reading) -> dict[str, Value]:
    """What each place, time and number of the article says, by its id. Made once: pairs of mentions are many."""
    found: dict[str, Value] = {place.id: place.name for place in reading.places}
    found.update((time.id, time.value) for time in reading.times)
    found.update((number.id, (number.low, number.high)) for number in reading.numbers)
    return found


def _is_same(one: Event, other: Event, values: dict[str, Value]) -> bool:
    if not _same_type(one.type, other.type) or not _same_modality(one.modality, other.modality):
        return False
    if one.place and other.place and values[one.place] != values[other.place]:
        return False
    if one.time and other.time and values[one.time] != values[other.time]:
        return False
    return _agree(one, other, Role.DOER) and _agree(one, other, Role.TARGET) and _figures_agree(one, other, values)


def _same_type(one: str, other: str) -> bool:
    if one == other:
        return True
    root = one.partition("/")[0]
    general = _GENERAL.get(root, ())
    return root == other.partition("/")[0] and (one in general or other in general) and root == "ASSAULT"


def _same_modality(one: Modality, other: Modality) -> bool:
    stated = (Modality.HAPPENED, Modality.ONGOING)
    return one is other or (one in stated and other in stated)


def _agree(one: Event, other: Event, role: Role) -> bool:
    left, right = _names(one, role), _names(other, role)
    if role is Role.DOER:
        return not left or not right or bool(left & right)
    if not left and not right:
        return True
    return bool(left & right) or (not right and other.trigger.text[:1].islower() and bool(left))


def _names(event: Event, role: Role) -> frozenset[str]:
    found: set[str] = set()
    for actor in event.actors:
        if actor.role is role and actor.span is not None:
            found.add(actor.span.text.lower().split()[-1])
            if actor.entity:
                found.add(actor.entity)
    return frozenset(found)


def _figures_agree(one: Event, other: Event, values: dict[str, Value]) -> bool:
    for left in one.numbers:
        for right in other.numbers:
            if (
                left.of == right.of
                and left.of not in ("killed", "injured")
                and values[left.number] != values[right.number]
            ):
                return False
    return True


def _joined(one: Event, other: Event) -> Event:
    exact = other if one.type in _GENERAL.get(one.type.partition("/")[0], ()) else one
    return replace(
        one,
        type=exact.type, plover=exact.plover, rule=exact.rule,
        triggers=(*one.triggers, other.trigger) if other.trigger not in one.triggers else one.triggers,
        actors=_all_actors(one.actors, other.actors),
        place=one.place or other.place, time=one.time or other.time,
        numbers=_all_numbers(one.numbers, other.numbers),
        instrument=one.instrument or other.instrument, statement=one.statement if one.statement else None,
        score=max(one.score, other.score),
    )  # fmt: skip


def _all_actors(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> tuple[Actor, ...]:
    named = {actor.role for actor in (*one, *other) if actor.span is not None}
    kept = [actor for actor in one if not (actor.implied and actor.role in named)]
    known = {(a.role, a.entity or (a.span.text.lower().split()[-1] if a.span else "")) for a in kept}
    for actor in other:
        key = (actor.role, actor.entity or (actor.span.text.lower().split()[-1] if actor.span else ""))
        if key not in known and not (actor.implied and (actor.role in named or kept)):
            kept.append(actor)
            known.add(key)
    return tuple(kept)


def _all_numbers(one: tuple[EventNumber, ...], other: tuple[EventNumber, ...]) -> tuple[EventNumber, ...]:
    known = {number.number for number in one}
    return (*one, *(number for number in other if number.number not in known))
