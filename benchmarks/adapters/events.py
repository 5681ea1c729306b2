"""Coded events in the formats of the PLOVER records, the PETRARCH suite and MUC-3/4."""

from __future__ import annotations

from benchmarks.adapters.mappings import mappings
from benchmarks.coding import Coded
from benchmarks.gold import Json
from dateline.codebook import load_codebook
from dateline.records import Actor, Coding, Entity, EntityType, Event, Modality, Role

_EMBEDDED = (
    Modality.ORDERED, Modality.CALLED_FOR, Modality.THREATENED, Modality.NEGATED, Modality.DENIED,
    Modality.HYPOTHETICAL, Modality.PLANNED,
)  # fmt: skip
"""PLOVER codes the demand, the promise, the threat or the refusal, not the act itself."""

_DOERS = (Role.DOER, Role.ORGANISER, Role.UNIT)


def plover_events(coded: Coded) -> Json:
    """The events of a sentence as PLOVER records; those without a PLOVER code are left out."""
    events = [] if coded.coding is None else [_plover(event) for event in coded.coding.events if _is_plover(event)]
    return {"id": coded.row["id"], "events": events}


def _is_plover(event: Event) -> bool:
    return event.plover is not None and event.modality not in _EMBEDDED


def _plover(event: Event) -> Json:
    if event.plover is None:
        raise ValueError(f"{event.id} has no PLOVER code")
    return {
        "event": event.plover.event,
        "mode": [event.plover.mode] if event.plover.mode else [],
        "source": _actors(event, *_DOERS),
        "target": _actors(event, Role.TARGET, Role.VICTIM),
    }


def _actors(event: Event, *roles: Role) -> list[Json]:
    return [_actor(actor) for actor in event.actors if actor.role in roles and actor.span is not None]


def _actor(actor: Actor) -> Json:
    if actor.span is None:
        raise ValueError("an actor without a span has no offsets")
    return {"start": actor.span.raw[0], "end": actor.span.raw[1], "text": actor.span.text}


def cameo_events(coded: Coded) -> Json:
    """The events of a sentence by the CAMEO codes of their types."""
    types = load_codebook()
    events = [] if coded.coding is None else coded.coding.events
    codes = [types.type(event.type).cameo for event in events if event.modality not in _EMBEDDED]
    return {"id": coded.row["id"], "events": [{"code": code} for code in codes if code is not None]}


# --- MUC-3/4 ---------------------------------------------------------------------------------------


def muc_template(coded: Coded) -> Json:
    """The pooled template of a document: all fillers of its incidents, by role, each thing with all its names."""
    roles: dict[str, list[list[str]]] = {name: [] for name in ("perp_ind", "perp_org", "target", "victim", "weapon")}
    types: dict[str, None] = {}
    coding = coded.coding
    for event in coding.events if coding else ():
        incident = _incident_type(event)
        if coding and incident and _is_terrorist(coding, event):
            types[incident] = None
            for role, names in _fillers(coding, event):
                if names not in roles[role]:
                    roles[role].append(names)
    return {"id": coded.row["id"], "roles": roles, "types": list(types)}


def _incident_type(event: Event) -> str | None:
    muc = mappings()["muc"]
    if event.modality.value not in muc["modalities"]["kept"]:
        return None
    found: str | None = muc["types"].get(event.type)
    return found


def _is_terrorist(coding: Coding, event: Event) -> bool:
    """Not done by a state's forces, nor to armed men alone."""
    sectors = {entity.id: entity.sector for entity in coding.entities}
    known = mappings()["muc"]["sectors"]
    doers = [sectors.get(actor.entity or "") for actor in event.actors if actor.role in _DOERS]
    targets = [sectors.get(actor.entity or "") for actor in event.actors if actor.role not in _DOERS]
    is_fight = bool(targets) and all(sector in known["armed"] for sector in targets)
    return not is_fight and not any(sector in known["state"] for sector in doers)


def _fillers(coding: Coding, event: Event) -> list[tuple[str, list[str]]]:
    entities = {entity.id: entity for entity in coding.entities}
    found = []
    for actor in event.actors:
        if actor.span is not None:
            entity = entities.get(actor.entity or "")
            found.append((_muc_role(actor.role, entity), _names(actor, entity)))
    if event.instrument is not None:
        found.append(("weapon", [event.instrument.text]))
    return found


def _muc_role(role: Role, entity: Entity | None) -> str:
    kind = entity.type if entity else None
    if role in _DOERS:
        return "perp_org" if kind is EntityType.ORGANISATION else "perp_ind"
    is_human = role is Role.VICTIM or kind in (EntityType.PERSON, EntityType.GROUP)
    return "victim" if is_human else "target"


def _names(actor: Actor, entity: Entity | None) -> list[str]:
    """The words at the event and the entity's names; pronouns name nobody."""
    spans = [actor.span, *(entity.mentions if entity else ())]
    names = [entity.name] if entity else []
    return list(dict.fromkeys([span.text for span in spans if span is not None and len(span.text) > 4] + names))
