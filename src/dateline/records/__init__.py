"""The records that Dateline makes of a report.

Every record is frozen. "Not known" is `None`, several values are a tuple, closed sets are
`StrEnum`s. A changed record is a new one (`msgspec.structs.replace`). The JSON of a `Coding`
is exactly these fields in this order; `dateline schema` prints its JSON Schema.

All offsets are half-open and count Unicode code points. `Span.at` points into `Article.text`,
`Span.raw` into the raw text of the report. Spans are made by `Article.span` alone.
"""

from __future__ import annotations

from dateline.records.article import Article, Dateline, Edit, PublishedFrom, Run
from dateline.records.coding import SCHEMA, CoderVersion, Coding, Warn
from dateline.records.event import Actor, Event, EventNumber, Modality, Plover, Role
from dateline.records.grounding import (
    Bound,
    Check,
    Entity,
    EntityType,
    Number,
    Place,
    PlaceKind,
    PlaceLevel,
    RunnerUp,
    Time,
    TimeType,
)
from dateline.records.report import Failure, Format, Given, Provenance, Report
from dateline.records.span import Record, Span
from dateline.records.statement import Backing, BackingValue, Polarity, Statement, StatementKind

__all__ = [
    "SCHEMA",
    "Actor",
    "Article",
    "Backing",
    "BackingValue",
    "Bound",
    "Check",
    "CoderVersion",
    "Coding",
    "Dateline",
    "Edit",
    "Entity",
    "EntityType",
    "Event",
    "EventNumber",
    "Failure",
    "Format",
    "Given",
    "Modality",
    "Number",
    "Place",
    "PlaceKind",
    "PlaceLevel",
    "Plover",
    "Polarity",
    "Provenance",
    "PublishedFrom",
    "Record",
    "Report",
    "Role",
    "Run",
    "RunnerUp",
    "Span",
    "Statement",
    "StatementKind",
    "Time",
    "TimeType",
    "Warn",
]
