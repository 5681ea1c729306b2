"""Who is reported to have said what."""

from __future__ import annotations

from enum import StrEnum

from dateline.records.span import Record, Span


class StatementKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES = "declines"


class BackingValue(StrEnum):
    """The report's own verdict on what was said."""

    NONE_STATED = "none_stated"
    NO_EVIDENCE = "no_evidence"
    CALLED_FALSE = "called_false"
    UNVERIFIED = "unverified"
    CONFIRMED = "confirmed"


class Backing(Record, frozen=True, kw_only=True):
    value: BackingValue = BackingValue.NONE_STATED
    span: Span | None = None


class Statement(Record, frozen=True, kw_only=True):
    """One thing that somebody is reported to have said, written, or believed."""

    id: str
    """`s1`, `s2` … in reading order of the content."""
    source: Span | None = None
    """Who, in the report's words; None = the report does not say."""
    speaker: str | None = None
    """Entity id of the source."""
    addressee: str | None = None
    """Entity id."""
    cue: Span
    """The wording that shows it is speech: "added", "according to", ":"."""
    content: tuple[Span, ...]
    """What was said, in reading order, without its quotation marks."""
    kind: StatementKind
    act: str
    """says, claims, reports, orders, asks … : the list in `rules/en/acts.toml`."""
    polarity: Polarity = Polarity.ASSERTS
    medium: Span | None = None
    via: str | None = None
    """Id of the statement or entity through which the report has it."""
    backing: Backing = Backing()
    rule: str
    score: float
    """0 to 1."""
