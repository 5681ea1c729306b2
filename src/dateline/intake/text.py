"""Plain text files: one file, one report."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.intake.report import from_text, placed
from dateline.intake.source import Source
from dateline.records import Failure, Report


def sniff(source: Source) -> bool:
    """Any text can be read as plain text; asked last."""
    return True


def read(source: Source) -> Iterator[Report | Failure]:
    yield placed(from_text(source.text, source.given, source.name), source.sha256)
