"""Reads reports: files, standard input, or characters in memory. One module a format, told by the content."""

from __future__ import annotations

from dateline.intake.reading import read_reports
from dateline.intake.report import from_html, from_text

__all__ = ["from_html", "from_text", "read_reports"]
