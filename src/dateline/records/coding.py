"""The article with all its records."""

from __future__ import annotations

from dateline.records.article import Article
from dateline.records.event import Event
from dateline.records.grounding import Entity, Number, Place, Time
from dateline.records.report import Provenance
from dateline.records.span import Record, Span
from dateline.records.statement import Statement

SCHEMA = "dateline/1"


class Warn(Record, frozen=True, kw_only=True):
    """Something that a person should know about this coding."""

    code: str
    message: str
    span: Span | None = None


class CoderVersion(Record, frozen=True, kw_only=True):
    version: str
    rules: str
    """SHA-256 over all rule files."""
    models: dict[str, str]
    """SHA-256 of each model file by name, the parser's version included."""


class Coding(Record, frozen=True, kw_only=True):
    """The article with all its records."""

    schema: str = SCHEMA
    coder: CoderVersion
    report: Provenance
    article: Article
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    numbers: tuple[Number, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[Warn, ...] = ()
