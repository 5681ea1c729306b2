"""Report -> Article: one clean text, with every change on record and the way back to the raw characters."""

from __future__ import annotations

from dateline.clean.markup import clean_page
from dateline.clean.plain import clean_plain
from dateline.records import Article, Report


def clean(report: Report) -> Article:
    """The clean article of a report. Never raises for what the text holds."""
    return clean_page(report) if report.is_markup else clean_plain(report)
