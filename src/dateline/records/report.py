"""The report as it came, and what becomes of one that cannot be coded."""

from __future__ import annotations

from enum import StrEnum

from dateline.records.span import Record


class Format(StrEnum):
    """The layout a report was read from."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"


class Given(Record, frozen=True, kw_only=True):
    """What came along with the report: its id elsewhere and metadata, as it was given."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO 8601 date or date and time, as given."""
    url: str | None = None
    publisher: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None


class Provenance(Record, frozen=True, kw_only=True):
    """Where a report came from; all that a coding keeps of the raw report."""

    id: str
    """Content hash: the same raw text and part give the same id everywhere."""
    sha256: str
    """SHA-256 of the raw bytes (of the UTF-8 raw text where no bytes were given)."""
    uri: str | None = None
    part: int | None = None
    """Number of the report within its source, from 1, where a source holds several."""
    locator: str | None = None
    """The way back into the source: line, record, page, cell."""
    format: Format = Format.TEXT
    given: Given = Given()


class Report(Record, frozen=True, kw_only=True):
    """One news report as it came: the raw characters and where they are from.

    For text and JSONL text fields `text` is the decoded characters; where title and text came
    apart it is title, blank line, text. For HTML it is the decoded markup.
    """

    provenance: Provenance
    text: str
    is_markup: bool = False


class Failure(Record, frozen=True, kw_only=True):
    """A report that could not be coded. Counted, printed, never dropped."""

    report: str
    """Which report: file name, line or uri, as a person would look for it."""
    stage: str
    message: str
