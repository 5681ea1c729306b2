"""Who did what to whom, and whether it happened."""

from __future__ import annotations

from enum import StrEnum

from dateline.records.span import Record, Span


class Plover(Record, frozen=True, kw_only=True):
    event: str
    mode: str | None = None


class Role(StrEnum):
    DOER = "doer"
    TARGET = "target"
    ORGANISER = "organiser"
    UNIT = "unit"
    VICTIM = "victim"


class Actor(Record, frozen=True, kw_only=True):
    """Who takes part in an event. `implied`: not said, follows from the type (arrest → police)."""

    span: Span | None = None
    entity: str | None = None
    role: Role
    implied: bool = False


class EventNumber(Record, frozen=True, kw_only=True):
    """`of`: killed, injured, missing, arrested, deported, deployed, evicted, crowd, cost …"""

    of: str
    number: str


class Modality(StrEnum):
    """The 15 values of the ontology."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    ORDERED = "ordered"
    PLANNED = "planned"
    CALLED_FOR = "called_for"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"
    ALLEGED = "alleged"
    DENIED = "denied"
    UNDER_INVESTIGATION = "under_investigation"
    NEGATED = "negated"
    CALLED_OFF = "called_off"
    HYPOTHETICAL = "hypothetical"
    HABITUAL = "habitual"
    HISTORICAL = "historical"


class Event(Record, frozen=True, kw_only=True):
    """Who did what to whom, and whether it happened."""

    id: str
    """`v1`, `v2` … in reading order of the first trigger."""
    type: str
    """`EVENT/mode` as in `COERCE/arrest`, or `EVENT` alone: the list that `dateline types` prints."""
    plover: Plover | None = None
    triggers: tuple[Span, ...]
    trigger: Span
    """The first of `triggers`."""
    actors: tuple[Actor, ...] = ()
    place: str | None = None
    """Place id."""
    time: str | None = None
    """Time id."""
    numbers: tuple[EventNumber, ...] = ()
    instrument: Span | None = None
    modality: Modality
    statement: str | None = None
    """Id of the statement that reports it; None = the report itself does."""
    rule: str
    score: float
    """0 to 1."""
